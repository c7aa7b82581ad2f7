# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.organizationusers_create_body_role import OrganizationusersCreateBodyRole
from ..types import UNSET, Unset

T = TypeVar("T", bound="OrganizationusersCreateBody")


@_attrs_define
class OrganizationusersCreateBody:
    """
    Attributes:
        email (str): where the invitation is sent
        name (str): what the user is called in the organization
        role (OrganizationusersCreateBodyRole | Unset): what the user is to be (1 Admin, 2 Member)
    """

    email: str
    name: str
    role: OrganizationusersCreateBodyRole | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        name = self.name

        role: int | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "name": name,
            }
        )
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        name = d.pop("name")

        _role = d.pop("role", UNSET)
        role: OrganizationusersCreateBodyRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = OrganizationusersCreateBodyRole(_role)

        organizationusers_create_body = cls(
            email=email,
            name=name,
            role=role,
        )

        organizationusers_create_body.additional_properties = d
        return organizationusers_create_body

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
