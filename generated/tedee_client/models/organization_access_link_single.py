# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.organization_access_link import OrganizationAccessLink


T = TypeVar("T", bound="OrganizationAccessLinkSingle")


@_attrs_define
class OrganizationAccessLinkSingle:
    """A link and where it leads.

    Attributes:
        access_link (OrganizationAccessLink): A link that opens devices from a web browser.
        access_link_url (str): where guests go to open the devices
    """

    access_link: OrganizationAccessLink
    access_link_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_link = self.access_link.to_dict()

        access_link_url = self.access_link_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessLink": access_link,
                "accessLinkUrl": access_link_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.organization_access_link import OrganizationAccessLink  # noqa: PLC0415

        d = dict(src_dict)
        access_link = OrganizationAccessLink.from_dict(d.pop("accessLink"))

        access_link_url = d.pop("accessLinkUrl")

        organization_access_link_single = cls(
            access_link=access_link,
            access_link_url=access_link_url,
        )

        organization_access_link_single.additional_properties = d
        return organization_access_link_single

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
