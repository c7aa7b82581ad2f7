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
    pin_id: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/my/lock/{id}/pin/{pin_id}".format(
            id=quote(str(id), safe=""),
            pin_id=quote(str(pin_id), safe=""),
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

    if response.status_code == 408:
        from ..._tables import PARSER

        parsed_6: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_6

    if response.status_code == 409:
        from ..._tables import PARSER

        parsed_7: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_7

    if response.status_code == 428:
        from ..._tables import PARSER

        parsed_8: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_8

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_9: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_9

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
    pin_id: int,
    *,
    client: AuthenticatedClient,
) -> Response[Any | ErrorEnvelope]:
    """Delete

     Removes a PIN from a lock. The keypad refuses it from then on.

    PINs live in the lock, so it must be online, and paired with a keypad.

    > **Note:** A PIN with an endDate goes by itself once that has passed. Remove those without one, or
    one that shall end sooner.

    Args:
        id (int):
        pin_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        pin_id=pin_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: int,
    pin_id: int,
    *,
    client: AuthenticatedClient,
) -> Any | ErrorEnvelope | None:
    """Delete

     Removes a PIN from a lock. The keypad refuses it from then on.

    PINs live in the lock, so it must be online, and paired with a keypad.

    > **Note:** A PIN with an endDate goes by itself once that has passed. Remove those without one, or
    one that shall end sooner.

    Args:
        id (int):
        pin_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        id=id,
        pin_id=pin_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    id: int,
    pin_id: int,
    *,
    client: AuthenticatedClient,
) -> Response[Any | ErrorEnvelope]:
    """Delete

     Removes a PIN from a lock. The keypad refuses it from then on.

    PINs live in the lock, so it must be online, and paired with a keypad.

    > **Note:** A PIN with an endDate goes by itself once that has passed. Remove those without one, or
    one that shall end sooner.

    Args:
        id (int):
        pin_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        pin_id=pin_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    pin_id: int,
    *,
    client: AuthenticatedClient,
) -> Any | ErrorEnvelope | None:
    """Delete

     Removes a PIN from a lock. The keypad refuses it from then on.

    PINs live in the lock, so it must be online, and paired with a keypad.

    > **Note:** A PIN with an endDate goes by itself once that has passed. Remove those without one, or
    one that shall end sooner.

    Args:
        id (int):
        pin_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            id=id,
            pin_id=pin_id,
            client=client,
        )
    ).parsed
