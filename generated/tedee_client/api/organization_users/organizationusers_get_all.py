# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organizationusers_get_all_envelope import OrganizationusersGetAllEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    organization_id: int,
    *,
    filters_include_pending_users: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_user_types: list[int] | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["Filters.IncludePendingUsers"] = filters_include_pending_users

    params["Filters.Text"] = filters_text

    json_filters_user_types: list[int] | Unset = UNSET
    if not isinstance(filters_user_types, Unset):
        json_filters_user_types = filters_user_types

    params["Filters.UserTypes"] = json_filters_user_types

    params["ItemsPerPage"] = items_per_page

    params["Page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/{organization_id}/user".format(
            organization_id=quote(str(organization_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationusersGetAllEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: OrganizationusersGetAllEnvelope = PARSER.parse("m:OrganizationusersGetAllEnvelope", response.json())
        return parsed_1

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_2: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_2

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 404:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_5: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_5

    if response.status_code == 500:
        from ..._tables import PARSER

        parsed_6: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_6

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | OrganizationusersGetAllEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_include_pending_users: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_user_types: list[int] | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationusersGetAllEnvelope]:
    """Get all

     Lists the users of an organization, page by page. Use it to find somebody's `organizationUserId`,
    which the other pages of this group ask for.

    The kinds of users for `Filters.UserTypes` are `0` for admins, `1` for others and `2` for the owner.
    Those who were invited and haven't answered yet are left out unless `Filters.IncludePendingUsers`
    asks for them.

    Args:
        organization_id (int):
        filters_include_pending_users (bool | Unset):
        filters_text (str | Unset):
        filters_user_types (list[int] | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationusersGetAllEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        filters_include_pending_users=filters_include_pending_users,
        filters_text=filters_text,
        filters_user_types=filters_user_types,
        items_per_page=items_per_page,
        page=page,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_include_pending_users: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_user_types: list[int] | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationusersGetAllEnvelope | None:
    """Get all

     Lists the users of an organization, page by page. Use it to find somebody's `organizationUserId`,
    which the other pages of this group ask for.

    The kinds of users for `Filters.UserTypes` are `0` for admins, `1` for others and `2` for the owner.
    Those who were invited and haven't answered yet are left out unless `Filters.IncludePendingUsers`
    asks for them.

    Args:
        organization_id (int):
        filters_include_pending_users (bool | Unset):
        filters_text (str | Unset):
        filters_user_types (list[int] | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationusersGetAllEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        client=client,
        filters_include_pending_users=filters_include_pending_users,
        filters_text=filters_text,
        filters_user_types=filters_user_types,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_include_pending_users: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_user_types: list[int] | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationusersGetAllEnvelope]:
    """Get all

     Lists the users of an organization, page by page. Use it to find somebody's `organizationUserId`,
    which the other pages of this group ask for.

    The kinds of users for `Filters.UserTypes` are `0` for admins, `1` for others and `2` for the owner.
    Those who were invited and haven't answered yet are left out unless `Filters.IncludePendingUsers`
    asks for them.

    Args:
        organization_id (int):
        filters_include_pending_users (bool | Unset):
        filters_text (str | Unset):
        filters_user_types (list[int] | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationusersGetAllEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        filters_include_pending_users=filters_include_pending_users,
        filters_text=filters_text,
        filters_user_types=filters_user_types,
        items_per_page=items_per_page,
        page=page,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_include_pending_users: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    filters_user_types: list[int] | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationusersGetAllEnvelope | None:
    """Get all

     Lists the users of an organization, page by page. Use it to find somebody's `organizationUserId`,
    which the other pages of this group ask for.

    The kinds of users for `Filters.UserTypes` are `0` for admins, `1` for others and `2` for the owner.
    Those who were invited and haven't answered yet are left out unless `Filters.IncludePendingUsers`
    asks for them.

    Args:
        organization_id (int):
        filters_include_pending_users (bool | Unset):
        filters_text (str | Unset):
        filters_user_types (list[int] | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationusersGetAllEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            client=client,
            filters_include_pending_users=filters_include_pending_users,
            filters_text=filters_text,
            filters_user_types=filters_user_types,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
