# Generated from the API's documentation; the next build replaces it.
"""What all kinds of devices have in common."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.device_get_all_with_details_envelope_result import (
        DeviceGetAllWithDetailsEnvelopeResult,
    )
    from ..models.device_operation import DeviceOperation

_GET_ALL_WITH_DETAILS = Endpoint(
    name="device_get_all_with_details",
    method="GET",
    path="/my/device/details",
    result="m:DeviceGetAllWithDetailsEnvelopeResult",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_GET_DEVICE_OPERATION = Endpoint(
    name="device_get_device_operation",
    method="GET",
    path="/my/device/operation/{}",
    result="m:DeviceOperation",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)


class DevicesApi:
    """What all kinds of devices have in common."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _DevicesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _DevicesApiWithRawResponse(self)

    def get_all_with_details(
        self,
        *,
        include_accessories: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DeviceGetAllWithDetailsEnvelopeResult:
        """Get all with details

        Gives all devices of the account at once, in a list for each kind, with their settings and what the
        account may do with them.

        Use it when a program starts, in place of a call for each kind. The answer is large: to follow the state
        of locks, ask `locks.sync`. Door sensors are not among it; they have `door_sensors.get_all`.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/device/get-all-with-details.html

        Args:
            include_accessories: whether to list what is paired with each lock
            include_user_settings: whether to give the account's own settings of each device
        """
        from ..api.device.device_get_all_with_details import _get_kwargs

        _payload: DeviceGetAllWithDetailsEnvelopeResult = self._connection.call(
            _GET_ALL_WITH_DETAILS,
            _get_kwargs(include_accessories=include_accessories, include_user_settings=include_user_settings),
            _options,
        )
        return _payload

    def get_device_operation(self, operation_id: str, **_options: Unpack[CallOptions]) -> DeviceOperation:
        """Get device operation

        Tells how a command went that was given to a lock.

        Ask about once a second while the status is `PENDING`. A `result` other than 0 says that the lock could
        not do it, for example because something blocks the bolt.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/device/get-device-operation.html

        Args:
            operation_id: the id that the command was answered with
        """
        from ..api.device.device_get_device_operation import _get_kwargs

        _payload: DeviceOperation = self._connection.call(_GET_DEVICE_OPERATION, _get_kwargs(operation_id), _options)
        return _payload


class _DevicesApiWithRawResponse:
    """The methods of `DevicesApi`, with the whole response."""

    def __init__(self, group: DevicesApi) -> None:
        self.get_all_with_details = _with_response(group.get_all_with_details)
        self.get_device_operation = _with_response(group.get_device_operation)


class AsyncDevicesApi:
    """What all kinds of devices have in common."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncDevicesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncDevicesApiWithRawResponse(self)

    async def get_all_with_details(
        self,
        *,
        include_accessories: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DeviceGetAllWithDetailsEnvelopeResult:
        """Get all with details

        Gives all devices of the account at once, in a list for each kind, with their settings and what the
        account may do with them.

        Use it when a program starts, in place of a call for each kind. The answer is large: to follow the state
        of locks, ask `locks.sync`. Door sensors are not among it; they have `door_sensors.get_all`.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/device/get-all-with-details.html

        Args:
            include_accessories: whether to list what is paired with each lock
            include_user_settings: whether to give the account's own settings of each device
        """
        from ..api.device.device_get_all_with_details import _get_kwargs

        _payload: DeviceGetAllWithDetailsEnvelopeResult = await self._connection.call(
            _GET_ALL_WITH_DETAILS,
            _get_kwargs(include_accessories=include_accessories, include_user_settings=include_user_settings),
            _options,
        )
        return _payload

    async def get_device_operation(self, operation_id: str, **_options: Unpack[CallOptions]) -> DeviceOperation:
        """Get device operation

        Tells how a command went that was given to a lock.

        Ask about once a second while the status is `PENDING`. A `result` other than 0 says that the lock could
        not do it, for example because something blocks the bolt.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/device/get-device-operation.html

        Args:
            operation_id: the id that the command was answered with
        """
        from ..api.device.device_get_device_operation import _get_kwargs

        _payload: DeviceOperation = await self._connection.call(
            _GET_DEVICE_OPERATION, _get_kwargs(operation_id), _options
        )
        return _payload


class _AsyncDevicesApiWithRawResponse:
    """The methods of `AsyncDevicesApi`, with the whole response."""

    def __init__(self, group: AsyncDevicesApi) -> None:
        self.get_all_with_details = _with_response_async(group.get_all_with_details)
        self.get_device_operation = _with_response_async(group.get_device_operation)
