# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.lock_sync_array_envelope import LockSyncArrayEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    id: list[int] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_id: list[int] | Unset = UNSET
    if not isinstance(id, Unset):
        json_id = id

    params["id"] = json_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/lock/sync",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | LockSyncArrayEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: LockSyncArrayEnvelope = PARSER.parse("m:LockSyncArrayEnvelope", response.json())
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
) -> Response[ErrorEnvelope | LockSyncArrayEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    id: list[int] | Unset = UNSET,
) -> Response[ErrorEnvelope | LockSyncArrayEnvelope]:
    """Sync

     Tells the state of all locks, or of those that are named, and nothing else about them.

    A `revision` that has grown since the last call means that the lock's settings changed: fetch the
    lock anew then.

    > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate
    limit.

    Args:
        id (list[int] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LockSyncArrayEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    id: list[int] | Unset = UNSET,
) -> ErrorEnvelope | LockSyncArrayEnvelope | None:
    """Sync

     Tells the state of all locks, or of those that are named, and nothing else about them.

    A `revision` that has grown since the last call means that the lock's settings changed: fetch the
    lock anew then.

    > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate
    limit.

    Args:
        id (list[int] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LockSyncArrayEnvelope
    """

    return sync_detailed(
        client=client,
        id=id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    id: list[int] | Unset = UNSET,
) -> Response[ErrorEnvelope | LockSyncArrayEnvelope]:
    """Sync

     Tells the state of all locks, or of those that are named, and nothing else about them.

    A `revision` that has grown since the last call means that the lock's settings changed: fetch the
    lock anew then.

    > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate
    limit.

    Args:
        id (list[int] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LockSyncArrayEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    id: list[int] | Unset = UNSET,
) -> ErrorEnvelope | LockSyncArrayEnvelope | None:
    """Sync

     Tells the state of all locks, or of those that are named, and nothing else about them.

    A `revision` that has grown since the last call means that the lock's settings changed: fetch the
    lock anew then.

    > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate
    limit.

    Args:
        id (list[int] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LockSyncArrayEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            id=id,
        )
    ).parsed
