# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/gate/sync",
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

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

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
    *,
    client: AuthenticatedClient,
) -> Response[Any | ErrorEnvelope]:
    """Sync all

     Fetches all gates of the account from BleBox: new ones are added, known ones are brought up to date.

    Use it when somebody has just added a gate to BleBox. Otherwise leave it alone: it happens by
    itself, 24 hours after all gates were last fetched.

    A gate that BleBox has no longer isn't deleted here; its `isPresentInExternal` turns false. Once
    BleBox has it again, the next synchronization picks it up again.

    > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed
    in BleBox's own app.

    The answer has no body: see the outcome with Get all.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs()

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
) -> Any | ErrorEnvelope | None:
    """Sync all

     Fetches all gates of the account from BleBox: new ones are added, known ones are brought up to date.

    Use it when somebody has just added a gate to BleBox. Otherwise leave it alone: it happens by
    itself, 24 hours after all gates were last fetched.

    A gate that BleBox has no longer isn't deleted here; its `isPresentInExternal` turns false. Once
    BleBox has it again, the next synchronization picks it up again.

    > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed
    in BleBox's own app.

    The answer has no body: see the outcome with Get all.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Any | ErrorEnvelope]:
    """Sync all

     Fetches all gates of the account from BleBox: new ones are added, known ones are brought up to date.

    Use it when somebody has just added a gate to BleBox. Otherwise leave it alone: it happens by
    itself, 24 hours after all gates were last fetched.

    A gate that BleBox has no longer isn't deleted here; its `isPresentInExternal` turns false. Once
    BleBox has it again, the next synchronization picks it up again.

    > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed
    in BleBox's own app.

    The answer has no body: see the outcome with Get all.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs()

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> Any | ErrorEnvelope | None:
    """Sync all

     Fetches all gates of the account from BleBox: new ones are added, known ones are brought up to date.

    Use it when somebody has just added a gate to BleBox. Otherwise leave it alone: it happens by
    itself, 24 hours after all gates were last fetched.

    A gate that BleBox has no longer isn't deleted here; its `isPresentInExternal` turns false. Once
    BleBox has it again, the next synchronization picks it up again.

    > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed
    in BleBox's own app.

    The answer has no body: see the outcome with Get all.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed
