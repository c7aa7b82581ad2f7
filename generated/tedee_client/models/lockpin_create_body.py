# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="LockpinCreateBody")


@_attrs_define
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

    alias: str
    pin: str
    day_end_time: datetime.datetime | Unset = UNSET
    day_start_time: datetime.datetime | Unset = UNSET
    end_date: datetime.datetime | Unset = UNSET
    start_date: datetime.datetime | Unset = UNSET
    week_days: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        alias = self.alias

        pin = self.pin

        day_end_time: str | Unset = UNSET
        if not isinstance(self.day_end_time, Unset):
            day_end_time = self.day_end_time.isoformat()

        day_start_time: str | Unset = UNSET
        if not isinstance(self.day_start_time, Unset):
            day_start_time = self.day_start_time.isoformat()

        end_date: str | Unset = UNSET
        if not isinstance(self.end_date, Unset):
            end_date = self.end_date.isoformat()

        start_date: str | Unset = UNSET
        if not isinstance(self.start_date, Unset):
            start_date = self.start_date.isoformat()

        week_days = self.week_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alias": alias,
                "pin": pin,
            }
        )
        if day_end_time is not UNSET:
            field_dict["dayEndTime"] = day_end_time
        if day_start_time is not UNSET:
            field_dict["dayStartTime"] = day_start_time
        if end_date is not UNSET:
            field_dict["endDate"] = end_date
        if start_date is not UNSET:
            field_dict["startDate"] = start_date
        if week_days is not UNSET:
            field_dict["weekDays"] = week_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        alias = d.pop("alias")

        pin = d.pop("pin")

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

        _end_date = d.pop("endDate", UNSET)
        end_date: datetime.datetime | Unset
        if isinstance(_end_date, Unset):
            end_date = UNSET
        else:
            end_date = datetime.datetime.fromisoformat(_end_date)

        _start_date = d.pop("startDate", UNSET)
        start_date: datetime.datetime | Unset
        if isinstance(_start_date, Unset):
            start_date = UNSET
        else:
            start_date = datetime.datetime.fromisoformat(_start_date)

        week_days = d.pop("weekDays", UNSET)

        lockpin_create_body = cls(
            alias=alias,
            pin=pin,
            day_end_time=day_end_time,
            day_start_time=day_start_time,
            end_date=end_date,
            start_date=start_date,
            week_days=week_days,
        )

        lockpin_create_body.additional_properties = d
        return lockpin_create_body

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
