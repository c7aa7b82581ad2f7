# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class OrganizationOrganizationRole(IntEnum):
    OWNER = 0
    ADMINISTRATOR = 1

    def __str__(self) -> str:
        return str(self.value)
