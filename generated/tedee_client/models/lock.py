# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel
from ..models.device_type import DeviceType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.device_access import DeviceAccess
    from ..models.device_settings import DeviceSettings
    from ..models.lock_accessory import LockAccessory
    from ..models.lock_state_structure import LockStateStructure
    from ..models.lock_user_settings import LockUserSettings
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="Lock")


@_attrs_define
class Lock:
    """A smart lock as the account sees it.

    Attributes:
        access_details (DeviceAccess | None): what the account may do with it and when; null for its owner
        access_level (AccessLevel | int): the account's level
        beacon_major (int | None): the group that its beacon belongs to
        beacon_minor (int | None): its beacon's number in that group
        connected_to_id (int | None): the bridge that it is paired with; null without one
        created (datetime.datetime): when it was added to its owner's account
        device_revision (int): the revision of the settings that the lock itself has
        device_settings (DeviceSettings): How a lock behaves for everybody. A change names only what it changes.
        device_state (LockStateStructure | None): its state; null where no bridge reaches it
        id (int): its id
        is_connected (bool | None): whether its bridge reaches it; null without a bridge
        name (str): what its owner calls it
        revision (int): counts the changes of its configuration; Update wants it
        serial_number (str): the number on its label
        software_versions (list[SoftwareVersions]): what runs on it
        target_device_revision (int): the revision of the settings that it is to get
        type_ (DeviceType | int): which product it is
        user_identity (str): its owner's account
        user_settings (LockUserSettings): How a lock behaves for this account. A change names only what it changes.
        accessories (list[LockAccessory] | Unset): what is paired with it; only where `IncludeAccessories` asks for it
        organization_id (int | Unset): its organization; only where `IncludeOrganization` asks for it
        time_zone (str | Unset): where it is, as an IANA time zone name
    """

    access_details: DeviceAccess | None
    access_level: AccessLevel | int
    beacon_major: int | None
    beacon_minor: int | None
    connected_to_id: int | None
    created: datetime.datetime
    device_revision: int
    device_settings: DeviceSettings
    device_state: LockStateStructure | None
    id: int
    is_connected: bool | None
    name: str
    revision: int
    serial_number: str
    software_versions: list[SoftwareVersions]
    target_device_revision: int
    type_: DeviceType | int
    user_identity: str
    user_settings: LockUserSettings
    accessories: list[LockAccessory] | Unset = UNSET
    organization_id: int | Unset = UNSET
    time_zone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.device_access import DeviceAccess  # noqa: PLC0415
        from ..models.lock_state_structure import LockStateStructure  # noqa: PLC0415

        access_details: dict[str, Any] | None
        if isinstance(self.access_details, DeviceAccess):
            access_details = self.access_details.to_dict()
        else:
            access_details = self.access_details

        access_level: int
        if isinstance(self.access_level, AccessLevel):
            access_level = self.access_level.value
        else:
            access_level = self.access_level

        beacon_major: int | None
        beacon_major = self.beacon_major

        beacon_minor: int | None
        beacon_minor = self.beacon_minor

        connected_to_id: int | None
        connected_to_id = self.connected_to_id

        created = self.created.isoformat()

        device_revision = self.device_revision

        device_settings = self.device_settings.to_dict()

        device_state: dict[str, Any] | None
        if isinstance(self.device_state, LockStateStructure):
            device_state = self.device_state.to_dict()
        else:
            device_state = self.device_state

        id = self.id

        is_connected: bool | None
        is_connected = self.is_connected

        name = self.name

        revision = self.revision

        serial_number = self.serial_number

        software_versions = []
        for software_versions_item_data in self.software_versions:
            software_versions_item = software_versions_item_data.to_dict()
            software_versions.append(software_versions_item)

        target_device_revision = self.target_device_revision

        type_: int
        if isinstance(self.type_, DeviceType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        user_identity = self.user_identity

        user_settings = self.user_settings.to_dict()

        accessories: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.accessories, Unset):
            accessories = []
            for accessories_item_data in self.accessories:
                accessories_item = accessories_item_data.to_dict()
                accessories.append(accessories_item)

        organization_id = self.organization_id

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessDetails": access_details,
                "accessLevel": access_level,
                "beaconMajor": beacon_major,
                "beaconMinor": beacon_minor,
                "connectedToId": connected_to_id,
                "created": created,
                "deviceRevision": device_revision,
                "deviceSettings": device_settings,
                "deviceState": device_state,
                "id": id,
                "isConnected": is_connected,
                "name": name,
                "revision": revision,
                "serialNumber": serial_number,
                "softwareVersions": software_versions,
                "targetDeviceRevision": target_device_revision,
                "type": type_,
                "userIdentity": user_identity,
                "userSettings": user_settings,
            }
        )
        if accessories is not UNSET:
            field_dict["accessories"] = accessories
        if organization_id is not UNSET:
            field_dict["organizationId"] = organization_id
        if time_zone is not UNSET:
            field_dict["timeZone"] = time_zone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.device_access import DeviceAccess  # noqa: PLC0415
        from ..models.device_settings import DeviceSettings  # noqa: PLC0415
        from ..models.lock_accessory import LockAccessory  # noqa: PLC0415
        from ..models.lock_state_structure import LockStateStructure  # noqa: PLC0415
        from ..models.lock_user_settings import LockUserSettings  # noqa: PLC0415
        from ..models.software_versions import SoftwareVersions  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_access_details(data: object) -> DeviceAccess | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                access_details_type_0 = DeviceAccess.from_dict(data)

                return access_details_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceAccess | None, data)

        access_details = _parse_access_details(d.pop("accessDetails"))

        def _parse_access_level(data: object) -> AccessLevel | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                access_level_type_0 = AccessLevel(data)

                return access_level_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessLevel | int, data)

        access_level = _parse_access_level(d.pop("accessLevel"))

        def _parse_beacon_major(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        beacon_major = _parse_beacon_major(d.pop("beaconMajor"))

        def _parse_beacon_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        beacon_minor = _parse_beacon_minor(d.pop("beaconMinor"))

        def _parse_connected_to_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        connected_to_id = _parse_connected_to_id(d.pop("connectedToId"))

        created = datetime.datetime.fromisoformat(d.pop("created"))

        device_revision = d.pop("deviceRevision")

        device_settings = DeviceSettings.from_dict(d.pop("deviceSettings"))

        def _parse_device_state(data: object) -> LockStateStructure | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                device_state_type_0 = LockStateStructure.from_dict(data)

                return device_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LockStateStructure | None, data)

        device_state = _parse_device_state(d.pop("deviceState"))

        id = d.pop("id")

        def _parse_is_connected(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        is_connected = _parse_is_connected(d.pop("isConnected"))

        name = d.pop("name")

        revision = d.pop("revision")

        serial_number = d.pop("serialNumber")

        software_versions = []
        _software_versions = d.pop("softwareVersions")
        for software_versions_item_data in _software_versions:
            software_versions_item = SoftwareVersions.from_dict(software_versions_item_data)

            software_versions.append(software_versions_item)

        target_device_revision = d.pop("targetDeviceRevision")

        def _parse_type_(data: object) -> DeviceType | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                type_type_0 = DeviceType(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceType | int, data)

        type_ = _parse_type_(d.pop("type"))

        user_identity = d.pop("userIdentity")

        user_settings = LockUserSettings.from_dict(d.pop("userSettings"))

        _accessories = d.pop("accessories", UNSET)
        accessories: list[LockAccessory] | Unset = UNSET
        if _accessories is not UNSET:
            accessories = []
            for accessories_item_data in _accessories:
                accessories_item = LockAccessory.from_dict(accessories_item_data)

                accessories.append(accessories_item)

        organization_id = d.pop("organizationId", UNSET)

        time_zone = d.pop("timeZone", UNSET)

        lock = cls(
            access_details=access_details,
            access_level=access_level,
            beacon_major=beacon_major,
            beacon_minor=beacon_minor,
            connected_to_id=connected_to_id,
            created=created,
            device_revision=device_revision,
            device_settings=device_settings,
            device_state=device_state,
            id=id,
            is_connected=is_connected,
            name=name,
            revision=revision,
            serial_number=serial_number,
            software_versions=software_versions,
            target_device_revision=target_device_revision,
            type_=type_,
            user_identity=user_identity,
            user_settings=user_settings,
            accessories=accessories,
            organization_id=organization_id,
            time_zone=time_zone,
        )

        lock.additional_properties = d
        return lock

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
