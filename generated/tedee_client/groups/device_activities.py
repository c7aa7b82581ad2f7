# Generated from the API's documentation; the next build replaces it.
"""The record of what happened to devices."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint
from .._runtime.paging import AsyncPage, Page
from .._runtime.paging import first_page as _first_page
from .._runtime.paging import first_page_async as _first_page_async
from .._runtime.paging import iterate as _iterate
from .._runtime.paging import iterate_async as _iterate_async
from .._runtime.paging import state_for as _state_for
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime

    from ..models.device_activity import DeviceActivity

_GET_ALL = Endpoint(
    name="deviceactivity_get_all",
    method="GET",
    path="/my/deviceactivity",
    result=("list", "m:DeviceActivity"),
    scopes=("DeviceActivity.Read",),
    repeatable=True,
    interval=0.0,
    empty=(),
)


class DeviceActivitiesApi:
    """The record of what happened to devices."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _DeviceActivitiesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _DeviceActivitiesApiWithRawResponse(self)

    def get_all(
        self,
        *,
        device_id: int,
        elements: int | Unset = UNSET,
        last_elem_date: datetime.datetime | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[DeviceActivity]:
        """Get all

        Tells what happened to a device, the latest first: who locked and unlocked it, how, and when.

        Guests see what they did themselves, and what nobody in particular did, such as a bolt turned by hand.
        Owners and admins see it all.

        One call gives 200 activities and no more. For those before, call again with `lastElemDate` set to the
        `date` of the last activity of the answer, until an answer has fewer than were asked for.

        Scopes, any one of: DeviceActivity.Read.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceactivity/get-all.html

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        from ..api.device_activity.deviceactivity_get_all import _get_kwargs

        _payload: list[DeviceActivity] = self._connection.call(
            _GET_ALL, _get_kwargs(device_id=device_id, elements=elements, last_elem_date=last_elem_date), _options
        )
        return _payload

    def iter_all(
        self,
        *,
        device_id: int,
        elements: int | Unset = UNSET,
        last_elem_date: datetime.datetime | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[DeviceActivity]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        return _iterate(
            _state_for("cursor", "date", last_elem_date, elements, sized=True),
            lambda _next, _size: self.get_all(device_id=device_id, elements=_size, last_elem_date=_next, **_options),
        )

    def page_all(
        self,
        *,
        device_id: int,
        elements: int | Unset = UNSET,
        last_elem_date: datetime.datetime | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[DeviceActivity]:
        """Get all: the first page, which knows the next one.

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        return _first_page(
            _state_for("cursor", "date", last_elem_date, elements, sized=True),
            lambda _next, _size: self.get_all(device_id=device_id, elements=_size, last_elem_date=_next, **_options),
        )


class _DeviceActivitiesApiWithRawResponse:
    """The methods of `DeviceActivitiesApi`, with the whole response."""

    def __init__(self, group: DeviceActivitiesApi) -> None:
        self.get_all = _with_response(group.get_all)


class AsyncDeviceActivitiesApi:
    """The record of what happened to devices."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncDeviceActivitiesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncDeviceActivitiesApiWithRawResponse(self)

    async def get_all(
        self,
        *,
        device_id: int,
        elements: int | Unset = UNSET,
        last_elem_date: datetime.datetime | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[DeviceActivity]:
        """Get all

        Tells what happened to a device, the latest first: who locked and unlocked it, how, and when.

        Guests see what they did themselves, and what nobody in particular did, such as a bolt turned by hand.
        Owners and admins see it all.

        One call gives 200 activities and no more. For those before, call again with `lastElemDate` set to the
        `date` of the last activity of the answer, until an answer has fewer than were asked for.

        Scopes, any one of: DeviceActivity.Read.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceactivity/get-all.html

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        from ..api.device_activity.deviceactivity_get_all import _get_kwargs

        _payload: list[DeviceActivity] = await self._connection.call(
            _GET_ALL, _get_kwargs(device_id=device_id, elements=elements, last_elem_date=last_elem_date), _options
        )
        return _payload

    def iter_all(
        self,
        *,
        device_id: int,
        elements: int | Unset = UNSET,
        last_elem_date: datetime.datetime | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[DeviceActivity]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        return _iterate_async(
            _state_for("cursor", "date", last_elem_date, elements, sized=True),
            lambda _next, _size: self.get_all(device_id=device_id, elements=_size, last_elem_date=_next, **_options),
        )

    async def page_all(
        self,
        *,
        device_id: int,
        elements: int | Unset = UNSET,
        last_elem_date: datetime.datetime | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[DeviceActivity]:
        """Get all: the first page, which knows the next one.

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        return await _first_page_async(
            _state_for("cursor", "date", last_elem_date, elements, sized=True),
            lambda _next, _size: self.get_all(device_id=device_id, elements=_size, last_elem_date=_next, **_options),
        )


class _AsyncDeviceActivitiesApiWithRawResponse:
    """The methods of `AsyncDeviceActivitiesApi`, with the whole response."""

    def __init__(self, group: AsyncDeviceActivitiesApi) -> None:
        self.get_all = _with_response_async(group.get_all)
