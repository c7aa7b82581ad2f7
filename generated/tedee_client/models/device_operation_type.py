# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class DeviceOperationType(IntEnum):
    LOCK = 0
    UNLOCK = 1
    PULL = 2

    def __str__(self) -> str:
        return str(self.value)
