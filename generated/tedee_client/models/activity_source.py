from enum import IntEnum


class ActivitySource(IntEnum):
    DEVICE = 0
    MOBILE = 1

    def __str__(self) -> str:
        return str(self.value)
