# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.organization_access_link import OrganizationAccessLink


T = TypeVar("T", bound="OrganizationAccessLinkList")


@_attrs_define
class OrganizationAccessLinkList:
    """A page of an organization's access links.

    Attributes:
        items (list[OrganizationAccessLink]): the links of this page
        items_per_page (int): how many a page has room for
        page (int): which page this is
    """

    items: list[OrganizationAccessLink]
    items_per_page: int
    page: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        items_per_page = self.items_per_page

        page = self.page

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "itemsPerPage": items_per_page,
                "page": page,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.organization_access_link import OrganizationAccessLink  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = OrganizationAccessLink.from_dict(items_item_data)

            items.append(items_item)

        items_per_page = d.pop("itemsPerPage")

        page = d.pop("page")

        organization_access_link_list = cls(
            items=items,
            items_per_page=items_per_page,
            page=page,
        )

        organization_access_link_list.additional_properties = d
        return organization_access_link_list

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
