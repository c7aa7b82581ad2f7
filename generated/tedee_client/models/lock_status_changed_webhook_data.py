# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_type import DeviceType
from ..models.door_state import DoorState
from ..models.lock_state import LockState

T = TypeVar("T", bound="LockStatusChangedWebhookData")


@_attrs_define
class LockStatusChangedWebhookData:
    """what happened

    Attributes:
        device_id (int): the device's id
        device_type (DeviceType | int): which product it is
        door_state (DoorState | int): where the door is
        event_time (datetime.datetime): when it changed
        state (int | LockState): where the bolt is
    """

    device_id: int
    device_type: DeviceType | int
    door_state: DoorState | int
    event_time: datetime.datetime
    state: int | LockState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_id = self.device_id

        device_type: int
        if isinstance(self.device_type, DeviceType):
            device_type = self.device_type.value
        else:
            device_type = self.device_type

        door_state: int
        if isinstance(self.door_state, DoorState):
            door_state = self.door_state.value
        else:
            door_state = self.door_state

        event_time = self.event_time.isoformat()

        state: int
        if isinstance(self.state, LockState):
            state = self.state.value
        else:
            state = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceId": device_id,
                "deviceType": device_type,
                "doorState": door_state,
                "eventTime": event_time,
                "state": state,
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

        def _parse_door_state(data: object) -> DoorState | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                door_state_type_0 = DoorState(data)

                return door_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DoorState | int, data)

        door_state = _parse_door_state(d.pop("doorState"))

        event_time = datetime.datetime.fromisoformat(d.pop("eventTime"))

        def _parse_state(data: object) -> int | LockState:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                state_type_0 = LockState(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(int | LockState, data)

        state = _parse_state(d.pop("state"))

        lock_status_changed_webhook_data = cls(
            device_id=device_id,
            device_type=device_type,
            door_state=door_state,
            event_time=event_time,
            state=state,
        )

        lock_status_changed_webhook_data.additional_properties = d
        return lock_status_changed_webhook_data

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
