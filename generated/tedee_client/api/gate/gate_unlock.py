# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...types import Response


def _get_kwargs(
    id: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/gate/{id}/operation/unlock".format(
            id=quote(str(id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_2: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_2

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 403:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

    if response.status_code == 404:
        from ..._tables import PARSER

        parsed_5: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_5

    if response.status_code == 412:
        from ..._tables import PARSER

        parsed_6: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_6

    if response.status_code == 423:
        from ..._tables import PARSER

        parsed_7: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_7

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_8: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_8

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | ErrorEnvelope]:
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
) -> Response[Any | ErrorEnvelope]:
    """Unlock

     Opens a gate: its motor gets a signal that lasts as long as the gate's `impulseLength`.

    The account needs access to the gate at this time of this day, and a link with BleBox that still
    works. The gate must be connected; where it was not when it was last looked at, Sync single tells
    whether it is by now.

    > **Warning:** The gate moves at once, and nothing asks back. Never send this again on a guess: many
    gates take a second signal as the order to stop or to close.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
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
) -> Any | ErrorEnvelope | None:
    """Unlock

     Opens a gate: its motor gets a signal that lasts as long as the gate's `impulseLength`.

    The account needs access to the gate at this time of this day, and a link with BleBox that still
    works. The gate must be connected; where it was not when it was last looked at, Sync single tells
    whether it is by now.

    > **Warning:** The gate moves at once, and nothing asks back. Never send this again on a guess: many
    gates take a second signal as the order to stop or to close.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        id=id,
        client=client,
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
) -> Response[Any | ErrorEnvelope]:
    """Unlock

     Opens a gate: its motor gets a signal that lasts as long as the gate's `impulseLength`.

    The account needs access to the gate at this time of this day, and a link with BleBox that still
    works. The gate must be connected; where it was not when it was last looked at, Sync single tells
    whether it is by now.

    > **Warning:** The gate moves at once, and nothing asks back. Never send this again on a guess: many
    gates take a second signal as the order to stop or to close.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
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
) -> Any | ErrorEnvelope | None:
    """Unlock

     Opens a gate: its motor gets a signal that lasts as long as the gate's `impulseLength`.

    The account needs access to the gate at this time of this day, and a link with BleBox that still
    works. The gate must be connected; where it was not when it was last looked at, Sync single tells
    whether it is by now.

    > **Warning:** The gate moves at once, and nothing asks back. Never send this again on a guess: many
    gates take a second signal as the order to stop or to close.

    Args:
        id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
        )
    ).parsed
