# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organizationgroups_update_body import OrganizationgroupsUpdateBody
from ...types import Response


def _get_kwargs(
    organization_id: int,
    group_id: UUID,
    *,
    body: OrganizationgroupsUpdateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/organization/{organization_id}/user-groups/{group_id}".format(
            organization_id=quote(str(organization_id), safe=""),
            group_id=quote(str(group_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationgroupsUpdateBody,
) -> Response[Any | ErrorEnvelope]:
    """Update

     Gives a group another name. Its members and its access stay as they are.

    For who is in it, see Add members and Remove members.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        group_id=group_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationgroupsUpdateBody,
) -> Any | ErrorEnvelope | None:
    """Update

     Gives a group another name. Its members and its access stay as they are.

    For who is in it, see Add members and Remove members.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        organization_id=organization_id,
        group_id=group_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationgroupsUpdateBody,
) -> Response[Any | ErrorEnvelope]:
    """Update

     Gives a group another name. Its members and its access stay as they are.

    For who is in it, see Add members and Remove members.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        organization_id=organization_id,
        group_id=group_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organization_id: int,
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OrganizationgroupsUpdateBody,
) -> Any | ErrorEnvelope | None:
    """Update

     Gives a group another name. Its members and its access stay as they are.

    For who is in it, see Add members and Remove members.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            group_id=group_id,
            client=client,
            body=body,
        )
    ).parsed
