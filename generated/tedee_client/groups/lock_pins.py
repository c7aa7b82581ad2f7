# Generated from the API's documentation; the next build replaces it.
"""The PINs that a lock's keypad takes."""

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
    import datetime

    from ..models.lock_pin_created import LockPinCreated
    from ..models.lock_pin_details import LockPinDetails
    from ..models.lock_pin_list import LockPinList

_GET_ALL = Endpoint(
    name="lockpin_get_all",
    method="GET",
    path="/my/lock/{}/pin",
    result="m:LockPinList",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(304,),
)
_CREATE = Endpoint(
    name="lockpin_create",
    method="POST",
    path="/my/lock/{}/pin",
    result="m:LockPinCreated",
    scopes=("Device.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_GET_SINGLE = Endpoint(
    name="lockpin_get_single",
    method="GET",
    path="/my/lock/{}/pin/{}",
    result="m:LockPinDetails",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_UPDATE = Endpoint(
    name="lockpin_update",
    method="PUT",
    path="/my/lock/{}/pin/{}",
    result=None,
    scopes=("Device.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_DELETE = Endpoint(
    name="lockpin_delete",
    method="DELETE",
    path="/my/lock/{}/pin/{}",
    result=None,
    scopes=("Device.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)


class LockPinsApi:
    """The PINs that a lock's keypad takes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _LockPinsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _LockPinsApiWithRawResponse(self)

    def get_all(
        self, id: int, *, list_version: int | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> LockPinList | None:
        """Get all

        Lists the PINs that a lock's keypad takes, by name. For the digits of one, ask `lock_pins.get_single`.

        PINs live in the lock, so it must be online, and paired with a keypad.

        The list has a version, which grows with every change. Keep it, and send it as `listVersion` the next
        time: where nothing changed, the answer is 304 and the list that you have is still right.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/get-all.html

        Args:
            id: the lock's id
            list_version: the version of the list that the caller has
        """
        from ..api.lock_pin.lockpin_get_all import _get_kwargs

        _payload: LockPinList | None = self._connection.call(
            _GET_ALL, _get_kwargs(id, list_version=list_version), _options
        )
        return _payload

    def create(
        self,
        id: int,
        *,
        alias: str,
        pin: str,
        day_end_time: datetime.datetime | Unset = UNSET,
        day_start_time: datetime.datetime | Unset = UNSET,
        end_date: datetime.datetime | Unset = UNSET,
        start_date: datetime.datetime | Unset = UNSET,
        week_days: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> LockPinCreated:
        """Create

        Adds a PIN to a lock. Whoever types it on the keypad gets in, at any time or within the limits that it
        is given.

        PINs live in the lock, so it must be online, and paired with a keypad.

        A PIN must be hard to guess:

        - it has 5 to 8 digits and nothing else;
        - three or more of its digits differ;
        - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/create.html

        Args:
            id: the lock's id
            alias: what to call it
            pin: what to type: only digits, length from 5 to 8
            day_end_time: time of day from which the keypad refuses it; the date in it means nothing
            day_start_time: time of day from which the keypad takes it; the date in it means nothing
            end_date: when it ends for good; left out, it doesn't
            start_date: when it begins; left out, it does at once
            week_days: on which days; left out, on all of them
        """
        from ..api.lock_pin.lockpin_create import _get_kwargs
        from ..models.lockpin_create_body import LockpinCreateBody

        _payload: LockPinCreated = self._connection.call(
            _CREATE,
            _get_kwargs(
                id,
                body=LockpinCreateBody(
                    alias=alias,
                    pin=pin,
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    start_date=start_date,
                    week_days=week_days,
                ),
            ),
            _options,
        )
        return _payload

    def get_single(self, id: int, pin_id: int, **_options: Unpack[CallOptions]) -> LockPinDetails:
        """Get single

        Gives one PIN with its digits, and when the keypad takes it.

        PINs live in the lock, so it must be online, and paired with a keypad.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/get-single.html

        Args:
            id: the lock's id
            pin_id: the PIN's id
        """
        from ..api.lock_pin.lockpin_get_single import _get_kwargs

        _payload: LockPinDetails = self._connection.call(_GET_SINGLE, _get_kwargs(id, pin_id), _options)
        return _payload

    def update(
        self,
        id: int,
        pin_id: int,
        *,
        alias: str,
        pin: str,
        day_end_time: datetime.datetime | Unset = UNSET,
        day_start_time: datetime.datetime | Unset = UNSET,
        end_date: datetime.datetime | Unset = UNSET,
        start_date: datetime.datetime | Unset = UNSET,
        week_days: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> None:
        """Update

        Replaces a PIN's name, digits and limits. What the body leaves out is no limit any more: fetch the PIN
        first, and send what shall stay.

        PINs live in the lock, so it must be online, and paired with a keypad.

        A PIN must be hard to guess:

        - it has 5 to 8 digits and nothing else;
        - three or more of its digits differ;
        - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/update.html

        Args:
            id: the lock's id
            pin_id: the PIN's id
            alias: what to call it
            pin: what to type: only digits, length from 5 to 8
            day_end_time: time of day from which the keypad refuses it; the date in it means nothing
            day_start_time: time of day from which the keypad takes it; the date in it means nothing
            end_date: when it ends for good; left out, it doesn't
            start_date: when it begins; left out, it does at once
            week_days: on which days; left out, on all of them
        """
        from ..api.lock_pin.lockpin_update import _get_kwargs
        from ..models.lockpin_update_body import LockpinUpdateBody

        self._connection.call(
            _UPDATE,
            _get_kwargs(
                id,
                pin_id,
                body=LockpinUpdateBody(
                    alias=alias,
                    pin=pin,
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    start_date=start_date,
                    week_days=week_days,
                ),
            ),
            _options,
        )

    def delete(self, id: int, pin_id: int, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Removes a PIN from a lock. The keypad refuses it from then on.

        PINs live in the lock, so it must be online, and paired with a keypad.

        > **Note:** A PIN with an endDate goes by itself once that has passed. Remove those without one, or one
        that shall end sooner.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/delete.html

        Args:
            id: the lock's id
            pin_id: the PIN's id
        """
        from ..api.lock_pin.lockpin_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(id, pin_id), _options)


class _LockPinsApiWithRawResponse:
    """The methods of `LockPinsApi`, with the whole response."""

    def __init__(self, group: LockPinsApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.create = _with_response(group.create)
        self.get_single = _with_response(group.get_single)
        self.update = _with_response(group.update)
        self.delete = _with_response(group.delete)


class AsyncLockPinsApi:
    """The PINs that a lock's keypad takes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncLockPinsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncLockPinsApiWithRawResponse(self)

    async def get_all(
        self, id: int, *, list_version: int | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> LockPinList | None:
        """Get all

        Lists the PINs that a lock's keypad takes, by name. For the digits of one, ask `lock_pins.get_single`.

        PINs live in the lock, so it must be online, and paired with a keypad.

        The list has a version, which grows with every change. Keep it, and send it as `listVersion` the next
        time: where nothing changed, the answer is 304 and the list that you have is still right.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/get-all.html

        Args:
            id: the lock's id
            list_version: the version of the list that the caller has
        """
        from ..api.lock_pin.lockpin_get_all import _get_kwargs

        _payload: LockPinList | None = await self._connection.call(
            _GET_ALL, _get_kwargs(id, list_version=list_version), _options
        )
        return _payload

    async def create(
        self,
        id: int,
        *,
        alias: str,
        pin: str,
        day_end_time: datetime.datetime | Unset = UNSET,
        day_start_time: datetime.datetime | Unset = UNSET,
        end_date: datetime.datetime | Unset = UNSET,
        start_date: datetime.datetime | Unset = UNSET,
        week_days: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> LockPinCreated:
        """Create

        Adds a PIN to a lock. Whoever types it on the keypad gets in, at any time or within the limits that it
        is given.

        PINs live in the lock, so it must be online, and paired with a keypad.

        A PIN must be hard to guess:

        - it has 5 to 8 digits and nothing else;
        - three or more of its digits differ;
        - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/create.html

        Args:
            id: the lock's id
            alias: what to call it
            pin: what to type: only digits, length from 5 to 8
            day_end_time: time of day from which the keypad refuses it; the date in it means nothing
            day_start_time: time of day from which the keypad takes it; the date in it means nothing
            end_date: when it ends for good; left out, it doesn't
            start_date: when it begins; left out, it does at once
            week_days: on which days; left out, on all of them
        """
        from ..api.lock_pin.lockpin_create import _get_kwargs
        from ..models.lockpin_create_body import LockpinCreateBody

        _payload: LockPinCreated = await self._connection.call(
            _CREATE,
            _get_kwargs(
                id,
                body=LockpinCreateBody(
                    alias=alias,
                    pin=pin,
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    start_date=start_date,
                    week_days=week_days,
                ),
            ),
            _options,
        )
        return _payload

    async def get_single(self, id: int, pin_id: int, **_options: Unpack[CallOptions]) -> LockPinDetails:
        """Get single

        Gives one PIN with its digits, and when the keypad takes it.

        PINs live in the lock, so it must be online, and paired with a keypad.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/get-single.html

        Args:
            id: the lock's id
            pin_id: the PIN's id
        """
        from ..api.lock_pin.lockpin_get_single import _get_kwargs

        _payload: LockPinDetails = await self._connection.call(_GET_SINGLE, _get_kwargs(id, pin_id), _options)
        return _payload

    async def update(
        self,
        id: int,
        pin_id: int,
        *,
        alias: str,
        pin: str,
        day_end_time: datetime.datetime | Unset = UNSET,
        day_start_time: datetime.datetime | Unset = UNSET,
        end_date: datetime.datetime | Unset = UNSET,
        start_date: datetime.datetime | Unset = UNSET,
        week_days: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> None:
        """Update

        Replaces a PIN's name, digits and limits. What the body leaves out is no limit any more: fetch the PIN
        first, and send what shall stay.

        PINs live in the lock, so it must be online, and paired with a keypad.

        A PIN must be hard to guess:

        - it has 5 to 8 digits and nothing else;
        - three or more of its digits differ;
        - it isn't a run of digits, upwards or downwards, such as `34567` or `87654`.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/update.html

        Args:
            id: the lock's id
            pin_id: the PIN's id
            alias: what to call it
            pin: what to type: only digits, length from 5 to 8
            day_end_time: time of day from which the keypad refuses it; the date in it means nothing
            day_start_time: time of day from which the keypad takes it; the date in it means nothing
            end_date: when it ends for good; left out, it doesn't
            start_date: when it begins; left out, it does at once
            week_days: on which days; left out, on all of them
        """
        from ..api.lock_pin.lockpin_update import _get_kwargs
        from ..models.lockpin_update_body import LockpinUpdateBody

        await self._connection.call(
            _UPDATE,
            _get_kwargs(
                id,
                pin_id,
                body=LockpinUpdateBody(
                    alias=alias,
                    pin=pin,
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    start_date=start_date,
                    week_days=week_days,
                ),
            ),
            _options,
        )

    async def delete(self, id: int, pin_id: int, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Removes a PIN from a lock. The keypad refuses it from then on.

        PINs live in the lock, so it must be online, and paired with a keypad.

        > **Note:** A PIN with an endDate goes by itself once that has passed. Remove those without one, or one
        that shall end sooner.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lockpin/delete.html

        Args:
            id: the lock's id
            pin_id: the PIN's id
        """
        from ..api.lock_pin.lockpin_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(id, pin_id), _options)


class _AsyncLockPinsApiWithRawResponse:
    """The methods of `AsyncLockPinsApi`, with the whole response."""

    def __init__(self, group: AsyncLockPinsApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.create = _with_response_async(group.create)
        self.get_single = _with_response_async(group.get_single)
        self.update = _with_response_async(group.update)
        self.delete = _with_response_async(group.delete)
