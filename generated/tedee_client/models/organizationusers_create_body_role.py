from enum import IntEnum


class OrganizationusersCreateBodyRole(IntEnum):
    ADMIN = 1
    MEMBER = 2

    def __str__(self) -> str:
        return str(self.value)
