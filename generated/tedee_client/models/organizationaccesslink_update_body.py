# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.repeat_event import RepeatEvent


T = TypeVar("T", bound="OrganizationaccesslinkUpdateBody")


@_attrs_define
class OrganizationaccesslinkUpdateBody:
    """
    Attributes:
        description (str | Unset): what guests read when they open the link; in the range of 0 to 72 characters
        device_ids (list[int] | Unset): locks and gates that it opens; must contain at least one id and contain only
            distinct ones
        name (str | Unset): what the link is called in the organization; guests don't see it
        repeat_event (RepeatEvent | Unset): When something is allowed: within a period, and in it on some days at some
            times.

            > **Note:** All of it is in UTC. Convert local times before you send them.
    """

    description: str | Unset = UNSET
    device_ids: list[int] | Unset = UNSET
    name: str | Unset = UNSET
    repeat_event: RepeatEvent | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        device_ids: list[int] | Unset = UNSET
        if not isinstance(self.device_ids, Unset):
            device_ids = self.device_ids

        name = self.name

        repeat_event: dict[str, Any] | Unset = UNSET
        if not isinstance(self.repeat_event, Unset):
            repeat_event = self.repeat_event.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if device_ids is not UNSET:
            field_dict["deviceIds"] = device_ids
        if name is not UNSET:
            field_dict["name"] = name
        if repeat_event is not UNSET:
            field_dict["repeatEvent"] = repeat_event

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.repeat_event import RepeatEvent  # noqa: PLC0415

        d = dict(src_dict)
        description = d.pop("description", UNSET)

        device_ids = cast(list[int], d.pop("deviceIds", UNSET))

        name = d.pop("name", UNSET)

        _repeat_event = d.pop("repeatEvent", UNSET)
        repeat_event: RepeatEvent | Unset
        if isinstance(_repeat_event, Unset):
            repeat_event = UNSET
        else:
            repeat_event = RepeatEvent.from_dict(_repeat_event)

        organizationaccesslink_update_body = cls(
            description=description,
            device_ids=device_ids,
            name=name,
            repeat_event=repeat_event,
        )

        organizationaccesslink_update_body.additional_properties = d
        return organizationaccesslink_update_body

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
