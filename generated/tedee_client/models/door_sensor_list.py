# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.door_sensor import DoorSensor


T = TypeVar("T", bound="DoorSensorList")


@_attrs_define
class DoorSensorList:
    """A page of door sensors.

    Attributes:
        door_sensors (list[DoorSensor]): those on this page
        items_per_page (int): how many fit on a page
        page (int): which page this is
    """

    door_sensors: list[DoorSensor]
    items_per_page: int
    page: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        door_sensors = []
        for door_sensors_item_data in self.door_sensors:
            door_sensors_item = door_sensors_item_data.to_dict()
            door_sensors.append(door_sensors_item)

        items_per_page = self.items_per_page

        page = self.page

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "doorSensors": door_sensors,
                "itemsPerPage": items_per_page,
                "page": page,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.door_sensor import DoorSensor  # noqa: PLC0415

        d = dict(src_dict)
        door_sensors = []
        _door_sensors = d.pop("doorSensors")
        for door_sensors_item_data in _door_sensors:
            door_sensors_item = DoorSensor.from_dict(door_sensors_item_data)

            door_sensors.append(door_sensors_item)

        items_per_page = d.pop("itemsPerPage")

        page = d.pop("page")

        door_sensor_list = cls(
            door_sensors=door_sensors,
            items_per_page=items_per_page,
            page=page,
        )

        door_sensor_list.additional_properties = d
        return door_sensor_list

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
