# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.personal_access_key_created_envelope import (
    PersonalAccessKeyCreatedEnvelope,
)
from ...models.personalaccesskey_create_body import PersonalaccesskeyCreateBody
from ...types import Response


def _get_kwargs(
    *,
    body: PersonalaccesskeyCreateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/my/personalaccesskey",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | PersonalAccessKeyCreatedEnvelope | None:
    if response.status_code == 201:
        from ..._tables import PARSER

        parsed_1: PersonalAccessKeyCreatedEnvelope = PARSER.parse("m:PersonalAccessKeyCreatedEnvelope", response.json())
        return parsed_1

    if response.status_code == 400:
        from ..._tables import PARSER

        parsed_2: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_2

    if response.status_code == 401:
        from ..._tables import PARSER

        parsed_3: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_3

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_4: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_4

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | PersonalAccessKeyCreatedEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: PersonalaccesskeyCreateBody,
) -> Response[ErrorEnvelope | PersonalAccessKeyCreatedEnvelope]:
    """Create

     Makes a personal access key: credentials for a program that acts for the account.

    Give it the scopes that the program needs and no others. How to use the key: Authentication.

    > **Warning:** The answer is the only place where the key is ever shown. Store it safely at once; a
    key that is lost must be replaced by another.

    Args:
        body (PersonalaccesskeyCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PersonalAccessKeyCreatedEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: PersonalaccesskeyCreateBody,
) -> ErrorEnvelope | PersonalAccessKeyCreatedEnvelope | None:
    """Create

     Makes a personal access key: credentials for a program that acts for the account.

    Give it the scopes that the program needs and no others. How to use the key: Authentication.

    > **Warning:** The answer is the only place where the key is ever shown. Store it safely at once; a
    key that is lost must be replaced by another.

    Args:
        body (PersonalaccesskeyCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PersonalAccessKeyCreatedEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: PersonalaccesskeyCreateBody,
) -> Response[ErrorEnvelope | PersonalAccessKeyCreatedEnvelope]:
    """Create

     Makes a personal access key: credentials for a program that acts for the account.

    Give it the scopes that the program needs and no others. How to use the key: Authentication.

    > **Warning:** The answer is the only place where the key is ever shown. Store it safely at once; a
    key that is lost must be replaced by another.

    Args:
        body (PersonalaccesskeyCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PersonalAccessKeyCreatedEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: PersonalaccesskeyCreateBody,
) -> ErrorEnvelope | PersonalAccessKeyCreatedEnvelope | None:
    """Create

     Makes a personal access key: credentials for a program that acts for the account.

    Give it the scopes that the program needs and no others. How to use the key: Authentication.

    > **Warning:** The answer is the only place where the key is ever shown. Store it safely at once; a
    key that is lost must be replaced by another.

    Args:
        body (PersonalaccesskeyCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PersonalAccessKeyCreatedEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
