# Generated from the API's documentation; the next build replaces it.
import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organization_access_link_list_envelope import (
    OrganizationAccessLinkListEnvelope,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    organization_id: int,
    *,
    filters_device_id: list[int] | Unset = UNSET,
    filters_end_date: datetime.date | Unset = UNSET,
    filters_link_name: str | Unset = UNSET,
    filters_start_date: datetime.date | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_filters_device_id: list[int] | Unset = UNSET
    if not isinstance(filters_device_id, Unset):
        json_filters_device_id = filters_device_id

    params["filters.DeviceId"] = json_filters_device_id

    json_filters_end_date: str | Unset = UNSET
    if not isinstance(filters_end_date, Unset):
        json_filters_end_date = filters_end_date.isoformat()
    params["filters.EndDate"] = json_filters_end_date

    params["filters.LinkName"] = filters_link_name

    json_filters_start_date: str | Unset = UNSET
    if not isinstance(filters_start_date, Unset):
        json_filters_start_date = filters_start_date.isoformat()
    params["filters.StartDate"] = json_filters_start_date

    params["itemsPerPage"] = items_per_page

    params["page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/{organization_id}/accesslink".format(
            organization_id=quote(str(organization_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationAccessLinkListEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: OrganizationAccessLinkListEnvelope = PARSER.parse(
            "m:OrganizationAccessLinkListEnvelope", response.json()
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
) -> Response[ErrorEnvelope | OrganizationAccessLinkListEnvelope]:
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
    filters_device_id: list[int] | Unset = UNSET,
    filters_end_date: datetime.date | Unset = UNSET,
    filters_link_name: str | Unset = UNSET,
    filters_start_date: datetime.date | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationAccessLinkListEnvelope]:
    """Get organization access links

     Lists the access links of an organization, page by page and ordered by name.

    Filters may be combined; a link must pass all of them. The list has no URLs: ask Get organization
    access link for the one of a link.

    Args:
        organization_id (int):
        filters_device_id (list[int] | Unset):
        filters_end_date (datetime.date | Unset):
        filters_link_name (str | Unset):
        filters_start_date (datetime.date | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationAccessLinkListEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        filters_device_id=filters_device_id,
        filters_end_date=filters_end_date,
        filters_link_name=filters_link_name,
        filters_start_date=filters_start_date,
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
    filters_device_id: list[int] | Unset = UNSET,
    filters_end_date: datetime.date | Unset = UNSET,
    filters_link_name: str | Unset = UNSET,
    filters_start_date: datetime.date | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationAccessLinkListEnvelope | None:
    """Get organization access links

     Lists the access links of an organization, page by page and ordered by name.

    Filters may be combined; a link must pass all of them. The list has no URLs: ask Get organization
    access link for the one of a link.

    Args:
        organization_id (int):
        filters_device_id (list[int] | Unset):
        filters_end_date (datetime.date | Unset):
        filters_link_name (str | Unset):
        filters_start_date (datetime.date | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationAccessLinkListEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        client=client,
        filters_device_id=filters_device_id,
        filters_end_date=filters_end_date,
        filters_link_name=filters_link_name,
        filters_start_date=filters_start_date,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_device_id: list[int] | Unset = UNSET,
    filters_end_date: datetime.date | Unset = UNSET,
    filters_link_name: str | Unset = UNSET,
    filters_start_date: datetime.date | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationAccessLinkListEnvelope]:
    """Get organization access links

     Lists the access links of an organization, page by page and ordered by name.

    Filters may be combined; a link must pass all of them. The list has no URLs: ask Get organization
    access link for the one of a link.

    Args:
        organization_id (int):
        filters_device_id (list[int] | Unset):
        filters_end_date (datetime.date | Unset):
        filters_link_name (str | Unset):
        filters_start_date (datetime.date | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationAccessLinkListEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        filters_device_id=filters_device_id,
        filters_end_date=filters_end_date,
        filters_link_name=filters_link_name,
        filters_start_date=filters_start_date,
        items_per_page=items_per_page,
        page=page,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_device_id: list[int] | Unset = UNSET,
    filters_end_date: datetime.date | Unset = UNSET,
    filters_link_name: str | Unset = UNSET,
    filters_start_date: datetime.date | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationAccessLinkListEnvelope | None:
    """Get organization access links

     Lists the access links of an organization, page by page and ordered by name.

    Filters may be combined; a link must pass all of them. The list has no URLs: ask Get organization
    access link for the one of a link.

    Args:
        organization_id (int):
        filters_device_id (list[int] | Unset):
        filters_end_date (datetime.date | Unset):
        filters_link_name (str | Unset):
        filters_start_date (datetime.date | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationAccessLinkListEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            client=client,
            filters_device_id=filters_device_id,
            filters_end_date=filters_end_date,
            filters_link_name=filters_link_name,
            filters_start_date=filters_start_date,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
