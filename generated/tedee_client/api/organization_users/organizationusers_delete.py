# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_envelope import EmptyEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...types import Response


def _get_kwargs(
    organization_id: int,
    organization_user_id: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/organization/{organization_id}/user/byorganizationuserid/{organization_user_id}".format(
            organization_id=quote(str(organization_id), safe=""),
            organization_user_id=quote(str(organization_user_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EmptyEnvelope | ErrorEnvelope | None:
    if response.status_code == 201:
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

    if response.status_code == 403:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

    if response.status_code == 404:
        from ..._tables import PARSER

        parsed_5: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_5

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_6: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_6

    if response.status_code == 500:
        from ..._tables import PARSER

        parsed_7: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_7

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
) -> Response[EmptyEnvelope | ErrorEnvelope]:
    """Remove user

     Removes a user from the organization. From then on none of its devices opens for that user.

    Check first which groups the user is in, and which devices are shared with the user alone: somebody
    else may have to take over. To change only what the user may do, take the admin role or a group away
    instead.

    Args:
        organization_id (int):
        organization_user_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyEnvelope | ErrorEnvelope]
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
) -> EmptyEnvelope | ErrorEnvelope | None:
    """Remove user

     Removes a user from the organization. From then on none of its devices opens for that user.

    Check first which groups the user is in, and which devices are shared with the user alone: somebody
    else may have to take over. To change only what the user may do, take the admin role or a group away
    instead.

    Args:
        organization_id (int):
        organization_user_id (int):

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
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    organization_user_id: int,
    *,
    client: AuthenticatedClient,
) -> Response[EmptyEnvelope | ErrorEnvelope]:
    """Remove user

     Removes a user from the organization. From then on none of its devices opens for that user.

    Check first which groups the user is in, and which devices are shared with the user alone: somebody
    else may have to take over. To change only what the user may do, take the admin role or a group away
    instead.

    Args:
        organization_id (int):
        organization_user_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyEnvelope | ErrorEnvelope]
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
) -> EmptyEnvelope | ErrorEnvelope | None:
    """Remove user

     Removes a user from the organization. From then on none of its devices opens for that user.

    Check first which groups the user is in, and which devices are shared with the user alone: somebody
    else may have to take over. To change only what the user may do, take the admin role or a group away
    instead.

    Args:
        organization_id (int):
        organization_user_id (int):

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
        )
    ).parsed
