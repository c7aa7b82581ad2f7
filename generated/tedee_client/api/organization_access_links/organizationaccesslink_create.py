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
        response_201 = OrganizationAccessLinkCreatedEnvelope.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

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
