# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_envelope import EmptyEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...models.organizationaccesslink_update_body import (
    OrganizationaccesslinkUpdateBody,
)
from ...types import Response


def _get_kwargs(
    organization_id: int,
    access_link_id: UUID,
    *,
    body: OrganizationaccesslinkUpdateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/organization/{organization_id}/accesslink/{access_link_id}".format(
            organization_id=quote(str(organization_id), safe=""),
            access_link_id=quote(str(access_link_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EmptyEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: EmptyEnvelope = PARSER.parse("m:EmptyEnvelope", response.json())
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
) -> Response[EmptyEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    organization_id: int,
    access_link_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationaccesslinkUpdateBody,
) -> Response[EmptyEnvelope | ErrorEnvelope]:
    """Update organization access link

     Changes an access link: its name, its text for guests, its devices, or when it works. What the body
    leaves out stays as it is, and so does the URL.

    New `deviceIds` take the place of the old ones, so send those that shall stay too. The account must
    own the organization or be one of its admins.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        access_link_id (UUID):
        body (OrganizationaccesslinkUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        access_link_id=access_link_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organization_id: int,
    access_link_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationaccesslinkUpdateBody,
) -> EmptyEnvelope | ErrorEnvelope | None:
    """Update organization access link

     Changes an access link: its name, its text for guests, its devices, or when it works. What the body
    leaves out stays as it is, and so does the URL.

    New `deviceIds` take the place of the old ones, so send those that shall stay too. The account must
    own the organization or be one of its admins.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        access_link_id (UUID):
        body (OrganizationaccesslinkUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        access_link_id=access_link_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    access_link_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationaccesslinkUpdateBody,
) -> Response[EmptyEnvelope | ErrorEnvelope]:
    """Update organization access link

     Changes an access link: its name, its text for guests, its devices, or when it works. What the body
    leaves out stays as it is, and so does the URL.

    New `deviceIds` take the place of the old ones, so send those that shall stay too. The account must
    own the organization or be one of its admins.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        access_link_id (UUID):
        body (OrganizationaccesslinkUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        access_link_id=access_link_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    access_link_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationaccesslinkUpdateBody,
) -> EmptyEnvelope | ErrorEnvelope | None:
    """Update organization access link

     Changes an access link: its name, its text for guests, its devices, or when it works. What the body
    leaves out stays as it is, and so does the URL.

    New `deviceIds` take the place of the old ones, so send those that shall stay too. The account must
    own the organization or be one of its admins.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        access_link_id (UUID):
        body (OrganizationaccesslinkUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            access_link_id=access_link_id,
            client=client,
            body=body,
        )
    ).parsed
