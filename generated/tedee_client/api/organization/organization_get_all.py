# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organization_get_all_data_scope import OrganizationGetAllDataScope
from ...models.organization_list_envelope import OrganizationListEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    data_scope: OrganizationGetAllDataScope | Unset = UNSET,
    filters_have_locks: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_data_scope: int | Unset = UNSET
    if not isinstance(data_scope, Unset):
        json_data_scope = data_scope.value

    params["dataScope"] = json_data_scope

    params["filters.HaveLocks"] = filters_have_locks

    params["filters.Text"] = filters_text

    params["itemsPerPage"] = items_per_page

    params["page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationListEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: OrganizationListEnvelope = PARSER.parse("m:OrganizationListEnvelope", response.json())
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
) -> Response[ErrorEnvelope | OrganizationListEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    data_scope: OrganizationGetAllDataScope | Unset = UNSET,
    filters_have_locks: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationListEnvelope]:
    """Get all

     Lists the organizations that the account owns or is an admin of. One that it is a plain member of is
    not among them.

    Begin here: everything else about an organization, its users, groups and access links, asks for its
    id.

    Args:
        data_scope (OrganizationGetAllDataScope | Unset):
        filters_have_locks (bool | Unset):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationListEnvelope]
    """

    kwargs = _get_kwargs(
        data_scope=data_scope,
        filters_have_locks=filters_have_locks,
        filters_text=filters_text,
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
    data_scope: OrganizationGetAllDataScope | Unset = UNSET,
    filters_have_locks: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationListEnvelope | None:
    """Get all

     Lists the organizations that the account owns or is an admin of. One that it is a plain member of is
    not among them.

    Begin here: everything else about an organization, its users, groups and access links, asks for its
    id.

    Args:
        data_scope (OrganizationGetAllDataScope | Unset):
        filters_have_locks (bool | Unset):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationListEnvelope
    """

    return sync_detailed(
        client=client,
        data_scope=data_scope,
        filters_have_locks=filters_have_locks,
        filters_text=filters_text,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    data_scope: OrganizationGetAllDataScope | Unset = UNSET,
    filters_have_locks: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationListEnvelope]:
    """Get all

     Lists the organizations that the account owns or is an admin of. One that it is a plain member of is
    not among them.

    Begin here: everything else about an organization, its users, groups and access links, asks for its
    id.

    Args:
        data_scope (OrganizationGetAllDataScope | Unset):
        filters_have_locks (bool | Unset):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationListEnvelope]
    """

    kwargs = _get_kwargs(
        data_scope=data_scope,
        filters_have_locks=filters_have_locks,
        filters_text=filters_text,
        items_per_page=items_per_page,
        page=page,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    data_scope: OrganizationGetAllDataScope | Unset = UNSET,
    filters_have_locks: bool | Unset = UNSET,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationListEnvelope | None:
    """Get all

     Lists the organizations that the account owns or is an admin of. One that it is a plain member of is
    not among them.

    Begin here: everything else about an organization, its users, groups and access links, asks for its
    id.

    Args:
        data_scope (OrganizationGetAllDataScope | Unset):
        filters_have_locks (bool | Unset):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationListEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            data_scope=data_scope,
            filters_have_locks=filters_have_locks,
            filters_text=filters_text,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
