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
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.device_access import DeviceAccess
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="Bridge")


@_attrs_define(init=False)
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

    access_details: DeviceAccess | None | Any
    access_level: AccessLevel | int | Any
    beacon_major: int | Any
    beacon_minor: int | Any
    created: datetime.datetime | Any
    device_revision: int | Any
    id: int | Any
    is_connected: bool | Any
    is_updating: bool | Any
    name: str | Any
    revision: int | Any
    serial_number: str | Any
    software_versions: list[SoftwareVersions] | Any
    target_device_revision: int | Any
    time_zone: str | Any
    type_: DeviceType | int | Any
    user_identity: str | Any
    was_configured: bool | Any
    bridge_id: int | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        access_details: DeviceAccess | None,
        access_level: AccessLevel | int,
        beacon_major: int,
        beacon_minor: int,
        created: datetime.datetime,
        device_revision: int,
        id: int,
        is_connected: bool,
        is_updating: bool,
        name: str,
        revision: int,
        serial_number: str,
        software_versions: list[SoftwareVersions],
        target_device_revision: int,
        time_zone: str,
        type_: DeviceType | int,
        user_identity: str,
        was_configured: bool,
        bridge_id: int | Unset = UNSET,
    ) -> None:
        self.access_details = access_details
        self.access_level = access_level
        self.beacon_major = beacon_major
        self.beacon_minor = beacon_minor
        self.created = created
        self.device_revision = device_revision
        self.id = id
        self.is_connected = is_connected
        self.is_updating = is_updating
        self.name = name
        self.revision = revision
        self.serial_number = serial_number
        self.software_versions = software_versions
        self.target_device_revision = target_device_revision
        self.time_zone = time_zone
        self.type_ = type_
        self.user_identity = user_identity
        self.was_configured = was_configured
        self.bridge_id = bridge_id
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("Bridge", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "Bridge", src_dict)
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
