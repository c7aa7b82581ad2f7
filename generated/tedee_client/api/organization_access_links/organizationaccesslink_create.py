# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organization_access_link_created_envelope import (
    OrganizationAccessLinkCreatedEnvelope,
)
from ...models.organizationaccesslink_create_body import (
    OrganizationaccesslinkCreateBody,
)
from ...types import Response


def _get_kwargs(
    organization_id: int,
    *,
    body: OrganizationaccesslinkCreateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/organization/{organization_id}/accesslink".format(
            organization_id=quote(str(organization_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope | None:
    if response.status_code == 201:
        from ..._tables import PARSER

        parsed_1: OrganizationAccessLinkCreatedEnvelope = PARSER.parse(
            "m:OrganizationAccessLinkCreatedEnvelope", response.json()
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
) -> Response[ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope]:
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
    body: OrganizationaccesslinkCreateBody,
) -> Response[ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope]:
    """Create organization access link

     Makes a link that opens locks and gates of the organization from a web browser. Whoever has its URL
    can open them, without an account and without the app.

    Use it for visitors and deliveries. People who come every day are better off with an account of
    their own.

    The devices must belong to the organization (Get access link assignable devices lists those to
    choose from), and the account must be its owner or an admin.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        body (OrganizationaccesslinkCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizationaccesslinkCreateBody,
) -> ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope | None:
    """Create organization access link

     Makes a link that opens locks and gates of the organization from a web browser. Whoever has its URL
    can open them, without an account and without the app.

    Use it for visitors and deliveries. People who come every day are better off with an account of
    their own.

    The devices must belong to the organization (Get access link assignable devices lists those to
    choose from), and the account must be its owner or an admin.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        body (OrganizationaccesslinkCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizationaccesslinkCreateBody,
) -> Response[ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope]:
    """Create organization access link

     Makes a link that opens locks and gates of the organization from a web browser. Whoever has its URL
    can open them, without an account and without the app.

    Use it for visitors and deliveries. People who come every day are better off with an account of
    their own.

    The devices must belong to the organization (Get access link assignable devices lists those to
    choose from), and the account must be its owner or an admin.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        body (OrganizationaccesslinkCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizationaccesslinkCreateBody,
) -> ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope | None:
    """Create organization access link

     Makes a link that opens locks and gates of the organization from a web browser. Whoever has its URL
    can open them, without an account and without the app.

    Use it for visitors and deliveries. People who come every day are better off with an account of
    their own.

    The devices must belong to the organization (Get access link assignable devices lists those to
    choose from), and the account must be its owner or an admin.

    > **Warning:** Give every link an end. One that opens a door for good is easily passed on and
    forgotten.

    All times are in UTC: convert what people type in before it is sent.

    Args:
        organization_id (int):
        body (OrganizationaccesslinkCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationAccessLinkCreatedEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            client=client,
            body=body,
        )
    ).parsed
