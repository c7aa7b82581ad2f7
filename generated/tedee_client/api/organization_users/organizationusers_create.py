# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organization_user_created_envelope import OrganizationUserCreatedEnvelope
from ...models.organizationusers_create_body import OrganizationusersCreateBody
from ...types import Response


def _get_kwargs(
    organization_id: int,
    *,
    body: OrganizationusersCreateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/organization/{organization_id}/user".format(
            organization_id=quote(str(organization_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationUserCreatedEnvelope | None:
    if response.status_code == 201:
        response_201 = OrganizationUserCreatedEnvelope.from_dict(response.json())

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

    if response.status_code == 500:
        response_500 = ErrorEnvelope.from_dict(response.json())

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | OrganizationUserCreatedEnvelope]:
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
    body: OrganizationusersCreateBody,
) -> Response[ErrorEnvelope | OrganizationUserCreatedEnvelope]:
    """Invite user

     Invites somebody to the organization. The invitation goes out by email.

    Until the invitation is accepted the user is pending, and somebody without a Tedee account has to
    create one for that. Keep the id in the answer: groups and everything else about the user ask for
    it.

    Before you invite, look for the address with Get all, pending users included, so that nobody gets
    two invitations.

    Args:
        organization_id (int):
        body (OrganizationusersCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationUserCreatedEnvelope]
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
    body: OrganizationusersCreateBody,
) -> ErrorEnvelope | OrganizationUserCreatedEnvelope | None:
    """Invite user

     Invites somebody to the organization. The invitation goes out by email.

    Until the invitation is accepted the user is pending, and somebody without a Tedee account has to
    create one for that. Keep the id in the answer: groups and everything else about the user ask for
    it.

    Before you invite, look for the address with Get all, pending users included, so that nobody gets
    two invitations.

    Args:
        organization_id (int):
        body (OrganizationusersCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationUserCreatedEnvelope
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
    body: OrganizationusersCreateBody,
) -> Response[ErrorEnvelope | OrganizationUserCreatedEnvelope]:
    """Invite user

     Invites somebody to the organization. The invitation goes out by email.

    Until the invitation is accepted the user is pending, and somebody without a Tedee account has to
    create one for that. Keep the id in the answer: groups and everything else about the user ask for
    it.

    Before you invite, look for the address with Get all, pending users included, so that nobody gets
    two invitations.

    Args:
        organization_id (int):
        body (OrganizationusersCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationUserCreatedEnvelope]
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
    body: OrganizationusersCreateBody,
) -> ErrorEnvelope | OrganizationUserCreatedEnvelope | None:
    """Invite user

     Invites somebody to the organization. The invitation goes out by email.

    Until the invitation is accepted the user is pending, and somebody without a Tedee account has to
    create one for that. Keep the id in the answer: groups and everything else about the user ask for
    it.

    Before you invite, look for the address with Get all, pending users included, so that nobody gets
    two invitations.

    Args:
        organization_id (int):
        body (OrganizationusersCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationUserCreatedEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            client=client,
            body=body,
        )
    ).parsed
