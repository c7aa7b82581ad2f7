# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.door_sensor_user_settings import DoorSensorUserSettings


T = TypeVar("T", bound="DoorsensorUpdateBody")


@_attrs_define
class DoorsensorUpdateBody:
    """
    Attributes:
        revision (int): the revision that the change is based on, from the door sensor or its last change
        name (str | Unset): what to call it
        time_zone (str | Unset): where it is, as an IANA time zone name
        user_settings (DoorSensorUserSettings | Unset): How a door sensor is shown to this account.
    """

    revision: int
    name: str | Unset = UNSET
    time_zone: str | Unset = UNSET
    user_settings: DoorSensorUserSettings | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        revision = self.revision

        name = self.name

        time_zone = self.time_zone

        user_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_settings, Unset):
            user_settings = self.user_settings.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "revision": revision,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if time_zone is not UNSET:
            field_dict["timeZone"] = time_zone
        if user_settings is not UNSET:
            field_dict["userSettings"] = user_settings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.door_sensor_user_settings import DoorSensorUserSettings  # noqa: PLC0415

        d = dict(src_dict)
        revision = d.pop("revision")

        name = d.pop("name", UNSET)

        time_zone = d.pop("timeZone", UNSET)

        _user_settings = d.pop("userSettings", UNSET)
        user_settings: DoorSensorUserSettings | Unset
        if isinstance(_user_settings, Unset):
            user_settings = UNSET
        else:
            user_settings = DoorSensorUserSettings.from_dict(_user_settings)

        doorsensor_update_body = cls(
            revision=revision,
            name=name,
            time_zone=time_zone,
            user_settings=user_settings,
        )

        doorsensor_update_body.additional_properties = d
        return doorsensor_update_body

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
