# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.organization_access_link_device import OrganizationAccessLinkDevice
    from ..models.repeat_event import RepeatEvent


T = TypeVar("T", bound="OrganizationAccessLink")


@_attrs_define
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

    description: str
    devices: list[OrganizationAccessLinkDevice]
    id: UUID
    name: str
    repeat_event: RepeatEvent
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        devices = []
        for devices_item_data in self.devices:
            devices_item = devices_item_data.to_dict()
            devices.append(devices_item)

        id = str(self.id)

        name = self.name

        repeat_event = self.repeat_event.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "description": description,
                "devices": devices,
                "id": id,
                "name": name,
                "repeatEvent": repeat_event,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.organization_access_link_device import (
            OrganizationAccessLinkDevice,  # noqa: PLC0415
        )
        from ..models.repeat_event import RepeatEvent  # noqa: PLC0415

        d = dict(src_dict)
        description = d.pop("description")

        devices = []
        _devices = d.pop("devices")
        for devices_item_data in _devices:
            devices_item = OrganizationAccessLinkDevice.from_dict(devices_item_data)

            devices.append(devices_item)

        id = UUID(d.pop("id"))

        name = d.pop("name")

        repeat_event = RepeatEvent.from_dict(d.pop("repeatEvent"))

        organization_access_link = cls(
            description=description,
            devices=devices,
            id=id,
            name=name,
            repeat_event=repeat_event,
        )

        organization_access_link.additional_properties = d
        return organization_access_link

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
