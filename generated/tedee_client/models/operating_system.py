# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class OperatingSystem(IntEnum):
    I_OS = 0
    ANDROID = 1
    OTHER = 3

    def __str__(self) -> str:
        return str(self.value)
