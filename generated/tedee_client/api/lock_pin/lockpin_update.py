# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.lockpin_update_body import LockpinUpdateBody
from ...types import Response


def _get_kwargs(
    id: int,
    pin_id: int,
    *,
    body: LockpinUpdateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/my/lock/{id}/pin/{pin_id}".format(
            id=quote(str(id), safe=""),
            pin_id=quote(str(pin_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: LockpinUpdateBody,
) -> Response[Any | ErrorEnvelope]:
    """Update

     Replaces a PIN's name, digits and limits. What the body leaves out is no limit any more: fetch the
    PIN first, and send what shall stay.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        pin_id (int):
        body (LockpinUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        pin_id=pin_id,
        body=body,
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
    body: LockpinUpdateBody,
) -> Any | ErrorEnvelope | None:
    """Update

     Replaces a PIN's name, digits and limits. What the body leaves out is no limit any more: fetch the
    PIN first, and send what shall stay.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        pin_id (int):
        body (LockpinUpdateBody):

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
        body=body,
    ).parsed


async def asyncio_detailed(
    id: int,
    pin_id: int,
    *,
    client: AuthenticatedClient,
    body: LockpinUpdateBody,
) -> Response[Any | ErrorEnvelope]:
    """Update

     Replaces a PIN's name, digits and limits. What the body leaves out is no limit any more: fetch the
    PIN first, and send what shall stay.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        pin_id (int):
        body (LockpinUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        pin_id=pin_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    pin_id: int,
    *,
    client: AuthenticatedClient,
    body: LockpinUpdateBody,
) -> Any | ErrorEnvelope | None:
    """Update

     Replaces a PIN's name, digits and limits. What the body leaves out is no limit any more: fetch the
    PIN first, and send what shall stay.

    PINs live in the lock, so it must be online, and paired with a keypad.

    A PIN must be hard to guess:

    - it has 5 to 8 digits and nothing else;
    - three or more of its digits differ;
    - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

    Args:
        id (int):
        pin_id (int):
        body (LockpinUpdateBody):

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
            body=body,
        )
    ).parsed
