# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_operation_status import DeviceOperationStatus
from ..models.device_operation_type import DeviceOperationType

T = TypeVar("T", bound="DeviceOperation")


@_attrs_define
class DeviceOperation:
    """How a command stands.

    Attributes:
        device_id (int): the lock
        operation_id (str): the command's id
        result (int): 0 for well, more for an error
        status (DeviceOperationStatus | str): `COMPLETED` or `PENDING`
        type_ (DeviceOperationType | int): which command it was
    """

    device_id: int
    operation_id: str
    result: int
    status: DeviceOperationStatus | str
    type_: DeviceOperationType | int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_id = self.device_id

        operation_id = self.operation_id

        result = self.result

        status: str
        if isinstance(self.status, DeviceOperationStatus):
            status = self.status.value
        else:
            status = self.status

        type_: int
        if isinstance(self.type_, DeviceOperationType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceId": device_id,
                "operationId": operation_id,
                "result": result,
                "status": status,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        device_id = d.pop("deviceId")

        operation_id = d.pop("operationId")

        result = d.pop("result")

        def _parse_status(data: object) -> DeviceOperationStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_status = DeviceOperationStatus(data)

                return status_status
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceOperationStatus | str, data)

        status = _parse_status(d.pop("status"))

        def _parse_type_(data: object) -> DeviceOperationType | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                type_type_0 = DeviceOperationType(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceOperationType | int, data)

        type_ = _parse_type_(d.pop("type"))

        device_operation = cls(
            device_id=device_id,
            operation_id=operation_id,
            result=result,
            status=status,
            type_=type_,
        )

        device_operation.additional_properties = d
        return device_operation

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
