# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import hide as _hide
from .._runtime.discretion import show as _show
from ..types import UNSET, Unset

T = TypeVar("T", bound="LockpinCreateBody")


@_attrs_define(init=False)
class LockpinCreateBody:
    """
    Attributes:
        alias (str): what to call it
        pin (str): what to type: only digits, length from 5 to 8
        day_end_time (datetime.datetime | Unset): time of day from which the keypad refuses it; the date in it means
            nothing
        day_start_time (datetime.datetime | Unset): time of day from which the keypad takes it; the date in it means
            nothing
        end_date (datetime.datetime | Unset): when it ends for good; left out, it doesn't
        start_date (datetime.datetime | Unset): when it begins; left out, it does at once
        week_days (int | Unset): Days of the week. It is a set of flags: several days are the sum of their numbers, so
            Monday to Friday is 31.

            - `1`: Monday
            - `2`: Tuesday
            - `4`: Wednesday
            - `8`: Thursday
            - `16`: Friday
            - `32`: Saturday
            - `64`: Sunday
    """

    alias: str | Any
    pin: str | Any = _attrs_field(repr=_hide)
    day_end_time: datetime.datetime | Unset | Any = UNSET
    day_start_time: datetime.datetime | Unset | Any = UNSET
    end_date: datetime.datetime | Unset | Any = UNSET
    start_date: datetime.datetime | Unset | Any = UNSET
    week_days: int | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        alias: str,
        pin: str,
        day_end_time: datetime.datetime | Unset = UNSET,
        day_start_time: datetime.datetime | Unset = UNSET,
        end_date: datetime.datetime | Unset = UNSET,
        start_date: datetime.datetime | Unset = UNSET,
        week_days: int | Unset = UNSET,
    ) -> None:
        self.alias = alias
        self.pin = pin
        self.day_end_time = day_end_time
        self.day_start_time = day_start_time
        self.end_date = end_date
        self.start_date = start_date
        self.week_days = week_days
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("LockpinCreateBody", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "LockpinCreateBody", src_dict)
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
