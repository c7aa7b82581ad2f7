from enum import IntEnum


class OrganizationOrganizationRoleType0(IntEnum):
    OWNER = 0
    ADMINISTRATOR = 1

    def __str__(self) -> str:
        return str(self.value)
