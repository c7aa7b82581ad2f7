# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.access_details_array_envelope import AccessDetailsArrayEnvelope
from ...models.deviceaccess_get_all_filters_principal_type import (
    DeviceaccessGetAllFiltersPrincipalType,
)
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    device_id: int,
    *,
    filters_principal_id: UUID | Unset = UNSET,
    filters_principal_type: DeviceaccessGetAllFiltersPrincipalType | Unset = UNSET,
    filters_text: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_filters_principal_id: str | Unset = UNSET
    if not isinstance(filters_principal_id, Unset):
        json_filters_principal_id = str(filters_principal_id)
    params["Filters.PrincipalId"] = json_filters_principal_id

    json_filters_principal_type: int | Unset = UNSET
    if not isinstance(filters_principal_type, Unset):
        json_filters_principal_type = filters_principal_type.value

    params["Filters.PrincipalType"] = json_filters_principal_type

    params["Filters.Text"] = filters_text

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/device/{device_id}/access".format(
            device_id=quote(str(device_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AccessDetailsArrayEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: AccessDetailsArrayEnvelope = PARSER.parse("m:AccessDetailsArrayEnvelope", response.json())
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
) -> Response[AccessDetailsArrayEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    device_id: int,
    *,
    client: AuthenticatedClient,
    filters_principal_id: UUID | Unset = UNSET,
    filters_principal_type: DeviceaccessGetAllFiltersPrincipalType | Unset = UNSET,
    filters_text: str | Unset = UNSET,
) -> Response[AccessDetailsArrayEnvelope | ErrorEnvelope]:
    """Get all

     Lists who has access to a device, and when.

    How much it tells depends on who asks. The owner, and admins whose access is in force, see
    everybody: people and groups. Guests, and people whose access isn't in force, see the owner and
    themselves.

    Args:
        device_id (int):
        filters_principal_id (UUID | Unset):
        filters_principal_type (DeviceaccessGetAllFiltersPrincipalType | Unset):
        filters_text (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccessDetailsArrayEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        filters_principal_id=filters_principal_id,
        filters_principal_type=filters_principal_type,
        filters_text=filters_text,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    device_id: int,
    *,
    client: AuthenticatedClient,
    filters_principal_id: UUID | Unset = UNSET,
    filters_principal_type: DeviceaccessGetAllFiltersPrincipalType | Unset = UNSET,
    filters_text: str | Unset = UNSET,
) -> AccessDetailsArrayEnvelope | ErrorEnvelope | None:
    """Get all

     Lists who has access to a device, and when.

    How much it tells depends on who asks. The owner, and admins whose access is in force, see
    everybody: people and groups. Guests, and people whose access isn't in force, see the owner and
    themselves.

    Args:
        device_id (int):
        filters_principal_id (UUID | Unset):
        filters_principal_type (DeviceaccessGetAllFiltersPrincipalType | Unset):
        filters_text (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccessDetailsArrayEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        device_id=device_id,
        client=client,
        filters_principal_id=filters_principal_id,
        filters_principal_type=filters_principal_type,
        filters_text=filters_text,
    ).parsed


async def asyncio_detailed(
    device_id: int,
    *,
    client: AuthenticatedClient,
    filters_principal_id: UUID | Unset = UNSET,
    filters_principal_type: DeviceaccessGetAllFiltersPrincipalType | Unset = UNSET,
    filters_text: str | Unset = UNSET,
) -> Response[AccessDetailsArrayEnvelope | ErrorEnvelope]:
    """Get all

     Lists who has access to a device, and when.

    How much it tells depends on who asks. The owner, and admins whose access is in force, see
    everybody: people and groups. Guests, and people whose access isn't in force, see the owner and
    themselves.

    Args:
        device_id (int):
        filters_principal_id (UUID | Unset):
        filters_principal_type (DeviceaccessGetAllFiltersPrincipalType | Unset):
        filters_text (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccessDetailsArrayEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        filters_principal_id=filters_principal_id,
        filters_principal_type=filters_principal_type,
        filters_text=filters_text,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    device_id: int,
    *,
    client: AuthenticatedClient,
    filters_principal_id: UUID | Unset = UNSET,
    filters_principal_type: DeviceaccessGetAllFiltersPrincipalType | Unset = UNSET,
    filters_text: str | Unset = UNSET,
) -> AccessDetailsArrayEnvelope | ErrorEnvelope | None:
    """Get all

     Lists who has access to a device, and when.

    How much it tells depends on who asks. The owner, and admins whose access is in force, see
    everybody: people and groups. Guests, and people whose access isn't in force, see the owner and
    themselves.

    Args:
        device_id (int):
        filters_principal_id (UUID | Unset):
        filters_principal_type (DeviceaccessGetAllFiltersPrincipalType | Unset):
        filters_text (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccessDetailsArrayEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            device_id=device_id,
            client=client,
            filters_principal_id=filters_principal_id,
            filters_principal_type=filters_principal_type,
            filters_text=filters_text,
        )
    ).parsed
