# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.access_details_principal_type import AccessDetailsPrincipalType
from ..models.access_level import AccessLevel

T = TypeVar("T", bound="AccessDetails")


@_attrs_define(init=False)
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

    access_level: AccessLevel | int | Any
    day_end_time: datetime.datetime | None | Any
    day_start_time: datetime.datetime | None | Any
    device_id: int | Any
    end_date: datetime.datetime | None | Any
    id: UUID | Any
    is_pending: bool | Any
    organization_user_id: int | Any
    principal_id: UUID | Any
    principal_name: str | Any
    principal_type: AccessDetailsPrincipalType | int | Any
    remote_access_disabled: bool | Any
    start_date: datetime.datetime | None | Any
    user_email: None | str | Any
    week_days: int | None | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        access_level: AccessLevel | int,
        day_end_time: datetime.datetime | None,
        day_start_time: datetime.datetime | None,
        device_id: int,
        end_date: datetime.datetime | None,
        id: UUID,
        is_pending: bool,
        organization_user_id: int,
        principal_id: UUID,
        principal_name: str,
        principal_type: AccessDetailsPrincipalType | int,
        remote_access_disabled: bool,
        start_date: datetime.datetime | None,
        user_email: None | str,
        week_days: int | None,
    ) -> None:
        self.access_level = access_level
        self.day_end_time = day_end_time
        self.day_start_time = day_start_time
        self.device_id = device_id
        self.end_date = end_date
        self.id = id
        self.is_pending = is_pending
        self.organization_user_id = organization_user_id
        self.principal_id = principal_id
        self.principal_name = principal_name
        self.principal_type = principal_type
        self.remote_access_disabled = remote_access_disabled
        self.start_date = start_date
        self.user_email = user_email
        self.week_days = week_days
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("AccessDetails", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "AccessDetails", src_dict)
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
