# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.personal_access_key_array_envelope import PersonalAccessKeyArrayEnvelope
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/personalaccesskey",
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | PersonalAccessKeyArrayEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: PersonalAccessKeyArrayEnvelope = PARSER.parse("m:PersonalAccessKeyArrayEnvelope", response.json())
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
) -> Response[ErrorEnvelope | PersonalAccessKeyArrayEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[ErrorEnvelope | PersonalAccessKeyArrayEnvelope]:
    """Get all

     Lists the personal access keys of the account: their names, scopes and ends, but not the keys
    themselves.

    Use it to find keys that soon expire, or that nobody needs any more.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PersonalAccessKeyArrayEnvelope]
    """

    kwargs = _get_kwargs()

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
) -> ErrorEnvelope | PersonalAccessKeyArrayEnvelope | None:
    """Get all

     Lists the personal access keys of the account: their names, scopes and ends, but not the keys
    themselves.

    Use it to find keys that soon expire, or that nobody needs any more.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PersonalAccessKeyArrayEnvelope
    """

    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[ErrorEnvelope | PersonalAccessKeyArrayEnvelope]:
    """Get all

     Lists the personal access keys of the account: their names, scopes and ends, but not the keys
    themselves.

    Use it to find keys that soon expire, or that nobody needs any more.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PersonalAccessKeyArrayEnvelope]
    """

    kwargs = _get_kwargs()

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> ErrorEnvelope | PersonalAccessKeyArrayEnvelope | None:
    """Get all

     Lists the personal access keys of the account: their names, scopes and ends, but not the keys
    themselves.

    Use it to find keys that soon expire, or that nobody needs any more.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PersonalAccessKeyArrayEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed
