# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CertificateForMobile")


@_attrs_define
class CertificateForMobile:
    """What a phone shows a device over Bluetooth to be let in.

    Attributes:
        certificate (str): the certificate, base64; hand it on as it is
        device_public_key (str): the device's public key, base64, to know it by
        expiration_date (datetime.datetime): when the certificate runs out
        mobile_public_key (str): the phone's public key, base64, as it was registered
    """

    certificate: str
    device_public_key: str
    expiration_date: datetime.datetime
    mobile_public_key: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        certificate = self.certificate

        device_public_key = self.device_public_key

        expiration_date = self.expiration_date.isoformat()

        mobile_public_key = self.mobile_public_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "certificate": certificate,
                "devicePublicKey": device_public_key,
                "expirationDate": expiration_date,
                "mobilePublicKey": mobile_public_key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        certificate = d.pop("certificate")

        device_public_key = d.pop("devicePublicKey")

        expiration_date = datetime.datetime.fromisoformat(d.pop("expirationDate"))

        mobile_public_key = d.pop("mobilePublicKey")

        certificate_for_mobile = cls(
            certificate=certificate,
            device_public_key=device_public_key,
            expiration_date=expiration_date,
            mobile_public_key=mobile_public_key,
        )

        certificate_for_mobile.additional_properties = d
        return certificate_for_mobile

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
