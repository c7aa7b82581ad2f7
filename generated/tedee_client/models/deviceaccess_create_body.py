# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_level import AccessLevel
from ..models.deviceaccess_create_body_principal_type import (
    DeviceaccessCreateBodyPrincipalType,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceaccessCreateBody")


@_attrs_define
class DeviceaccessCreateBody:
    """
    Attributes:
        access_level (AccessLevel): How far an account is trusted with a device.

            - `0`: Guest
            - `1`: Admin
            - `2`: Owner
            - `3`: None
        day_end_time (None | str): time of day at which access ends; the date in it means nothing
        day_start_time (None | str): time of day at which access begins; the date in it means nothing
        end_date (None | str): when access ends for good; null for never
        principal_type (DeviceaccessCreateBodyPrincipalType): who it is for: 0 = User, 1 = UserGroup
        remote_access_disabled (bool): whether it shall work near the device only
        start_date (None | str): when access begins; null for at once
        week_days (int | None): on which days; null for all of them
        principal_id (UUID | Unset): the group; required for principalType: 1
        user_email (str | Unset): the person's email address; required for principalType: 0
    """

    access_level: AccessLevel
    day_end_time: None | str
    day_start_time: None | str
    end_date: None | str
    principal_type: DeviceaccessCreateBodyPrincipalType
    remote_access_disabled: bool
    start_date: None | str
    week_days: int | None
    principal_id: UUID | Unset = UNSET
    user_email: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_level = self.access_level.value

        day_end_time: None | str
        day_end_time = self.day_end_time

        day_start_time: None | str
        day_start_time = self.day_start_time

        end_date: None | str
        end_date = self.end_date

        principal_type = self.principal_type.value

        remote_access_disabled = self.remote_access_disabled

        start_date: None | str
        start_date = self.start_date

        week_days: int | None
        week_days = self.week_days

        principal_id: str | Unset = UNSET
        if not isinstance(self.principal_id, Unset):
            principal_id = str(self.principal_id)

        user_email = self.user_email

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessLevel": access_level,
                "dayEndTime": day_end_time,
                "dayStartTime": day_start_time,
                "endDate": end_date,
                "principalType": principal_type,
                "remoteAccessDisabled": remote_access_disabled,
                "startDate": start_date,
                "weekDays": week_days,
            }
        )
        if principal_id is not UNSET:
            field_dict["principalId"] = principal_id
        if user_email is not UNSET:
            field_dict["userEmail"] = user_email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_level = AccessLevel(d.pop("accessLevel"))

        def _parse_day_end_time(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        day_end_time = _parse_day_end_time(d.pop("dayEndTime"))

        def _parse_day_start_time(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        day_start_time = _parse_day_start_time(d.pop("dayStartTime"))

        def _parse_end_date(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        end_date = _parse_end_date(d.pop("endDate"))

        principal_type = DeviceaccessCreateBodyPrincipalType(d.pop("principalType"))

        remote_access_disabled = d.pop("remoteAccessDisabled")

        def _parse_start_date(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        start_date = _parse_start_date(d.pop("startDate"))

        def _parse_week_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        week_days = _parse_week_days(d.pop("weekDays"))

        _principal_id = d.pop("principalId", UNSET)
        principal_id: UUID | Unset
        if isinstance(_principal_id, Unset):
            principal_id = UNSET
        else:
            principal_id = UUID(_principal_id)

        user_email = d.pop("userEmail", UNSET)

        deviceaccess_create_body = cls(
            access_level=access_level,
            day_end_time=day_end_time,
            day_start_time=day_start_time,
            end_date=end_date,
            principal_type=principal_type,
            remote_access_disabled=remote_access_disabled,
            start_date=start_date,
            week_days=week_days,
            principal_id=principal_id,
            user_email=user_email,
        )

        deviceaccess_create_body.additional_properties = d
        return deviceaccess_create_body

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
