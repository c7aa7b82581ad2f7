"""Contains all the data models used in inputs/outputs"""

from .access_level import AccessLevel
from .auto_unlock_pull_condition import AutoUnlockPullCondition
from .device_access import DeviceAccess
from .device_operation import DeviceOperation
from .device_operation_envelope import DeviceOperationEnvelope
from .device_operation_status_type_0 import DeviceOperationStatusType0
from .device_operation_type import DeviceOperationType
from .device_settings import DeviceSettings
from .device_type import DeviceType
from .device_updated import DeviceUpdated
from .device_updated_envelope import DeviceUpdatedEnvelope
from .door_state import DoorState
from .error_envelope import ErrorEnvelope
from .execute_command import ExecuteCommand
from .execute_command_envelope import ExecuteCommandEnvelope
from .location import Location
from .lock import Lock
from .lock_accessory import LockAccessory
from .lock_array_envelope import LockArrayEnvelope
from .lock_envelope import LockEnvelope
from .lock_state import LockState
from .lock_state_structure import LockStateStructure
from .lock_sync import LockSync
from .lock_sync_array_envelope import LockSyncArrayEnvelope
from .lock_sync_envelope import LockSyncEnvelope
from .lock_update_body import LockUpdateBody
from .lock_user_settings import LockUserSettings
from .software_type import SoftwareType
from .software_versions import SoftwareVersions
from .unlock_mode import UnlockMode

__all__ = (
    "AccessLevel",
    "AutoUnlockPullCondition",
    "DeviceAccess",
    "DeviceOperation",
    "DeviceOperationEnvelope",
    "DeviceOperationStatusType0",
    "DeviceOperationType",
    "DeviceSettings",
    "DeviceType",
    "DeviceUpdated",
    "DeviceUpdatedEnvelope",
    "DoorState",
    "ErrorEnvelope",
    "ExecuteCommand",
    "ExecuteCommandEnvelope",
    "Location",
    "Lock",
    "LockAccessory",
    "LockArrayEnvelope",
    "LockEnvelope",
    "LockState",
    "LockStateStructure",
    "LockSync",
    "LockSyncArrayEnvelope",
    "LockSyncEnvelope",
    "LockUpdateBody",
    "LockUserSettings",
    "SoftwareType",
    "SoftwareVersions",
    "UnlockMode",
)
