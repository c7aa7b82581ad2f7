# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.gate_list_envelope import GateListEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    filters_is_connected: bool | Unset = UNSET,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["filters.isConnected"] = filters_is_connected

    params["filters.name"] = filters_name

    params["includeUserSettings"] = include_user_settings

    params["itemsPerPage"] = items_per_page

    params["page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/gate",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | GateListEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: GateListEnvelope = PARSER.parse("m:GateListEnvelope", response.json())
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
) -> Response[ErrorEnvelope | GateListEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    filters_is_connected: bool | Unset = UNSET,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | GateListEnvelope]:
    """Get all

     Lists every gate that the account may see, page by page.

    Gates are devices of another vendor, BleBox. They turn up here once the account was linked with
    BleBox in the phone app, and this list says what the last synchronization found. To learn how things
    are right now, ask Sync all or Sync single first.

    Args:
        filters_is_connected (bool | Unset):
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GateListEnvelope]
    """

    kwargs = _get_kwargs(
        filters_is_connected=filters_is_connected,
        filters_name=filters_name,
        include_user_settings=include_user_settings,
        items_per_page=items_per_page,
        page=page,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    filters_is_connected: bool | Unset = UNSET,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | GateListEnvelope | None:
    """Get all

     Lists every gate that the account may see, page by page.

    Gates are devices of another vendor, BleBox. They turn up here once the account was linked with
    BleBox in the phone app, and this list says what the last synchronization found. To learn how things
    are right now, ask Sync all or Sync single first.

    Args:
        filters_is_connected (bool | Unset):
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GateListEnvelope
    """

    return sync_detailed(
        client=client,
        filters_is_connected=filters_is_connected,
        filters_name=filters_name,
        include_user_settings=include_user_settings,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    filters_is_connected: bool | Unset = UNSET,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | GateListEnvelope]:
    """Get all

     Lists every gate that the account may see, page by page.

    Gates are devices of another vendor, BleBox. They turn up here once the account was linked with
    BleBox in the phone app, and this list says what the last synchronization found. To learn how things
    are right now, ask Sync all or Sync single first.

    Args:
        filters_is_connected (bool | Unset):
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GateListEnvelope]
    """

    kwargs = _get_kwargs(
        filters_is_connected=filters_is_connected,
        filters_name=filters_name,
        include_user_settings=include_user_settings,
        items_per_page=items_per_page,
        page=page,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    filters_is_connected: bool | Unset = UNSET,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | GateListEnvelope | None:
    """Get all

     Lists every gate that the account may see, page by page.

    Gates are devices of another vendor, BleBox. They turn up here once the account was linked with
    BleBox in the phone app, and this list says what the last synchronization found. To learn how things
    are right now, ask Sync all or Sync single first.

    Args:
        filters_is_connected (bool | Unset):
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GateListEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            filters_is_connected=filters_is_connected,
            filters_name=filters_name,
            include_user_settings=include_user_settings,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
