# Generated from the API's documentation; the next build replaces it.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.revoked_certificate import RevokedCertificate


T = TypeVar("T", bound="RevokedCertificateList")


@_attrs_define
class RevokedCertificateList:
    """Certificates that a device must no longer accept.

    > **Note:** Check the signature before you rely on what the list says.

        Attributes:
            device_id (int): the device that it is for
            last_updated (float): when it last changed, in seconds since 1970
            revoked_certificates (list[RevokedCertificate]): the certificates
            signature (str): the signature of all this, base64
            version (int): counts its changes
    """

    device_id: int
    last_updated: float
    revoked_certificates: list[RevokedCertificate]
    signature: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_id = self.device_id

        last_updated = self.last_updated

        revoked_certificates = []
        for revoked_certificates_item_data in self.revoked_certificates:
            revoked_certificates_item = revoked_certificates_item_data.to_dict()
            revoked_certificates.append(revoked_certificates_item)

        signature = self.signature

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "deviceId": device_id,
                "lastUpdated": last_updated,
                "revokedCertificates": revoked_certificates,
                "signature": signature,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.revoked_certificate import RevokedCertificate  # noqa: PLC0415

        d = dict(src_dict)
        device_id = d.pop("deviceId")

        last_updated = d.pop("lastUpdated")

        revoked_certificates = []
        _revoked_certificates = d.pop("revokedCertificates")
        for revoked_certificates_item_data in _revoked_certificates:
            revoked_certificates_item = RevokedCertificate.from_dict(revoked_certificates_item_data)

            revoked_certificates.append(revoked_certificates_item)

        signature = d.pop("signature")

        version = d.pop("version")

        revoked_certificate_list = cls(
            device_id=device_id,
            last_updated=last_updated,
            revoked_certificates=revoked_certificates,
            signature=signature,
            version=version,
        )

        revoked_certificate_list.additional_properties = d
        return revoked_certificate_list

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
