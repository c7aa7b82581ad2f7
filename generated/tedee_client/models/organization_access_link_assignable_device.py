# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_type import DeviceType

if TYPE_CHECKING:
    from ..models.software_versions import SoftwareVersions


T = TypeVar("T", bound="OrganizationAccessLinkAssignableDevice")


@_attrs_define
class OrganizationAccessLinkAssignableDevice:
    """A device that an access link may open.

    Attributes:
        device_id (int): its id
        name (str): what it is called
        software_versions (list[SoftwareVersions]): what runs on it
        time_zone (str): where it is, as an IANA time zone name
        type_ (DeviceType | int): which product it is: a lock or a gate
    """

    device_id: int
    name: str
    software_versions: list[SoftwareVersions]
    time_zone: str
    type_: DeviceType | int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_id = self.device_id

        name = self.name

        software_versions = []
        for software_versions_item_data in self.software_versions:
            software_versions_item = software_versions_item_data.to_dict()
            software_versions.append(software_versions_item)

        time_zone = self.time_zone

        type_: int
        if isinstance(self.type_, DeviceType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceId": device_id,
                "name": name,
                "softwareVersions": software_versions,
                "timeZone": time_zone,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.software_versions import SoftwareVersions  # noqa: PLC0415

        d = dict(src_dict)
        device_id = d.pop("deviceId")

        name = d.pop("name")

        software_versions = []
        _software_versions = d.pop("softwareVersions")
        for software_versions_item_data in _software_versions:
            software_versions_item = SoftwareVersions.from_dict(software_versions_item_data)

            software_versions.append(software_versions_item)

        time_zone = d.pop("timeZone")

        def _parse_type_(data: object) -> DeviceType | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                type_type_0 = DeviceType(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceType | int, data)

        type_ = _parse_type_(d.pop("type"))

        organization_access_link_assignable_device = cls(
            device_id=device_id,
            name=name,
            software_versions=software_versions,
            time_zone=time_zone,
            type_=type_,
        )

        organization_access_link_assignable_device.additional_properties = d
        return organization_access_link_assignable_device

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
