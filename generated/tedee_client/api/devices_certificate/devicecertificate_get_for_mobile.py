# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.certificate_for_mobile_envelope import CertificateForMobileEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response


def _get_kwargs(
    *,
    device_id: int,
    mobile_id: UUID,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["deviceId"] = device_id

    json_mobile_id = str(mobile_id)
    params["mobileId"] = json_mobile_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/devicecertificate/getformobile",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CertificateForMobileEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: CertificateForMobileEnvelope = PARSER.parse("m:CertificateForMobileEnvelope", response.json())
        return parsed_1

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_2: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_2

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CertificateForMobileEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    device_id: int,
    mobile_id: UUID,
) -> Response[CertificateForMobileEnvelope | ErrorEnvelope]:
    """Get for mobile

     Gives the certificate that lets a phone talk to a device over Bluetooth.

    The phone must be registered, and the account have access to the device. Each pair of phone and
    device has a certificate of its own.

    Certificates run out, and to get a new one in time is up to the phone. Don't wait for the last day:
    ask again when 40 to 50 percent of its life is left, so that a phone without network can still open
    the door.

    Args:
        device_id (int):
        mobile_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CertificateForMobileEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        mobile_id=mobile_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    device_id: int,
    mobile_id: UUID,
) -> CertificateForMobileEnvelope | ErrorEnvelope | None:
    """Get for mobile

     Gives the certificate that lets a phone talk to a device over Bluetooth.

    The phone must be registered, and the account have access to the device. Each pair of phone and
    device has a certificate of its own.

    Certificates run out, and to get a new one in time is up to the phone. Don't wait for the last day:
    ask again when 40 to 50 percent of its life is left, so that a phone without network can still open
    the door.

    Args:
        device_id (int):
        mobile_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CertificateForMobileEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        device_id=device_id,
        mobile_id=mobile_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    device_id: int,
    mobile_id: UUID,
) -> Response[CertificateForMobileEnvelope | ErrorEnvelope]:
    """Get for mobile

     Gives the certificate that lets a phone talk to a device over Bluetooth.

    The phone must be registered, and the account have access to the device. Each pair of phone and
    device has a certificate of its own.

    Certificates run out, and to get a new one in time is up to the phone. Don't wait for the last day:
    ask again when 40 to 50 percent of its life is left, so that a phone without network can still open
    the door.

    Args:
        device_id (int):
        mobile_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CertificateForMobileEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        mobile_id=mobile_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    device_id: int,
    mobile_id: UUID,
) -> CertificateForMobileEnvelope | ErrorEnvelope | None:
    """Get for mobile

     Gives the certificate that lets a phone talk to a device over Bluetooth.

    The phone must be registered, and the account have access to the device. Each pair of phone and
    device has a certificate of its own.

    Certificates run out, and to get a new one in time is up to the phone. Don't wait for the last day:
    ask again when 40 to 50 percent of its life is left, so that a phone without network can still open
    the door.

    Args:
        device_id (int):
        mobile_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CertificateForMobileEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            device_id=device_id,
            mobile_id=mobile_id,
        )
    ).parsed
