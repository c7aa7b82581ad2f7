# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.lock_pin_created_envelope import LockPinCreatedEnvelope
from ...models.lockpin_create_body import LockpinCreateBody
from ...types import Response


def _get_kwargs(
    id: int,
    *,
    body: LockpinCreateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/lock/{id}/pin".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | LockPinCreatedEnvelope | None:
    if response.status_code == 201:
        from ..._tables import PARSER

        parsed_1: LockPinCreatedEnvelope = PARSER.parse("m:LockPinCreatedEnvelope", response.json())
        return parsed_1

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

    if response.status_code == 406:
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

    if response.status_code == 412:
        from ..._tables import PARSER

        parsed_9: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_9

    if response.status_code == 428:
        from ..._tables import PARSER

        parsed_10: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_10

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_11: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_11

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | LockPinCreatedEnvelope]:
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
    body: LockpinCreateBody,
) -> Response[ErrorEnvelope | LockPinCreatedEnvelope]:
    """Create

     Adds a PIN to a lock. Whoever types it on the keypad gets in, at any time or within the limits that
    it is given.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        body (LockpinCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LockPinCreatedEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: int,
    *,
    client: AuthenticatedClient,
    body: LockpinCreateBody,
) -> ErrorEnvelope | LockPinCreatedEnvelope | None:
    """Create

     Adds a PIN to a lock. Whoever types it on the keypad gets in, at any time or within the limits that
    it is given.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        body (LockpinCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LockPinCreatedEnvelope
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
    body: LockpinCreateBody,
) -> Response[ErrorEnvelope | LockPinCreatedEnvelope]:
    """Create

     Adds a PIN to a lock. Whoever types it on the keypad gets in, at any time or within the limits that
    it is given.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        body (LockpinCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LockPinCreatedEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    *,
    client: AuthenticatedClient,
    body: LockpinCreateBody,
) -> ErrorEnvelope | LockPinCreatedEnvelope | None:
    """Create

     Adds a PIN to a lock. Whoever types it on the keypad gets in, at any time or within the limits that
    it is given.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        body (LockpinCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LockPinCreatedEnvelope
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
        )
    ).parsed
