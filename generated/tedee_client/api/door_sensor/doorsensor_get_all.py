# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.door_sensor_list_envelope import DoorSensorListEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["filters.name"] = filters_name

    params["includeUserSettings"] = include_user_settings

    params["itemsPerPage"] = items_per_page

    params["page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/doorsensor",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DoorSensorListEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: DoorSensorListEnvelope = PARSER.parse("m:DoorSensorListEnvelope", response.json())
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
) -> Response[DoorSensorListEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[DoorSensorListEnvelope | ErrorEnvelope]:
    """Get all

     Lists every door sensor that the account may see, page by page.

    Use it to find out which lock each of them is paired with, and whose battery runs low. Whether the
    door is open is told by the lock that the sensor is paired with: see `doorState` in its state.

    Args:
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoorSensorListEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
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
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> DoorSensorListEnvelope | ErrorEnvelope | None:
    """Get all

     Lists every door sensor that the account may see, page by page.

    Use it to find out which lock each of them is paired with, and whose battery runs low. Whether the
    door is open is told by the lock that the sensor is paired with: see `doorState` in its state.

    Args:
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoorSensorListEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        filters_name=filters_name,
        include_user_settings=include_user_settings,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[DoorSensorListEnvelope | ErrorEnvelope]:
    """Get all

     Lists every door sensor that the account may see, page by page.

    Use it to find out which lock each of them is paired with, and whose battery runs low. Whether the
    door is open is told by the lock that the sensor is paired with: see `doorState` in its state.

    Args:
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoorSensorListEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
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
    filters_name: str | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> DoorSensorListEnvelope | ErrorEnvelope | None:
    """Get all

     Lists every door sensor that the account may see, page by page.

    Use it to find out which lock each of them is paired with, and whose battery runs low. Whether the
    door is open is told by the lock that the sensor is paired with: see `doorState` in its state.

    Args:
        filters_name (str | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoorSensorListEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            filters_name=filters_name,
            include_user_settings=include_user_settings,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
