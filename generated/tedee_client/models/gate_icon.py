# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class GateIcon(IntEnum):
    DOOR = 1
    FENCE_GATE = 2
    GARAGE_DOOR = 3
    PARKING_BARRIER = 4
    PARKING_GATE = 5

    def __str__(self) -> str:
        return str(self.value)
