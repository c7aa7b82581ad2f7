# Generated from the API's documentation; the next build replaces it.
from enum import IntEnum


class DeviceType(IntEnum):
    BRIDGE = 1
    LOCK_PRO = 2
    KEYPAD = 3
    LOCK_GO = 4
    GATE = 5
    DRY_CONTACT = 6
    DOOR_SENSOR = 8
    KEYPAD_PRO = 10

    def __str__(self) -> str:
        return str(self.value)
