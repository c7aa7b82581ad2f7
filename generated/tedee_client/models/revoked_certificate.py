# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RevokedCertificate")


@_attrs_define
class RevokedCertificate:
    """A certificate that was taken back before it ran out.

    Attributes:
        certificate_id (int): its id
        expiration_date (datetime.datetime): when it runs out anyway
    """

    certificate_id: int
    expiration_date: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        certificate_id = self.certificate_id

        expiration_date = self.expiration_date.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "certificateId": certificate_id,
                "expirationDate": expiration_date,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        certificate_id = d.pop("certificateId")

        expiration_date = datetime.datetime.fromisoformat(d.pop("expirationDate"))

        revoked_certificate = cls(
            certificate_id=certificate_id,
            expiration_date=expiration_date,
        )

        revoked_certificate.additional_properties = d
        return revoked_certificate

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
