# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.deviceaccess_create_body import DeviceaccessCreateBody
from ...models.error_envelope import ErrorEnvelope
from ...models.post_device_access_result import PostDeviceAccessResult
from ...types import Response


def _get_kwargs(
    device_id: int,
    *,
    body: DeviceaccessCreateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/device/{device_id}/access".format(
            device_id=quote(str(device_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | PostDeviceAccessResult | None:
    if response.status_code == 201:
        from ..._tables import PARSER

        parsed_1: PostDeviceAccessResult = PARSER.parse("m:PostDeviceAccessResult", response.json())
        return parsed_1

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_2: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_2

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 404:
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
) -> Response[ErrorEnvelope | PostDeviceAccessResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    device_id: int,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCreateBody,
) -> Response[ErrorEnvelope | PostDeviceAccessResult]:
    """Create

     Gives somebody access to a device: a person, or all members of a group.

    Owners and admins of the device may do this; guests may not.

    People are named by their email address. Those who have no account yet are invited by email; until
    they make an account, their access is pending.

    > **Note:** Nobody has access to a device twice. Where a person or group has some already, change it
    with Update rather than give more.

    Times and dates are in UTC. Send null for what shall not be restricted.

    Look at the `success` of the result, too: where that is false, `error` tells why access was not
    given.

    Args:
        device_id (int):
        body (DeviceaccessCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PostDeviceAccessResult]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    device_id: int,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCreateBody,
) -> ErrorEnvelope | PostDeviceAccessResult | None:
    """Create

     Gives somebody access to a device: a person, or all members of a group.

    Owners and admins of the device may do this; guests may not.

    People are named by their email address. Those who have no account yet are invited by email; until
    they make an account, their access is pending.

    > **Note:** Nobody has access to a device twice. Where a person or group has some already, change it
    with Update rather than give more.

    Times and dates are in UTC. Send null for what shall not be restricted.

    Look at the `success` of the result, too: where that is false, `error` tells why access was not
    given.

    Args:
        device_id (int):
        body (DeviceaccessCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PostDeviceAccessResult
    """

    return sync_detailed(
        device_id=device_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    device_id: int,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCreateBody,
) -> Response[ErrorEnvelope | PostDeviceAccessResult]:
    """Create

     Gives somebody access to a device: a person, or all members of a group.

    Owners and admins of the device may do this; guests may not.

    People are named by their email address. Those who have no account yet are invited by email; until
    they make an account, their access is pending.

    > **Note:** Nobody has access to a device twice. Where a person or group has some already, change it
    with Update rather than give more.

    Times and dates are in UTC. Send null for what shall not be restricted.

    Look at the `success` of the result, too: where that is false, `error` tells why access was not
    given.

    Args:
        device_id (int):
        body (DeviceaccessCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PostDeviceAccessResult]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    device_id: int,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCreateBody,
) -> ErrorEnvelope | PostDeviceAccessResult | None:
    """Create

     Gives somebody access to a device: a person, or all members of a group.

    Owners and admins of the device may do this; guests may not.

    People are named by their email address. Those who have no account yet are invited by email; until
    they make an account, their access is pending.

    > **Note:** Nobody has access to a device twice. Where a person or group has some already, change it
    with Update rather than give more.

    Times and dates are in UTC. Send null for what shall not be restricted.

    Look at the `success` of the result, too: where that is false, `error` tells why access was not
    given.

    Args:
        device_id (int):
        body (DeviceaccessCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PostDeviceAccessResult
    """

    return (
        await asyncio_detailed(
            device_id=device_id,
            client=client,
            body=body,
        )
    ).parsed
