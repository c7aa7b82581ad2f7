# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class DoorState(IntEnum):
    NOT_PAIRED = 0
    DISCONNECTED = 1
    OPENED = 2
    CLOSED = 3
    UNCALIBRATED = 4

    def __str__(self) -> str:
        return str(self.value)
