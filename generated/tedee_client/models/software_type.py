# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class SoftwareType(IntEnum):
    DEVICE = 0
    WI_FI = 1

    def __str__(self) -> str:
        return str(self.value)
