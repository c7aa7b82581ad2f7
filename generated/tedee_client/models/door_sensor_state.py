# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..types import UNSET, Unset

T = TypeVar("T", bound="DoorSensorState")


@_attrs_define(init=False)
class DoorSensorState:
    """What a door sensor last told of itself. Both members are there only while the battery's level is news: when it has
    not changed for 30 days, they are left out.

        Attributes:
            battery_level (int | Unset): charge of its battery in percent
            battery_level_modified_time (datetime.datetime | Unset): when `batteryLevel` last changed
    """

    battery_level: int | Unset | Any = UNSET
    battery_level_modified_time: datetime.datetime | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self, battery_level: int | Unset = UNSET, battery_level_modified_time: datetime.datetime | Unset = UNSET
    ) -> None:
        self.battery_level = battery_level
        self.battery_level_modified_time = battery_level_modified_time
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("DoorSensorState", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "DoorSensorState", src_dict)
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
