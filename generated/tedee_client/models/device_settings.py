# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceSettings")


@_attrs_define
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

    auto_lock_after_door_closed_enabled: bool | Unset = UNSET
    auto_lock_delay: float | Unset = UNSET
    auto_lock_enabled: bool | Unset = UNSET
    auto_lock_implicit_delay: float | Unset = UNSET
    auto_lock_implicit_enabled: bool | Unset = UNSET
    auto_pull_spring_enabled: bool | Unset = UNSET
    button_lock_enabled: bool | Unset = UNSET
    button_unlock_enabled: bool | Unset = UNSET
    door_state_event_logging_enabled: bool | Unset = UNSET
    is_async: bool | Unset = UNSET
    open_door_alert_enabled: bool | Unset = UNSET
    open_door_alert_threshold: float | Unset = UNSET
    postponed_lock_delay: float | Unset = UNSET
    postponed_lock_enabled: bool | Unset = UNSET
    pull_spring_duration: float | Unset = UNSET
    pull_spring_enabled: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        auto_lock_after_door_closed_enabled = self.auto_lock_after_door_closed_enabled

        auto_lock_delay = self.auto_lock_delay

        auto_lock_enabled = self.auto_lock_enabled

        auto_lock_implicit_delay = self.auto_lock_implicit_delay

        auto_lock_implicit_enabled = self.auto_lock_implicit_enabled

        auto_pull_spring_enabled = self.auto_pull_spring_enabled

        button_lock_enabled = self.button_lock_enabled

        button_unlock_enabled = self.button_unlock_enabled

        door_state_event_logging_enabled = self.door_state_event_logging_enabled

        is_async = self.is_async

        open_door_alert_enabled = self.open_door_alert_enabled

        open_door_alert_threshold = self.open_door_alert_threshold

        postponed_lock_delay = self.postponed_lock_delay

        postponed_lock_enabled = self.postponed_lock_enabled

        pull_spring_duration = self.pull_spring_duration

        pull_spring_enabled = self.pull_spring_enabled

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if auto_lock_after_door_closed_enabled is not UNSET:
            field_dict["autoLockAfterDoorClosedEnabled"] = auto_lock_after_door_closed_enabled
        if auto_lock_delay is not UNSET:
            field_dict["autoLockDelay"] = auto_lock_delay
        if auto_lock_enabled is not UNSET:
            field_dict["autoLockEnabled"] = auto_lock_enabled
        if auto_lock_implicit_delay is not UNSET:
            field_dict["autoLockImplicitDelay"] = auto_lock_implicit_delay
        if auto_lock_implicit_enabled is not UNSET:
            field_dict["autoLockImplicitEnabled"] = auto_lock_implicit_enabled
        if auto_pull_spring_enabled is not UNSET:
            field_dict["autoPullSpringEnabled"] = auto_pull_spring_enabled
        if button_lock_enabled is not UNSET:
            field_dict["buttonLockEnabled"] = button_lock_enabled
        if button_unlock_enabled is not UNSET:
            field_dict["buttonUnlockEnabled"] = button_unlock_enabled
        if door_state_event_logging_enabled is not UNSET:
            field_dict["doorStateEventLoggingEnabled"] = door_state_event_logging_enabled
        if is_async is not UNSET:
            field_dict["isAsync"] = is_async
        if open_door_alert_enabled is not UNSET:
            field_dict["openDoorAlertEnabled"] = open_door_alert_enabled
        if open_door_alert_threshold is not UNSET:
            field_dict["openDoorAlertThreshold"] = open_door_alert_threshold
        if postponed_lock_delay is not UNSET:
            field_dict["postponedLockDelay"] = postponed_lock_delay
        if postponed_lock_enabled is not UNSET:
            field_dict["postponedLockEnabled"] = postponed_lock_enabled
        if pull_spring_duration is not UNSET:
            field_dict["pullSpringDuration"] = pull_spring_duration
        if pull_spring_enabled is not UNSET:
            field_dict["pullSpringEnabled"] = pull_spring_enabled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        auto_lock_after_door_closed_enabled = d.pop("autoLockAfterDoorClosedEnabled", UNSET)

        auto_lock_delay = d.pop("autoLockDelay", UNSET)

        auto_lock_enabled = d.pop("autoLockEnabled", UNSET)

        auto_lock_implicit_delay = d.pop("autoLockImplicitDelay", UNSET)

        auto_lock_implicit_enabled = d.pop("autoLockImplicitEnabled", UNSET)

        auto_pull_spring_enabled = d.pop("autoPullSpringEnabled", UNSET)

        button_lock_enabled = d.pop("buttonLockEnabled", UNSET)

        button_unlock_enabled = d.pop("buttonUnlockEnabled", UNSET)

        door_state_event_logging_enabled = d.pop("doorStateEventLoggingEnabled", UNSET)

        is_async = d.pop("isAsync", UNSET)

        open_door_alert_enabled = d.pop("openDoorAlertEnabled", UNSET)

        open_door_alert_threshold = d.pop("openDoorAlertThreshold", UNSET)

        postponed_lock_delay = d.pop("postponedLockDelay", UNSET)

        postponed_lock_enabled = d.pop("postponedLockEnabled", UNSET)

        pull_spring_duration = d.pop("pullSpringDuration", UNSET)

        pull_spring_enabled = d.pop("pullSpringEnabled", UNSET)

        device_settings = cls(
            auto_lock_after_door_closed_enabled=auto_lock_after_door_closed_enabled,
            auto_lock_delay=auto_lock_delay,
            auto_lock_enabled=auto_lock_enabled,
            auto_lock_implicit_delay=auto_lock_implicit_delay,
            auto_lock_implicit_enabled=auto_lock_implicit_enabled,
            auto_pull_spring_enabled=auto_pull_spring_enabled,
            button_lock_enabled=button_lock_enabled,
            button_unlock_enabled=button_unlock_enabled,
            door_state_event_logging_enabled=door_state_event_logging_enabled,
            is_async=is_async,
            open_door_alert_enabled=open_door_alert_enabled,
            open_door_alert_threshold=open_door_alert_threshold,
            postponed_lock_delay=postponed_lock_delay,
            postponed_lock_enabled=postponed_lock_enabled,
            pull_spring_duration=pull_spring_duration,
            pull_spring_enabled=pull_spring_enabled,
        )

        device_settings.additional_properties = d
        return device_settings

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
