# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.door_sensor import DoorSensor


T = TypeVar("T", bound="DoorSensorEnvelope")


@_attrs_define
class DoorSensorEnvelope:
    """
    Attributes:
        result (DoorSensor): A sensor at a door that tells its lock whether the door is open.

            > **Note:** The sensor's own state is about its battery. Where the door is, its lock tells: see `doorState` in
            the Lock state, whose values are those of Door state.
        error_messages (list[str]):
        status_code (int):
        success (bool):
    """

    result: DoorSensor
    error_messages: list[str]
    status_code: int
    success: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        result = self.result.to_dict()

        error_messages = self.error_messages

        status_code = self.status_code

        success = self.success

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "result": result,
                "errorMessages": error_messages,
                "statusCode": status_code,
                "success": success,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.door_sensor import DoorSensor  # noqa: PLC0415

        d = dict(src_dict)
        result = DoorSensor.from_dict(d.pop("result"))

        error_messages = cast(list[str], d.pop("errorMessages"))

        status_code = d.pop("statusCode")

        success = d.pop("success")

        door_sensor_envelope = cls(
            result=result,
            error_messages=error_messages,
            status_code=status_code,
            success=success,
        )

        door_sensor_envelope.additional_properties = d
        return door_sensor_envelope

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
