# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_updated_envelope import DeviceUpdatedEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...models.lock_update_body import LockUpdateBody
from ...types import Response


def _get_kwargs(
    *,
    body: LockUpdateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/my/lock",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeviceUpdatedEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: DeviceUpdatedEnvelope = PARSER.parse("m:DeviceUpdatedEnvelope", response.json())
        return parsed_1

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_2: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_2

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 409:
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
) -> Response[DeviceUpdatedEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: LockUpdateBody,
) -> Response[DeviceUpdatedEnvelope | ErrorEnvelope]:
    """Update

     Changes a lock's name, time zone or settings. What the body leaves out stays as it is.

    Guests may change their own `userSettings` only; everything else takes an owner or an admin.

    Somebody else may have changed the lock in between: then the `revision` is an old one, nothing is
    changed, and the answer is 409. Fetch the lock, look at what changed, and try again with its new
    revision.

    Args:
        body (LockUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceUpdatedEnvelope | ErrorEnvelope]
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
    body: LockUpdateBody,
) -> DeviceUpdatedEnvelope | ErrorEnvelope | None:
    """Update

     Changes a lock's name, time zone or settings. What the body leaves out stays as it is.

    Guests may change their own `userSettings` only; everything else takes an owner or an admin.

    Somebody else may have changed the lock in between: then the `revision` is an old one, nothing is
    changed, and the answer is 409. Fetch the lock, look at what changed, and try again with its new
    revision.

    Args:
        body (LockUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceUpdatedEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: LockUpdateBody,
) -> Response[DeviceUpdatedEnvelope | ErrorEnvelope]:
    """Update

     Changes a lock's name, time zone or settings. What the body leaves out stays as it is.

    Guests may change their own `userSettings` only; everything else takes an owner or an admin.

    Somebody else may have changed the lock in between: then the `revision` is an old one, nothing is
    changed, and the answer is 409. Fetch the lock, look at what changed, and try again with its new
    revision.

    Args:
        body (LockUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceUpdatedEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: LockUpdateBody,
) -> DeviceUpdatedEnvelope | ErrorEnvelope | None:
    """Update

     Changes a lock's name, time zone or settings. What the body leaves out stays as it is.

    Guests may change their own `userSettings` only; everything else takes an owner or an admin.

    Somebody else may have changed the lock in between: then the `revision` is an old one, nothing is
    changed, and the answer is 409. Fetch the lock, look at what changed, and try again with its new
    revision.

    Args:
        body (LockUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceUpdatedEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
