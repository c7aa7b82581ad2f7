# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel

T = TypeVar("T", bound="DeviceaccessUpdateBody")


@_attrs_define
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

    access_level: AccessLevel
    day_end_time: datetime.datetime
    day_start_time: datetime.datetime
    end_date: datetime.datetime | None
    remote_access_disabled: bool
    start_date: datetime.datetime | None
    week_days: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_level = self.access_level.value

        day_end_time = self.day_end_time.isoformat()

        day_start_time = self.day_start_time.isoformat()

        end_date: None | str
        if isinstance(self.end_date, datetime.datetime):
            end_date = self.end_date.isoformat()
        else:
            end_date = self.end_date

        remote_access_disabled = self.remote_access_disabled

        start_date: None | str
        if isinstance(self.start_date, datetime.datetime):
            start_date = self.start_date.isoformat()
        else:
            start_date = self.start_date

        week_days = self.week_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessLevel": access_level,
                "dayEndTime": day_end_time,
                "dayStartTime": day_start_time,
                "endDate": end_date,
                "remoteAccessDisabled": remote_access_disabled,
                "startDate": start_date,
                "weekDays": week_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_level = AccessLevel(d.pop("accessLevel"))

        day_end_time = datetime.datetime.fromisoformat(d.pop("dayEndTime"))

        day_start_time = datetime.datetime.fromisoformat(d.pop("dayStartTime"))

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

        remote_access_disabled = d.pop("remoteAccessDisabled")

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

        week_days = d.pop("weekDays")

        deviceaccess_update_body = cls(
            access_level=access_level,
            day_end_time=day_end_time,
            day_start_time=day_start_time,
            end_date=end_date,
            remote_access_disabled=remote_access_disabled,
            start_date=start_date,
            week_days=week_days,
        )

        deviceaccess_update_body.additional_properties = d
        return deviceaccess_update_body

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
