# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_details_principal_type import AccessDetailsPrincipalType
from ..models.access_level import AccessLevel

T = TypeVar("T", bound="AccessDetails")


@_attrs_define
class AccessDetails:
    """The access that a person or group has to a device.

    Attributes:
        access_level (AccessLevel | int): how far they are trusted
        day_end_time (datetime.datetime | None): time of day at which access ends; the date in it means nothing
        day_start_time (datetime.datetime | None): time of day at which access begins; the date in it means nothing
        device_id (int): the device
        end_date (datetime.datetime | None): when access ends for good; null for never
        id (UUID): the access's id
        is_pending (bool): whether it waits for a person who was invited to make an account
        organization_user_id (int): who they are as a member of the organization; 0 for groups and for those who are no
            member
        principal_id (UUID): the person or group
        principal_name (str): what the person or group is called
        principal_type (AccessDetailsPrincipalType | int): who has it: 0 = User, 1 = UserGroup
        remote_access_disabled (bool): whether it works near the device only
        start_date (datetime.datetime | None): when access begins; null for at once
        user_email (None | str): the person's email address; null for a group
        week_days (int | None): on which days; null for all of them
    """

    access_level: AccessLevel | int
    day_end_time: datetime.datetime | None
    day_start_time: datetime.datetime | None
    device_id: int
    end_date: datetime.datetime | None
    id: UUID
    is_pending: bool
    organization_user_id: int
    principal_id: UUID
    principal_name: str
    principal_type: AccessDetailsPrincipalType | int
    remote_access_disabled: bool
    start_date: datetime.datetime | None
    user_email: None | str
    week_days: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_level: int
        if isinstance(self.access_level, AccessLevel):
            access_level = self.access_level.value
        else:
            access_level = self.access_level

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

        device_id = self.device_id

        end_date: None | str
        if isinstance(self.end_date, datetime.datetime):
            end_date = self.end_date.isoformat()
        else:
            end_date = self.end_date

        id = str(self.id)

        is_pending = self.is_pending

        organization_user_id = self.organization_user_id

        principal_id = str(self.principal_id)

        principal_name = self.principal_name

        principal_type: int
        if isinstance(self.principal_type, AccessDetailsPrincipalType):
            principal_type = self.principal_type.value
        else:
            principal_type = self.principal_type

        remote_access_disabled = self.remote_access_disabled

        start_date: None | str
        if isinstance(self.start_date, datetime.datetime):
            start_date = self.start_date.isoformat()
        else:
            start_date = self.start_date

        user_email: None | str
        user_email = self.user_email

        week_days: int | None
        week_days = self.week_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessLevel": access_level,
                "dayEndTime": day_end_time,
                "dayStartTime": day_start_time,
                "deviceId": device_id,
                "endDate": end_date,
                "id": id,
                "isPending": is_pending,
                "organizationUserId": organization_user_id,
                "principalId": principal_id,
                "principalName": principal_name,
                "principalType": principal_type,
                "remoteAccessDisabled": remote_access_disabled,
                "startDate": start_date,
                "userEmail": user_email,
                "weekDays": week_days,
            }
        )

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

        device_id = d.pop("deviceId")

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

        id = UUID(d.pop("id"))

        is_pending = d.pop("isPending")

        organization_user_id = d.pop("organizationUserId")

        principal_id = UUID(d.pop("principalId"))

        principal_name = d.pop("principalName")

        def _parse_principal_type(data: object) -> AccessDetailsPrincipalType | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                principal_type_principal_type = AccessDetailsPrincipalType(data)

                return principal_type_principal_type
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessDetailsPrincipalType | int, data)

        principal_type = _parse_principal_type(d.pop("principalType"))

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

        def _parse_user_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_email = _parse_user_email(d.pop("userEmail"))

        def _parse_week_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        week_days = _parse_week_days(d.pop("weekDays"))

        access_details = cls(
            access_level=access_level,
            day_end_time=day_end_time,
            day_start_time=day_start_time,
            device_id=device_id,
            end_date=end_date,
            id=id,
            is_pending=is_pending,
            organization_user_id=organization_user_id,
            principal_id=principal_id,
            principal_name=principal_name,
            principal_type=principal_type,
            remote_access_disabled=remote_access_disabled,
            start_date=start_date,
            user_email=user_email,
            week_days=week_days,
        )

        access_details.additional_properties = d
        return access_details

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
