# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.door_state import DoorState
from ..models.lock_state import LockState

T = TypeVar("T", bound="LockStateStructure")


@_attrs_define(init=False)
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

    battery_level: int | Any
    door_state: DoorState | int | Any
    is_charging: bool | Any
    last_state_changed_date: datetime.datetime | Any
    state: int | LockState | Any
    state_change_result: int | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        battery_level: int,
        door_state: DoorState | int,
        is_charging: bool,
        last_state_changed_date: datetime.datetime,
        state: int | LockState,
        state_change_result: int,
    ) -> None:
        self.battery_level = battery_level
        self.door_state = door_state
        self.is_charging = is_charging
        self.last_state_changed_date = last_state_changed_date
        self.state = state
        self.state_change_result = state_change_result
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("LockStateStructure", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "LockStateStructure", src_dict)
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
