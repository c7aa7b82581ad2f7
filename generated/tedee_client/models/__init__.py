# Generated from the API's documentation; the next build replaces it.
"""The structures and enumerations; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access_details import AccessDetails as AccessDetails
    from .access_details_array_envelope import (
        AccessDetailsArrayEnvelope as AccessDetailsArrayEnvelope,
    )
    from .access_details_principal_type import (
        AccessDetailsPrincipalType as AccessDetailsPrincipalType,
    )
    from .access_level import AccessLevel as AccessLevel
    from .activity_source import ActivitySource as ActivitySource
    from .auto_unlock_pull_condition import (
        AutoUnlockPullCondition as AutoUnlockPullCondition,
    )
    from .bell_button_pressed_webhook import (
        BellButtonPressedWebhook as BellButtonPressedWebhook,
    )
    from .bell_button_pressed_webhook_data import (
        BellButtonPressedWebhookData as BellButtonPressedWebhookData,
    )
    from .bridge import Bridge as Bridge
    from .certificate_for_mobile import CertificateForMobile as CertificateForMobile
    from .certificate_for_mobile_envelope import (
        CertificateForMobileEnvelope as CertificateForMobileEnvelope,
    )
    from .device_access import DeviceAccess as DeviceAccess
    from .device_activity import DeviceActivity as DeviceActivity
    from .device_activity_array_envelope import (
        DeviceActivityArrayEnvelope as DeviceActivityArrayEnvelope,
    )
    from .device_battery_level_changed_webhook import (
        DeviceBatteryLevelChangedWebhook as DeviceBatteryLevelChangedWebhook,
    )
    from .device_battery_level_changed_webhook_data import (
        DeviceBatteryLevelChangedWebhookData as DeviceBatteryLevelChangedWebhookData,
    )
    from .device_connection_changed_webhook import (
        DeviceConnectionChangedWebhook as DeviceConnectionChangedWebhook,
    )
    from .device_connection_changed_webhook_data import (
        DeviceConnectionChangedWebhookData as DeviceConnectionChangedWebhookData,
    )
    from .device_get_all_with_details_envelope import (
        DeviceGetAllWithDetailsEnvelope as DeviceGetAllWithDetailsEnvelope,
    )
    from .device_get_all_with_details_envelope_result import (
        DeviceGetAllWithDetailsEnvelopeResult as DeviceGetAllWithDetailsEnvelopeResult,
    )
    from .device_operation import DeviceOperation as DeviceOperation
    from .device_operation_envelope import (
        DeviceOperationEnvelope as DeviceOperationEnvelope,
    )
    from .device_operation_status import DeviceOperationStatus as DeviceOperationStatus
    from .device_operation_type import DeviceOperationType as DeviceOperationType
    from .device_settings import DeviceSettings as DeviceSettings
    from .device_settings_changed_webhook import (
        DeviceSettingsChangedWebhook as DeviceSettingsChangedWebhook,
    )
    from .device_settings_changed_webhook_data import (
        DeviceSettingsChangedWebhookData as DeviceSettingsChangedWebhookData,
    )
    from .device_type import DeviceType as DeviceType
    from .device_updated import DeviceUpdated as DeviceUpdated
    from .device_updated_envelope import DeviceUpdatedEnvelope as DeviceUpdatedEnvelope
    from .deviceaccess_copy_to_body import (
        DeviceaccessCopyToBody as DeviceaccessCopyToBody,
    )
    from .deviceaccess_copy_to_body_principals_item import (
        DeviceaccessCopyToBodyPrincipalsItem as DeviceaccessCopyToBodyPrincipalsItem,
    )
    from .deviceaccess_copy_to_body_principals_item_principal_type import (
        DeviceaccessCopyToBodyPrincipalsItemPrincipalType as DeviceaccessCopyToBodyPrincipalsItemPrincipalType,
    )
    from .deviceaccess_create_body import (
        DeviceaccessCreateBody as DeviceaccessCreateBody,
    )
    from .deviceaccess_create_body_principal_type import (
        DeviceaccessCreateBodyPrincipalType as DeviceaccessCreateBodyPrincipalType,
    )
    from .deviceaccess_get_all_filters_principal_type import (
        DeviceaccessGetAllFiltersPrincipalType as DeviceaccessGetAllFiltersPrincipalType,
    )
    from .deviceaccess_update_body import (
        DeviceaccessUpdateBody as DeviceaccessUpdateBody,
    )
    from .door_sensor import DoorSensor as DoorSensor
    from .door_sensor_envelope import DoorSensorEnvelope as DoorSensorEnvelope
    from .door_sensor_list import DoorSensorList as DoorSensorList
    from .door_sensor_list_envelope import (
        DoorSensorListEnvelope as DoorSensorListEnvelope,
    )
    from .door_sensor_state import DoorSensorState as DoorSensorState
    from .door_sensor_user_settings import (
        DoorSensorUserSettings as DoorSensorUserSettings,
    )
    from .door_state import DoorState as DoorState
    from .doorsensor_update_body import DoorsensorUpdateBody as DoorsensorUpdateBody
    from .empty_envelope import EmptyEnvelope as EmptyEnvelope
    from .error_envelope import ErrorEnvelope as ErrorEnvelope
    from .event_type import EventType as EventType
    from .execute_command import ExecuteCommand as ExecuteCommand
    from .execute_command_envelope import (
        ExecuteCommandEnvelope as ExecuteCommandEnvelope,
    )
    from .gate import Gate as Gate
    from .gate_envelope import GateEnvelope as GateEnvelope
    from .gate_icon import GateIcon as GateIcon
    from .gate_list import GateList as GateList
    from .gate_list_envelope import GateListEnvelope as GateListEnvelope
    from .gate_user_settings import GateUserSettings as GateUserSettings
    from .location import Location as Location
    from .lock import Lock as Lock
    from .lock_accessory import LockAccessory as LockAccessory
    from .lock_array_envelope import LockArrayEnvelope as LockArrayEnvelope
    from .lock_envelope import LockEnvelope as LockEnvelope
    from .lock_pin import LockPin as LockPin
    from .lock_pin_created import LockPinCreated as LockPinCreated
    from .lock_pin_created_envelope import (
        LockPinCreatedEnvelope as LockPinCreatedEnvelope,
    )
    from .lock_pin_details import LockPinDetails as LockPinDetails
    from .lock_pin_details_envelope import (
        LockPinDetailsEnvelope as LockPinDetailsEnvelope,
    )
    from .lock_pin_list import LockPinList as LockPinList
    from .lock_pin_list_envelope import LockPinListEnvelope as LockPinListEnvelope
    from .lock_state import LockState as LockState
    from .lock_state_structure import LockStateStructure as LockStateStructure
    from .lock_status_changed_webhook import (
        LockStatusChangedWebhook as LockStatusChangedWebhook,
    )
    from .lock_status_changed_webhook_data import (
        LockStatusChangedWebhookData as LockStatusChangedWebhookData,
    )
    from .lock_sync import LockSync as LockSync
    from .lock_sync_array_envelope import LockSyncArrayEnvelope as LockSyncArrayEnvelope
    from .lock_sync_envelope import LockSyncEnvelope as LockSyncEnvelope
    from .lock_update_body import LockUpdateBody as LockUpdateBody
    from .lock_user_settings import LockUserSettings as LockUserSettings
    from .lockpin_create_body import LockpinCreateBody as LockpinCreateBody
    from .lockpin_update_body import LockpinUpdateBody as LockpinUpdateBody
    from .mobile_identifier import MobileIdentifier as MobileIdentifier
    from .mobile_identifier_envelope import (
        MobileIdentifierEnvelope as MobileIdentifierEnvelope,
    )
    from .mobile_register_body import MobileRegisterBody as MobileRegisterBody
    from .operating_system import OperatingSystem as OperatingSystem
    from .organization import Organization as Organization
    from .organization_access_link import (
        OrganizationAccessLink as OrganizationAccessLink,
    )
    from .organization_access_link_assignable_device import (
        OrganizationAccessLinkAssignableDevice as OrganizationAccessLinkAssignableDevice,
    )
    from .organization_access_link_assignable_devices_list import (
        OrganizationAccessLinkAssignableDevicesList as OrganizationAccessLinkAssignableDevicesList,
    )
    from .organization_access_link_assignable_devices_list_envelope import (
        OrganizationAccessLinkAssignableDevicesListEnvelope as OrganizationAccessLinkAssignableDevicesListEnvelope,
    )
    from .organization_access_link_created import (
        OrganizationAccessLinkCreated as OrganizationAccessLinkCreated,
    )
    from .organization_access_link_created_envelope import (
        OrganizationAccessLinkCreatedEnvelope as OrganizationAccessLinkCreatedEnvelope,
    )
    from .organization_access_link_device import (
        OrganizationAccessLinkDevice as OrganizationAccessLinkDevice,
    )
    from .organization_access_link_list import (
        OrganizationAccessLinkList as OrganizationAccessLinkList,
    )
    from .organization_access_link_list_envelope import (
        OrganizationAccessLinkListEnvelope as OrganizationAccessLinkListEnvelope,
    )
    from .organization_access_link_single import (
        OrganizationAccessLinkSingle as OrganizationAccessLinkSingle,
    )
    from .organization_access_link_single_envelope import (
        OrganizationAccessLinkSingleEnvelope as OrganizationAccessLinkSingleEnvelope,
    )
    from .organization_access_link_url import (
        OrganizationAccessLinkUrl as OrganizationAccessLinkUrl,
    )
    from .organization_access_link_url_envelope import (
        OrganizationAccessLinkUrlEnvelope as OrganizationAccessLinkUrlEnvelope,
    )
    from .organization_get_all_data_scope import (
        OrganizationGetAllDataScope as OrganizationGetAllDataScope,
    )
    from .organization_group import OrganizationGroup as OrganizationGroup
    from .organization_group_array_envelope import (
        OrganizationGroupArrayEnvelope as OrganizationGroupArrayEnvelope,
    )
    from .organization_group_created import (
        OrganizationGroupCreated as OrganizationGroupCreated,
    )
    from .organization_group_created_envelope import (
        OrganizationGroupCreatedEnvelope as OrganizationGroupCreatedEnvelope,
    )
    from .organization_group_details import (
        OrganizationGroupDetails as OrganizationGroupDetails,
    )
    from .organization_group_details_envelope import (
        OrganizationGroupDetailsEnvelope as OrganizationGroupDetailsEnvelope,
    )
    from .organization_group_member import (
        OrganizationGroupMember as OrganizationGroupMember,
    )
    from .organization_group_member_list import (
        OrganizationGroupMemberList as OrganizationGroupMemberList,
    )
    from .organization_group_member_list_envelope import (
        OrganizationGroupMemberListEnvelope as OrganizationGroupMemberListEnvelope,
    )
    from .organization_list import OrganizationList as OrganizationList
    from .organization_list_envelope import (
        OrganizationListEnvelope as OrganizationListEnvelope,
    )
    from .organization_member_operation_result import (
        OrganizationMemberOperationResult as OrganizationMemberOperationResult,
    )
    from .organization_member_operation_results import (
        OrganizationMemberOperationResults as OrganizationMemberOperationResults,
    )
    from .organization_organization_role import (
        OrganizationOrganizationRole as OrganizationOrganizationRole,
    )
    from .organization_user_created import (
        OrganizationUserCreated as OrganizationUserCreated,
    )
    from .organization_user_created_envelope import (
        OrganizationUserCreatedEnvelope as OrganizationUserCreatedEnvelope,
    )
    from .organizationaccesslink_create_body import (
        OrganizationaccesslinkCreateBody as OrganizationaccesslinkCreateBody,
    )
    from .organizationaccesslink_update_body import (
        OrganizationaccesslinkUpdateBody as OrganizationaccesslinkUpdateBody,
    )
    from .organizationgroups_add_members_body import (
        OrganizationgroupsAddMembersBody as OrganizationgroupsAddMembersBody,
    )
    from .organizationgroups_create_body import (
        OrganizationgroupsCreateBody as OrganizationgroupsCreateBody,
    )
    from .organizationgroups_remove_members_body import (
        OrganizationgroupsRemoveMembersBody as OrganizationgroupsRemoveMembersBody,
    )
    from .organizationgroups_update_body import (
        OrganizationgroupsUpdateBody as OrganizationgroupsUpdateBody,
    )
    from .organizationusers_assign_admin_body import (
        OrganizationusersAssignAdminBody as OrganizationusersAssignAdminBody,
    )
    from .organizationusers_create_body import (
        OrganizationusersCreateBody as OrganizationusersCreateBody,
    )
    from .organizationusers_create_body_role import (
        OrganizationusersCreateBodyRole as OrganizationusersCreateBodyRole,
    )
    from .organizationusers_get_all_envelope import (
        OrganizationusersGetAllEnvelope as OrganizationusersGetAllEnvelope,
    )
    from .organizationusers_get_all_envelope_result import (
        OrganizationusersGetAllEnvelopeResult as OrganizationusersGetAllEnvelopeResult,
    )
    from .organizationusers_get_profile_envelope import (
        OrganizationusersGetProfileEnvelope as OrganizationusersGetProfileEnvelope,
    )
    from .organizationusers_get_profile_envelope_result import (
        OrganizationusersGetProfileEnvelopeResult as OrganizationusersGetProfileEnvelopeResult,
    )
    from .organizationusers_remove_admin_body import (
        OrganizationusersRemoveAdminBody as OrganizationusersRemoveAdminBody,
    )
    from .organizationusers_update_body import (
        OrganizationusersUpdateBody as OrganizationusersUpdateBody,
    )
    from .personal_access_key import PersonalAccessKey as PersonalAccessKey
    from .personal_access_key_array_envelope import (
        PersonalAccessKeyArrayEnvelope as PersonalAccessKeyArrayEnvelope,
    )
    from .personal_access_key_created import (
        PersonalAccessKeyCreated as PersonalAccessKeyCreated,
    )
    from .personal_access_key_created_envelope import (
        PersonalAccessKeyCreatedEnvelope as PersonalAccessKeyCreatedEnvelope,
    )
    from .personalaccesskey_create_body import (
        PersonalaccesskeyCreateBody as PersonalaccesskeyCreateBody,
    )
    from .personalaccesskey_update_body import (
        PersonalaccesskeyUpdateBody as PersonalaccesskeyUpdateBody,
    )
    from .post_device_access_copy_result import (
        PostDeviceAccessCopyResult as PostDeviceAccessCopyResult,
    )
    from .post_device_access_copy_result_principals_item import (
        PostDeviceAccessCopyResultPrincipalsItem as PostDeviceAccessCopyResultPrincipalsItem,
    )
    from .post_device_access_copy_result_principals_item_principal_type_type_0 import (
        PostDeviceAccessCopyResultPrincipalsItemPrincipalTypeType0 as PostDeviceAccessCopyResultPrincipalsItemPrincipalTypeType0,
    )
    from .post_device_access_result import (
        PostDeviceAccessResult as PostDeviceAccessResult,
    )
    from .post_device_access_result_principal_type import (
        PostDeviceAccessResultPrincipalType as PostDeviceAccessResultPrincipalType,
    )
    from .registered_mobile import RegisteredMobile as RegisteredMobile
    from .registered_mobile_array_envelope import (
        RegisteredMobileArrayEnvelope as RegisteredMobileArrayEnvelope,
    )
    from .registered_mobile_envelope import (
        RegisteredMobileEnvelope as RegisteredMobileEnvelope,
    )
    from .repeat_event import RepeatEvent as RepeatEvent
    from .revoked_certificate import RevokedCertificate as RevokedCertificate
    from .revoked_certificate_list import (
        RevokedCertificateList as RevokedCertificateList,
    )
    from .revoked_certificate_list_envelope import (
        RevokedCertificateListEnvelope as RevokedCertificateListEnvelope,
    )
    from .signed_time import SignedTime as SignedTime
    from .signed_time_envelope import SignedTimeEnvelope as SignedTimeEnvelope
    from .software_type import SoftwareType as SoftwareType
    from .software_versions import SoftwareVersions as SoftwareVersions
    from .unlock_mode import UnlockMode as UnlockMode
    from .validation_error import ValidationError as ValidationError
_MODULES = {
    "AccessDetails": "access_details",
    "AccessDetailsArrayEnvelope": "access_details_array_envelope",
    "AccessDetailsPrincipalType": "access_details_principal_type",
    "AccessLevel": "access_level",
    "ActivitySource": "activity_source",
    "AutoUnlockPullCondition": "auto_unlock_pull_condition",
    "BellButtonPressedWebhook": "bell_button_pressed_webhook",
    "BellButtonPressedWebhookData": "bell_button_pressed_webhook_data",
    "Bridge": "bridge",
    "CertificateForMobile": "certificate_for_mobile",
    "CertificateForMobileEnvelope": "certificate_for_mobile_envelope",
    "DeviceAccess": "device_access",
    "DeviceActivity": "device_activity",
    "DeviceActivityArrayEnvelope": "device_activity_array_envelope",
    "DeviceBatteryLevelChangedWebhook": "device_battery_level_changed_webhook",
    "DeviceBatteryLevelChangedWebhookData": "device_battery_level_changed_webhook_data",
    "DeviceConnectionChangedWebhook": "device_connection_changed_webhook",
    "DeviceConnectionChangedWebhookData": "device_connection_changed_webhook_data",
    "DeviceGetAllWithDetailsEnvelope": "device_get_all_with_details_envelope",
    "DeviceGetAllWithDetailsEnvelopeResult": "device_get_all_with_details_envelope_result",
    "DeviceOperation": "device_operation",
    "DeviceOperationEnvelope": "device_operation_envelope",
    "DeviceOperationStatus": "device_operation_status",
    "DeviceOperationType": "device_operation_type",
    "DeviceSettings": "device_settings",
    "DeviceSettingsChangedWebhook": "device_settings_changed_webhook",
    "DeviceSettingsChangedWebhookData": "device_settings_changed_webhook_data",
    "DeviceType": "device_type",
    "DeviceUpdated": "device_updated",
    "DeviceUpdatedEnvelope": "device_updated_envelope",
    "DeviceaccessCopyToBody": "deviceaccess_copy_to_body",
    "DeviceaccessCopyToBodyPrincipalsItem": "deviceaccess_copy_to_body_principals_item",
    "DeviceaccessCopyToBodyPrincipalsItemPrincipalType": "deviceaccess_copy_to_body_principals_item_principal_type",
    "DeviceaccessCreateBody": "deviceaccess_create_body",
    "DeviceaccessCreateBodyPrincipalType": "deviceaccess_create_body_principal_type",
    "DeviceaccessGetAllFiltersPrincipalType": "deviceaccess_get_all_filters_principal_type",
    "DeviceaccessUpdateBody": "deviceaccess_update_body",
    "DoorSensor": "door_sensor",
    "DoorSensorEnvelope": "door_sensor_envelope",
    "DoorSensorList": "door_sensor_list",
    "DoorSensorListEnvelope": "door_sensor_list_envelope",
    "DoorSensorState": "door_sensor_state",
    "DoorSensorUserSettings": "door_sensor_user_settings",
    "DoorState": "door_state",
    "DoorsensorUpdateBody": "doorsensor_update_body",
    "EmptyEnvelope": "empty_envelope",
    "ErrorEnvelope": "error_envelope",
    "EventType": "event_type",
    "ExecuteCommand": "execute_command",
    "ExecuteCommandEnvelope": "execute_command_envelope",
    "Gate": "gate",
    "GateEnvelope": "gate_envelope",
    "GateIcon": "gate_icon",
    "GateList": "gate_list",
    "GateListEnvelope": "gate_list_envelope",
    "GateUserSettings": "gate_user_settings",
    "Location": "location",
    "Lock": "lock",
    "LockAccessory": "lock_accessory",
    "LockArrayEnvelope": "lock_array_envelope",
    "LockEnvelope": "lock_envelope",
    "LockPin": "lock_pin",
    "LockPinCreated": "lock_pin_created",
    "LockPinCreatedEnvelope": "lock_pin_created_envelope",
    "LockPinDetails": "lock_pin_details",
    "LockPinDetailsEnvelope": "lock_pin_details_envelope",
    "LockPinList": "lock_pin_list",
    "LockPinListEnvelope": "lock_pin_list_envelope",
    "LockState": "lock_state",
    "LockStateStructure": "lock_state_structure",
    "LockStatusChangedWebhook": "lock_status_changed_webhook",
    "LockStatusChangedWebhookData": "lock_status_changed_webhook_data",
    "LockSync": "lock_sync",
    "LockSyncArrayEnvelope": "lock_sync_array_envelope",
    "LockSyncEnvelope": "lock_sync_envelope",
    "LockUpdateBody": "lock_update_body",
    "LockUserSettings": "lock_user_settings",
    "LockpinCreateBody": "lockpin_create_body",
    "LockpinUpdateBody": "lockpin_update_body",
    "MobileIdentifier": "mobile_identifier",
    "MobileIdentifierEnvelope": "mobile_identifier_envelope",
    "MobileRegisterBody": "mobile_register_body",
    "OperatingSystem": "operating_system",
    "Organization": "organization",
    "OrganizationAccessLink": "organization_access_link",
    "OrganizationAccessLinkAssignableDevice": "organization_access_link_assignable_device",
    "OrganizationAccessLinkAssignableDevicesList": "organization_access_link_assignable_devices_list",
    "OrganizationAccessLinkAssignableDevicesListEnvelope": "organization_access_link_assignable_devices_list_envelope",
    "OrganizationAccessLinkCreated": "organization_access_link_created",
    "OrganizationAccessLinkCreatedEnvelope": "organization_access_link_created_envelope",
    "OrganizationAccessLinkDevice": "organization_access_link_device",
    "OrganizationAccessLinkList": "organization_access_link_list",
    "OrganizationAccessLinkListEnvelope": "organization_access_link_list_envelope",
    "OrganizationAccessLinkSingle": "organization_access_link_single",
    "OrganizationAccessLinkSingleEnvelope": "organization_access_link_single_envelope",
    "OrganizationAccessLinkUrl": "organization_access_link_url",
    "OrganizationAccessLinkUrlEnvelope": "organization_access_link_url_envelope",
    "OrganizationGetAllDataScope": "organization_get_all_data_scope",
    "OrganizationGroup": "organization_group",
    "OrganizationGroupArrayEnvelope": "organization_group_array_envelope",
    "OrganizationGroupCreated": "organization_group_created",
    "OrganizationGroupCreatedEnvelope": "organization_group_created_envelope",
    "OrganizationGroupDetails": "organization_group_details",
    "OrganizationGroupDetailsEnvelope": "organization_group_details_envelope",
    "OrganizationGroupMember": "organization_group_member",
    "OrganizationGroupMemberList": "organization_group_member_list",
    "OrganizationGroupMemberListEnvelope": "organization_group_member_list_envelope",
    "OrganizationList": "organization_list",
    "OrganizationListEnvelope": "organization_list_envelope",
    "OrganizationMemberOperationResult": "organization_member_operation_result",
    "OrganizationMemberOperationResults": "organization_member_operation_results",
    "OrganizationOrganizationRole": "organization_organization_role",
    "OrganizationUserCreated": "organization_user_created",
    "OrganizationUserCreatedEnvelope": "organization_user_created_envelope",
    "OrganizationaccesslinkCreateBody": "organizationaccesslink_create_body",
    "OrganizationaccesslinkUpdateBody": "organizationaccesslink_update_body",
    "OrganizationgroupsAddMembersBody": "organizationgroups_add_members_body",
    "OrganizationgroupsCreateBody": "organizationgroups_create_body",
    "OrganizationgroupsRemoveMembersBody": "organizationgroups_remove_members_body",
    "OrganizationgroupsUpdateBody": "organizationgroups_update_body",
    "OrganizationusersAssignAdminBody": "organizationusers_assign_admin_body",
    "OrganizationusersCreateBody": "organizationusers_create_body",
    "OrganizationusersCreateBodyRole": "organizationusers_create_body_role",
    "OrganizationusersGetAllEnvelope": "organizationusers_get_all_envelope",
    "OrganizationusersGetAllEnvelopeResult": "organizationusers_get_all_envelope_result",
    "OrganizationusersGetProfileEnvelope": "organizationusers_get_profile_envelope",
    "OrganizationusersGetProfileEnvelopeResult": "organizationusers_get_profile_envelope_result",
    "OrganizationusersRemoveAdminBody": "organizationusers_remove_admin_body",
    "OrganizationusersUpdateBody": "organizationusers_update_body",
    "PersonalAccessKey": "personal_access_key",
    "PersonalAccessKeyArrayEnvelope": "personal_access_key_array_envelope",
    "PersonalAccessKeyCreated": "personal_access_key_created",
    "PersonalAccessKeyCreatedEnvelope": "personal_access_key_created_envelope",
    "PersonalaccesskeyCreateBody": "personalaccesskey_create_body",
    "PersonalaccesskeyUpdateBody": "personalaccesskey_update_body",
    "PostDeviceAccessCopyResult": "post_device_access_copy_result",
    "PostDeviceAccessCopyResultPrincipalsItem": "post_device_access_copy_result_principals_item",
    "PostDeviceAccessCopyResultPrincipalsItemPrincipalTypeType0": "post_device_access_copy_result_principals_item_principal_type_type_0",
    "PostDeviceAccessResult": "post_device_access_result",
    "PostDeviceAccessResultPrincipalType": "post_device_access_result_principal_type",
    "RegisteredMobile": "registered_mobile",
    "RegisteredMobileArrayEnvelope": "registered_mobile_array_envelope",
    "RegisteredMobileEnvelope": "registered_mobile_envelope",
    "RepeatEvent": "repeat_event",
    "RevokedCertificate": "revoked_certificate",
    "RevokedCertificateList": "revoked_certificate_list",
    "RevokedCertificateListEnvelope": "revoked_certificate_list_envelope",
    "SignedTime": "signed_time",
    "SignedTimeEnvelope": "signed_time_envelope",
    "SoftwareType": "software_type",
    "SoftwareVersions": "software_versions",
    "UnlockMode": "unlock_mode",
    "ValidationError": "validation_error",
}
__all__ = (
    "AccessDetails",
    "AccessDetailsArrayEnvelope",
    "AccessDetailsPrincipalType",
    "AccessLevel",
    "ActivitySource",
    "AutoUnlockPullCondition",
    "BellButtonPressedWebhook",
    "BellButtonPressedWebhookData",
    "Bridge",
    "CertificateForMobile",
    "CertificateForMobileEnvelope",
    "DeviceAccess",
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
    "DeviceOperationStatus",
    "DeviceOperationType",
    "DeviceSettings",
    "DeviceSettingsChangedWebhook",
    "DeviceSettingsChangedWebhookData",
    "DeviceType",
    "DeviceUpdated",
    "DeviceUpdatedEnvelope",
    "DeviceaccessCopyToBody",
    "DeviceaccessCopyToBodyPrincipalsItem",
    "DeviceaccessCopyToBodyPrincipalsItemPrincipalType",
    "DeviceaccessCreateBody",
    "DeviceaccessCreateBodyPrincipalType",
    "DeviceaccessGetAllFiltersPrincipalType",
    "DeviceaccessUpdateBody",
    "DoorSensor",
    "DoorSensorEnvelope",
    "DoorSensorList",
    "DoorSensorListEnvelope",
    "DoorSensorState",
    "DoorSensorUserSettings",
    "DoorState",
    "DoorsensorUpdateBody",
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
    "LockPinCreated",
    "LockPinCreatedEnvelope",
    "LockPinDetails",
    "LockPinDetailsEnvelope",
    "LockPinList",
    "LockPinListEnvelope",
    "LockState",
    "LockStateStructure",
    "LockStatusChangedWebhook",
    "LockStatusChangedWebhookData",
    "LockSync",
    "LockSyncArrayEnvelope",
    "LockSyncEnvelope",
    "LockUpdateBody",
    "LockUserSettings",
    "LockpinCreateBody",
    "LockpinUpdateBody",
    "MobileIdentifier",
    "MobileIdentifierEnvelope",
    "MobileRegisterBody",
    "OperatingSystem",
    "Organization",
    "OrganizationAccessLink",
    "OrganizationAccessLinkAssignableDevice",
    "OrganizationAccessLinkAssignableDevicesList",
    "OrganizationAccessLinkAssignableDevicesListEnvelope",
    "OrganizationAccessLinkCreated",
    "OrganizationAccessLinkCreatedEnvelope",
    "OrganizationAccessLinkDevice",
    "OrganizationAccessLinkList",
    "OrganizationAccessLinkListEnvelope",
    "OrganizationAccessLinkSingle",
    "OrganizationAccessLinkSingleEnvelope",
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
    "OrganizationList",
    "OrganizationListEnvelope",
    "OrganizationMemberOperationResult",
    "OrganizationMemberOperationResults",
    "OrganizationOrganizationRole",
    "OrganizationUserCreated",
    "OrganizationUserCreatedEnvelope",
    "OrganizationaccesslinkCreateBody",
    "OrganizationaccesslinkUpdateBody",
    "OrganizationgroupsAddMembersBody",
    "OrganizationgroupsCreateBody",
    "OrganizationgroupsRemoveMembersBody",
    "OrganizationgroupsUpdateBody",
    "OrganizationusersAssignAdminBody",
    "OrganizationusersCreateBody",
    "OrganizationusersCreateBodyRole",
    "OrganizationusersGetAllEnvelope",
    "OrganizationusersGetAllEnvelopeResult",
    "OrganizationusersGetProfileEnvelope",
    "OrganizationusersGetProfileEnvelopeResult",
    "OrganizationusersRemoveAdminBody",
    "OrganizationusersUpdateBody",
    "PersonalAccessKey",
    "PersonalAccessKeyArrayEnvelope",
    "PersonalAccessKeyCreated",
    "PersonalAccessKeyCreatedEnvelope",
    "PersonalaccesskeyCreateBody",
    "PersonalaccesskeyUpdateBody",
    "PostDeviceAccessCopyResult",
    "PostDeviceAccessCopyResultPrincipalsItem",
    "PostDeviceAccessCopyResultPrincipalsItemPrincipalTypeType0",
    "PostDeviceAccessResult",
    "PostDeviceAccessResultPrincipalType",
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


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
