# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.device_settings import DeviceSettings
    from ..models.lock_user_settings import LockUserSettings


T = TypeVar("T", bound="LockUpdateBody")


@_attrs_define(init=False)
class LockUpdateBody:
    """
    Attributes:
        id (int): the lock's id
        revision (int): the revision that the change is based on, from the lock or its last change
        device_settings (DeviceSettings | Unset): How a lock behaves for everybody. A change names only what it changes.
        name (str | Unset): what to call it
        time_zone (str | Unset): where the lock is, as an IANA time zone name
        user_settings (LockUserSettings | Unset): How a lock behaves for this account. A change names only what it
            changes.
    """

    id: int | Any
    revision: int | Any
    device_settings: DeviceSettings | Unset | Any = UNSET
    name: str | Unset | Any = UNSET
    time_zone: str | Unset | Any = UNSET
    user_settings: LockUserSettings | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        id: int,
        revision: int,
        device_settings: DeviceSettings | Unset = UNSET,
        name: str | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        user_settings: LockUserSettings | Unset = UNSET,
    ) -> None:
        self.id = id
        self.revision = revision
        self.device_settings = device_settings
        self.name = name
        self.time_zone = time_zone
        self.user_settings = user_settings
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("LockUpdateBody", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "LockUpdateBody", src_dict)
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
