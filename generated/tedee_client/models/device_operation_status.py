# Generated from the API's documentation; the next build replaces it.
from enum import StrEnum


class DeviceOperationStatus(StrEnum):
    COMPLETED = "COMPLETED"
    PENDING = "PENDING"

    def __str__(self) -> str:
        return str(self.value)
