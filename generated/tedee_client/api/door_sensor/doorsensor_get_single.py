# Generated from the API's documentation; the next build replaces it.
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.door_sensor_envelope import DoorSensorEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: int,
    *,
    include_user_settings: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["includeUserSettings"] = include_user_settings

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/doorsensor/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DoorSensorEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: DoorSensorEnvelope = PARSER.parse("m:DoorSensorEnvelope", response.json())
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
) -> Response[DoorSensorEnvelope | ErrorEnvelope]:
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
    include_user_settings: bool | Unset = UNSET,
) -> Response[DoorSensorEnvelope | ErrorEnvelope]:
    """Get single

     Gives one door sensor with its battery and the lock that it is paired with.

    Whether the door is open is told by the lock that the sensor is paired with: see `doorState` in its
    state.

    Args:
        id (int):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoorSensorEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        include_user_settings=include_user_settings,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: int,
    *,
    client: AuthenticatedClient,
    include_user_settings: bool | Unset = UNSET,
) -> DoorSensorEnvelope | ErrorEnvelope | None:
    """Get single

     Gives one door sensor with its battery and the lock that it is paired with.

    Whether the door is open is told by the lock that the sensor is paired with: see `doorState` in its
    state.

    Args:
        id (int):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoorSensorEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        id=id,
        client=client,
        include_user_settings=include_user_settings,
    ).parsed


async def asyncio_detailed(
    id: int,
    *,
    client: AuthenticatedClient,
    include_user_settings: bool | Unset = UNSET,
) -> Response[DoorSensorEnvelope | ErrorEnvelope]:
    """Get single

     Gives one door sensor with its battery and the lock that it is paired with.

    Whether the door is open is told by the lock that the sensor is paired with: see `doorState` in its
    state.

    Args:
        id (int):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DoorSensorEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        id=id,
        include_user_settings=include_user_settings,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: int,
    *,
    client: AuthenticatedClient,
    include_user_settings: bool | Unset = UNSET,
) -> DoorSensorEnvelope | ErrorEnvelope | None:
    """Get single

     Gives one door sensor with its battery and the lock that it is paired with.

    Whether the door is open is told by the lock that the sensor is paired with: see `doorState` in its
    state.

    Args:
        id (int):
        include_user_settings (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DoorSensorEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            include_user_settings=include_user_settings,
        )
    ).parsed
