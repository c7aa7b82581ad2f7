# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.execute_command_envelope import ExecuteCommandEnvelope
from ...models.unlock_mode import UnlockMode
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: int,
    *,
    mode: UnlockMode | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_mode: int | Unset = UNSET
    if not isinstance(mode, Unset):
        json_mode = mode.value

    params["mode"] = json_mode

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/lock/{id}/operation/unlock".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
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
    mode: UnlockMode | Unset = UNSET,
) -> Response[ErrorEnvelope | ExecuteCommandEnvelope]:
    """Unlock

     Turns the bolt in. The door can be opened from then on.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The lock must be online: connected to a bridge, and the bridge to the internet.

    Args:
        id (int):
        mode (UnlockMode | Unset): Ways to unlock.

            - `0`: as the lock's settings have it.
            - `2`: for a lock in the state Unknown, which would refuse otherwise; it ends up unlocked
            whatever came before.
            - `3`: leave the spring alone, although `autoPullSpringEnabled` is set.
            - `4`: unlock a locked door; pull the spring of one that is unlocked.

            - `0`: Default behaviour of unlocking lock
            - `2`: Force unlock
            - `3`: Without auto pull spring
            - `4`: Unlock or pull spring

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | ExecuteCommandEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        mode=mode,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: int,
    *,
    client: AuthenticatedClient,
    mode: UnlockMode | Unset = UNSET,
) -> ErrorEnvelope | ExecuteCommandEnvelope | None:
    """Unlock

     Turns the bolt in. The door can be opened from then on.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The lock must be online: connected to a bridge, and the bridge to the internet.

    Args:
        id (int):
        mode (UnlockMode | Unset): Ways to unlock.

            - `0`: as the lock's settings have it.
            - `2`: for a lock in the state Unknown, which would refuse otherwise; it ends up unlocked
            whatever came before.
            - `3`: leave the spring alone, although `autoPullSpringEnabled` is set.
            - `4`: unlock a locked door; pull the spring of one that is unlocked.

            - `0`: Default behaviour of unlocking lock
            - `2`: Force unlock
            - `3`: Without auto pull spring
            - `4`: Unlock or pull spring

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | ExecuteCommandEnvelope
    """

    return sync_detailed(
        id=id,
        client=client,
        mode=mode,
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
    mode: UnlockMode | Unset = UNSET,
) -> Response[ErrorEnvelope | ExecuteCommandEnvelope]:
    """Unlock

     Turns the bolt in. The door can be opened from then on.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The lock must be online: connected to a bridge, and the bridge to the internet.

    Args:
        id (int):
        mode (UnlockMode | Unset): Ways to unlock.

            - `0`: as the lock's settings have it.
            - `2`: for a lock in the state Unknown, which would refuse otherwise; it ends up unlocked
            whatever came before.
            - `3`: leave the spring alone, although `autoPullSpringEnabled` is set.
            - `4`: unlock a locked door; pull the spring of one that is unlocked.

            - `0`: Default behaviour of unlocking lock
            - `2`: Force unlock
            - `3`: Without auto pull spring
            - `4`: Unlock or pull spring

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | ExecuteCommandEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        mode=mode,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    *,
    client: AuthenticatedClient,
    mode: UnlockMode | Unset = UNSET,
) -> ErrorEnvelope | ExecuteCommandEnvelope | None:
    """Unlock

     Turns the bolt in. The door can be opened from then on.

    The answer comes at once; the bolt takes a few seconds. Ask Get device operation with the
    `operationId` until its status is `COMPLETED`.

    The lock must be online: connected to a bridge, and the bridge to the internet.

    Args:
        id (int):
        mode (UnlockMode | Unset): Ways to unlock.

            - `0`: as the lock's settings have it.
            - `2`: for a lock in the state Unknown, which would refuse otherwise; it ends up unlocked
            whatever came before.
            - `3`: leave the spring alone, although `autoPullSpringEnabled` is set.
            - `4`: unlock a locked door; pull the spring of one that is unlocked.

            - `0`: Default behaviour of unlocking lock
            - `2`: Force unlock
            - `3`: Without auto pull spring
            - `4`: Unlock or pull spring

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
            mode=mode,
        )
    ).parsed
