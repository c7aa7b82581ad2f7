# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RepeatEvent")


@_attrs_define
class RepeatEvent:
    """When something is allowed: within a period, and in it on some days at some times.

    > **Note:** All of it is in UTC. Convert local times before you send them.

        Attributes:
            end_date (datetime.datetime): when the period ends
            start_date (datetime.datetime): when the period begins
            day_end_time (datetime.datetime | Unset): time of day at which access ends; the date in it means nothing
            day_start_time (datetime.datetime | Unset): time of day at which access begins; the date in it means nothing
            id (int | Unset): its id
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

    end_date: datetime.datetime
    start_date: datetime.datetime
    day_end_time: datetime.datetime | Unset = UNSET
    day_start_time: datetime.datetime | Unset = UNSET
    id: int | Unset = UNSET
    week_days: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        end_date = self.end_date.isoformat()

        start_date = self.start_date.isoformat()

        day_end_time: str | Unset = UNSET
        if not isinstance(self.day_end_time, Unset):
            day_end_time = self.day_end_time.isoformat()

        day_start_time: str | Unset = UNSET
        if not isinstance(self.day_start_time, Unset):
            day_start_time = self.day_start_time.isoformat()

        id = self.id

        week_days = self.week_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "endDate": end_date,
                "startDate": start_date,
            }
        )
        if day_end_time is not UNSET:
            field_dict["dayEndTime"] = day_end_time
        if day_start_time is not UNSET:
            field_dict["dayStartTime"] = day_start_time
        if id is not UNSET:
            field_dict["id"] = id
        if week_days is not UNSET:
            field_dict["weekDays"] = week_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        end_date = datetime.datetime.fromisoformat(d.pop("endDate"))

        start_date = datetime.datetime.fromisoformat(d.pop("startDate"))

        _day_end_time = d.pop("dayEndTime", UNSET)
        day_end_time: datetime.datetime | Unset
        if isinstance(_day_end_time, Unset):
            day_end_time = UNSET
        else:
            day_end_time = datetime.datetime.fromisoformat(_day_end_time)

        _day_start_time = d.pop("dayStartTime", UNSET)
        day_start_time: datetime.datetime | Unset
        if isinstance(_day_start_time, Unset):
            day_start_time = UNSET
        else:
            day_start_time = datetime.datetime.fromisoformat(_day_start_time)

        id = d.pop("id", UNSET)

        week_days = d.pop("weekDays", UNSET)

        repeat_event = cls(
            end_date=end_date,
            start_date=start_date,
            day_end_time=day_end_time,
            day_start_time=day_start_time,
            id=id,
            week_days=week_days,
        )

        repeat_event.additional_properties = d
        return repeat_event

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
