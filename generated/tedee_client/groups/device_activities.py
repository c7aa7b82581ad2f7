# Generated from the API's documentation; the next build replaces it.
"""The record of what happened to devices."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint
from .._runtime.paging import iterate_cursor as _iterate_cursor
from .._runtime.paging import iterate_cursor_async as _iterate_cursor_async
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

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get_all(
        self, *, device_id: int, elements: int | Unset = UNSET, last_elem_date: datetime.datetime | Unset = UNSET
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
            _GET_ALL, _get_kwargs(device_id=device_id, elements=elements, last_elem_date=last_elem_date)
        )
        return _payload

    def iter_all(
        self, *, device_id: int, elements: int | Unset = UNSET, last_elem_date: datetime.datetime | Unset = UNSET
    ) -> Iterator[DeviceActivity]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        return _iterate_cursor(
            lambda _next: self.get_all(device_id=device_id, elements=elements, last_elem_date=_next),
            attribute="date",
            start=last_elem_date,
            size=elements,
        )


class AsyncDeviceActivitiesApi:
    """The record of what happened to devices."""

    __slots__ = ("_connection",)

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get_all(
        self, *, device_id: int, elements: int | Unset = UNSET, last_elem_date: datetime.datetime | Unset = UNSET
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
            _GET_ALL, _get_kwargs(device_id=device_id, elements=elements, last_elem_date=last_elem_date)
        )
        return _payload

    def iter_all(
        self, *, device_id: int, elements: int | Unset = UNSET, last_elem_date: datetime.datetime | Unset = UNSET
    ) -> AsyncIterator[DeviceActivity]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            device_id: the device's id
            elements: how many activities to give (max: 200, default: 200)
            last_elem_date: only activities before this moment, in UTC; left out, it begins with the latest
        """
        return _iterate_cursor_async(
            lambda _next: self.get_all(device_id=device_id, elements=elements, last_elem_date=_next),
            attribute="date",
            start=last_elem_date,
            size=elements,
        )
