# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.deviceaccess_copy_to_body import DeviceaccessCopyToBody
from ...models.error_envelope import ErrorEnvelope
from ...models.post_device_access_copy_result import PostDeviceAccessCopyResult
from ...types import Response


def _get_kwargs(
    device_id: int,
    access_id: UUID,
    *,
    body: DeviceaccessCopyToBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/device/{device_id}/access/{access_id}/copy-to".format(
            device_id=quote(str(device_id), safe=""),
            access_id=quote(str(access_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | PostDeviceAccessCopyResult | None:
    if response.status_code == 201:
        from ..._tables import PARSER

        parsed_1: PostDeviceAccessCopyResult = PARSER.parse("m:PostDeviceAccessCopyResult", response.json())
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
) -> Response[ErrorEnvelope | PostDeviceAccessCopyResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    device_id: int,
    access_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCopyToBody,
) -> Response[ErrorEnvelope | PostDeviceAccessCopyResult]:
    """Copy permissions

     Gives others the same access to a device that somebody has: same level, same days, same times.

    Owners and admins of the device may do this; guests may not.

    Use it where several people or groups shall come and go alike. It takes one call however many they
    are.

    The result tells for each principal whether a copy was made: one may be refused and the others not.

    Args:
        device_id (int):
        access_id (UUID):
        body (DeviceaccessCopyToBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PostDeviceAccessCopyResult]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        access_id=access_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    device_id: int,
    access_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCopyToBody,
) -> ErrorEnvelope | PostDeviceAccessCopyResult | None:
    """Copy permissions

     Gives others the same access to a device that somebody has: same level, same days, same times.

    Owners and admins of the device may do this; guests may not.

    Use it where several people or groups shall come and go alike. It takes one call however many they
    are.

    The result tells for each principal whether a copy was made: one may be refused and the others not.

    Args:
        device_id (int):
        access_id (UUID):
        body (DeviceaccessCopyToBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PostDeviceAccessCopyResult
    """

    return sync_detailed(
        device_id=device_id,
        access_id=access_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    device_id: int,
    access_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCopyToBody,
) -> Response[ErrorEnvelope | PostDeviceAccessCopyResult]:
    """Copy permissions

     Gives others the same access to a device that somebody has: same level, same days, same times.

    Owners and admins of the device may do this; guests may not.

    Use it where several people or groups shall come and go alike. It takes one call however many they
    are.

    The result tells for each principal whether a copy was made: one may be refused and the others not.

    Args:
        device_id (int):
        access_id (UUID):
        body (DeviceaccessCopyToBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PostDeviceAccessCopyResult]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        access_id=access_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    device_id: int,
    access_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DeviceaccessCopyToBody,
) -> ErrorEnvelope | PostDeviceAccessCopyResult | None:
    """Copy permissions

     Gives others the same access to a device that somebody has: same level, same days, same times.

    Owners and admins of the device may do this; guests may not.

    Use it where several people or groups shall come and go alike. It takes one call however many they
    are.

    The result tells for each principal whether a copy was made: one may be refused and the others not.

    Args:
        device_id (int):
        access_id (UUID):
        body (DeviceaccessCopyToBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PostDeviceAccessCopyResult
    """

    return (
        await asyncio_detailed(
            device_id=device_id,
            access_id=access_id,
            client=client,
            body=body,
        )
    ).parsed
