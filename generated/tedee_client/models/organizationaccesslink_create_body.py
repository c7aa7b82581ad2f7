# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._runtime.discretion import show as _show
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.repeat_event import RepeatEvent


T = TypeVar("T", bound="OrganizationaccesslinkCreateBody")


@_attrs_define(init=False)
class OrganizationaccesslinkCreateBody:
    """
    Attributes:
        device_ids (list[int]): locks and gates that it opens; must contain at least one id and contain only distinct
            ones
        name (str): what the link is called in the organization; guests don't see it
        description (str | Unset): what guests read when they open the link; in the range of 0 to 72 characters
        repeat_event (RepeatEvent | Unset): When something is allowed: within a period, and in it on some days at some
            times.

            > **Note:** All of it is in UTC. Convert local times before you send them.
    """

    device_ids: list[int] | Any
    name: str | Any
    description: str | Unset | Any = UNSET
    repeat_event: RepeatEvent | Unset | Any = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=_show)

    _came: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False, eq=False)

    def __init__(
        self,
        device_ids: list[int],
        name: str,
        description: str | Unset = UNSET,
        repeat_event: RepeatEvent | Unset = UNSET,
    ) -> None:
        self.device_ids = device_ids
        self.name = name
        self.description = description
        self.repeat_event = repeat_event
        self.additional_properties = {}
        self._came = None

    def to_dict(self) -> dict[str, Any]:
        """Return the members as JSON has them: what was read, with what was changed since."""
        from .._tables import PARSER

        return PARSER.dump("OrganizationaccesslinkCreateBody", self)

    def to_json(self) -> str:
        """Return the members as a JSON text."""
        from .._runtime.parsing import to_json

        return to_json(self)

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Return what the members of a JSON object say, by the rules that responses are read by."""
        from .._tables import PARSER

        made: T = PARSER.read(cls, "OrganizationaccesslinkCreateBody", src_dict)
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
