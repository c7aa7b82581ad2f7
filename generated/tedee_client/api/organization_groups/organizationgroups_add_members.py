# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.organization_member_operation_results import (
    OrganizationMemberOperationResults,
)
from ...models.organizationgroups_add_members_body import (
    OrganizationgroupsAddMembersBody,
)
from ...types import Response


def _get_kwargs(
    organization_id: int,
    group_id: UUID,
    *,
    body: OrganizationgroupsAddMembersBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/organization/{organization_id}/user-groups/{group_id}/members".format(
            organization_id=quote(str(organization_id), safe=""),
            group_id=quote(str(group_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | OrganizationMemberOperationResults | None:
    if response.status_code == 207:
        from ..._tables import PARSER

        parsed_1: OrganizationMemberOperationResults = PARSER.parse(
            "m:OrganizationMemberOperationResults", response.json()
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
) -> Response[ErrorEnvelope | OrganizationMemberOperationResults]:
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
    body: OrganizationgroupsAddMembersBody,
) -> Response[ErrorEnvelope | OrganizationMemberOperationResults]:
    """Add members

     Puts users of the organization into a group. They get the group's access to devices along with it.

    Only who is in the organization can be in its groups: invite others first. Somebody who is in the
    group already is passed over, so the call can be repeated safely.

    The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsAddMembersBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationMemberOperationResults]
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
    body: OrganizationgroupsAddMembersBody,
) -> ErrorEnvelope | OrganizationMemberOperationResults | None:
    """Add members

     Puts users of the organization into a group. They get the group's access to devices along with it.

    Only who is in the organization can be in its groups: invite others first. Somebody who is in the
    group already is passed over, so the call can be repeated safely.

    The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsAddMembersBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationMemberOperationResults
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
    body: OrganizationgroupsAddMembersBody,
) -> Response[ErrorEnvelope | OrganizationMemberOperationResults]:
    """Add members

     Puts users of the organization into a group. They get the group's access to devices along with it.

    Only who is in the organization can be in its groups: invite others first. Somebody who is in the
    group already is passed over, so the call can be repeated safely.

    The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsAddMembersBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | OrganizationMemberOperationResults]
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
    body: OrganizationgroupsAddMembersBody,
) -> ErrorEnvelope | OrganizationMemberOperationResults | None:
    """Add members

     Puts users of the organization into a group. They get the group's access to devices along with it.

    Only who is in the organization can be in its groups: invite others first. Somebody who is in the
    group already is passed over, so the call can be repeated safely.

    The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

    Args:
        organization_id (int):
        group_id (UUID):
        body (OrganizationgroupsAddMembersBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | OrganizationMemberOperationResults
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            group_id=group_id,
            client=client,
            body=body,
        )
    ).parsed
