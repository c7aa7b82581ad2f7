# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.device_settings import DeviceSettings
    from ..models.lock_user_settings import LockUserSettings


T = TypeVar("T", bound="LockUpdateBody")


@_attrs_define
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

    id: int
    revision: int
    device_settings: DeviceSettings | Unset = UNSET
    name: str | Unset = UNSET
    time_zone: str | Unset = UNSET
    user_settings: LockUserSettings | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        revision = self.revision

        device_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.device_settings, Unset):
            device_settings = self.device_settings.to_dict()

        name = self.name

        time_zone = self.time_zone

        user_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_settings, Unset):
            user_settings = self.user_settings.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "revision": revision,
            }
        )
        if device_settings is not UNSET:
            field_dict["deviceSettings"] = device_settings
        if name is not UNSET:
            field_dict["name"] = name
        if time_zone is not UNSET:
            field_dict["timeZone"] = time_zone
        if user_settings is not UNSET:
            field_dict["userSettings"] = user_settings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.device_settings import DeviceSettings  # noqa: PLC0415
        from ..models.lock_user_settings import LockUserSettings  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        revision = d.pop("revision")

        _device_settings = d.pop("deviceSettings", UNSET)
        device_settings: DeviceSettings | Unset
        if isinstance(_device_settings, Unset):
            device_settings = UNSET
        else:
            device_settings = DeviceSettings.from_dict(_device_settings)

        name = d.pop("name", UNSET)

        time_zone = d.pop("timeZone", UNSET)

        _user_settings = d.pop("userSettings", UNSET)
        user_settings: LockUserSettings | Unset
        if isinstance(_user_settings, Unset):
            user_settings = UNSET
        else:
            user_settings = LockUserSettings.from_dict(_user_settings)

        lock_update_body = cls(
            id=id,
            revision=revision,
            device_settings=device_settings,
            name=name,
            time_zone=time_zone,
            user_settings=user_settings,
        )

        lock_update_body.additional_properties = d
        return lock_update_body

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
