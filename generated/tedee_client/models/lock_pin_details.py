# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import hide as _hide
from .._runtime.discretion import show as _show

T = TypeVar("T", bound="LockPinDetails")


@_attrs_define(init=False)
class LockPinDetails:
    """A PIN, and when the keypad takes it. A limit that is null is none.

    Attributes:
        alias (str): what it is called
        day_end_time (datetime.datetime | None): time of day from which the keypad refuses it; the date in it means
            nothing
        day_start_time (datetime.datetime | None): time of day from which the keypad takes it; the date in it means
            nothing
        end_date (datetime.datetime | None): when it ends for good
        id (int): its id
        pin (str): its digits
        start_date (datetime.datetime | None): when it begins
        week_days (int | None): on which days; null for all of them
    """

    alias: str | Any
    day_end_time: datetime.datetime | None | Any
    day_start_time: datetime.datetime | None | Any
    end_date: datetime.datetime | None | Any
    id: int | Any
    pin: str | Any = _attrs_field(repr=_hide)
    start_date: datetime.datetime | None | Any
    week_days: int | None | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        alias: str,
        day_end_time: datetime.datetime | None,
        day_start_time: datetime.datetime | None,
        end_date: datetime.datetime | None,
        id: int,
        pin: str,
        start_date: datetime.datetime | None,
        week_days: int | None,
    ) -> None:
        self.alias = alias
        self.day_end_time = day_end_time
        self.day_start_time = day_start_time
        self.end_date = end_date
        self.id = id
        self.pin = pin
        self.start_date = start_date
        self.week_days = week_days
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("LockPinDetails", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "LockPinDetails", src_dict)
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
