# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organization_group_member_list_envelope import (
    OrganizationGroupMemberListEnvelope,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    organization_id: int,
    group_id: UUID,
    *,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["filters.text"] = filters_text

    params["itemsPerPage"] = items_per_page

    params["page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/{organization_id}/user-groups/{group_id}/members".format(
            organization_id=quote(str(organization_id), safe=""),
            group_id=quote(str(group_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationGroupMemberListEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: OrganizationGroupMemberListEnvelope = PARSER.parse(
            "m:OrganizationGroupMemberListEnvelope", response.json()
        )
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | OrganizationGroupMemberListEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationGroupMemberListEnvelope]:
    """Get members

     Lists the users that are in a group, page by page.

    `totalCount` tells how many there are on all pages together. Go on until that many have come.

    Args:
        organization_id (int):
        group_id (UUID):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationGroupMemberListEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        group_id=group_id,
        filters_text=filters_text,
        items_per_page=items_per_page,
        page=page,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationGroupMemberListEnvelope | None:
    """Get members

     Lists the users that are in a group, page by page.

    `totalCount` tells how many there are on all pages together. Go on until that many have come.

    Args:
        organization_id (int):
        group_id (UUID):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationGroupMemberListEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        group_id=group_id,
        client=client,
        filters_text=filters_text,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationGroupMemberListEnvelope]:
    """Get members

     Lists the users that are in a group, page by page.

    `totalCount` tells how many there are on all pages together. Go on until that many have come.

    Args:
        organization_id (int):
        group_id (UUID):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationGroupMemberListEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        group_id=group_id,
        filters_text=filters_text,
        items_per_page=items_per_page,
        page=page,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    filters_text: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationGroupMemberListEnvelope | None:
    """Get members

     Lists the users that are in a group, page by page.

    `totalCount` tells how many there are on all pages together. Go on until that many have come.

    Args:
        organization_id (int):
        group_id (UUID):
        filters_text (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationGroupMemberListEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            group_id=group_id,
            client=client,
            filters_text=filters_text,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
