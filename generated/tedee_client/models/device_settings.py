# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceSettings")


@_attrs_define(init=False)
class DeviceSettings:
    """How a lock behaves for everybody. A change names only what it changes.

    Attributes:
        auto_lock_after_door_closed_enabled (bool | Unset): lock as soon as the door is closed
        auto_lock_delay (float | Unset): seconds until it locks by itself, where `autoLockEnabled` is set
        auto_lock_enabled (bool | Unset): lock by itself after `autoLockDelay`
        auto_lock_implicit_delay (float | Unset): seconds until a half-turned bolt is turned, where
            `autoLockImplicitEnabled` is set
        auto_lock_implicit_enabled (bool | Unset): turn a half-turned bolt all the way after `autoLockImplicitDelay`
        auto_pull_spring_enabled (bool | Unset): pull the spring whenever it unlocks
        button_lock_enabled (bool | Unset): its button locks
        button_unlock_enabled (bool | Unset): its button unlocks
        door_state_event_logging_enabled (bool | Unset): keep a record of the door being opened and closed
        is_async (bool | Unset): hotel mode
        open_door_alert_enabled (bool | Unset): tell the admins when the door stands open for `openDoorAlertThreshold`
        open_door_alert_threshold (float | Unset): seconds for which the door may stand open
        postponed_lock_delay (float | Unset): seconds from the button to the bolt, where `postponedLockEnabled` is set
        postponed_lock_enabled (bool | Unset): lock `postponedLockDelay` after the button, to leave time to go out
        pull_spring_duration (float | Unset): seconds for which the latch is held back
        pull_spring_enabled (bool | Unset): the spring may be pulled; switching it off forgets the calibration
    """

    auto_lock_after_door_closed_enabled: bool | Unset | Any = UNSET
    auto_lock_delay: float | Unset | Any = UNSET
    auto_lock_enabled: bool | Unset | Any = UNSET
    auto_lock_implicit_delay: float | Unset | Any = UNSET
    auto_lock_implicit_enabled: bool | Unset | Any = UNSET
    auto_pull_spring_enabled: bool | Unset | Any = UNSET
    button_lock_enabled: bool | Unset | Any = UNSET
    button_unlock_enabled: bool | Unset | Any = UNSET
    door_state_event_logging_enabled: bool | Unset | Any = UNSET
    is_async: bool | Unset | Any = UNSET
    open_door_alert_enabled: bool | Unset | Any = UNSET
    open_door_alert_threshold: float | Unset | Any = UNSET
    postponed_lock_delay: float | Unset | Any = UNSET
    postponed_lock_enabled: bool | Unset | Any = UNSET
    pull_spring_duration: float | Unset | Any = UNSET
    pull_spring_enabled: bool | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        auto_lock_after_door_closed_enabled: bool | Unset = UNSET,
        auto_lock_delay: float | Unset = UNSET,
        auto_lock_enabled: bool | Unset = UNSET,
        auto_lock_implicit_delay: float | Unset = UNSET,
        auto_lock_implicit_enabled: bool | Unset = UNSET,
        auto_pull_spring_enabled: bool | Unset = UNSET,
        button_lock_enabled: bool | Unset = UNSET,
        button_unlock_enabled: bool | Unset = UNSET,
        door_state_event_logging_enabled: bool | Unset = UNSET,
        is_async: bool | Unset = UNSET,
        open_door_alert_enabled: bool | Unset = UNSET,
        open_door_alert_threshold: float | Unset = UNSET,
        postponed_lock_delay: float | Unset = UNSET,
        postponed_lock_enabled: bool | Unset = UNSET,
        pull_spring_duration: float | Unset = UNSET,
        pull_spring_enabled: bool | Unset = UNSET,
    ) -> None:
        self.auto_lock_after_door_closed_enabled = auto_lock_after_door_closed_enabled
        self.auto_lock_delay = auto_lock_delay
        self.auto_lock_enabled = auto_lock_enabled
        self.auto_lock_implicit_delay = auto_lock_implicit_delay
        self.auto_lock_implicit_enabled = auto_lock_implicit_enabled
        self.auto_pull_spring_enabled = auto_pull_spring_enabled
        self.button_lock_enabled = button_lock_enabled
        self.button_unlock_enabled = button_unlock_enabled
        self.door_state_event_logging_enabled = door_state_event_logging_enabled
        self.is_async = is_async
        self.open_door_alert_enabled = open_door_alert_enabled
        self.open_door_alert_threshold = open_door_alert_threshold
        self.postponed_lock_delay = postponed_lock_delay
        self.postponed_lock_enabled = postponed_lock_enabled
        self.pull_spring_duration = pull_spring_duration
        self.pull_spring_enabled = pull_spring_enabled
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("DeviceSettings", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "DeviceSettings", src_dict)
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
