# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_updated_envelope import DeviceUpdatedEnvelope
from ...models.doorsensor_update_body import DoorsensorUpdateBody
from ...models.error_envelope import ErrorEnvelope
from ...types import Response


def _get_kwargs(
    id: int,
    *,
    body: DoorsensorUpdateBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/my/doorsensor/{id}".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeviceUpdatedEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: DeviceUpdatedEnvelope = PARSER.parse("m:DeviceUpdatedEnvelope", response.json())
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

    if response.status_code == 409:
        from ..._tables import PARSER

        parsed_5: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_5

    if response.status_code == 429:
        from ..._tables import PARSER

        parsed_6: ErrorEnvelope = PARSER.parse("m:ErrorEnvelope", response.json())
        return parsed_6

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[DeviceUpdatedEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
    body: DoorsensorUpdateBody,
) -> Response[DeviceUpdatedEnvelope | ErrorEnvelope]:
    """Update

     Changes a door sensor's name, its time zone, or the account's own settings of it. What the body
    leaves out stays as it is.

    The name and the time zone are for owners and admins. A guest may change `userSettings` and nothing
    else.

    With a `revision` that isn't the current one nothing is changed, and the answer is 409: somebody
    else was faster. Fetch the door sensor, see what they did, and send your change with the new
    revision.

    Args:
        id (int):
        body (DoorsensorUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceUpdatedEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: int,
    *,
    client: AuthenticatedClient,
    body: DoorsensorUpdateBody,
) -> DeviceUpdatedEnvelope | ErrorEnvelope | None:
    """Update

     Changes a door sensor's name, its time zone, or the account's own settings of it. What the body
    leaves out stays as it is.

    The name and the time zone are for owners and admins. A guest may change `userSettings` and nothing
    else.

    With a `revision` that isn't the current one nothing is changed, and the answer is 409: somebody
    else was faster. Fetch the door sensor, see what they did, and send your change with the new
    revision.

    Args:
        id (int):
        body (DoorsensorUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceUpdatedEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
    body: DoorsensorUpdateBody,
) -> Response[DeviceUpdatedEnvelope | ErrorEnvelope]:
    """Update

     Changes a door sensor's name, its time zone, or the account's own settings of it. What the body
    leaves out stays as it is.

    The name and the time zone are for owners and admins. A guest may change `userSettings` and nothing
    else.

    With a `revision` that isn't the current one nothing is changed, and the answer is 409: somebody
    else was faster. Fetch the door sensor, see what they did, and send your change with the new
    revision.

    Args:
        id (int):
        body (DoorsensorUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceUpdatedEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    *,
    client: AuthenticatedClient,
    body: DoorsensorUpdateBody,
) -> DeviceUpdatedEnvelope | ErrorEnvelope | None:
    """Update

     Changes a door sensor's name, its time zone, or the account's own settings of it. What the body
    leaves out stays as it is.

    The name and the time zone are for owners and admins. A guest may change `userSettings` and nothing
    else.

    With a `revision` that isn't the current one nothing is changed, and the answer is 409: somebody
    else was faster. Fetch the door sensor, see what they did, and send your change with the new
    revision.

    Args:
        id (int):
        body (DoorsensorUpdateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceUpdatedEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
        )
    ).parsed
