"""Contains all the data models used in inputs/outputs"""

from .access_details import AccessDetails
from .access_details_array_envelope import AccessDetailsArrayEnvelope
from .access_details_principal_type_type_0 import AccessDetailsPrincipalTypeType0
from .access_level import AccessLevel
from .activity_source import ActivitySource
from .auto_unlock_pull_condition import AutoUnlockPullCondition
from .bell_button_pressed_webhook import BellButtonPressedWebhook
from .bell_button_pressed_webhook_data import BellButtonPressedWebhookData
from .bridge import Bridge
from .certificate_for_mobile import CertificateForMobile
from .certificate_for_mobile_envelope import CertificateForMobileEnvelope
from .device_access import DeviceAccess
from .device_activity import DeviceActivity
from .device_activity_array_envelope import DeviceActivityArrayEnvelope
from .device_battery_level_changed_webhook import DeviceBatteryLevelChangedWebhook
from .device_battery_level_changed_webhook_data import (
    DeviceBatteryLevelChangedWebhookData,
)
from .device_connection_changed_webhook import DeviceConnectionChangedWebhook
from .device_connection_changed_webhook_data import DeviceConnectionChangedWebhookData
from .device_get_all_with_details_envelope import DeviceGetAllWithDetailsEnvelope
from .device_get_all_with_details_envelope_result import (
    DeviceGetAllWithDetailsEnvelopeResult,
)
from .device_operation import DeviceOperation
from .device_operation_envelope import DeviceOperationEnvelope
from .device_operation_status_type_0 import DeviceOperationStatusType0
from .device_operation_type import DeviceOperationType
from .device_settings import DeviceSettings
from .device_settings_changed_webhook import DeviceSettingsChangedWebhook
from .device_settings_changed_webhook_data import DeviceSettingsChangedWebhookData
from .device_type import DeviceType
from .device_updated import DeviceUpdated
from .device_updated_envelope import DeviceUpdatedEnvelope
from .deviceaccess_copy_to_body import DeviceaccessCopyToBody
from .deviceaccess_copy_to_body_principals_item import (
    DeviceaccessCopyToBodyPrincipalsItem,
)
from .deviceaccess_copy_to_body_principals_item_principal_type import (
    DeviceaccessCopyToBodyPrincipalsItemPrincipalType,
)
from .deviceaccess_create_body import DeviceaccessCreateBody
from .deviceaccess_create_body_principal_type import DeviceaccessCreateBodyPrincipalType
from .deviceaccess_get_all_filters_principal_type import (
    DeviceaccessGetAllFiltersPrincipalType,
)
from .deviceaccess_update_body import DeviceaccessUpdateBody
from .door_sensor import DoorSensor
from .door_sensor_envelope import DoorSensorEnvelope
from .door_sensor_list import DoorSensorList
from .door_sensor_list_envelope import DoorSensorListEnvelope
from .door_sensor_state import DoorSensorState
from .door_sensor_user_settings import DoorSensorUserSettings
from .door_state import DoorState
from .doorsensor_update_body import DoorsensorUpdateBody
from .empty_envelope import EmptyEnvelope
from .error_envelope import ErrorEnvelope
from .event_type import EventType
from .execute_command import ExecuteCommand
from .execute_command_envelope import ExecuteCommandEnvelope
from .gate import Gate
from .gate_envelope import GateEnvelope
from .gate_icon import GateIcon
from .gate_list import GateList
from .gate_list_envelope import GateListEnvelope
from .gate_user_settings import GateUserSettings
from .location import Location
from .lock import Lock
from .lock_accessory import LockAccessory
from .lock_array_envelope import LockArrayEnvelope
from .lock_envelope import LockEnvelope
from .lock_pin import LockPin
from .lock_pin_created import LockPinCreated
from .lock_pin_created_envelope import LockPinCreatedEnvelope
from .lock_pin_details import LockPinDetails
from .lock_pin_details_envelope import LockPinDetailsEnvelope
from .lock_pin_list import LockPinList
from .lock_pin_list_envelope import LockPinListEnvelope
from .lock_state import LockState
from .lock_state_structure import LockStateStructure
from .lock_status_changed_webhook import LockStatusChangedWebhook
from .lock_status_changed_webhook_data import LockStatusChangedWebhookData
from .lock_sync import LockSync
from .lock_sync_array_envelope import LockSyncArrayEnvelope
from .lock_sync_envelope import LockSyncEnvelope
from .lock_update_body import LockUpdateBody
from .lock_user_settings import LockUserSettings
from .lockpin_create_body import LockpinCreateBody
from .lockpin_update_body import LockpinUpdateBody
from .mobile_identifier import MobileIdentifier
from .mobile_identifier_envelope import MobileIdentifierEnvelope
from .mobile_register_body import MobileRegisterBody
from .operating_system import OperatingSystem
from .organization import Organization
from .organization_access_link import OrganizationAccessLink
from .organization_access_link_assignable_device import (
    OrganizationAccessLinkAssignableDevice,
)
from .organization_access_link_assignable_devices_list import (
    OrganizationAccessLinkAssignableDevicesList,
)
from .organization_access_link_assignable_devices_list_envelope import (
    OrganizationAccessLinkAssignableDevicesListEnvelope,
)
from .organization_access_link_created import OrganizationAccessLinkCreated
from .organization_access_link_created_envelope import (
    OrganizationAccessLinkCreatedEnvelope,
)
from .organization_access_link_device import OrganizationAccessLinkDevice
from .organization_access_link_list import OrganizationAccessLinkList
from .organization_access_link_list_envelope import OrganizationAccessLinkListEnvelope
from .organization_access_link_single import OrganizationAccessLinkSingle
from .organization_access_link_single_envelope import (
    OrganizationAccessLinkSingleEnvelope,
)
from .organization_access_link_url import OrganizationAccessLinkUrl
from .organization_access_link_url_envelope import OrganizationAccessLinkUrlEnvelope
from .organization_get_all_data_scope import OrganizationGetAllDataScope
from .organization_group import OrganizationGroup
from .organization_group_array_envelope import OrganizationGroupArrayEnvelope
from .organization_group_created import OrganizationGroupCreated
from .organization_group_created_envelope import OrganizationGroupCreatedEnvelope
from .organization_group_details import OrganizationGroupDetails
from .organization_group_details_envelope import OrganizationGroupDetailsEnvelope
from .organization_group_member import OrganizationGroupMember
from .organization_group_member_list import OrganizationGroupMemberList
from .organization_group_member_list_envelope import OrganizationGroupMemberListEnvelope
from .organization_list import OrganizationList
from .organization_list_envelope import OrganizationListEnvelope
from .organization_member_operation_result import OrganizationMemberOperationResult
from .organization_member_operation_results import OrganizationMemberOperationResults
from .organization_organization_role_type_0 import OrganizationOrganizationRoleType0
from .organization_user_created import OrganizationUserCreated
from .organization_user_created_envelope import OrganizationUserCreatedEnvelope
from .organizationaccesslink_create_body import OrganizationaccesslinkCreateBody
from .organizationaccesslink_update_body import OrganizationaccesslinkUpdateBody
from .organizationgroups_add_members_body import OrganizationgroupsAddMembersBody
from .organizationgroups_create_body import OrganizationgroupsCreateBody
from .organizationgroups_remove_members_body import OrganizationgroupsRemoveMembersBody
from .organizationgroups_update_body import OrganizationgroupsUpdateBody
from .organizationusers_assign_admin_body import OrganizationusersAssignAdminBody
from .organizationusers_create_body import OrganizationusersCreateBody
from .organizationusers_create_body_role import OrganizationusersCreateBodyRole
from .organizationusers_get_all_envelope import OrganizationusersGetAllEnvelope
from .organizationusers_get_profile_envelope import OrganizationusersGetProfileEnvelope
from .organizationusers_remove_admin_body import OrganizationusersRemoveAdminBody
from .organizationusers_update_body import OrganizationusersUpdateBody
from .personal_access_key import PersonalAccessKey
from .personal_access_key_array_envelope import PersonalAccessKeyArrayEnvelope
from .personal_access_key_created import PersonalAccessKeyCreated
from .personal_access_key_created_envelope import PersonalAccessKeyCreatedEnvelope
from .personalaccesskey_create_body import PersonalaccesskeyCreateBody
from .personalaccesskey_update_body import PersonalaccesskeyUpdateBody
from .post_device_access_copy_result import PostDeviceAccessCopyResult
from .post_device_access_copy_result_principals_item import (
    PostDeviceAccessCopyResultPrincipalsItem,
)
from .post_device_access_copy_result_principals_item_principal_type_type_0 import (
    PostDeviceAccessCopyResultPrincipalsItemPrincipalTypeType0,
)
from .post_device_access_result import PostDeviceAccessResult
from .post_device_access_result_principal_type_type_0 import (
    PostDeviceAccessResultPrincipalTypeType0,
)
from .registered_mobile import RegisteredMobile
from .registered_mobile_array_envelope import RegisteredMobileArrayEnvelope
from .registered_mobile_envelope import RegisteredMobileEnvelope
from .repeat_event import RepeatEvent
from .revoked_certificate import RevokedCertificate
from .revoked_certificate_list import RevokedCertificateList
from .revoked_certificate_list_envelope import RevokedCertificateListEnvelope
from .signed_time import SignedTime
from .signed_time_envelope import SignedTimeEnvelope
from .software_type import SoftwareType
from .software_versions import SoftwareVersions
from .unlock_mode import UnlockMode
from .validation_error import ValidationError

__all__ = (
    "AccessDetails",
    "AccessDetailsArrayEnvelope",
    "AccessDetailsPrincipalTypeType0",
    "AccessLevel",
    "ActivitySource",
    "AutoUnlockPullCondition",
    "BellButtonPressedWebhook",
    "BellButtonPressedWebhookData",
    "Bridge",
    "CertificateForMobile",
    "CertificateForMobileEnvelope",
    "DeviceAccess",
    "DeviceaccessCopyToBody",
    "DeviceaccessCopyToBodyPrincipalsItem",
    "DeviceaccessCopyToBodyPrincipalsItemPrincipalType",
    "DeviceaccessCreateBody",
    "DeviceaccessCreateBodyPrincipalType",
    "DeviceaccessGetAllFiltersPrincipalType",
    "DeviceaccessUpdateBody",
    "DeviceActivity",
    "DeviceActivityArrayEnvelope",
    "DeviceBatteryLevelChangedWebhook",
    "DeviceBatteryLevelChangedWebhookData",
    "DeviceConnectionChangedWebhook",
    "DeviceConnectionChangedWebhookData",
    "DeviceGetAllWithDetailsEnvelope",
    "DeviceGetAllWithDetailsEnvelopeResult",
    "DeviceOperation",
    "DeviceOperationEnvelope",
    "DeviceOperationStatusType0",
    "DeviceOperationType",
    "DeviceSettings",
    "DeviceSettingsChangedWebhook",
    "DeviceSettingsChangedWebhookData",
    "DeviceType",
    "DeviceUpdated",
    "DeviceUpdatedEnvelope",
    "DoorSensor",
    "DoorSensorEnvelope",
    "DoorSensorList",
    "DoorSensorListEnvelope",
    "DoorSensorState",
    "DoorsensorUpdateBody",
    "DoorSensorUserSettings",
    "DoorState",
    "EmptyEnvelope",
    "ErrorEnvelope",
    "EventType",
    "ExecuteCommand",
    "ExecuteCommandEnvelope",
    "Gate",
    "GateEnvelope",
    "GateIcon",
    "GateList",
    "GateListEnvelope",
    "GateUserSettings",
    "Location",
    "Lock",
    "LockAccessory",
    "LockArrayEnvelope",
    "LockEnvelope",
    "LockPin",
    "LockpinCreateBody",
    "LockPinCreated",
    "LockPinCreatedEnvelope",
    "LockPinDetails",
    "LockPinDetailsEnvelope",
    "LockPinList",
    "LockPinListEnvelope",
    "LockpinUpdateBody",
    "LockState",
    "LockStateStructure",
    "LockStatusChangedWebhook",
    "LockStatusChangedWebhookData",
    "LockSync",
    "LockSyncArrayEnvelope",
    "LockSyncEnvelope",
    "LockUpdateBody",
    "LockUserSettings",
    "MobileIdentifier",
    "MobileIdentifierEnvelope",
    "MobileRegisterBody",
    "OperatingSystem",
    "Organization",
    "OrganizationAccessLink",
    "OrganizationAccessLinkAssignableDevice",
    "OrganizationAccessLinkAssignableDevicesList",
    "OrganizationAccessLinkAssignableDevicesListEnvelope",
    "OrganizationaccesslinkCreateBody",
    "OrganizationAccessLinkCreated",
    "OrganizationAccessLinkCreatedEnvelope",
    "OrganizationAccessLinkDevice",
    "OrganizationAccessLinkList",
    "OrganizationAccessLinkListEnvelope",
    "OrganizationAccessLinkSingle",
    "OrganizationAccessLinkSingleEnvelope",
    "OrganizationaccesslinkUpdateBody",
    "OrganizationAccessLinkUrl",
    "OrganizationAccessLinkUrlEnvelope",
    "OrganizationGetAllDataScope",
    "OrganizationGroup",
    "OrganizationGroupArrayEnvelope",
    "OrganizationGroupCreated",
    "OrganizationGroupCreatedEnvelope",
    "OrganizationGroupDetails",
    "OrganizationGroupDetailsEnvelope",
    "OrganizationGroupMember",
    "OrganizationGroupMemberList",
    "OrganizationGroupMemberListEnvelope",
    "OrganizationgroupsAddMembersBody",
    "OrganizationgroupsCreateBody",
    "OrganizationgroupsRemoveMembersBody",
    "OrganizationgroupsUpdateBody",
    "OrganizationList",
    "OrganizationListEnvelope",
    "OrganizationMemberOperationResult",
    "OrganizationMemberOperationResults",
    "OrganizationOrganizationRoleType0",
    "OrganizationUserCreated",
    "OrganizationUserCreatedEnvelope",
    "OrganizationusersAssignAdminBody",
    "OrganizationusersCreateBody",
    "OrganizationusersCreateBodyRole",
    "OrganizationusersGetAllEnvelope",
    "OrganizationusersGetProfileEnvelope",
    "OrganizationusersRemoveAdminBody",
    "OrganizationusersUpdateBody",
    "PersonalAccessKey",
    "PersonalAccessKeyArrayEnvelope",
    "PersonalaccesskeyCreateBody",
    "PersonalAccessKeyCreated",
    "PersonalAccessKeyCreatedEnvelope",
    "PersonalaccesskeyUpdateBody",
    "PostDeviceAccessCopyResult",
    "PostDeviceAccessCopyResultPrincipalsItem",
    "PostDeviceAccessCopyResultPrincipalsItemPrincipalTypeType0",
    "PostDeviceAccessResult",
    "PostDeviceAccessResultPrincipalTypeType0",
    "RegisteredMobile",
    "RegisteredMobileArrayEnvelope",
    "RegisteredMobileEnvelope",
    "RepeatEvent",
    "RevokedCertificate",
    "RevokedCertificateList",
    "RevokedCertificateListEnvelope",
    "SignedTime",
    "SignedTimeEnvelope",
    "SoftwareType",
    "SoftwareVersions",
    "UnlockMode",
    "ValidationError",
)
