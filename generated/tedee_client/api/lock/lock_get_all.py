# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.access_level import AccessLevel
from ...models.error_envelope import ErrorEnvelope
from ...models.lock_array_envelope import LockArrayEnvelope
from ...models.lock_state import LockState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    filters_access_level: AccessLevel | Unset = UNSET,
    filters_battery_level: int | Unset = UNSET,
    filters_organization_ids: list[str] | Unset = UNSET,
    filters_state: list[LockState] | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_update_available: bool | Unset = UNSET,
    include_accessories: bool | Unset = UNSET,
    include_organization: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_filters_access_level: int | Unset = UNSET
    if not isinstance(filters_access_level, Unset):
        json_filters_access_level = filters_access_level.value

    params["Filters.AccessLevel"] = json_filters_access_level

    params["Filters.BatteryLevel"] = filters_battery_level

    json_filters_organization_ids: list[str] | Unset = UNSET
    if not isinstance(filters_organization_ids, Unset):
        json_filters_organization_ids = filters_organization_ids

    params["Filters.OrganizationIds"] = json_filters_organization_ids

    json_filters_state: list[int] | Unset = UNSET
    if not isinstance(filters_state, Unset):
        json_filters_state = []
        for filters_state_item_data in filters_state:
            filters_state_item = filters_state_item_data.value
            json_filters_state.append(filters_state_item)

    params["Filters.State"] = json_filters_state

    params["Filters.Text"] = filters_text

    params["Filters.UpdateAvailable"] = filters_update_available

    params["IncludeAccessories"] = include_accessories

    params["IncludeOrganization"] = include_organization

    params["IncludeUserSettings"] = include_user_settings

    params["ItemsPerPage"] = items_per_page

    params["Page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/lock",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | LockArrayEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: LockArrayEnvelope = PARSER.parse("m:LockArrayEnvelope", response.json())
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
) -> Response[ErrorEnvelope | LockArrayEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    filters_access_level: AccessLevel | Unset = UNSET,
    filters_battery_level: int | Unset = UNSET,
    filters_organization_ids: list[str] | Unset = UNSET,
    filters_state: list[LockState] | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_update_available: bool | Unset = UNSET,
    include_accessories: bool | Unset = UNSET,
    include_organization: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | LockArrayEnvelope]:
    """Get all

     Lists every lock that the account may see: its own, those shared with it, and those of its
    organizations.

    Use it once to learn the ids and settings of the locks. For their state alone, ask Sync: its answer
    is small and meant for polling.

    Args:
        filters_access_level (AccessLevel | Unset): How far an account is trusted with a device.

            - `0`: Guest
            - `1`: Admin
            - `2`: Owner
            - `3`: None
        filters_battery_level (int | Unset):
        filters_organization_ids (list[str] | Unset):
        filters_state (list[LockState] | Unset):
        filters_text (str | Unset):
        filters_update_available (bool | Unset):
        include_accessories (bool | Unset):
        include_organization (bool | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LockArrayEnvelope]
    """

    kwargs = _get_kwargs(
        filters_access_level=filters_access_level,
        filters_battery_level=filters_battery_level,
        filters_organization_ids=filters_organization_ids,
        filters_state=filters_state,
        filters_text=filters_text,
        filters_update_available=filters_update_available,
        include_accessories=include_accessories,
        include_organization=include_organization,
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
    filters_access_level: AccessLevel | Unset = UNSET,
    filters_battery_level: int | Unset = UNSET,
    filters_organization_ids: list[str] | Unset = UNSET,
    filters_state: list[LockState] | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_update_available: bool | Unset = UNSET,
    include_accessories: bool | Unset = UNSET,
    include_organization: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | LockArrayEnvelope | None:
    """Get all

     Lists every lock that the account may see: its own, those shared with it, and those of its
    organizations.

    Use it once to learn the ids and settings of the locks. For their state alone, ask Sync: its answer
    is small and meant for polling.

    Args:
        filters_access_level (AccessLevel | Unset): How far an account is trusted with a device.

            - `0`: Guest
            - `1`: Admin
            - `2`: Owner
            - `3`: None
        filters_battery_level (int | Unset):
        filters_organization_ids (list[str] | Unset):
        filters_state (list[LockState] | Unset):
        filters_text (str | Unset):
        filters_update_available (bool | Unset):
        include_accessories (bool | Unset):
        include_organization (bool | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LockArrayEnvelope
    """

    return sync_detailed(
        client=client,
        filters_access_level=filters_access_level,
        filters_battery_level=filters_battery_level,
        filters_organization_ids=filters_organization_ids,
        filters_state=filters_state,
        filters_text=filters_text,
        filters_update_available=filters_update_available,
        include_accessories=include_accessories,
        include_organization=include_organization,
        include_user_settings=include_user_settings,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    filters_access_level: AccessLevel | Unset = UNSET,
    filters_battery_level: int | Unset = UNSET,
    filters_organization_ids: list[str] | Unset = UNSET,
    filters_state: list[LockState] | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_update_available: bool | Unset = UNSET,
    include_accessories: bool | Unset = UNSET,
    include_organization: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | LockArrayEnvelope]:
    """Get all

     Lists every lock that the account may see: its own, those shared with it, and those of its
    organizations.

    Use it once to learn the ids and settings of the locks. For their state alone, ask Sync: its answer
    is small and meant for polling.

    Args:
        filters_access_level (AccessLevel | Unset): How far an account is trusted with a device.

            - `0`: Guest
            - `1`: Admin
            - `2`: Owner
            - `3`: None
        filters_battery_level (int | Unset):
        filters_organization_ids (list[str] | Unset):
        filters_state (list[LockState] | Unset):
        filters_text (str | Unset):
        filters_update_available (bool | Unset):
        include_accessories (bool | Unset):
        include_organization (bool | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LockArrayEnvelope]
    """

    kwargs = _get_kwargs(
        filters_access_level=filters_access_level,
        filters_battery_level=filters_battery_level,
        filters_organization_ids=filters_organization_ids,
        filters_state=filters_state,
        filters_text=filters_text,
        filters_update_available=filters_update_available,
        include_accessories=include_accessories,
        include_organization=include_organization,
        include_user_settings=include_user_settings,
        items_per_page=items_per_page,
        page=page,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    filters_access_level: AccessLevel | Unset = UNSET,
    filters_battery_level: int | Unset = UNSET,
    filters_organization_ids: list[str] | Unset = UNSET,
    filters_state: list[LockState] | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_update_available: bool | Unset = UNSET,
    include_accessories: bool | Unset = UNSET,
    include_organization: bool | Unset = UNSET,
    include_user_settings: bool | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | LockArrayEnvelope | None:
    """Get all

     Lists every lock that the account may see: its own, those shared with it, and those of its
    organizations.

    Use it once to learn the ids and settings of the locks. For their state alone, ask Sync: its answer
    is small and meant for polling.

    Args:
        filters_access_level (AccessLevel | Unset): How far an account is trusted with a device.

            - `0`: Guest
            - `1`: Admin
            - `2`: Owner
            - `3`: None
        filters_battery_level (int | Unset):
        filters_organization_ids (list[str] | Unset):
        filters_state (list[LockState] | Unset):
        filters_text (str | Unset):
        filters_update_available (bool | Unset):
        include_accessories (bool | Unset):
        include_organization (bool | Unset):
        include_user_settings (bool | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LockArrayEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            filters_access_level=filters_access_level,
            filters_battery_level=filters_battery_level,
            filters_organization_ids=filters_organization_ids,
            filters_state=filters_state,
            filters_text=filters_text,
            filters_update_available=filters_update_available,
            include_accessories=include_accessories,
            include_organization=include_organization,
            include_user_settings=include_user_settings,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
