# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.post_device_access_copy_result_principals_item import (
        PostDeviceAccessCopyResultPrincipalsItem,
    )


T = TypeVar("T", bound="PostDeviceAccessCopyResult")


@_attrs_define
class PostDeviceAccessCopyResult:
    """What came of copying access to several people or groups.

    Attributes:
        principals (list[PostDeviceAccessCopyResultPrincipalsItem]): a result for each of them
    """

    principals: list[PostDeviceAccessCopyResultPrincipalsItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        principals = []
        for principals_item_data in self.principals:
            principals_item = principals_item_data.to_dict()
            principals.append(principals_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "principals": principals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.post_device_access_copy_result_principals_item import (
            PostDeviceAccessCopyResultPrincipalsItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        principals = []
        _principals = d.pop("principals")
        for principals_item_data in _principals:
            principals_item = PostDeviceAccessCopyResultPrincipalsItem.from_dict(principals_item_data)

            principals.append(principals_item)

        post_device_access_copy_result = cls(
            principals=principals,
        )

        post_device_access_copy_result.additional_properties = d
        return post_device_access_copy_result

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
