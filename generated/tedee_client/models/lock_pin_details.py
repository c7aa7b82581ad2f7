# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LockPinDetails")


@_attrs_define
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

    alias: str
    day_end_time: datetime.datetime | None
    day_start_time: datetime.datetime | None
    end_date: datetime.datetime | None
    id: int
    pin: str
    start_date: datetime.datetime | None
    week_days: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        alias = self.alias

        day_end_time: None | str
        if isinstance(self.day_end_time, datetime.datetime):
            day_end_time = self.day_end_time.isoformat()
        else:
            day_end_time = self.day_end_time

        day_start_time: None | str
        if isinstance(self.day_start_time, datetime.datetime):
            day_start_time = self.day_start_time.isoformat()
        else:
            day_start_time = self.day_start_time

        end_date: None | str
        if isinstance(self.end_date, datetime.datetime):
            end_date = self.end_date.isoformat()
        else:
            end_date = self.end_date

        id = self.id

        pin = self.pin

        start_date: None | str
        if isinstance(self.start_date, datetime.datetime):
            start_date = self.start_date.isoformat()
        else:
            start_date = self.start_date

        week_days: int | None
        week_days = self.week_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alias": alias,
                "dayEndTime": day_end_time,
                "dayStartTime": day_start_time,
                "endDate": end_date,
                "id": id,
                "pin": pin,
                "startDate": start_date,
                "weekDays": week_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        alias = d.pop("alias")

        def _parse_day_end_time(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                day_end_time_type_0 = datetime.datetime.fromisoformat(data)

                return day_end_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        day_end_time = _parse_day_end_time(d.pop("dayEndTime"))

        def _parse_day_start_time(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                day_start_time_type_0 = datetime.datetime.fromisoformat(data)

                return day_start_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        day_start_time = _parse_day_start_time(d.pop("dayStartTime"))

        def _parse_end_date(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_date_type_0 = datetime.datetime.fromisoformat(data)

                return end_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        end_date = _parse_end_date(d.pop("endDate"))

        id = d.pop("id")

        pin = d.pop("pin")

        def _parse_start_date(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_date_type_0 = datetime.datetime.fromisoformat(data)

                return start_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        start_date = _parse_start_date(d.pop("startDate"))

        def _parse_week_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        week_days = _parse_week_days(d.pop("weekDays"))

        lock_pin_details = cls(
            alias=alias,
            day_end_time=day_end_time,
            day_start_time=day_start_time,
            end_date=end_date,
            id=id,
            pin=pin,
            start_date=start_date,
            week_days=week_days,
        )

        lock_pin_details.additional_properties = d
        return lock_pin_details

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
