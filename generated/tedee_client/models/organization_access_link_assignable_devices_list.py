# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.organization_access_link_assignable_device import (
        OrganizationAccessLinkAssignableDevice,
    )


T = TypeVar("T", bound="OrganizationAccessLinkAssignableDevicesList")


@_attrs_define
class OrganizationAccessLinkAssignableDevicesList:
    """A page of the devices that an access link may open.

    Attributes:
        access_link_devices (list[OrganizationAccessLinkAssignableDevice]): the devices of this page
        items_per_page (int): how many a page has room for
        page (int): which page this is
    """

    access_link_devices: list[OrganizationAccessLinkAssignableDevice]
    items_per_page: int
    page: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_link_devices = []
        for access_link_devices_item_data in self.access_link_devices:
            access_link_devices_item = access_link_devices_item_data.to_dict()
            access_link_devices.append(access_link_devices_item)

        items_per_page = self.items_per_page

        page = self.page

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessLinkDevices": access_link_devices,
                "itemsPerPage": items_per_page,
                "page": page,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.organization_access_link_assignable_device import (
            OrganizationAccessLinkAssignableDevice,  # noqa: PLC0415
        )

        d = dict(src_dict)
        access_link_devices = []
        _access_link_devices = d.pop("accessLinkDevices")
        for access_link_devices_item_data in _access_link_devices:
            access_link_devices_item = OrganizationAccessLinkAssignableDevice.from_dict(access_link_devices_item_data)

            access_link_devices.append(access_link_devices_item)

        items_per_page = d.pop("itemsPerPage")

        page = d.pop("page")

        organization_access_link_assignable_devices_list = cls(
            access_link_devices=access_link_devices,
            items_per_page=items_per_page,
            page=page,
        )

        organization_access_link_assignable_devices_list.additional_properties = d
        return organization_access_link_assignable_devices_list

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
