# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceAccess")


@_attrs_define
class DeviceAccess:
    """What an account may do with a device that somebody shared with it.

    Attributes:
        access_level (AccessLevel | int): the level that it was given
        remote_access_disabled (bool): whether it works near the device only
        day_end_time (datetime.datetime | None | Unset): time of day at which access ends; the date in it means nothing
        day_start_time (datetime.datetime | None | Unset): time of day at which access begins; the date in it means
            nothing
        end_date (datetime.datetime | None | Unset): when access ends for good; null for never
        start_date (datetime.datetime | None | Unset): when access begins; null for at once
        week_days (int | None | Unset): on which days; null for all of them
    """

    access_level: AccessLevel | int
    remote_access_disabled: bool
    day_end_time: datetime.datetime | None | Unset = UNSET
    day_start_time: datetime.datetime | None | Unset = UNSET
    end_date: datetime.datetime | None | Unset = UNSET
    start_date: datetime.datetime | None | Unset = UNSET
    week_days: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_level: int
        if isinstance(self.access_level, AccessLevel):
            access_level = self.access_level.value
        else:
            access_level = self.access_level

        remote_access_disabled = self.remote_access_disabled

        day_end_time: None | str | Unset
        if isinstance(self.day_end_time, Unset):
            day_end_time = UNSET
        elif isinstance(self.day_end_time, datetime.datetime):
            day_end_time = self.day_end_time.isoformat()
        else:
            day_end_time = self.day_end_time

        day_start_time: None | str | Unset
        if isinstance(self.day_start_time, Unset):
            day_start_time = UNSET
        elif isinstance(self.day_start_time, datetime.datetime):
            day_start_time = self.day_start_time.isoformat()
        else:
            day_start_time = self.day_start_time

        end_date: None | str | Unset
        if isinstance(self.end_date, Unset):
            end_date = UNSET
        elif isinstance(self.end_date, datetime.datetime):
            end_date = self.end_date.isoformat()
        else:
            end_date = self.end_date

        start_date: None | str | Unset
        if isinstance(self.start_date, Unset):
            start_date = UNSET
        elif isinstance(self.start_date, datetime.datetime):
            start_date = self.start_date.isoformat()
        else:
            start_date = self.start_date

        week_days: int | None | Unset
        if isinstance(self.week_days, Unset):
            week_days = UNSET
        else:
            week_days = self.week_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessLevel": access_level,
                "remoteAccessDisabled": remote_access_disabled,
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

        def _parse_access_level(data: object) -> AccessLevel | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                access_level_type_0 = AccessLevel(data)

                return access_level_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessLevel | int, data)

        access_level = _parse_access_level(d.pop("accessLevel"))

        remote_access_disabled = d.pop("remoteAccessDisabled")

        def _parse_day_end_time(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                day_end_time_type_0 = datetime.datetime.fromisoformat(data)

                return day_end_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        day_end_time = _parse_day_end_time(d.pop("dayEndTime", UNSET))

        def _parse_day_start_time(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                day_start_time_type_0 = datetime.datetime.fromisoformat(data)

                return day_start_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        day_start_time = _parse_day_start_time(d.pop("dayStartTime", UNSET))

        def _parse_end_date(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_date_type_0 = datetime.datetime.fromisoformat(data)

                return end_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        end_date = _parse_end_date(d.pop("endDate", UNSET))

        def _parse_start_date(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_date_type_0 = datetime.datetime.fromisoformat(data)

                return start_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        start_date = _parse_start_date(d.pop("startDate", UNSET))

        def _parse_week_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        week_days = _parse_week_days(d.pop("weekDays", UNSET))

        device_access = cls(
            access_level=access_level,
            remote_access_disabled=remote_access_disabled,
            day_end_time=day_end_time,
            day_start_time=day_start_time,
            end_date=end_date,
            start_date=start_date,
            week_days=week_days,
        )

        device_access.additional_properties = d
        return device_access

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
