# Generated from the API's documentation; the next build replaces it.
"""The time, as devices trust it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint

if TYPE_CHECKING:
    from ..models.signed_time import SignedTime

_GET_SIGNED_TIME = Endpoint(
    name="datetime_get_signed_time",
    method="GET",
    path="/datetime/getsignedtime",
    result="m:SignedTime",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)


class DateTimeApi:
    """The time, as devices trust it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _DateTimeApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _DateTimeApiWithRawResponse(self)

    def get_signed_time(self, **_options: Unpack[CallOptions]) -> SignedTime:
        """Get signed time

        Gives the current time with a signature that devices trust.

        A device has no other way to learn the time: it needs this for a secure Bluetooth session. Fetch it just
        before you connect, and hand on both parts unchanged.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/datetime/get-signed-time.html
        """
        from ..api.date_time.datetime_get_signed_time import _get_kwargs

        _payload: SignedTime = self._connection.call(_GET_SIGNED_TIME, _get_kwargs(), _options)
        return _payload


class _DateTimeApiWithRawResponse:
    """The methods of `DateTimeApi`, with the whole response."""

    def __init__(self, group: DateTimeApi) -> None:
        self.get_signed_time = _with_response(group.get_signed_time)


class AsyncDateTimeApi:
    """The time, as devices trust it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncDateTimeApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncDateTimeApiWithRawResponse(self)

    async def get_signed_time(self, **_options: Unpack[CallOptions]) -> SignedTime:
        """Get signed time

        Gives the current time with a signature that devices trust.

        A device has no other way to learn the time: it needs this for a secure Bluetooth session. Fetch it just
        before you connect, and hand on both parts unchanged.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/datetime/get-signed-time.html
        """
        from ..api.date_time.datetime_get_signed_time import _get_kwargs

        _payload: SignedTime = await self._connection.call(_GET_SIGNED_TIME, _get_kwargs(), _options)
        return _payload


class _AsyncDateTimeApiWithRawResponse:
    """The methods of `AsyncDateTimeApi`, with the whole response."""

    def __init__(self, group: AsyncDateTimeApi) -> None:
        self.get_signed_time = _with_response_async(group.get_signed_time)
