# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.operating_system import OperatingSystem

T = TypeVar("T", bound="MobileRegisterBody")


@_attrs_define
class MobileRegisterBody:
    """
    Attributes:
        name (str): what to call it in lists
        operating_system (OperatingSystem): What a registered phone runs. Take `3` for whatever runs neither of the
            first two.

            - `0`: iOS
            - `1`: Android
            - `3`: Other
        public_key (str): the public key, base64
    """

    name: str
    operating_system: OperatingSystem
    public_key: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        operating_system = self.operating_system.value

        public_key = self.public_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "operatingSystem": operating_system,
                "publicKey": public_key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        operating_system = OperatingSystem(d.pop("operatingSystem"))

        public_key = d.pop("publicKey")

        mobile_register_body = cls(
            name=name,
            operating_system=operating_system,
            public_key=public_key,
        )

        mobile_register_body.additional_properties = d
        return mobile_register_body

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
