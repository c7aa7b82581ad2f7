# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PersonalaccesskeyCreateBody")


@_attrs_define
class PersonalaccesskeyCreateBody:
    """
    Attributes:
        name (str): what to call it, such as the program that uses it
        scopes (list[str]): what it allows; the names of the scopes, see Authentication
        valid_to (datetime.datetime): when it expires; no later than five years from now
    """

    name: str
    scopes: list[str]
    valid_to: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        scopes = self.scopes

        valid_to = self.valid_to.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "scopes": scopes,
                "validTo": valid_to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        scopes = cast(list[str], d.pop("scopes"))

        valid_to = datetime.datetime.fromisoformat(d.pop("validTo"))

        personalaccesskey_create_body = cls(
            name=name,
            scopes=scopes,
            valid_to=valid_to,
        )

        personalaccesskey_create_body.additional_properties = d
        return personalaccesskey_create_body

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
