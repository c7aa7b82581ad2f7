# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.lock_pin import LockPin


T = TypeVar("T", bound="LockPinList")


@_attrs_define
class LockPinList:
    """The PINs of a lock.

    Attributes:
        list_version (int): grows with every change of the list; Get all takes it
        pins (list[LockPin]): the PINs
    """

    list_version: int
    pins: list[LockPin]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        list_version = self.list_version

        pins = []
        for pins_item_data in self.pins:
            pins_item = pins_item_data.to_dict()
            pins.append(pins_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "listVersion": list_version,
                "pins": pins,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lock_pin import LockPin  # noqa: PLC0415

        d = dict(src_dict)
        list_version = d.pop("listVersion")

        pins = []
        _pins = d.pop("pins")
        for pins_item_data in _pins:
            pins_item = LockPin.from_dict(pins_item_data)

            pins.append(pins_item)

        lock_pin_list = cls(
            list_version=list_version,
            pins=pins,
        )

        lock_pin_list.additional_properties = d
        return lock_pin_list

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
