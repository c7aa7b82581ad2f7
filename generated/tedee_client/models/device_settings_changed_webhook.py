# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.device_settings_changed_webhook_data import (
        DeviceSettingsChangedWebhookData,
    )


T = TypeVar("T", bound="DeviceSettingsChangedWebhook")


@_attrs_define
class DeviceSettingsChangedWebhook:
    """
    Attributes:
        data (DeviceSettingsChangedWebhookData): what happened
        event (Literal['device-settings-changed']): the event's name: "device-settings-changed"
        timestamp (datetime.datetime): when the message was sent
        user_identity (str): the account that the message is for
    """

    data: DeviceSettingsChangedWebhookData
    event: Literal["device-settings-changed"]
    timestamp: datetime.datetime
    user_identity: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        event = self.event

        timestamp = self.timestamp.isoformat()

        user_identity = self.user_identity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "event": event,
                "timestamp": timestamp,
                "userIdentity": user_identity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.device_settings_changed_webhook_data import (
            DeviceSettingsChangedWebhookData,  # noqa: PLC0415
        )

        d = dict(src_dict)
        data = DeviceSettingsChangedWebhookData.from_dict(d.pop("data"))

        event = cast(Literal["device-settings-changed"], d.pop("event"))
        if event != "device-settings-changed":
            raise ValueError(f"event must match const 'device-settings-changed', got '{event}'")

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        user_identity = d.pop("userIdentity")

        device_settings_changed_webhook = cls(
            data=data,
            event=event,
            timestamp=timestamp,
            user_identity=user_identity,
        )

        device_settings_changed_webhook.additional_properties = d
        return device_settings_changed_webhook

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
