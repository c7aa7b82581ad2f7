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
    from ..models.device_settings import DeviceSettings
    from ..models.lock_accessory import LockAccessory
    from ..models.lock_state_structure import LockStateStructure
    from ..models.lock_user_settings import LockUserSettings
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="Lock")


@_attrs_define(init=False)
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

    access_details: DeviceAccess | None | Any
    access_level: AccessLevel | int | Any
    beacon_major: int | None | Any
    beacon_minor: int | None | Any
    connected_to_id: int | None | Any
    created: datetime.datetime | Any
    device_revision: int | Any
    device_settings: DeviceSettings | Any
    device_state: LockStateStructure | None | Any
    id: int | Any
    is_connected: bool | None | Any
    name: str | Any
    revision: int | Any
    serial_number: str | Any
    software_versions: list[SoftwareVersions] | Any
    target_device_revision: int | Any
    type_: DeviceType | int | Any
    user_identity: str | Any
    user_settings: LockUserSettings | Any
    accessories: list[LockAccessory] | Unset | Any = UNSET
    organization_id: int | Unset | Any = UNSET
    time_zone: str | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        access_details: DeviceAccess | None,
        access_level: AccessLevel | int,
        beacon_major: int | None,
        beacon_minor: int | None,
        connected_to_id: int | None,
        created: datetime.datetime,
        device_revision: int,
        device_settings: DeviceSettings,
        device_state: LockStateStructure | None,
        id: int,
        is_connected: bool | None,
        name: str,
        revision: int,
        serial_number: str,
        software_versions: list[SoftwareVersions],
        target_device_revision: int,
        type_: DeviceType | int,
        user_identity: str,
        user_settings: LockUserSettings,
        accessories: list[LockAccessory] | Unset = UNSET,
        organization_id: int | Unset = UNSET,
        time_zone: str | Unset = UNSET,
    ) -> None:
        self.access_details = access_details
        self.access_level = access_level
        self.beacon_major = beacon_major
        self.beacon_minor = beacon_minor
        self.connected_to_id = connected_to_id
        self.created = created
        self.device_revision = device_revision
        self.device_settings = device_settings
        self.device_state = device_state
        self.id = id
        self.is_connected = is_connected
        self.name = name
        self.revision = revision
        self.serial_number = serial_number
        self.software_versions = software_versions
        self.target_device_revision = target_device_revision
        self.type_ = type_
        self.user_identity = user_identity
        self.user_settings = user_settings
        self.accessories = accessories
        self.organization_id = organization_id
        self.time_zone = time_zone
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("Lock", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "Lock", src_dict)
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
