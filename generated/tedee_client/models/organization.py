# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..models.organization_organization_role import OrganizationOrganizationRole
from ..types import UNSET, Unset

T = TypeVar("T", bound="Organization")


@_attrs_define(init=False)
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

    bridges_count: int | Any
    color: str | Any
    id: int | Any
    initials: str | Any
    locks_count: int | Any
    name: str | Any
    organization_role: int | OrganizationOrganizationRole | Any
    slug: str | Any
    description: str | Unset | Any = UNSET
    logo: str | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        bridges_count: int,
        color: str,
        id: int,
        initials: str,
        locks_count: int,
        name: str,
        organization_role: int | OrganizationOrganizationRole,
        slug: str,
        description: str | Unset = UNSET,
        logo: str | Unset = UNSET,
    ) -> None:
        self.bridges_count = bridges_count
        self.color = color
        self.id = id
        self.initials = initials
        self.locks_count = locks_count
        self.name = name
        self.organization_role = organization_role
        self.slug = slug
        self.description = description
        self.logo = logo
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("Organization", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "Organization", src_dict)
        return made

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
