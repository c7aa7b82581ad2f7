# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.access_level import AccessLevel
from ..models.device_type import DeviceType

if TYPE_CHECKING:
    from ..models.device_access import DeviceAccess
    from ..models.door_sensor_state import DoorSensorState
    from ..models.door_sensor_user_settings import DoorSensorUserSettings
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="DoorSensor")


@_attrs_define(init=False)
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

    access_details: DeviceAccess | None | Any
    access_level: AccessLevel | int | Any
    connected_to_lock_id: int | Any
    created: datetime.datetime | Any
    device_revision: int | Any
    device_state: DoorSensorState | Any
    id: int | Any
    is_connected: bool | None | Any
    name: str | Any
    organization_id: int | Any
    revision: int | Any
    serial_number: str | Any
    software_versions: list[SoftwareVersions] | Any
    target_device_revision: int | Any
    time_zone: str | Any
    type_: DeviceType | int | Any
    user_identity: str | Any
    user_settings: DoorSensorUserSettings | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        access_details: DeviceAccess | None,
        access_level: AccessLevel | int,
        connected_to_lock_id: int,
        created: datetime.datetime,
        device_revision: int,
        device_state: DoorSensorState,
        id: int,
        is_connected: bool | None,
        name: str,
        organization_id: int,
        revision: int,
        serial_number: str,
        software_versions: list[SoftwareVersions],
        target_device_revision: int,
        time_zone: str,
        type_: DeviceType | int,
        user_identity: str,
        user_settings: DoorSensorUserSettings,
    ) -> None:
        self.access_details = access_details
        self.access_level = access_level
        self.connected_to_lock_id = connected_to_lock_id
        self.created = created
        self.device_revision = device_revision
        self.device_state = device_state
        self.id = id
        self.is_connected = is_connected
        self.name = name
        self.organization_id = organization_id
        self.revision = revision
        self.serial_number = serial_number
        self.software_versions = software_versions
        self.target_device_revision = target_device_revision
        self.time_zone = time_zone
        self.type_ = type_
        self.user_identity = user_identity
        self.user_settings = user_settings
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("DoorSensor", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "DoorSensor", src_dict)
        return made

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
