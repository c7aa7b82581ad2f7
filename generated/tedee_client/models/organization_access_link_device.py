# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.device_type import DeviceType

T = TypeVar("T", bound="OrganizationAccessLinkDevice")


@_attrs_define(init=False)
class OrganizationAccessLinkDevice:
    """A device on an access link.

    Attributes:
        device_type (DeviceType | int): which product it is: a lock or a gate
        id (int): its id
        name (str): what it is called
        order (int): its place on the page that guests see
        time_zone (str): where it is, as an IANA time zone name
    """

    device_type: DeviceType | int | Any
    id: int | Any
    name: str | Any
    order: int | Any
    time_zone: str | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(self, device_type: DeviceType | int, id: int, name: str, order: int, time_zone: str) -> None:
        self.device_type = device_type
        self.id = id
        self.name = name
        self.order = order
        self.time_zone = time_zone
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("OrganizationAccessLinkDevice", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "OrganizationAccessLinkDevice", src_dict)
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
