# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class AccessLevel(IntEnum):
    GUEST = 0
    ADMIN = 1
    OWNER = 2
    NONE = 3

    def __str__(self) -> str:
        return str(self.value)
