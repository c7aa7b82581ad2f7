# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class OrganizationusersCreateBodyRole(IntEnum):
    ADMIN = 1
    MEMBER = 2

    def __str__(self) -> str:
        return str(self.value)
