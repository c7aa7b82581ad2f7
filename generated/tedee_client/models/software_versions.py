# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.software_type import SoftwareType
from ..types import UNSET, Unset

T = TypeVar("T", bound="SoftwareVersions")


@_attrs_define
class SoftwareVersions:
    """One piece of software of a device.

    Attributes:
        software_type (int | SoftwareType): which part of the device it runs on
        version (str): its version
        update_available (bool | Unset): whether there is a newer one
    """

    software_type: int | SoftwareType
    version: str
    update_available: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        software_type: int
        if isinstance(self.software_type, SoftwareType):
            software_type = self.software_type.value
        else:
            software_type = self.software_type

        version = self.version

        update_available = self.update_available

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "softwareType": software_type,
                "version": version,
            }
        )
        if update_available is not UNSET:
            field_dict["updateAvailable"] = update_available

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_software_type(data: object) -> int | SoftwareType:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                software_type_type_0 = SoftwareType(data)

                return software_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(int | SoftwareType, data)

        software_type = _parse_software_type(d.pop("softwareType"))

        version = d.pop("version")

        update_available = d.pop("updateAvailable", UNSET)

        software_versions = cls(
            software_type=software_type,
            version=version,
            update_available=update_available,
        )

        software_versions.additional_properties = d
        return software_versions

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
