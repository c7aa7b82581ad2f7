# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.execute_command_envelope import ExecuteCommandEnvelope
from ...types import Response


def _get_kwargs(
    id: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/lock/{id}/operation/pull".format(
            id=quote(str(id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | ExecuteCommandEnvelope | None:
    if response.status_code == 202:
        from ..._tables import PARSER

        parsed_1: ExecuteCommandEnvelope = PARSER.parse("m:ExecuteCommandEnvelope", response.json())
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
) -> Response[ErrorEnvelope | ExecuteCommandEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
) -> Response[ErrorEnvelope | ExecuteCommandEnvelope]:
    """Pull spring

     Draws the latch back for as long as the lock's `pullSpringDuration` says, so that the door comes
    open without a handle.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The spring must be calibrated, and `pullSpringEnabled` be set, in the lock's settings.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | ExecuteCommandEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: int,
    *,
    client: AuthenticatedClient,
) -> ErrorEnvelope | ExecuteCommandEnvelope | None:
    """Pull spring

     Draws the latch back for as long as the lock's `pullSpringDuration` says, so that the door comes
    open without a handle.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The spring must be calibrated, and `pullSpringEnabled` be set, in the lock's settings.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | ExecuteCommandEnvelope
    """

    return sync_detailed(
        id=id,
        client=client,
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
) -> Response[ErrorEnvelope | ExecuteCommandEnvelope]:
    """Pull spring

     Draws the latch back for as long as the lock's `pullSpringDuration` says, so that the door comes
    open without a handle.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The spring must be calibrated, and `pullSpringEnabled` be set, in the lock's settings.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | ExecuteCommandEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    *,
    client: AuthenticatedClient,
) -> ErrorEnvelope | ExecuteCommandEnvelope | None:
    """Pull spring

     Draws the latch back for as long as the lock's `pullSpringDuration` says, so that the door comes
    open without a handle.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The spring must be calibrated, and `pullSpringEnabled` be set, in the lock's settings.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | ExecuteCommandEnvelope
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
        )
    ).parsed
