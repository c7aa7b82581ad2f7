# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DoorSensorState")


@_attrs_define
class DoorSensorState:
    """What a door sensor last told of itself. Both members are there only while the battery's level is news: when it has
    not changed for 30 days, they are left out.

        Attributes:
            battery_level (int | Unset): charge of its battery in percent
            battery_level_modified_time (datetime.datetime | Unset): when `batteryLevel` last changed
    """

    battery_level: int | Unset = UNSET
    battery_level_modified_time: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        battery_level = self.battery_level

        battery_level_modified_time: str | Unset = UNSET
        if not isinstance(self.battery_level_modified_time, Unset):
            battery_level_modified_time = self.battery_level_modified_time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if battery_level is not UNSET:
            field_dict["batteryLevel"] = battery_level
        if battery_level_modified_time is not UNSET:
            field_dict["batteryLevelModifiedTime"] = battery_level_modified_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        battery_level = d.pop("batteryLevel", UNSET)

        _battery_level_modified_time = d.pop("batteryLevelModifiedTime", UNSET)
        battery_level_modified_time: datetime.datetime | Unset
        if isinstance(_battery_level_modified_time, Unset):
            battery_level_modified_time = UNSET
        else:
            battery_level_modified_time = datetime.datetime.fromisoformat(_battery_level_modified_time)

        door_sensor_state = cls(
            battery_level=battery_level,
            battery_level_modified_time=battery_level_modified_time,
        )

        door_sensor_state.additional_properties = d
        return door_sensor_state

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
