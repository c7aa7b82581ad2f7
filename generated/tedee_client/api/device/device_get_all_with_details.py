# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_get_all_with_details_envelope import (
    DeviceGetAllWithDetailsEnvelope,
)
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    include_accessories: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["IncludeAccessories"] = include_accessories

    params["IncludeUserSettings"] = include_user_settings

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/device/details",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeviceGetAllWithDetailsEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: DeviceGetAllWithDetailsEnvelope = PARSER.parse("m:DeviceGetAllWithDetailsEnvelope", response.json())
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
) -> Response[DeviceGetAllWithDetailsEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    include_accessories: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
) -> Response[DeviceGetAllWithDetailsEnvelope | ErrorEnvelope]:
    """Get all with details

     Gives all devices of the account at once, in a list for each kind, with their settings and what the
    account may do with them.

    Use it when a program starts, in place of a call for each kind. The answer is large: to follow the
    state of locks, ask Sync. Door sensors are not among it; they have a list of their own.

    Args:
        include_accessories (bool | Unset):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceGetAllWithDetailsEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        include_accessories=include_accessories,
        include_user_settings=include_user_settings,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    include_accessories: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
) -> DeviceGetAllWithDetailsEnvelope | ErrorEnvelope | None:
    """Get all with details

     Gives all devices of the account at once, in a list for each kind, with their settings and what the
    account may do with them.

    Use it when a program starts, in place of a call for each kind. The answer is large: to follow the
    state of locks, ask Sync. Door sensors are not among it; they have a list of their own.

    Args:
        include_accessories (bool | Unset):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceGetAllWithDetailsEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        include_accessories=include_accessories,
        include_user_settings=include_user_settings,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    include_accessories: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
) -> Response[DeviceGetAllWithDetailsEnvelope | ErrorEnvelope]:
    """Get all with details

     Gives all devices of the account at once, in a list for each kind, with their settings and what the
    account may do with them.

    Use it when a program starts, in place of a call for each kind. The answer is large: to follow the
    state of locks, ask Sync. Door sensors are not among it; they have a list of their own.

    Args:
        include_accessories (bool | Unset):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceGetAllWithDetailsEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        include_accessories=include_accessories,
        include_user_settings=include_user_settings,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    include_accessories: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
) -> DeviceGetAllWithDetailsEnvelope | ErrorEnvelope | None:
    """Get all with details

     Gives all devices of the account at once, in a list for each kind, with their settings and what the
    account may do with them.

    Use it when a program starts, in place of a call for each kind. The answer is large: to follow the
    state of locks, ask Sync. Door sensors are not among it; they have a list of their own.

    Args:
        include_accessories (bool | Unset):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceGetAllWithDetailsEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            include_accessories=include_accessories,
            include_user_settings=include_user_settings,
        )
    ).parsed
