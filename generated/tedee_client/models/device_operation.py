# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.device_operation_status import DeviceOperationStatus
from ..models.device_operation_type import DeviceOperationType

T = TypeVar("T", bound="DeviceOperation")


@_attrs_define(init=False)
class DeviceOperation:
    """How a command stands.

    Attributes:
        device_id (int): the lock
        operation_id (str): the command's id
        result (int): 0 for well, more for an error
        status (DeviceOperationStatus | str): `COMPLETED` or `PENDING`
        type_ (DeviceOperationType | int): which command it was
    """

    device_id: int | Any
    operation_id: str | Any
    result: int | Any
    status: DeviceOperationStatus | str | Any
    type_: DeviceOperationType | int | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        device_id: int,
        operation_id: str,
        result: int,
        status: DeviceOperationStatus | str,
        type_: DeviceOperationType | int,
    ) -> None:
        self.device_id = device_id
        self.operation_id = operation_id
        self.result = result
        self.status = status
        self.type_ = type_
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("DeviceOperation", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "DeviceOperation", src_dict)
        return made

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
