# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_type import DeviceType

T = TypeVar("T", bound="DeviceBatteryLevelChangedWebhookData")


@_attrs_define
class DeviceBatteryLevelChangedWebhookData:
    """what happened

    Attributes:
        battery_level (int): the level now, in percent
        device_id (int): the device's id
        device_type (DeviceType | int): which product it is
        event_time (datetime.datetime): when it changed
    """

    battery_level: int
    device_id: int
    device_type: DeviceType | int
    event_time: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        battery_level = self.battery_level

        device_id = self.device_id

        device_type: int
        if isinstance(self.device_type, DeviceType):
            device_type = self.device_type.value
        else:
            device_type = self.device_type

        event_time = self.event_time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "batteryLevel": battery_level,
                "deviceId": device_id,
                "deviceType": device_type,
                "eventTime": event_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        battery_level = d.pop("batteryLevel")

        device_id = d.pop("deviceId")

        def _parse_device_type(data: object) -> DeviceType | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                device_type_type_0 = DeviceType(data)

                return device_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceType | int, data)

        device_type = _parse_device_type(d.pop("deviceType"))

        event_time = datetime.datetime.fromisoformat(d.pop("eventTime"))

        device_battery_level_changed_webhook_data = cls(
            battery_level=battery_level,
            device_id=device_id,
            device_type=device_type,
            event_time=event_time,
        )

        device_battery_level_changed_webhook_data.additional_properties = d
        return device_battery_level_changed_webhook_data

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
