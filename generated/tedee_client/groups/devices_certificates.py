# Generated from the API's documentation; the next build replaces it.
"""What phones need to talk to devices over Bluetooth."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint

if TYPE_CHECKING:
    from uuid import UUID

    from ..models.certificate_for_mobile import CertificateForMobile
    from ..models.revoked_certificate_list import RevokedCertificateList

_GET_FOR_MOBILE = Endpoint(
    name="devicecertificate_get_for_mobile",
    method="GET",
    path="/my/devicecertificate/getformobile",
    result="m:CertificateForMobile",
    scopes=("DeviceCertificate.Operate",),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_GET_REVOKED_FOR_MOBILE = Endpoint(
    name="devicecertificate_get_revoked_for_mobile",
    method="GET",
    path="/my/devicecertificate/getrevokedformobile",
    result="m:RevokedCertificateList",
    scopes=("DeviceCertificate.Operate",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)


class DevicesCertificatesApi:
    """What phones need to talk to devices over Bluetooth."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _DevicesCertificatesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _DevicesCertificatesApiWithRawResponse(self)

    def get_for_mobile(
        self, *, device_id: int, mobile_id: UUID, **_options: Unpack[CallOptions]
    ) -> CertificateForMobile:
        """Get for mobile

        Gives the certificate that lets a phone talk to a device over Bluetooth.

        The phone must be `mobiles.register`, and the account have access to the device. Each pair of phone and
        device has a certificate of its own.

        Certificates run out, and to get a new one in time is up to the phone. Don't wait for the last day: ask
        again when 40 to 50 percent of its life is left, so that a phone without network can still open the
        door.

        Scopes, any one of: DeviceCertificate.Operate.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/devicecertificate/get-for-mobile.html

        Args:
            device_id: the device to talk to
            mobile_id: the phone's id, from its registration
        """
        from ..api.devices_certificate.devicecertificate_get_for_mobile import (
            _get_kwargs,
        )

        _payload: CertificateForMobile = self._connection.call(
            _GET_FOR_MOBILE, _get_kwargs(device_id=device_id, mobile_id=mobile_id), _options
        )
        return _payload

    def get_revoked_for_mobile(
        self, *, device_id: int, version: int, **_options: Unpack[CallOptions]
    ) -> RevokedCertificateList | None:
        """Get revoked for mobile

        Gives the certificates that a device must no longer accept, for a phone to carry them over to it.

        A device can't look this up by itself: while a phone is connected, it may ask the phone for news. When
        it does is part of Tedee's description of the Bluetooth protocol.

        Tell which `version` of the list the phone got last. 204 says that there is nothing newer.

        Scopes, any one of: DeviceCertificate.Operate.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/devicecertificate/get-revoked-for-mobile.html

        Args:
            device_id: the device that asked
            version: the version of the list that the phone has
        """
        from ..api.devices_certificate.devicecertificate_get_revoked_for_mobile import (
            _get_kwargs,
        )

        _payload: RevokedCertificateList | None = self._connection.call(
            _GET_REVOKED_FOR_MOBILE, _get_kwargs(device_id=device_id, version=version), _options
        )
        return _payload


class _DevicesCertificatesApiWithRawResponse:
    """The methods of `DevicesCertificatesApi`, with the whole response."""

    def __init__(self, group: DevicesCertificatesApi) -> None:
        self.get_for_mobile = _with_response(group.get_for_mobile)
        self.get_revoked_for_mobile = _with_response(group.get_revoked_for_mobile)


class AsyncDevicesCertificatesApi:
    """What phones need to talk to devices over Bluetooth."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncDevicesCertificatesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncDevicesCertificatesApiWithRawResponse(self)

    async def get_for_mobile(
        self, *, device_id: int, mobile_id: UUID, **_options: Unpack[CallOptions]
    ) -> CertificateForMobile:
        """Get for mobile

        Gives the certificate that lets a phone talk to a device over Bluetooth.

        The phone must be `mobiles.register`, and the account have access to the device. Each pair of phone and
        device has a certificate of its own.

        Certificates run out, and to get a new one in time is up to the phone. Don't wait for the last day: ask
        again when 40 to 50 percent of its life is left, so that a phone without network can still open the
        door.

        Scopes, any one of: DeviceCertificate.Operate.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/devicecertificate/get-for-mobile.html

        Args:
            device_id: the device to talk to
            mobile_id: the phone's id, from its registration
        """
        from ..api.devices_certificate.devicecertificate_get_for_mobile import (
            _get_kwargs,
        )

        _payload: CertificateForMobile = await self._connection.call(
            _GET_FOR_MOBILE, _get_kwargs(device_id=device_id, mobile_id=mobile_id), _options
        )
        return _payload

    async def get_revoked_for_mobile(
        self, *, device_id: int, version: int, **_options: Unpack[CallOptions]
    ) -> RevokedCertificateList | None:
        """Get revoked for mobile

        Gives the certificates that a device must no longer accept, for a phone to carry them over to it.

        A device can't look this up by itself: while a phone is connected, it may ask the phone for news. When
        it does is part of Tedee's description of the Bluetooth protocol.

        Tell which `version` of the list the phone got last. 204 says that there is nothing newer.

        Scopes, any one of: DeviceCertificate.Operate.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/devicecertificate/get-revoked-for-mobile.html

        Args:
            device_id: the device that asked
            version: the version of the list that the phone has
        """
        from ..api.devices_certificate.devicecertificate_get_revoked_for_mobile import (
            _get_kwargs,
        )

        _payload: RevokedCertificateList | None = await self._connection.call(
            _GET_REVOKED_FOR_MOBILE, _get_kwargs(device_id=device_id, version=version), _options
        )
        return _payload


class _AsyncDevicesCertificatesApiWithRawResponse:
    """The methods of `AsyncDevicesCertificatesApi`, with the whole response."""

    def __init__(self, group: AsyncDevicesCertificatesApi) -> None:
        self.get_for_mobile = _with_response_async(group.get_for_mobile)
        self.get_revoked_for_mobile = _with_response_async(group.get_revoked_for_mobile)
