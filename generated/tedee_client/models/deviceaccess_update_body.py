# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.access_level import AccessLevel

T = TypeVar("T", bound="DeviceaccessUpdateBody")


@_attrs_define(init=False)
class DeviceaccessUpdateBody:
    """
    Attributes:
        access_level (AccessLevel): How far an account is trusted with a device.

            - `0`: Guest
            - `1`: Admin
            - `2`: Owner
            - `3`: None
        day_end_time (datetime.datetime): time of day at which access ends; the date in it means nothing
        day_start_time (datetime.datetime): time of day at which access begins; the date in it means nothing
        end_date (datetime.datetime | None): when access ends for good; null for never
        remote_access_disabled (bool): whether it shall work near the device only
        start_date (datetime.datetime | None): when access begins; null for at once
        week_days (int): Days of the week. It is a set of flags: several days are the sum of their numbers, so Monday to
            Friday is 31.

            - `1`: Monday
            - `2`: Tuesday
            - `4`: Wednesday
            - `8`: Thursday
            - `16`: Friday
            - `32`: Saturday
            - `64`: Sunday
    """

    access_level: AccessLevel | Any
    day_end_time: datetime.datetime | Any
    day_start_time: datetime.datetime | Any
    end_date: datetime.datetime | None | Any
    remote_access_disabled: bool | Any
    start_date: datetime.datetime | None | Any
    week_days: int | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        access_level: AccessLevel,
        day_end_time: datetime.datetime,
        day_start_time: datetime.datetime,
        end_date: datetime.datetime | None,
        remote_access_disabled: bool,
        start_date: datetime.datetime | None,
        week_days: int,
    ) -> None:
        self.access_level = access_level
        self.day_end_time = day_end_time
        self.day_start_time = day_start_time
        self.end_date = end_date
        self.remote_access_disabled = remote_access_disabled
        self.start_date = start_date
        self.week_days = week_days
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("DeviceaccessUpdateBody", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "DeviceaccessUpdateBody", src_dict)
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
