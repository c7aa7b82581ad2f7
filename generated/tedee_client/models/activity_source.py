# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class ActivitySource(IntEnum):
    DEVICE = 0
    MOBILE = 1

    def __str__(self) -> str:
        return str(self.value)
