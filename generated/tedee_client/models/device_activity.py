# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.activity_source import ActivitySource
from ..models.event_type import EventType
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceActivity")


@_attrs_define(init=False)
class DeviceActivity:
    """One thing that happened to a device.

    Attributes:
        date (datetime.datetime): when, in UTC
        device_id (int): the device
        event (EventType | int): what happened
        id (int): the activity's id
        source (ActivitySource | int): who reported it
        user_id (int | Unset): who did it; left out where nobody knows
        username (str | Unset): what they are called; left out where nobody knows
    """

    date: datetime.datetime | Any
    device_id: int | Any
    event: EventType | int | Any
    id: int | Any
    source: ActivitySource | int | Any
    user_id: int | Unset | Any = UNSET
    username: str | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        date: datetime.datetime,
        device_id: int,
        event: EventType | int,
        id: int,
        source: ActivitySource | int,
        user_id: int | Unset = UNSET,
        username: str | Unset = UNSET,
    ) -> None:
        self.date = date
        self.device_id = device_id
        self.event = event
        self.id = id
        self.source = source
        self.user_id = user_id
        self.username = username
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("DeviceActivity", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "DeviceActivity", src_dict)
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
