# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel
from ..models.device_type import DeviceType

if TYPE_CHECKING:
    from ..models.device_access import DeviceAccess
    from ..models.door_sensor_state import DoorSensorState
    from ..models.door_sensor_user_settings import DoorSensorUserSettings
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="DoorSensor")


@_attrs_define
class DoorSensor:
    """A sensor at a door that tells its lock whether the door is open.

    > **Note:** The sensor's own state is about its battery. Where the door is, its lock tells: see `doorState` in the
    Lock state, whose values are those of Door state.

        Attributes:
            access_details (DeviceAccess | None): what the account may do with it and when; null for its owner
            access_level (AccessLevel | int): the account's level
            connected_to_lock_id (int): the lock that it is paired with
            created (datetime.datetime): when it was added to its owner's account
            device_revision (int): the revision of the settings that the door sensor itself has
            device_state (DoorSensorState): What a door sensor last told of itself. Both members are there only while the
                battery's level is news: when it has not changed for 30 days, they are left out.
            id (int): its id
            is_connected (bool | None): means nothing here: a door sensor talks to its lock alone
            name (str): what its owner calls it
            organization_id (int): its organization
            revision (int): counts the changes of its configuration; Update wants it
            serial_number (str): the number on its label
            software_versions (list[SoftwareVersions]): what runs on it
            target_device_revision (int): the revision of the settings that it is to get
            time_zone (str): where it is, as an IANA time zone name
            type_ (DeviceType | int): which product it is
            user_identity (str): its owner's account
            user_settings (DoorSensorUserSettings): How a door sensor is shown to this account.
    """

    access_details: DeviceAccess | None
    access_level: AccessLevel | int
    connected_to_lock_id: int
    created: datetime.datetime
    device_revision: int
    device_state: DoorSensorState
    id: int
    is_connected: bool | None
    name: str
    organization_id: int
    revision: int
    serial_number: str
    software_versions: list[SoftwareVersions]
    target_device_revision: int
    time_zone: str
    type_: DeviceType | int
    user_identity: str
    user_settings: DoorSensorUserSettings
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

        connected_to_lock_id = self.connected_to_lock_id

        created = self.created.isoformat()

        device_revision = self.device_revision

        device_state = self.device_state.to_dict()

        id = self.id

        is_connected: bool | None
        is_connected = self.is_connected

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

        user_settings = self.user_settings.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessDetails": access_details,
                "accessLevel": access_level,
                "connectedToLockId": connected_to_lock_id,
                "created": created,
                "deviceRevision": device_revision,
                "deviceState": device_state,
                "id": id,
                "isConnected": is_connected,
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
        from ..models.door_sensor_state import DoorSensorState  # noqa: PLC0415
        from ..models.door_sensor_user_settings import DoorSensorUserSettings  # noqa: PLC0415
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

        connected_to_lock_id = d.pop("connectedToLockId")

        created = datetime.datetime.fromisoformat(d.pop("created"))

        device_revision = d.pop("deviceRevision")

        device_state = DoorSensorState.from_dict(d.pop("deviceState"))

        id = d.pop("id")

        def _parse_is_connected(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        is_connected = _parse_is_connected(d.pop("isConnected"))

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

        user_settings = DoorSensorUserSettings.from_dict(d.pop("userSettings"))

        door_sensor = cls(
            access_details=access_details,
            access_level=access_level,
            connected_to_lock_id=connected_to_lock_id,
            created=created,
            device_revision=device_revision,
            device_state=device_state,
            id=id,
            is_connected=is_connected,
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

        door_sensor.additional_properties = d
        return door_sensor

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
