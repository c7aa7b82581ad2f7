# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.lock_pin_list_envelope import LockPinListEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: int,
    *,
    list_version: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["listVersion"] = list_version

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/lock/{id}/pin".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | LockPinListEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: LockPinListEnvelope = PARSER.parse("m:LockPinListEnvelope", response.json())
        return parsed_1

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

    if response.status_code == 403:
        from ..._tables import PARSER

        parsed_5: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_5

    if response.status_code == 404:
        from ..._tables import PARSER

        parsed_6: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_6

    if response.status_code == 408:
        from ..._tables import PARSER

        parsed_7: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_7

    if response.status_code == 409:
        from ..._tables import PARSER

        parsed_8: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_8

    if response.status_code == 428:
        from ..._tables import PARSER

        parsed_9: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_9

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_10: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_10

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | ErrorEnvelope | LockPinListEnvelope]:
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
    list_version: int | Unset = UNSET,
) -> Response[Any | ErrorEnvelope | LockPinListEnvelope]:
    """Get all

     Lists the PINs that a lock's keypad takes, by name. For the digits of one, ask Get single.

    PINs live in the lock, so it must be online, and paired with a keypad.

    The list has a version, which grows with every change. Keep it, and send it as `listVersion` the
    next time: where nothing changed, the answer is 304 and the list that you have is still right.

    Args:
        id (int):
        list_version (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope | LockPinListEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        list_version=list_version,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: int,
    *,
    client: AuthenticatedClient,
    list_version: int | Unset = UNSET,
) -> Any | ErrorEnvelope | LockPinListEnvelope | None:
    """Get all

     Lists the PINs that a lock's keypad takes, by name. For the digits of one, ask Get single.

    PINs live in the lock, so it must be online, and paired with a keypad.

    The list has a version, which grows with every change. Keep it, and send it as `listVersion` the
    next time: where nothing changed, the answer is 304 and the list that you have is still right.

    Args:
        id (int):
        list_version (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope | LockPinListEnvelope
    """

    return sync_detailed(
        id=id,
        client=client,
        list_version=list_version,
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
    list_version: int | Unset = UNSET,
) -> Response[Any | ErrorEnvelope | LockPinListEnvelope]:
    """Get all

     Lists the PINs that a lock's keypad takes, by name. For the digits of one, ask Get single.

    PINs live in the lock, so it must be online, and paired with a keypad.

    The list has a version, which grows with every change. Keep it, and send it as `listVersion` the
    next time: where nothing changed, the answer is 304 and the list that you have is still right.

    Args:
        id (int):
        list_version (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope | LockPinListEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        list_version=list_version,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    *,
    client: AuthenticatedClient,
    list_version: int | Unset = UNSET,
) -> Any | ErrorEnvelope | LockPinListEnvelope | None:
    """Get all

     Lists the PINs that a lock's keypad takes, by name. For the digits of one, ask Get single.

    PINs live in the lock, so it must be online, and paired with a keypad.

    The list has a version, which grows with every change. Keep it, and send it as `listVersion` the
    next time: where nothing changed, the answer is 304 and the list that you have is still right.

    Args:
        id (int):
        list_version (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope | LockPinListEnvelope
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            list_version=list_version,
        )
    ).parsed
