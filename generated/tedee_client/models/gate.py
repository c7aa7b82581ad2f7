# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel
from ..models.device_type import DeviceType
from ..models.gate_icon import GateIcon

if TYPE_CHECKING:
    from ..models.device_access import DeviceAccess
    from ..models.gate_user_settings import GateUserSettings
    from ..models.location import Location
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="Gate")


@_attrs_define
class Gate:
    """A gate, which is another vendor's device, as the account sees it. Two members tell whether it can be opened:

    - *connected*: `isPresentInExternal` and `isConnected` are set. It can be opened.
    - *disconnected*: only `isPresentInExternal` is set. BleBox knows the gate and doesn't reach it; opening it fails
    unless it comes back in the meantime.
    - *unlinked*: `isPresentInExternal` is false. Somebody removed it from the BleBox account.

    All of this is as of the last synchronization: one gate's, or that of all.

        Attributes:
            access_details (DeviceAccess | None): what the account may do with it and when; null for its owner
            access_level (AccessLevel | int): the account's level
            created (datetime.datetime): when it was added to its owner's account
            device_revision (int): the revision of the settings that the gate itself has
            external_id (str): its id at BleBox
            external_name (str): its name at BleBox
            external_type (str): which product it is at BleBox
            icon (GateIcon | int): the picture that apps show for it
            id (int): its id
            impulse_length (float): milliseconds for which its motor gets the signal; set in BleBox's app
            is_connected (bool): whether BleBox reaches it
            is_present_in_external (bool): whether the BleBox account has it
            location (Location | None): where it is; null where nobody said
            name (str): what its owner calls it
            organization_id (int): its organization
            revision (int): counts the changes of its configuration
            serial_number (str): the number on its label
            software_versions (list[SoftwareVersions]): what runs on it
            target_device_revision (int): the revision of the settings that it is to get
            time_zone (str): where it is, as an IANA time zone name
            type_ (DeviceType | int): which product it is
            user_identity (str): its owner's account
            user_settings (GateUserSettings | None): the account's own settings; null unless `includeUserSettings` asks for
                them
    """

    access_details: DeviceAccess | None
    access_level: AccessLevel | int
    created: datetime.datetime
    device_revision: int
    external_id: str
    external_name: str
    external_type: str
    icon: GateIcon | int
    id: int
    impulse_length: float
    is_connected: bool
    is_present_in_external: bool
    location: Location | None
    name: str
    organization_id: int
    revision: int
    serial_number: str
    software_versions: list[SoftwareVersions]
    target_device_revision: int
    time_zone: str
    type_: DeviceType | int
    user_identity: str
    user_settings: GateUserSettings | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.device_access import DeviceAccess  # noqa: PLC0415
        from ..models.gate_user_settings import GateUserSettings  # noqa: PLC0415
        from ..models.location import Location  # noqa: PLC0415

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

        created = self.created.isoformat()

        device_revision = self.device_revision

        external_id = self.external_id

        external_name = self.external_name

        external_type = self.external_type

        icon: int
        if isinstance(self.icon, GateIcon):
            icon = self.icon.value
        else:
            icon = self.icon

        id = self.id

        impulse_length = self.impulse_length

        is_connected = self.is_connected

        is_present_in_external = self.is_present_in_external

        location: dict[str, Any] | None
        if isinstance(self.location, Location):
            location = self.location.to_dict()
        else:
            location = self.location

        name = self.name

        organization_id = self.organization_id

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

        user_settings: dict[str, Any] | None
        if isinstance(self.user_settings, GateUserSettings):
            user_settings = self.user_settings.to_dict()
        else:
            user_settings = self.user_settings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessDetails": access_details,
                "accessLevel": access_level,
                "created": created,
                "deviceRevision": device_revision,
                "externalId": external_id,
                "externalName": external_name,
                "externalType": external_type,
                "icon": icon,
                "id": id,
                "impulseLength": impulse_length,
                "isConnected": is_connected,
                "isPresentInExternal": is_present_in_external,
                "location": location,
                "name": name,
                "organizationId": organization_id,
                "revision": revision,
                "serialNumber": serial_number,
                "softwareVersions": software_versions,
                "targetDeviceRevision": target_device_revision,
                "timeZone": time_zone,
                "type": type_,
                "userIdentity": user_identity,
                "userSettings": user_settings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.device_access import DeviceAccess  # noqa: PLC0415
        from ..models.gate_user_settings import GateUserSettings  # noqa: PLC0415
        from ..models.location import Location  # noqa: PLC0415
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

        created = datetime.datetime.fromisoformat(d.pop("created"))

        device_revision = d.pop("deviceRevision")

        external_id = d.pop("externalId")

        external_name = d.pop("externalName")

        external_type = d.pop("externalType")

        def _parse_icon(data: object) -> GateIcon | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                icon_type_0 = GateIcon(data)

                return icon_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GateIcon | int, data)

        icon = _parse_icon(d.pop("icon"))

        id = d.pop("id")

        impulse_length = d.pop("impulseLength")

        is_connected = d.pop("isConnected")

        is_present_in_external = d.pop("isPresentInExternal")

        def _parse_location(data: object) -> Location | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                location_type_0 = Location.from_dict(data)

                return location_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Location | None, data)

        location = _parse_location(d.pop("location"))

        name = d.pop("name")

        organization_id = d.pop("organizationId")

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

        def _parse_user_settings(data: object) -> GateUserSettings | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_settings_type_0 = GateUserSettings.from_dict(data)

                return user_settings_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GateUserSettings | None, data)

        user_settings = _parse_user_settings(d.pop("userSettings"))

        gate = cls(
            access_details=access_details,
            access_level=access_level,
            created=created,
            device_revision=device_revision,
            external_id=external_id,
            external_name=external_name,
            external_type=external_type,
            icon=icon,
            id=id,
            impulse_length=impulse_length,
            is_connected=is_connected,
            is_present_in_external=is_present_in_external,
            location=location,
            name=name,
            organization_id=organization_id,
            revision=revision,
            serial_number=serial_number,
            software_versions=software_versions,
            target_device_revision=target_device_revision,
            time_zone=time_zone,
            type_=type_,
            user_identity=user_identity,
            user_settings=user_settings,
        )

        gate.additional_properties = d
        return gate

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
