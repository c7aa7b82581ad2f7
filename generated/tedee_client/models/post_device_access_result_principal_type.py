# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class PostDeviceAccessResultPrincipalType(IntEnum):
    USER = 0
    USER_GROUP = 1

    def __str__(self) -> str:
        return str(self.value)
