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
        from ..._tables import PARSER

        parsed_1: OrganizationUserCreatedEnvelope = PARSER.parse("m:OrganizationUserCreatedEnvelope", response.json())
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

    if response.status_code == 500:
        from ..._tables import PARSER

        parsed_6: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_6

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
