# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.gate import Gate


T = TypeVar("T", bound="GateEnvelope")


@_attrs_define
class GateEnvelope:
    """
    Attributes:
        result (Gate): A gate, which is another vendor's device, as the account sees it. Two members tell whether it can
            be opened:

            - *connected*: `isPresentInExternal` and `isConnected` are set. It can be opened.
            - *disconnected*: only `isPresentInExternal` is set. BleBox knows the gate and doesn't reach it; opening it
            fails unless it comes back in the meantime.
            - *unlinked*: `isPresentInExternal` is false. Somebody removed it from the BleBox account.

            All of this is as of the last synchronization: one gate's, or that of all.
        error_messages (list[str]):
        status_code (int):
        success (bool):
    """

    result: Gate
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
        from ..models.gate import Gate  # noqa: PLC0415

        d = dict(src_dict)
        result = Gate.from_dict(d.pop("result"))

        error_messages = cast(list[str], d.pop("errorMessages"))

        status_code = d.pop("statusCode")

        success = d.pop("success")

        gate_envelope = cls(
            result=result,
            error_messages=error_messages,
            status_code=status_code,
            success=success,
        )

        gate_envelope.additional_properties = d
        return gate_envelope

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
