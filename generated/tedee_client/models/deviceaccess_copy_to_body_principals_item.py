# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.deviceaccess_copy_to_body_principals_item_principal_type import (
    DeviceaccessCopyToBodyPrincipalsItemPrincipalType,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceaccessCopyToBodyPrincipalsItem")


@_attrs_define
class DeviceaccessCopyToBodyPrincipalsItem:
    """
    Attributes:
        principal_type (DeviceaccessCopyToBodyPrincipalsItemPrincipalType): who it is for: 0 = User, 1 = UserGroup
        principal_id (UUID | Unset): the group; required for principalType: 1
        user_email (str | Unset): the person's email address; required for principalType: 0
    """

    principal_type: DeviceaccessCopyToBodyPrincipalsItemPrincipalType
    principal_id: UUID | Unset = UNSET
    user_email: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        principal_type = self.principal_type.value

        principal_id: str | Unset = UNSET
        if not isinstance(self.principal_id, Unset):
            principal_id = str(self.principal_id)

        user_email = self.user_email

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "principalType": principal_type,
            }
        )
        if principal_id is not UNSET:
            field_dict["principalId"] = principal_id
        if user_email is not UNSET:
            field_dict["userEmail"] = user_email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        principal_type = DeviceaccessCopyToBodyPrincipalsItemPrincipalType(d.pop("principalType"))

        _principal_id = d.pop("principalId", UNSET)
        principal_id: UUID | Unset
        if isinstance(_principal_id, Unset):
            principal_id = UNSET
        else:
            principal_id = UUID(_principal_id)

        user_email = d.pop("userEmail", UNSET)

        deviceaccess_copy_to_body_principals_item = cls(
            principal_type=principal_type,
            principal_id=principal_id,
            user_email=user_email,
        )

        deviceaccess_copy_to_body_principals_item.additional_properties = d
        return deviceaccess_copy_to_body_principals_item

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
