# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ExecuteCommand")


@_attrs_define
class ExecuteCommand:
    """A command that a lock was given.

    Attributes:
        last_state_changed_date (datetime.datetime): when the lock last changed its state, before the command
        operation_id (str): what to ask Get device operation for
    """

    last_state_changed_date: datetime.datetime
    operation_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        last_state_changed_date = self.last_state_changed_date.isoformat()

        operation_id = self.operation_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lastStateChangedDate": last_state_changed_date,
                "operationId": operation_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        last_state_changed_date = datetime.datetime.fromisoformat(d.pop("lastStateChangedDate"))

        operation_id = d.pop("operationId")

        execute_command = cls(
            last_state_changed_date=last_state_changed_date,
            operation_id=operation_id,
        )

        execute_command.additional_properties = d
        return execute_command

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
