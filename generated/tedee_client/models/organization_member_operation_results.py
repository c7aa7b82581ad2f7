# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.organization_member_operation_result import (
        OrganizationMemberOperationResult,
    )


T = TypeVar("T", bound="OrganizationMemberOperationResults")


@_attrs_define
class OrganizationMemberOperationResults:
    """How adding or removing members went.

    Attributes:
        organization_users (list[OrganizationMemberOperationResult]): an entry for each user
    """

    organization_users: list[OrganizationMemberOperationResult]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        organization_users = []
        for organization_users_item_data in self.organization_users:
            organization_users_item = organization_users_item_data.to_dict()
            organization_users.append(organization_users_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "organizationUsers": organization_users,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.organization_member_operation_result import (
            OrganizationMemberOperationResult,  # noqa: PLC0415
        )

        d = dict(src_dict)
        organization_users = []
        _organization_users = d.pop("organizationUsers")
        for organization_users_item_data in _organization_users:
            organization_users_item = OrganizationMemberOperationResult.from_dict(organization_users_item_data)

            organization_users.append(organization_users_item)

        organization_member_operation_results = cls(
            organization_users=organization_users,
        )

        organization_member_operation_results.additional_properties = d
        return organization_member_operation_results

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
