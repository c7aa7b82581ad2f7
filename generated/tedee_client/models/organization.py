# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.organization_organization_role import OrganizationOrganizationRole
from ..types import UNSET, Unset

T = TypeVar("T", bound="Organization")


@_attrs_define
class Organization:
    """A company or club that owns devices and has users.

    Attributes:
        bridges_count (int): how many bridges it has
        color (str): the colour of its icon, as a hex code
        id (int): its id
        initials (str): letters for its icon
        locks_count (int): how many locks it has
        name (str): what it is called
        organization_role (int | OrganizationOrganizationRole): what the account is in it: \\[0\\] Owner, \\[1\\]
            Administrator
        slug (str): its name in URLs, which no other organization has
        description (str | Unset): what it is, in its owner's words
        logo (str | Unset): where its logo is, a URL
    """

    bridges_count: int
    color: str
    id: int
    initials: str
    locks_count: int
    name: str
    organization_role: int | OrganizationOrganizationRole
    slug: str
    description: str | Unset = UNSET
    logo: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bridges_count = self.bridges_count

        color = self.color

        id = self.id

        initials = self.initials

        locks_count = self.locks_count

        name = self.name

        organization_role: int
        if isinstance(self.organization_role, OrganizationOrganizationRole):
            organization_role = self.organization_role.value
        else:
            organization_role = self.organization_role

        slug = self.slug

        description = self.description

        logo = self.logo

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bridgesCount": bridges_count,
                "color": color,
                "id": id,
                "initials": initials,
                "locksCount": locks_count,
                "name": name,
                "organizationRole": organization_role,
                "slug": slug,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if logo is not UNSET:
            field_dict["logo"] = logo

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bridges_count = d.pop("bridgesCount")

        color = d.pop("color")

        id = d.pop("id")

        initials = d.pop("initials")

        locks_count = d.pop("locksCount")

        name = d.pop("name")

        def _parse_organization_role(data: object) -> int | OrganizationOrganizationRole:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                organization_role_organization_role = OrganizationOrganizationRole(data)

                return organization_role_organization_role
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(int | OrganizationOrganizationRole, data)

        organization_role = _parse_organization_role(d.pop("organizationRole"))

        slug = d.pop("slug")

        description = d.pop("description", UNSET)

        logo = d.pop("logo", UNSET)

        organization = cls(
            bridges_count=bridges_count,
            color=color,
            id=id,
            initials=initials,
            locks_count=locks_count,
            name=name,
            organization_role=organization_role,
            slug=slug,
            description=description,
            logo=logo,
        )

        organization.additional_properties = d
        return organization

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
