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
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="Bridge")


@_attrs_define
class Bridge:
    """What connects locks nearby to the internet.

    Attributes:
        access_details (DeviceAccess | None): what the account may do with it and when; null for its owner
        access_level (AccessLevel | int): the account's level
        beacon_major (int): the group that its beacon belongs to
        beacon_minor (int): its beacon's number in that group
        created (datetime.datetime): when it was added to its owner's account
        device_revision (int): the revision of the settings that the bridge itself has
        id (int): its id
        is_connected (bool): whether it is online
        is_updating (bool): whether it is being updated
        name (str): what its owner calls it
        revision (int): counts the changes of its configuration
        serial_number (str): the number on its label
        software_versions (list[SoftwareVersions]): what runs on it
        target_device_revision (int): the revision of the settings that it is to get
        time_zone (str): where it is, as an IANA time zone name
        type_ (DeviceType | int): which product it is
        user_identity (str): its owner's account
        was_configured (bool): whether it was told about the Wi-Fi
        bridge_id (int | Unset): its id once more
    """

    access_details: DeviceAccess | None
    access_level: AccessLevel | int
    beacon_major: int
    beacon_minor: int
    created: datetime.datetime
    device_revision: int
    id: int
    is_connected: bool
    is_updating: bool
    name: str
    revision: int
    serial_number: str
    software_versions: list[SoftwareVersions]
    target_device_revision: int
    time_zone: str
    type_: DeviceType | int
    user_identity: str
    was_configured: bool
    bridge_id: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.device_access import DeviceAccess  # noqa: PLC0415

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

        beacon_major = self.beacon_major

        beacon_minor = self.beacon_minor

        created = self.created.isoformat()

        device_revision = self.device_revision

        id = self.id

        is_connected = self.is_connected

        is_updating = self.is_updating

        name = self.name

        revision = self.revision

        serial_number = self.serial_number

        software_versions = []
        for software_versions_item_data in self.software_versions:
            software_versions_item = software_versions_item_data.to_dict()
            software_versions.append(software_versions_item)

        target_device_revision = self.target_device_revision

        time_zone = self.time_zone

        type_: int
        if isinstance(self.type_, DeviceType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        user_identity = self.user_identity

        was_configured = self.was_configured

        bridge_id = self.bridge_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessDetails": access_details,
                "accessLevel": access_level,
                "beaconMajor": beacon_major,
                "beaconMinor": beacon_minor,
                "created": created,
                "deviceRevision": device_revision,
                "id": id,
                "isConnected": is_connected,
                "isUpdating": is_updating,
                "name": name,
                "revision": revision,
                "serialNumber": serial_number,
                "softwareVersions": software_versions,
                "targetDeviceRevision": target_device_revision,
                "timeZone": time_zone,
                "type": type_,
                "userIdentity": user_identity,
                "wasConfigured": was_configured,
            }
        )
        if bridge_id is not UNSET:
            field_dict["bridgeId"] = bridge_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.device_access import DeviceAccess  # noqa: PLC0415
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

        beacon_major = d.pop("beaconMajor")

        beacon_minor = d.pop("beaconMinor")

        created = datetime.datetime.fromisoformat(d.pop("created"))

        device_revision = d.pop("deviceRevision")

        id = d.pop("id")

        is_connected = d.pop("isConnected")

        is_updating = d.pop("isUpdating")

        name = d.pop("name")

        revision = d.pop("revision")

        serial_number = d.pop("serialNumber")

        software_versions = []
        _software_versions = d.pop("softwareVersions")
        for software_versions_item_data in _software_versions:
            software_versions_item = SoftwareVersions.from_dict(software_versions_item_data)

            software_versions.append(software_versions_item)

        target_device_revision = d.pop("targetDeviceRevision")

        time_zone = d.pop("timeZone")

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

        was_configured = d.pop("wasConfigured")

        bridge_id = d.pop("bridgeId", UNSET)

        bridge = cls(
            access_details=access_details,
            access_level=access_level,
            beacon_major=beacon_major,
            beacon_minor=beacon_minor,
            created=created,
            device_revision=device_revision,
            id=id,
            is_connected=is_connected,
            is_updating=is_updating,
            name=name,
            revision=revision,
            serial_number=serial_number,
            software_versions=software_versions,
            target_device_revision=target_device_revision,
            time_zone=time_zone,
            type_=type_,
            user_identity=user_identity,
            was_configured=was_configured,
            bridge_id=bridge_id,
        )

        bridge.additional_properties = d
        return bridge

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
