# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class LockState(IntEnum):
    UNCALIBRATED = 0
    CALIBRATING = 1
    UNLOCKED = 2
    SEMI_LOCKED = 3
    UNLOCKING = 4
    LOCKING = 5
    LOCKED = 6
    PULLED = 7
    PULLING = 8
    UNKNOWN = 9
    UPDATING = 18

    def __str__(self) -> str:
        return str(self.value)
