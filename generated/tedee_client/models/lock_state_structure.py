# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.door_state import DoorState
from ..models.lock_state import LockState

T = TypeVar("T", bound="LockStateStructure")


@_attrs_define
class LockStateStructure:
    """What a lock last told of itself.

    Attributes:
        battery_level (int): charge of its battery in percent
        door_state (DoorState | int): the door, as a paired sensor sees it
        is_charging (bool): whether it is being charged
        last_state_changed_date (datetime.datetime): when `state` last changed
        state (int | LockState): where the bolt is
        state_change_result (int): how the last movement went: 0 for well, more for an error
    """

    battery_level: int
    door_state: DoorState | int
    is_charging: bool
    last_state_changed_date: datetime.datetime
    state: int | LockState
    state_change_result: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        battery_level = self.battery_level

        door_state: int
        if isinstance(self.door_state, DoorState):
            door_state = self.door_state.value
        else:
            door_state = self.door_state

        is_charging = self.is_charging

        last_state_changed_date = self.last_state_changed_date.isoformat()

        state: int
        if isinstance(self.state, LockState):
            state = self.state.value
        else:
            state = self.state

        state_change_result = self.state_change_result

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "batteryLevel": battery_level,
                "doorState": door_state,
                "isCharging": is_charging,
                "lastStateChangedDate": last_state_changed_date,
                "state": state,
                "stateChangeResult": state_change_result,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        battery_level = d.pop("batteryLevel")

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

        is_charging = d.pop("isCharging")

        last_state_changed_date = datetime.datetime.fromisoformat(d.pop("lastStateChangedDate"))

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

        state_change_result = d.pop("stateChangeResult")

        lock_state_structure = cls(
            battery_level=battery_level,
            door_state=door_state,
            is_charging=is_charging,
            last_state_changed_date=last_state_changed_date,
            state=state,
            state_change_result=state_change_result,
        )

        lock_state_structure.additional_properties = d
        return lock_state_structure

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
