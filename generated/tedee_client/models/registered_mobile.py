# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.operating_system import OperatingSystem

T = TypeVar("T", bound="RegisteredMobile")


@_attrs_define
class RegisteredMobile:
    """A phone that is registered with the account, or something else that talks to devices over Bluetooth.

    Attributes:
        id (UUID): its id
        name (str): what it was called when it was registered
        operating_system (int | OperatingSystem): what it runs
        user_identity (str): the account that it is registered with
    """

    id: UUID
    name: str
    operating_system: int | OperatingSystem
    user_identity: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        operating_system: int
        if isinstance(self.operating_system, OperatingSystem):
            operating_system = self.operating_system.value
        else:
            operating_system = self.operating_system

        user_identity = self.user_identity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "operatingSystem": operating_system,
                "userIdentity": user_identity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_operating_system(data: object) -> int | OperatingSystem:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                operating_system_type_0 = OperatingSystem(data)

                return operating_system_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(int | OperatingSystem, data)

        operating_system = _parse_operating_system(d.pop("operatingSystem"))

        user_identity = d.pop("userIdentity")

        registered_mobile = cls(
            id=id,
            name=name,
            operating_system=operating_system,
            user_identity=user_identity,
        )

        registered_mobile.additional_properties = d
        return registered_mobile

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
