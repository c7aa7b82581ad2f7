# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.revoked_certificate_list_envelope import RevokedCertificateListEnvelope
from ...types import UNSET, Response


def _get_kwargs(
    *,
    device_id: int,
    version: int,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["deviceId"] = device_id

    params["version"] = version

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/devicecertificate/getrevokedformobile",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | RevokedCertificateListEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: RevokedCertificateListEnvelope = PARSER.parse("m:RevokedCertificateListEnvelope", response.json())
        return parsed_1

    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_5: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_5

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | ErrorEnvelope | RevokedCertificateListEnvelope]:
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
    version: int,
) -> Response[Any | ErrorEnvelope | RevokedCertificateListEnvelope]:
    """Get revoked for mobile

     Gives the certificates that a device must no longer accept, for a phone to carry them over to it.

    A device can't look this up by itself: while a phone is connected, it may ask the phone for news.
    When it does is part of Tedee's description of the Bluetooth protocol.

    Tell which `version` of the list the phone got last. 204 says that there is nothing newer.

    Args:
        device_id (int):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope | RevokedCertificateListEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        version=version,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    device_id: int,
    version: int,
) -> Any | ErrorEnvelope | RevokedCertificateListEnvelope | None:
    """Get revoked for mobile

     Gives the certificates that a device must no longer accept, for a phone to carry them over to it.

    A device can't look this up by itself: while a phone is connected, it may ask the phone for news.
    When it does is part of Tedee's description of the Bluetooth protocol.

    Tell which `version` of the list the phone got last. 204 says that there is nothing newer.

    Args:
        device_id (int):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope | RevokedCertificateListEnvelope
    """

    return sync_detailed(
        client=client,
        device_id=device_id,
        version=version,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    device_id: int,
    version: int,
) -> Response[Any | ErrorEnvelope | RevokedCertificateListEnvelope]:
    """Get revoked for mobile

     Gives the certificates that a device must no longer accept, for a phone to carry them over to it.

    A device can't look this up by itself: while a phone is connected, it may ask the phone for news.
    When it does is part of Tedee's description of the Bluetooth protocol.

    Tell which `version` of the list the phone got last. 204 says that there is nothing newer.

    Args:
        device_id (int):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope | RevokedCertificateListEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        version=version,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    device_id: int,
    version: int,
) -> Any | ErrorEnvelope | RevokedCertificateListEnvelope | None:
    """Get revoked for mobile

     Gives the certificates that a device must no longer accept, for a phone to carry them over to it.

    A device can't look this up by itself: while a phone is connected, it may ask the phone for news.
    When it does is part of Tedee's description of the Bluetooth protocol.

    Tell which `version` of the list the phone got last. 204 says that there is nothing newer.

    Args:
        device_id (int):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope | RevokedCertificateListEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            device_id=device_id,
            version=version,
        )
    ).parsed
