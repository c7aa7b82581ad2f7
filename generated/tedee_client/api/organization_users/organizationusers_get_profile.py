# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organizationusers_get_profile_envelope import (
    OrganizationusersGetProfileEnvelope,
)
from ...types import Response


def _get_kwargs(
    organization_id: int,
    organization_user_id: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/organization/{organization_id}/user/{organization_user_id}".format(
            organization_id=quote(str(organization_id), safe=""),
            organization_user_id=quote(str(organization_user_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationusersGetProfileEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: OrganizationusersGetProfileEnvelope = PARSER.parse(
            "m:OrganizationusersGetProfileEnvelope", response.json()
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
) -> Response[ErrorEnvelope | OrganizationusersGetProfileEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    organization_id: int,
    organization_user_id: int,
    *,
    client: AuthenticatedClient,
) -> Response[ErrorEnvelope | OrganizationusersGetProfileEnvelope]:
    """Get profile

     Gives one user of the organization.

    Use it to show a single person, or to look again after a change. To find somebody by name or
    address, ask Get all.

    Args:
        organization_id (int):
        organization_user_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationusersGetProfileEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        organization_user_id=organization_user_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organization_id: int,
    organization_user_id: int,
    *,
    client: AuthenticatedClient,
) -> ErrorEnvelope | OrganizationusersGetProfileEnvelope | None:
    """Get profile

     Gives one user of the organization.

    Use it to show a single person, or to look again after a change. To find somebody by name or
    address, ask Get all.

    Args:
        organization_id (int):
        organization_user_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationusersGetProfileEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        organization_user_id=organization_user_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    organization_user_id: int,
    *,
    client: AuthenticatedClient,
) -> Response[ErrorEnvelope | OrganizationusersGetProfileEnvelope]:
    """Get profile

     Gives one user of the organization.

    Use it to show a single person, or to look again after a change. To find somebody by name or
    address, ask Get all.

    Args:
        organization_id (int):
        organization_user_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationusersGetProfileEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        organization_user_id=organization_user_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    organization_user_id: int,
    *,
    client: AuthenticatedClient,
) -> ErrorEnvelope | OrganizationusersGetProfileEnvelope | None:
    """Get profile

     Gives one user of the organization.

    Use it to show a single person, or to look again after a change. To find somebody by name or
    address, ask Get all.

    Args:
        organization_id (int):
        organization_user_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationusersGetProfileEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            organization_user_id=organization_user_id,
            client=client,
        )
    ).parsed
