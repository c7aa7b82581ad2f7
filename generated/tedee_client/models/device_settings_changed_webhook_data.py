# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_type import DeviceType

T = TypeVar("T", bound="DeviceSettingsChangedWebhookData")


@_attrs_define
class DeviceSettingsChangedWebhookData:
    """what happened

    Attributes:
        device_id (int): the device's id
        device_type (DeviceType | int): which product it is
        event_time (datetime.datetime): when they changed
        name (str): its name now
        revision (int): the revision of the settings now
    """

    device_id: int
    device_type: DeviceType | int
    event_time: datetime.datetime
    name: str
    revision: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_id = self.device_id

        device_type: int
        if isinstance(self.device_type, DeviceType):
            device_type = self.device_type.value
        else:
            device_type = self.device_type

        event_time = self.event_time.isoformat()

        name = self.name

        revision = self.revision

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceId": device_id,
                "deviceType": device_type,
                "eventTime": event_time,
                "name": name,
                "revision": revision,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
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

        name = d.pop("name")

        revision = d.pop("revision")

        device_settings_changed_webhook_data = cls(
            device_id=device_id,
            device_type=device_type,
            event_time=event_time,
            name=name,
            revision=revision,
        )

        device_settings_changed_webhook_data.additional_properties = d
        return device_settings_changed_webhook_data

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
