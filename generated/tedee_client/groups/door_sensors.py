# Generated from the API's documentation; the next build replaces it.
"""See, change and remove the sensors that tell a lock whether its door is open."""

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
    from ..models.device_updated import DeviceUpdated
    from ..models.door_sensor import DoorSensor
    from ..models.door_sensor_list import DoorSensorList
    from ..models.door_sensor_user_settings import DoorSensorUserSettings

_GET_ALL = Endpoint(
    name="doorsensor_get_all",
    method="GET",
    path="/my/doorsensor",
    result="m:DoorSensorList",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_GET_SINGLE = Endpoint(
    name="doorsensor_get_single",
    method="GET",
    path="/my/doorsensor/{}",
    result="m:DoorSensor",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_DELETE = Endpoint(
    name="doorsensor_delete",
    method="DELETE",
    path="/my/doorsensor/{}",
    result=None,
    scopes=("Device.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_UPDATE = Endpoint(
    name="doorsensor_update",
    method="PATCH",
    path="/my/doorsensor/{}",
    result="m:DeviceUpdated",
    scopes=("Device.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)


class DoorSensorsApi:
    """See, change and remove the sensors that tell a lock whether its door is open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _DoorSensorsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _DoorSensorsApiWithRawResponse(self)

    def get_all(
        self,
        *,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DoorSensorList:
        """Get all

        Lists every door sensor that the account may see, page by page.

        Use it to find out which lock each of them is paired with, and whose battery runs low. Whether the door
        is open is told by the lock that the sensor is paired with: see `doorState` in its state
        (`LockStateStructure`).

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/get-all.html

        Args:
            filters_name: only door sensors whose name fits this
            include_user_settings: whether to give the account's own settings of each of them
            items_per_page: how many door sensors make a page
            page: which page to give
        """
        from ..api.door_sensor.doorsensor_get_all import _get_kwargs

        _payload: DoorSensorList = self._connection.call(
            _GET_ALL,
            _get_kwargs(
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_all(
        self,
        *,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[DoorSensor]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            filters_name: only door sensors whose name fits this
            include_user_settings: whether to give the account's own settings of each of them
            items_per_page: how many door sensors make a page
        """
        return _iterate(
            _state_for("page", "door_sensors", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def page_all(
        self,
        *,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[DoorSensor]:
        """Get all: the first page, which knows the next one.

        Args:
            filters_name: only door sensors whose name fits this
            include_user_settings: whether to give the account's own settings of each of them
            items_per_page: how many door sensors make a page
        """
        return _first_page(
            _state_for("page", "door_sensors", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def get_single(
        self, id: int, *, include_user_settings: bool | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> DoorSensor:
        """Get single

        Gives one door sensor with its battery and the lock that it is paired with.

        Whether the door is open is told by the lock that the sensor is paired with: see `doorState` in its
        state (`LockStateStructure`).

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/get-single.html

        Args:
            id: the door sensor's id
            include_user_settings: whether to give the account's own settings of it
        """
        from ..api.door_sensor.doorsensor_get_single import _get_kwargs

        _payload: DoorSensor = self._connection.call(
            _GET_SINGLE, _get_kwargs(id, include_user_settings=include_user_settings), _options
        )
        return _payload

    def delete(self, id: int, **_options: Unpack[CallOptions]) -> None:
        """Delete door sensor

        Takes a door sensor off the account, for example before somebody else sets it up.

        Without it, its lock no longer knows about the door: `doorState` is 0 from then on.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/delete.html

        Args:
            id: the door sensor's id
        """
        from ..api.door_sensor.doorsensor_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(id), _options)

    def update(
        self,
        id: int,
        *,
        revision: int,
        name: str | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        user_settings: DoorSensorUserSettings | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DeviceUpdated:
        """Update

        Changes a door sensor's name, its time zone, or the account's own settings of it. What the body leaves
        out stays as it is.

        The name and the time zone are for owners and admins. A guest may change `userSettings` and nothing
        else.

        With a `revision` that isn't the current one nothing is changed, and the answer is 409: somebody else
        was faster. Fetch the door sensor, see what they did, and send your change with the new revision.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/update.html

        Args:
            id: the door sensor's id
            revision: the revision that the change is based on, from the door sensor or its last change
            name: what to call it
            time_zone: where it is, as an IANA time zone name
            user_settings: the account's own settings to change
        """
        from ..api.door_sensor.doorsensor_update import _get_kwargs
        from ..models.doorsensor_update_body import DoorsensorUpdateBody

        _payload: DeviceUpdated = self._connection.call(
            _UPDATE,
            _get_kwargs(
                id,
                body=DoorsensorUpdateBody(
                    revision=revision, name=name, time_zone=time_zone, user_settings=user_settings
                ),
            ),
            _options,
        )
        return _payload


class _DoorSensorsApiWithRawResponse:
    """The methods of `DoorSensorsApi`, with the whole response."""

    def __init__(self, group: DoorSensorsApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.get_single = _with_response(group.get_single)
        self.delete = _with_response(group.delete)
        self.update = _with_response(group.update)


class AsyncDoorSensorsApi:
    """See, change and remove the sensors that tell a lock whether its door is open."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncDoorSensorsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncDoorSensorsApiWithRawResponse(self)

    async def get_all(
        self,
        *,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DoorSensorList:
        """Get all

        Lists every door sensor that the account may see, page by page.

        Use it to find out which lock each of them is paired with, and whose battery runs low. Whether the door
        is open is told by the lock that the sensor is paired with: see `doorState` in its state
        (`LockStateStructure`).

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/get-all.html

        Args:
            filters_name: only door sensors whose name fits this
            include_user_settings: whether to give the account's own settings of each of them
            items_per_page: how many door sensors make a page
            page: which page to give
        """
        from ..api.door_sensor.doorsensor_get_all import _get_kwargs

        _payload: DoorSensorList = await self._connection.call(
            _GET_ALL,
            _get_kwargs(
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_all(
        self,
        *,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[DoorSensor]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            filters_name: only door sensors whose name fits this
            include_user_settings: whether to give the account's own settings of each of them
            items_per_page: how many door sensors make a page
        """
        return _iterate_async(
            _state_for("page", "door_sensors", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def page_all(
        self,
        *,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[DoorSensor]:
        """Get all: the first page, which knows the next one.

        Args:
            filters_name: only door sensors whose name fits this
            include_user_settings: whether to give the account's own settings of each of them
            items_per_page: how many door sensors make a page
        """
        return await _first_page_async(
            _state_for("page", "door_sensors", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def get_single(
        self, id: int, *, include_user_settings: bool | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> DoorSensor:
        """Get single

        Gives one door sensor with its battery and the lock that it is paired with.

        Whether the door is open is told by the lock that the sensor is paired with: see `doorState` in its
        state (`LockStateStructure`).

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/get-single.html

        Args:
            id: the door sensor's id
            include_user_settings: whether to give the account's own settings of it
        """
        from ..api.door_sensor.doorsensor_get_single import _get_kwargs

        _payload: DoorSensor = await self._connection.call(
            _GET_SINGLE, _get_kwargs(id, include_user_settings=include_user_settings), _options
        )
        return _payload

    async def delete(self, id: int, **_options: Unpack[CallOptions]) -> None:
        """Delete door sensor

        Takes a door sensor off the account, for example before somebody else sets it up.

        Without it, its lock no longer knows about the door: `doorState` is 0 from then on.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/delete.html

        Args:
            id: the door sensor's id
        """
        from ..api.door_sensor.doorsensor_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(id), _options)

    async def update(
        self,
        id: int,
        *,
        revision: int,
        name: str | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        user_settings: DoorSensorUserSettings | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DeviceUpdated:
        """Update

        Changes a door sensor's name, its time zone, or the account's own settings of it. What the body leaves
        out stays as it is.

        The name and the time zone are for owners and admins. A guest may change `userSettings` and nothing
        else.

        With a `revision` that isn't the current one nothing is changed, and the answer is 409: somebody else
        was faster. Fetch the door sensor, see what they did, and send your change with the new revision.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/doorsensor/update.html

        Args:
            id: the door sensor's id
            revision: the revision that the change is based on, from the door sensor or its last change
            name: what to call it
            time_zone: where it is, as an IANA time zone name
            user_settings: the account's own settings to change
        """
        from ..api.door_sensor.doorsensor_update import _get_kwargs
        from ..models.doorsensor_update_body import DoorsensorUpdateBody

        _payload: DeviceUpdated = await self._connection.call(
            _UPDATE,
            _get_kwargs(
                id,
                body=DoorsensorUpdateBody(
                    revision=revision, name=name, time_zone=time_zone, user_settings=user_settings
                ),
            ),
            _options,
        )
        return _payload


class _AsyncDoorSensorsApiWithRawResponse:
    """The methods of `AsyncDoorSensorsApi`, with the whole response."""

    def __init__(self, group: AsyncDoorSensorsApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.get_single = _with_response_async(group.get_single)
        self.delete = _with_response_async(group.delete)
        self.update = _with_response_async(group.update)
