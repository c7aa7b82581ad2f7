# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BellButtonPressedWebhookData")


@_attrs_define
class BellButtonPressedWebhookData:
    """what happened

    Attributes:
        device_id (int): the lock's id, not the keypad's
        event_time (datetime.datetime): when it was pressed
    """

    device_id: int
    event_time: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_id = self.device_id

        event_time = self.event_time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceId": device_id,
                "eventTime": event_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        device_id = d.pop("deviceId")

        event_time = datetime.datetime.fromisoformat(d.pop("eventTime"))

        bell_button_pressed_webhook_data = cls(
            device_id=device_id,
            event_time=event_time,
        )

        bell_button_pressed_webhook_data.additional_properties = d
        return bell_button_pressed_webhook_data

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
