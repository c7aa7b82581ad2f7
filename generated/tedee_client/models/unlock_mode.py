# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class UnlockMode(IntEnum):
    DEFAULT_BEHAVIOUR_OF_UNLOCKING_LOCK = 0
    FORCE_UNLOCK = 2
    WITHOUT_AUTO_PULL_SPRING = 3
    UNLOCK_OR_PULL_SPRING = 4

    def __str__(self) -> str:
        return str(self.value)
