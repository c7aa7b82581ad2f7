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
        response_201 = LockPinCreatedEnvelope.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ErrorEnvelope.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 406:
        response_406 = ErrorEnvelope.from_dict(response.json())

        return response_406

    if response.status_code == 408:
        response_408 = ErrorEnvelope.from_dict(response.json())

        return response_408

    if response.status_code == 409:
        response_409 = ErrorEnvelope.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = ErrorEnvelope.from_dict(response.json())

        return response_412

    if response.status_code == 428:
        response_428 = ErrorEnvelope.from_dict(response.json())

        return response_428

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

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
