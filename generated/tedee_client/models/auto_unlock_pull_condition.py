# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class AutoUnlockPullCondition(IntEnum):
    AUTO_PULL_BASED = 1
    ALWAYS = 2
    NEVER = 3
    LOCKED = 4
    UNLOCKED = 5

    def __str__(self) -> str:
        return str(self.value)
