# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class OrganizationGetAllDataScope(IntEnum):
    ALL_DATA = 0
    MINIMAL_DATA_LOADED = 1

    def __str__(self) -> str:
        return str(self.value)
