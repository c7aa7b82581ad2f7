# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_envelope import EmptyEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...models.organizationusers_update_body import OrganizationusersUpdateBody
from ...types import Response


def _get_kwargs(
    organization_id: int,
    organization_user_id: int,
    *,
    body: OrganizationusersUpdateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/organization/{organization_id}/user/byorganizationuserid/{organization_user_id}".format(
            organization_id=quote(str(organization_id), safe=""),
            organization_user_id=quote(str(organization_user_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EmptyEnvelope | ErrorEnvelope | None:
    if response.status_code == 201:
        response_201 = EmptyEnvelope.from_dict(response.json())

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
) -> Response[EmptyEnvelope | ErrorEnvelope]:
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
    body: OrganizationusersUpdateBody,
) -> Response[EmptyEnvelope | ErrorEnvelope]:
    """Update profile

     Changes what a user is called in the organization. It is the only thing that can be changed here:
    the email address belongs to the user's own account, and roles have operations of their own.

    Args:
        organization_id (int):
        organization_user_id (int):
        body (OrganizationusersUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        organization_user_id=organization_user_id,
        body=body,
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
    body: OrganizationusersUpdateBody,
) -> EmptyEnvelope | ErrorEnvelope | None:
    """Update profile

     Changes what a user is called in the organization. It is the only thing that can be changed here:
    the email address belongs to the user's own account, and roles have operations of their own.

    Args:
        organization_id (int):
        organization_user_id (int):
        body (OrganizationusersUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        organization_user_id=organization_user_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    organization_user_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizationusersUpdateBody,
) -> Response[EmptyEnvelope | ErrorEnvelope]:
    """Update profile

     Changes what a user is called in the organization. It is the only thing that can be changed here:
    the email address belongs to the user's own account, and roles have operations of their own.

    Args:
        organization_id (int):
        organization_user_id (int):
        body (OrganizationusersUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        organization_user_id=organization_user_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    organization_user_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizationusersUpdateBody,
) -> EmptyEnvelope | ErrorEnvelope | None:
    """Update profile

     Changes what a user is called in the organization. It is the only thing that can be changed here:
    the email address belongs to the user's own account, and roles have operations of their own.

    Args:
        organization_id (int):
        organization_user_id (int):
        body (OrganizationusersUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            organization_user_id=organization_user_id,
            client=client,
            body=body,
        )
    ).parsed
