# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.activity_source import ActivitySource
from ..models.event_type import EventType
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceActivity")


@_attrs_define
class DeviceActivity:
    """One thing that happened to a device.

    Attributes:
        date (datetime.datetime): when, in UTC
        device_id (int): the device
        event (EventType | int): what happened
        id (int): the activity's id
        source (ActivitySource | int): who reported it
        user_id (int | Unset): who did it; left out where nobody knows
        username (str | Unset): what they are called; left out where nobody knows
    """

    date: datetime.datetime
    device_id: int
    event: EventType | int
    id: int
    source: ActivitySource | int
    user_id: int | Unset = UNSET
    username: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        date = self.date.isoformat()

        device_id = self.device_id

        event: int
        if isinstance(self.event, EventType):
            event = self.event.value
        else:
            event = self.event

        id = self.id

        source: int
        if isinstance(self.source, ActivitySource):
            source = self.source.value
        else:
            source = self.source

        user_id = self.user_id

        username = self.username

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "date": date,
                "deviceId": device_id,
                "event": event,
                "id": id,
                "source": source,
            }
        )
        if user_id is not UNSET:
            field_dict["userId"] = user_id
        if username is not UNSET:
            field_dict["username"] = username

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        date = datetime.datetime.fromisoformat(d.pop("date"))

        device_id = d.pop("deviceId")

        def _parse_event(data: object) -> EventType | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                event_type_0 = EventType(data)

                return event_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EventType | int, data)

        event = _parse_event(d.pop("event"))

        id = d.pop("id")

        def _parse_source(data: object) -> ActivitySource | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                source_type_0 = ActivitySource(data)

                return source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ActivitySource | int, data)

        source = _parse_source(d.pop("source"))

        user_id = d.pop("userId", UNSET)

        username = d.pop("username", UNSET)

        device_activity = cls(
            date=date,
            device_id=device_id,
            event=event,
            id=id,
            source=source,
            user_id=user_id,
            username=username,
        )

        device_activity.additional_properties = d
        return device_activity

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
