# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_type import DeviceType

T = TypeVar("T", bound="OrganizationAccessLinkDevice")


@_attrs_define
class OrganizationAccessLinkDevice:
    """A device on an access link.

    Attributes:
        device_type (DeviceType | int): which product it is: a lock or a gate
        id (int): its id
        name (str): what it is called
        order (int): its place on the page that guests see
        time_zone (str): where it is, as an IANA time zone name
    """

    device_type: DeviceType | int
    id: int
    name: str
    order: int
    time_zone: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_type: int
        if isinstance(self.device_type, DeviceType):
            device_type = self.device_type.value
        else:
            device_type = self.device_type

        id = self.id

        name = self.name

        order = self.order

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceType": device_type,
                "id": id,
                "name": name,
                "order": order,
                "timeZone": time_zone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_device_type(data: object) -> DeviceType | int:
            try:
                if not isinstance(data, int):
                    raise TypeError()
                device_type_type_0 = DeviceType(data)

                return device_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeviceType | int, data)

        device_type = _parse_device_type(d.pop("deviceType"))

        id = d.pop("id")

        name = d.pop("name")

        order = d.pop("order")

        time_zone = d.pop("timeZone")

        organization_access_link_device = cls(
            device_type=device_type,
            id=id,
            name=name,
            order=order,
            time_zone=time_zone,
        )

        organization_access_link_device.additional_properties = d
        return organization_access_link_device

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
