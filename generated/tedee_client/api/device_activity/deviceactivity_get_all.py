# Generated from the API's documentation; the next build replaces it.
import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_activity_array_envelope import DeviceActivityArrayEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    device_id: int,
    elements: int | Unset = UNSET,
    last_elem_date: datetime.datetime | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["deviceId"] = device_id

    params["elements"] = elements

    json_last_elem_date: str | Unset = UNSET
    if not isinstance(last_elem_date, Unset):
        json_last_elem_date = last_elem_date.isoformat()
    params["lastElemDate"] = json_last_elem_date

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/my/deviceactivity",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeviceActivityArrayEnvelope | ErrorEnvelope | None:
    if response.status_code == 200:
        from ..._tables import PARSER

        parsed_1: DeviceActivityArrayEnvelope = PARSER.parse("m:DeviceActivityArrayEnvelope", response.json())
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
) -> Response[DeviceActivityArrayEnvelope | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    device_id: int,
    elements: int | Unset = UNSET,
    last_elem_date: datetime.datetime | Unset = UNSET,
) -> Response[DeviceActivityArrayEnvelope | ErrorEnvelope]:
    """Get all

     Tells what happened to a device, the latest first: who locked and unlocked it, how, and when.

    Guests see what they did themselves, and what nobody in particular did, such as a bolt turned by
    hand. Owners and admins see it all.

    One call gives 200 activities and no more. For those before, call again with `lastElemDate` set to
    the `date` of the last activity of the answer, until an answer has fewer than were asked for.

    Args:
        device_id (int):
        elements (int | Unset):
        last_elem_date (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceActivityArrayEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        elements=elements,
        last_elem_date=last_elem_date,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    device_id: int,
    elements: int | Unset = UNSET,
    last_elem_date: datetime.datetime | Unset = UNSET,
) -> DeviceActivityArrayEnvelope | ErrorEnvelope | None:
    """Get all

     Tells what happened to a device, the latest first: who locked and unlocked it, how, and when.

    Guests see what they did themselves, and what nobody in particular did, such as a bolt turned by
    hand. Owners and admins see it all.

    One call gives 200 activities and no more. For those before, call again with `lastElemDate` set to
    the `date` of the last activity of the answer, until an answer has fewer than were asked for.

    Args:
        device_id (int):
        elements (int | Unset):
        last_elem_date (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceActivityArrayEnvelope | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        device_id=device_id,
        elements=elements,
        last_elem_date=last_elem_date,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    device_id: int,
    elements: int | Unset = UNSET,
    last_elem_date: datetime.datetime | Unset = UNSET,
) -> Response[DeviceActivityArrayEnvelope | ErrorEnvelope]:
    """Get all

     Tells what happened to a device, the latest first: who locked and unlocked it, how, and when.

    Guests see what they did themselves, and what nobody in particular did, such as a bolt turned by
    hand. Owners and admins see it all.

    One call gives 200 activities and no more. For those before, call again with `lastElemDate` set to
    the `date` of the last activity of the answer, until an answer has fewer than were asked for.

    Args:
        device_id (int):
        elements (int | Unset):
        last_elem_date (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceActivityArrayEnvelope | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_id=device_id,
        elements=elements,
        last_elem_date=last_elem_date,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    device_id: int,
    elements: int | Unset = UNSET,
    last_elem_date: datetime.datetime | Unset = UNSET,
) -> DeviceActivityArrayEnvelope | ErrorEnvelope | None:
    """Get all

     Tells what happened to a device, the latest first: who locked and unlocked it, how, and when.

    Guests see what they did themselves, and what nobody in particular did, such as a bolt turned by
    hand. Owners and admins see it all.

    One call gives 200 activities and no more. For those before, call again with `lastElemDate` set to
    the `date` of the last activity of the answer, until an answer has fewer than were asked for.

    Args:
        device_id (int):
        elements (int | Unset):
        last_elem_date (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceActivityArrayEnvelope | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            device_id=device_id,
            elements=elements,
            last_elem_date=last_elem_date,
        )
    ).parsed
