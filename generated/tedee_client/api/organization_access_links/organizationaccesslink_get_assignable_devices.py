# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organization_access_link_assignable_devices_list_envelope import (
    OrganizationAccessLinkAssignableDevicesListEnvelope,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    organization_id: int,
    *,
    filters_device_id: int | Unset = UNSET,
    filters_device_name: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["filters.DeviceId"] = filters_device_id

    params["filters.DeviceName"] = filters_device_name

    params["itemsPerPage"] = items_per_page

    params["page"] = page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/{organization_id}/accesslink/device/assignable".format(
            organization_id=quote(str(organization_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: OrganizationAccessLinkAssignableDevicesListEnvelope = PARSER.parse(
            "m:OrganizationAccessLinkAssignableDevicesListEnvelope", response.json()
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
) -> Response[ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope]:
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
    filters_device_id: int | Unset = UNSET,
    filters_device_name: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope]:
    """Get access link assignable devices

     Lists the locks and gates that an access link of this organization may open.

    Call it before a link is created or changed, to offer devices to choose from. Those of other
    organizations, and those that open nothing, such as bridges and keypads, are never among them.

    Args:
        organization_id (int):
        filters_device_id (int | Unset):
        filters_device_name (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        filters_device_id=filters_device_id,
        filters_device_name=filters_device_name,
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
    filters_device_id: int | Unset = UNSET,
    filters_device_name: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope | None:
    """Get access link assignable devices

     Lists the locks and gates that an access link of this organization may open.

    Call it before a link is created or changed, to offer devices to choose from. Those of other
    organizations, and those that open nothing, such as bridges and keypads, are never among them.

    Args:
        organization_id (int):
        filters_device_id (int | Unset):
        filters_device_name (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        client=client,
        filters_device_id=filters_device_id,
        filters_device_name=filters_device_name,
        items_per_page=items_per_page,
        page=page,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_device_id: int | Unset = UNSET,
    filters_device_name: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope]:
    """Get access link assignable devices

     Lists the locks and gates that an access link of this organization may open.

    Call it before a link is created or changed, to offer devices to choose from. Those of other
    organizations, and those that open nothing, such as bridges and keypads, are never among them.

    Args:
        organization_id (int):
        filters_device_id (int | Unset):
        filters_device_name (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        filters_device_id=filters_device_id,
        filters_device_name=filters_device_name,
        items_per_page=items_per_page,
        page=page,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    filters_device_id: int | Unset = UNSET,
    filters_device_name: str | Unset = UNSET,
    items_per_page: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope | None:
    """Get access link assignable devices

     Lists the locks and gates that an access link of this organization may open.

    Call it before a link is created or changed, to offer devices to choose from. Those of other
    organizations, and those that open nothing, such as bridges and keypads, are never among them.

    Args:
        organization_id (int):
        filters_device_id (int | Unset):
        filters_device_name (str | Unset):
        items_per_page (int | Unset):
        page (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationAccessLinkAssignableDevicesListEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            client=client,
            filters_device_id=filters_device_id,
            filters_device_name=filters_device_name,
            items_per_page=items_per_page,
            page=page,
        )
    ).parsed
