# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show

if TYPE_CHECKING:
    from ..models.organization_access_link_device import OrganizationAccessLinkDevice
    from ..models.repeat_event import RepeatEvent


T = TypeVar("T", bound="OrganizationAccessLink")


@_attrs_define(init=False)
class OrganizationAccessLink:
    """A link that opens devices from a web browser.

    Attributes:
        description (str): what guests read when they open it
        devices (list[OrganizationAccessLinkDevice]): what it opens
        id (UUID): its id
        name (str): what it is called in the organization
        repeat_event (RepeatEvent): When something is allowed: within a period, and in it on some days at some times.

            > **Note:** All of it is in UTC. Convert local times before you send them.
    """

    description: str | Any
    devices: list[OrganizationAccessLinkDevice] | Any
    id: UUID | Any
    name: str | Any
    repeat_event: RepeatEvent | Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        description: str,
        devices: list[OrganizationAccessLinkDevice],
        id: UUID,
        name: str,
        repeat_event: RepeatEvent,
    ) -> None:
        self.description = description
        self.devices = devices
        self.id = id
        self.name = name
        self.repeat_event = repeat_event
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("OrganizationAccessLink", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "OrganizationAccessLink", src_dict)
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
