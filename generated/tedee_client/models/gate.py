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
from ..models.gate_icon import GateIcon

if TYPE_CHECKING:
    from ..models.device_access import DeviceAccess
    from ..models.gate_user_settings import GateUserSettings
    from ..models.location import Location
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="Gate")


@_attrs_define(init=False)
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

    access_details: DeviceAccess | None | Any
    access_level: AccessLevel | int | Any
    created: datetime.datetime | Any
    device_revision: int | Any
    external_id: str | Any
    external_name: str | Any
    external_type: str | Any
    icon: GateIcon | int | Any
    id: int | Any
    impulse_length: float | Any
    is_connected: bool | Any
    is_present_in_external: bool | Any
    location: Location | None | Any
    name: str | Any
    organization_id: int | Any
    revision: int | Any
    serial_number: str | Any
    software_versions: list[SoftwareVersions] | Any
    target_device_revision: int | Any
    time_zone: str | Any
    type_: DeviceType | int | Any
    user_identity: str | Any
    user_settings: GateUserSettings | None | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        access_details: DeviceAccess | None,
        access_level: AccessLevel | int,
        created: datetime.datetime,
        device_revision: int,
        external_id: str,
        external_name: str,
        external_type: str,
        icon: GateIcon | int,
        id: int,
        impulse_length: float,
        is_connected: bool,
        is_present_in_external: bool,
        location: Location | None,
        name: str,
        organization_id: int,
        revision: int,
        serial_number: str,
        software_versions: list[SoftwareVersions],
        target_device_revision: int,
        time_zone: str,
        type_: DeviceType | int,
        user_identity: str,
        user_settings: GateUserSettings | None,
    ) -> None:
        self.access_details = access_details
        self.access_level = access_level
        self.created = created
        self.device_revision = device_revision
        self.external_id = external_id
        self.external_name = external_name
        self.external_type = external_type
        self.icon = icon
        self.id = id
        self.impulse_length = impulse_length
        self.is_connected = is_connected
        self.is_present_in_external = is_present_in_external
        self.location = location
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

        return PARSER.dump("Gate", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "Gate", src_dict)
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
