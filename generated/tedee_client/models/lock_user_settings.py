# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.auto_unlock_pull_condition import AutoUnlockPullCondition
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.location import Location


T = TypeVar("T", bound="LockUserSettings")


@_attrs_define
class LockUserSettings:
    """How a lock behaves for this account. A change names only what it changes.

    Attributes:
        auto_unlock_cancel_other_auto_unlock (bool | Unset): another lock that unlocks on arrival ends the wait of this
            one
        auto_unlock_check_wi_fi (bool | Unset): unlock on arrival only within reach of `wiFiName`
        auto_unlock_confirm_enabled (bool | Unset): ask on the phone before unlocking on arrival
        auto_unlock_enabled (bool | Unset): unlock on arrival
        auto_unlock_pull_condition (AutoUnlockPullCondition | int | Unset): when arrival pulls the spring too
        auto_unlock_range_in (float | Unset): metres around `location` that count as home
        auto_unlock_range_out (float | Unset): metres around `location` beyond which the account is away
        auto_unlock_timeout (float | Unset): minutes that it waits for the account to be at the door
        bell_alert_disabled (bool | Unset): no alert for the bell button of a keypad
        favorite (bool | Unset): shown first
        location (Location | Unset): A place on earth, in degrees (WGS 84).
        wi_fi_name (str | Unset): the network at home
    """

    auto_unlock_cancel_other_auto_unlock: bool | Unset = UNSET
    auto_unlock_check_wi_fi: bool | Unset = UNSET
    auto_unlock_confirm_enabled: bool | Unset = UNSET
    auto_unlock_enabled: bool | Unset = UNSET
    auto_unlock_pull_condition: AutoUnlockPullCondition | int | Unset = UNSET
    auto_unlock_range_in: float | Unset = UNSET
    auto_unlock_range_out: float | Unset = UNSET
    auto_unlock_timeout: float | Unset = UNSET
    bell_alert_disabled: bool | Unset = UNSET
    favorite: bool | Unset = UNSET
    location: Location | Unset = UNSET
    wi_fi_name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        auto_unlock_cancel_other_auto_unlock = self.auto_unlock_cancel_other_auto_unlock

        auto_unlock_check_wi_fi = self.auto_unlock_check_wi_fi

        auto_unlock_confirm_enabled = self.auto_unlock_confirm_enabled

        auto_unlock_enabled = self.auto_unlock_enabled

        auto_unlock_pull_condition: int | Unset
        if isinstance(self.auto_unlock_pull_condition, Unset):
            auto_unlock_pull_condition = UNSET
        elif isinstance(self.auto_unlock_pull_condition, AutoUnlockPullCondition):
            auto_unlock_pull_condition = self.auto_unlock_pull_condition.value
        else:
            auto_unlock_pull_condition = self.auto_unlock_pull_condition

        auto_unlock_range_in = self.auto_unlock_range_in

        auto_unlock_range_out = self.auto_unlock_range_out

        auto_unlock_timeout = self.auto_unlock_timeout

        bell_alert_disabled = self.bell_alert_disabled

        favorite = self.favorite

        location: dict[str, Any] | Unset = UNSET
        if not isinstance(self.location, Unset):
            location = self.location.to_dict()

        wi_fi_name = self.wi_fi_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if auto_unlock_cancel_other_auto_unlock is not UNSET:
            field_dict["autoUnlockCancelOtherAutoUnlock"] = auto_unlock_cancel_other_auto_unlock
        if auto_unlock_check_wi_fi is not UNSET:
            field_dict["autoUnlockCheckWiFi"] = auto_unlock_check_wi_fi
        if auto_unlock_confirm_enabled is not UNSET:
            field_dict["autoUnlockConfirmEnabled"] = auto_unlock_confirm_enabled
        if auto_unlock_enabled is not UNSET:
            field_dict["autoUnlockEnabled"] = auto_unlock_enabled
        if auto_unlock_pull_condition is not UNSET:
            field_dict["autoUnlockPullCondition"] = auto_unlock_pull_condition
        if auto_unlock_range_in is not UNSET:
            field_dict["autoUnlockRangeIn"] = auto_unlock_range_in
        if auto_unlock_range_out is not UNSET:
            field_dict["autoUnlockRangeOut"] = auto_unlock_range_out
        if auto_unlock_timeout is not UNSET:
            field_dict["autoUnlockTimeout"] = auto_unlock_timeout
        if bell_alert_disabled is not UNSET:
            field_dict["bellAlertDisabled"] = bell_alert_disabled
        if favorite is not UNSET:
            field_dict["favorite"] = favorite
        if location is not UNSET:
            field_dict["location"] = location
        if wi_fi_name is not UNSET:
            field_dict["wiFiName"] = wi_fi_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.location import Location  # noqa: PLC0415

        d = dict(src_dict)
        auto_unlock_cancel_other_auto_unlock = d.pop("autoUnlockCancelOtherAutoUnlock", UNSET)

        auto_unlock_check_wi_fi = d.pop("autoUnlockCheckWiFi", UNSET)

        auto_unlock_confirm_enabled = d.pop("autoUnlockConfirmEnabled", UNSET)

        auto_unlock_enabled = d.pop("autoUnlockEnabled", UNSET)

        def _parse_auto_unlock_pull_condition(data: object) -> AutoUnlockPullCondition | int | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, int):
                    raise TypeError()
                auto_unlock_pull_condition_type_0 = AutoUnlockPullCondition(data)

                return auto_unlock_pull_condition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AutoUnlockPullCondition | int | Unset, data)

        auto_unlock_pull_condition = _parse_auto_unlock_pull_condition(d.pop("autoUnlockPullCondition", UNSET))

        auto_unlock_range_in = d.pop("autoUnlockRangeIn", UNSET)

        auto_unlock_range_out = d.pop("autoUnlockRangeOut", UNSET)

        auto_unlock_timeout = d.pop("autoUnlockTimeout", UNSET)

        bell_alert_disabled = d.pop("bellAlertDisabled", UNSET)

        favorite = d.pop("favorite", UNSET)

        _location = d.pop("location", UNSET)
        location: Location | Unset
        if isinstance(_location, Unset):
            location = UNSET
        else:
            location = Location.from_dict(_location)

        wi_fi_name = d.pop("wiFiName", UNSET)

        lock_user_settings = cls(
            auto_unlock_cancel_other_auto_unlock=auto_unlock_cancel_other_auto_unlock,
            auto_unlock_check_wi_fi=auto_unlock_check_wi_fi,
            auto_unlock_confirm_enabled=auto_unlock_confirm_enabled,
            auto_unlock_enabled=auto_unlock_enabled,
            auto_unlock_pull_condition=auto_unlock_pull_condition,
            auto_unlock_range_in=auto_unlock_range_in,
            auto_unlock_range_out=auto_unlock_range_out,
            auto_unlock_timeout=auto_unlock_timeout,
            bell_alert_disabled=bell_alert_disabled,
            favorite=favorite,
            location=location,
            wi_fi_name=wi_fi_name,
        )

        lock_user_settings.additional_properties = d
        return lock_user_settings

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
