# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.mobile_identifier_envelope import MobileIdentifierEnvelope
from ...models.mobile_register_body import MobileRegisterBody
from ...types import Response


def _get_kwargs(
    *,
    body: MobileRegisterBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/mobile",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | MobileIdentifierEnvelope | None:
    if response.status_code == 201:
        from ..._tables import PARSER

        parsed_1: MobileIdentifierEnvelope = PARSER.parse("m:MobileIdentifierEnvelope", response.json())
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
) -> Response[ErrorEnvelope | MobileIdentifierEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: MobileRegisterBody,
) -> Response[ErrorEnvelope | MobileIdentifierEnvelope]:
    """Register

     Registers a phone, or whatever else is to talk to devices over Bluetooth, with the account.

    Do this once for each of them, before it asks for its certificates. It makes its own pair of ECDSA
    keys and sends the public one; the secure session with a device rests on that pair.

    > **Warning:** The private key must never leave the phone. Nobody else can make up for it: if it is
    lost, make new keys and register the phone anew.

    Args:
        body (MobileRegisterBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | MobileIdentifierEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: MobileRegisterBody,
) -> ErrorEnvelope | MobileIdentifierEnvelope | None:
    """Register

     Registers a phone, or whatever else is to talk to devices over Bluetooth, with the account.

    Do this once for each of them, before it asks for its certificates. It makes its own pair of ECDSA
    keys and sends the public one; the secure session with a device rests on that pair.

    > **Warning:** The private key must never leave the phone. Nobody else can make up for it: if it is
    lost, make new keys and register the phone anew.

    Args:
        body (MobileRegisterBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | MobileIdentifierEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: MobileRegisterBody,
) -> Response[ErrorEnvelope | MobileIdentifierEnvelope]:
    """Register

     Registers a phone, or whatever else is to talk to devices over Bluetooth, with the account.

    Do this once for each of them, before it asks for its certificates. It makes its own pair of ECDSA
    keys and sends the public one; the secure session with a device rests on that pair.

    > **Warning:** The private key must never leave the phone. Nobody else can make up for it: if it is
    lost, make new keys and register the phone anew.

    Args:
        body (MobileRegisterBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | MobileIdentifierEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: MobileRegisterBody,
) -> ErrorEnvelope | MobileIdentifierEnvelope | None:
    """Register

     Registers a phone, or whatever else is to talk to devices over Bluetooth, with the account.

    Do this once for each of them, before it asks for its certificates. It makes its own pair of ECDSA
    keys and sends the public one; the secure session with a device rests on that pair.

    > **Warning:** The private key must never leave the phone. Nobody else can make up for it: if it is
    lost, make new keys and register the phone anew.

    Args:
        body (MobileRegisterBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | MobileIdentifierEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
