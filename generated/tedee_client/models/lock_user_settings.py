# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import hide as _hide
from .._runtime.discretion import show as _show
from ..models.auto_unlock_pull_condition import AutoUnlockPullCondition
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.location import Location


T = TypeVar("T", bound="LockUserSettings")


@_attrs_define(init=False)
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

    auto_unlock_cancel_other_auto_unlock: bool | Unset | Any = UNSET
    auto_unlock_check_wi_fi: bool | Unset | Any = UNSET
    auto_unlock_confirm_enabled: bool | Unset | Any = UNSET
    auto_unlock_enabled: bool | Unset | Any = UNSET
    auto_unlock_pull_condition: AutoUnlockPullCondition | int | Unset | Any = UNSET
    auto_unlock_range_in: float | Unset | Any = UNSET
    auto_unlock_range_out: float | Unset | Any = UNSET
    auto_unlock_timeout: float | Unset | Any = UNSET
    bell_alert_disabled: bool | Unset | Any = UNSET
    favorite: bool | Unset | Any = UNSET
    location: Location | Unset | Any = UNSET
    wi_fi_name: str | Unset | Any = _attrs_field(default=UNSET, repr=_hide)
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        auto_unlock_cancel_other_auto_unlock: bool | Unset = UNSET,
        auto_unlock_check_wi_fi: bool | Unset = UNSET,
        auto_unlock_confirm_enabled: bool | Unset = UNSET,
        auto_unlock_enabled: bool | Unset = UNSET,
        auto_unlock_pull_condition: AutoUnlockPullCondition | int | Unset = UNSET,
        auto_unlock_range_in: float | Unset = UNSET,
        auto_unlock_range_out: float | Unset = UNSET,
        auto_unlock_timeout: float | Unset = UNSET,
        bell_alert_disabled: bool | Unset = UNSET,
        favorite: bool | Unset = UNSET,
        location: Location | Unset = UNSET,
        wi_fi_name: str | Unset = UNSET,
    ) -> None:
        self.auto_unlock_cancel_other_auto_unlock = auto_unlock_cancel_other_auto_unlock
        self.auto_unlock_check_wi_fi = auto_unlock_check_wi_fi
        self.auto_unlock_confirm_enabled = auto_unlock_confirm_enabled
        self.auto_unlock_enabled = auto_unlock_enabled
        self.auto_unlock_pull_condition = auto_unlock_pull_condition
        self.auto_unlock_range_in = auto_unlock_range_in
        self.auto_unlock_range_out = auto_unlock_range_out
        self.auto_unlock_timeout = auto_unlock_timeout
        self.bell_alert_disabled = bell_alert_disabled
        self.favorite = favorite
        self.location = location
        self.wi_fi_name = wi_fi_name
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("LockUserSettings", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "LockUserSettings", src_dict)
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
