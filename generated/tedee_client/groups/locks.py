# Generated from the API's documentation; the next build replaces it.
"""See locks, change their settings, and move them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint
from .._runtime.members import as_member as _as_member
from .._runtime.members import as_members as _as_members
from .._runtime.paging import AsyncPage, Page
from .._runtime.paging import first_page as _first_page
from .._runtime.paging import first_page_async as _first_page_async
from .._runtime.paging import iterate as _iterate
from .._runtime.paging import iterate_async as _iterate_async
from .._runtime.paging import state_for as _state_for
from .._runtime.pending import AsyncPending, Pending, StatusRule
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.access_level import AccessLevel
    from ..models.device_operation import DeviceOperation
    from ..models.device_settings import DeviceSettings
    from ..models.device_updated import DeviceUpdated
    from ..models.execute_command import ExecuteCommand
    from ..models.lock import Lock
    from ..models.lock_state import LockState
    from ..models.lock_sync import LockSync
    from ..models.lock_user_settings import LockUserSettings
    from ..models.unlock_mode import UnlockMode

_GET_ALL = Endpoint(
    name="lock_get_all",
    method="GET",
    path="/my/lock",
    result=("list", "m:Lock"),
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_UPDATE = Endpoint(
    name="lock_update",
    method="PATCH",
    path="/my/lock",
    result="m:DeviceUpdated",
    scopes=("Device.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_SYNC = Endpoint(
    name="lock_sync",
    method="GET",
    path="/my/lock/sync",
    result=("list", "m:LockSync"),
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=20.0,
    empty=(),
)
_GET_SINGLE = Endpoint(
    name="lock_get_single",
    method="GET",
    path="/my/lock/{}",
    result="m:Lock",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_LOCK = Endpoint(
    name="lock_lock",
    method="POST",
    path="/my/lock/{}/operation/lock",
    result="m:ExecuteCommand",
    scopes=("Lock.Operate",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_LOCK_STATUS = StatusRule(
    identifier="operation_id", status="status", result="result", method="POST", path="/my/lock/{}/operation/lock"
)
_PULL_SPRING = Endpoint(
    name="lock_pull_spring",
    method="POST",
    path="/my/lock/{}/operation/pull",
    result="m:ExecuteCommand",
    scopes=("Lock.Operate",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_PULL_SPRING_STATUS = StatusRule(
    identifier="operation_id", status="status", result="result", method="POST", path="/my/lock/{}/operation/pull"
)
_UNLOCK = Endpoint(
    name="lock_unlock",
    method="POST",
    path="/my/lock/{}/operation/unlock",
    result="m:ExecuteCommand",
    scopes=("Lock.Operate",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_UNLOCK_STATUS = StatusRule(
    identifier="operation_id", status="status", result="result", method="POST", path="/my/lock/{}/operation/unlock"
)
_SYNC_SINGLE = Endpoint(
    name="lock_sync_single",
    method="GET",
    path="/my/lock/{}/sync",
    result="m:LockSync",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=20.0,
    empty=(),
)


class LocksApi:
    """See locks, change their settings, and move them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _LocksApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _LocksApiWithRawResponse(self)

    def get_all(
        self,
        *,
        filters_access_level: AccessLevel | Unset = UNSET,
        filters_battery_level: int | Unset = UNSET,
        filters_organization_ids: list[str] | Unset = UNSET,
        filters_state: list[LockState] | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_update_available: bool | Unset = UNSET,
        include_accessories: bool | Unset = UNSET,
        include_organization: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[Lock]:
        """Get all

        Lists every lock that the account may see: its own, those shared with it, and those of its
        organizations.

        Use it once to learn the ids and settings of the locks. For their state alone, ask `locks.sync`: its
        answer is small and meant for polling.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/get-all.html

        Args:
            filters_access_level: only locks that the account holds with this level
            filters_battery_level: only locks with this battery level
            filters_organization_ids: only locks of these organizations; `null` stands for locks of none
            filters_state: only locks in one of these states
            filters_text: only locks that the text is found in
            filters_update_available: only locks for which newer software is there, or only those without
            include_accessories: whether to list what is paired with each lock
            include_organization: whether to tell the organization of each lock
            include_user_settings: whether to give the account's own settings of each lock
            items_per_page: how many locks make a page
            page: which page to give
        """
        from ..api.lock.lock_get_all import _get_kwargs

        _payload: list[Lock] = self._connection.call(
            _GET_ALL,
            _get_kwargs(
                filters_access_level=_as_member(filters_access_level),
                filters_battery_level=filters_battery_level,
                filters_organization_ids=filters_organization_ids,
                filters_state=_as_members(filters_state),
                filters_text=filters_text,
                filters_update_available=filters_update_available,
                include_accessories=include_accessories,
                include_organization=include_organization,
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
        filters_access_level: AccessLevel | Unset = UNSET,
        filters_battery_level: int | Unset = UNSET,
        filters_organization_ids: list[str] | Unset = UNSET,
        filters_state: list[LockState] | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_update_available: bool | Unset = UNSET,
        include_accessories: bool | Unset = UNSET,
        include_organization: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[Lock]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            filters_access_level: only locks that the account holds with this level
            filters_battery_level: only locks with this battery level
            filters_organization_ids: only locks of these organizations; `null` stands for locks of none
            filters_state: only locks in one of these states
            filters_text: only locks that the text is found in
            filters_update_available: only locks for which newer software is there, or only those without
            include_accessories: whether to list what is paired with each lock
            include_organization: whether to tell the organization of each lock
            include_user_settings: whether to give the account's own settings of each lock
            items_per_page: how many locks make a page
        """
        return _iterate(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_access_level=filters_access_level,
                filters_battery_level=filters_battery_level,
                filters_organization_ids=filters_organization_ids,
                filters_state=filters_state,
                filters_text=filters_text,
                filters_update_available=filters_update_available,
                include_accessories=include_accessories,
                include_organization=include_organization,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def page_all(
        self,
        *,
        filters_access_level: AccessLevel | Unset = UNSET,
        filters_battery_level: int | Unset = UNSET,
        filters_organization_ids: list[str] | Unset = UNSET,
        filters_state: list[LockState] | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_update_available: bool | Unset = UNSET,
        include_accessories: bool | Unset = UNSET,
        include_organization: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[Lock]:
        """Get all: the first page, which knows the next one.

        Args:
            filters_access_level: only locks that the account holds with this level
            filters_battery_level: only locks with this battery level
            filters_organization_ids: only locks of these organizations; `null` stands for locks of none
            filters_state: only locks in one of these states
            filters_text: only locks that the text is found in
            filters_update_available: only locks for which newer software is there, or only those without
            include_accessories: whether to list what is paired with each lock
            include_organization: whether to tell the organization of each lock
            include_user_settings: whether to give the account's own settings of each lock
            items_per_page: how many locks make a page
        """
        return _first_page(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_access_level=filters_access_level,
                filters_battery_level=filters_battery_level,
                filters_organization_ids=filters_organization_ids,
                filters_state=filters_state,
                filters_text=filters_text,
                filters_update_available=filters_update_available,
                include_accessories=include_accessories,
                include_organization=include_organization,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def update(
        self,
        *,
        id: int,
        revision: int,
        device_settings: DeviceSettings | Unset = UNSET,
        name: str | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        user_settings: LockUserSettings | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DeviceUpdated:
        """Update

        Changes a lock's name, time zone or settings. What the body leaves out stays as it is.

        Guests may change their own `userSettings` only; everything else takes an owner or an admin.

        Somebody else may have changed the lock in between: then the `revision` is an old one, nothing is
        changed, and the answer is 409. Fetch the lock, look at what changed, and try again with its new
        revision.

        Scopes, any one of: Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/update.html

        Args:
            id: the lock's id
            revision: the revision that the change is based on, from the lock or its last change
            device_settings: the lock's settings to change
            name: what to call it
            time_zone: where the lock is, as an IANA time zone name
            user_settings: the account's own settings to change
        """
        from ..api.lock.lock_update import _get_kwargs
        from ..models.lock_update_body import LockUpdateBody

        _payload: DeviceUpdated = self._connection.call(
            _UPDATE,
            _get_kwargs(
                body=LockUpdateBody(
                    id=id,
                    revision=revision,
                    device_settings=device_settings,
                    name=name,
                    time_zone=time_zone,
                    user_settings=user_settings,
                )
            ),
            _options,
        )
        return _payload

    def sync(self, *, id: list[int] | Unset = UNSET, **_options: Unpack[CallOptions]) -> list[LockSync]:
        """Sync

        Tells the state of all locks, or of those that are named, and nothing else about them.

        A `revision` that has grown since the last call means that the lock's settings changed: fetch the lock
        anew then.

        > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate limit.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/sync.html

        Args:
            id: the locks to tell about, the name repeated for each; all of them where it is left out
        """
        from ..api.lock.lock_sync import _get_kwargs

        _payload: list[LockSync] = self._connection.call(_SYNC, _get_kwargs(id=id), _options)
        return _payload

    def get_single(
        self,
        id: int,
        *,
        include_accessories: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Lock:
        """Get single

        Gives one lock with its settings and state.

        A lock without a bridge in reach has no `deviceState`: nobody knows it until a phone or a bridge is
        near.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/get-single.html

        Args:
            id: the lock's id
            include_accessories: whether to list what is paired with the lock
            include_user_settings: whether to give the account's own settings of the lock
        """
        from ..api.lock.lock_get_single import _get_kwargs

        _payload: Lock = self._connection.call(
            _GET_SINGLE,
            _get_kwargs(id, include_accessories=include_accessories, include_user_settings=include_user_settings),
            _options,
        )
        return _payload

    def lock(self, id: int, **_options: Unpack[CallOptions]) -> Pending[ExecuteCommand, DeviceOperation]:
        """Lock

        Turns the bolt out.

        The answer comes at once; the bolt takes a few seconds. Ask `devices.get_device_operation` with the
        `operationId` until its status is `COMPLETED`.

        The lock must be online: connected to a bridge, and the bridge to the internet.

        Scopes, any one of: Lock.Operate.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/lock.html

        Args:
            id: the lock's id
        """
        from ..api.lock.lock_lock import _get_kwargs
        from .devices import DevicesApi

        _payload: ExecuteCommand = self._connection.call(_LOCK, _get_kwargs(id), _options)
        return Pending(_payload, DevicesApi(self._connection).get_device_operation, _LOCK_STATUS)

    def pull_spring(self, id: int, **_options: Unpack[CallOptions]) -> Pending[ExecuteCommand, DeviceOperation]:
        """Pull spring

        Draws the latch back for as long as the lock's `pullSpringDuration` says, so that the door comes open
        without a handle.

        The answer comes at once; the bolt takes a few seconds. Ask `devices.get_device_operation` with the
        `operationId` until its status is `COMPLETED`.

        The spring must be calibrated, and `pullSpringEnabled` be set, in the lock's settings.

        Scopes, any one of: Lock.Operate.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/pull-spring.html

        Args:
            id: the lock's id
        """
        from ..api.lock.lock_pull_spring import _get_kwargs
        from .devices import DevicesApi

        _payload: ExecuteCommand = self._connection.call(_PULL_SPRING, _get_kwargs(id), _options)
        return Pending(_payload, DevicesApi(self._connection).get_device_operation, _PULL_SPRING_STATUS)

    def unlock(
        self, id: int, *, mode: UnlockMode | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> Pending[ExecuteCommand, DeviceOperation]:
        """Unlock

        Turns the bolt in. The door can be opened from then on.

        The answer comes at once; the bolt takes a few seconds. Ask `devices.get_device_operation` with the
        `operationId` until its status is `COMPLETED`.

        The lock must be online: connected to a bridge, and the bridge to the internet.

        Scopes, any one of: Lock.Operate.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/unlock.html

        Args:
            id: the lock's id
            mode: how to unlock; the lock's own settings decide where it is left out
        """
        from ..api.lock.lock_unlock import _get_kwargs
        from .devices import DevicesApi

        _payload: ExecuteCommand = self._connection.call(_UNLOCK, _get_kwargs(id, mode=_as_member(mode)), _options)
        return Pending(_payload, DevicesApi(self._connection).get_device_operation, _UNLOCK_STATUS)

    def sync_single(self, id: int, **_options: Unpack[CallOptions]) -> LockSync:
        """Sync single

        Tells the state of one lock.

        > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate limit.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/sync-single.html

        Args:
            id: the lock's id
        """
        from ..api.lock.lock_sync_single import _get_kwargs

        _payload: LockSync = self._connection.call(_SYNC_SINGLE, _get_kwargs(id), _options)
        return _payload


class _LocksApiWithRawResponse:
    """The methods of `LocksApi`, with the whole response."""

    def __init__(self, group: LocksApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.update = _with_response(group.update)
        self.sync = _with_response(group.sync)
        self.get_single = _with_response(group.get_single)
        self.lock = _with_response(group.lock)
        self.pull_spring = _with_response(group.pull_spring)
        self.unlock = _with_response(group.unlock)
        self.sync_single = _with_response(group.sync_single)


class AsyncLocksApi:
    """See locks, change their settings, and move them."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncLocksApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncLocksApiWithRawResponse(self)

    async def get_all(
        self,
        *,
        filters_access_level: AccessLevel | Unset = UNSET,
        filters_battery_level: int | Unset = UNSET,
        filters_organization_ids: list[str] | Unset = UNSET,
        filters_state: list[LockState] | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_update_available: bool | Unset = UNSET,
        include_accessories: bool | Unset = UNSET,
        include_organization: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[Lock]:
        """Get all

        Lists every lock that the account may see: its own, those shared with it, and those of its
        organizations.

        Use it once to learn the ids and settings of the locks. For their state alone, ask `locks.sync`: its
        answer is small and meant for polling.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/get-all.html

        Args:
            filters_access_level: only locks that the account holds with this level
            filters_battery_level: only locks with this battery level
            filters_organization_ids: only locks of these organizations; `null` stands for locks of none
            filters_state: only locks in one of these states
            filters_text: only locks that the text is found in
            filters_update_available: only locks for which newer software is there, or only those without
            include_accessories: whether to list what is paired with each lock
            include_organization: whether to tell the organization of each lock
            include_user_settings: whether to give the account's own settings of each lock
            items_per_page: how many locks make a page
            page: which page to give
        """
        from ..api.lock.lock_get_all import _get_kwargs

        _payload: list[Lock] = await self._connection.call(
            _GET_ALL,
            _get_kwargs(
                filters_access_level=_as_member(filters_access_level),
                filters_battery_level=filters_battery_level,
                filters_organization_ids=filters_organization_ids,
                filters_state=_as_members(filters_state),
                filters_text=filters_text,
                filters_update_available=filters_update_available,
                include_accessories=include_accessories,
                include_organization=include_organization,
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
        filters_access_level: AccessLevel | Unset = UNSET,
        filters_battery_level: int | Unset = UNSET,
        filters_organization_ids: list[str] | Unset = UNSET,
        filters_state: list[LockState] | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_update_available: bool | Unset = UNSET,
        include_accessories: bool | Unset = UNSET,
        include_organization: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[Lock]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            filters_access_level: only locks that the account holds with this level
            filters_battery_level: only locks with this battery level
            filters_organization_ids: only locks of these organizations; `null` stands for locks of none
            filters_state: only locks in one of these states
            filters_text: only locks that the text is found in
            filters_update_available: only locks for which newer software is there, or only those without
            include_accessories: whether to list what is paired with each lock
            include_organization: whether to tell the organization of each lock
            include_user_settings: whether to give the account's own settings of each lock
            items_per_page: how many locks make a page
        """
        return _iterate_async(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_access_level=filters_access_level,
                filters_battery_level=filters_battery_level,
                filters_organization_ids=filters_organization_ids,
                filters_state=filters_state,
                filters_text=filters_text,
                filters_update_available=filters_update_available,
                include_accessories=include_accessories,
                include_organization=include_organization,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def page_all(
        self,
        *,
        filters_access_level: AccessLevel | Unset = UNSET,
        filters_battery_level: int | Unset = UNSET,
        filters_organization_ids: list[str] | Unset = UNSET,
        filters_state: list[LockState] | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_update_available: bool | Unset = UNSET,
        include_accessories: bool | Unset = UNSET,
        include_organization: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[Lock]:
        """Get all: the first page, which knows the next one.

        Args:
            filters_access_level: only locks that the account holds with this level
            filters_battery_level: only locks with this battery level
            filters_organization_ids: only locks of these organizations; `null` stands for locks of none
            filters_state: only locks in one of these states
            filters_text: only locks that the text is found in
            filters_update_available: only locks for which newer software is there, or only those without
            include_accessories: whether to list what is paired with each lock
            include_organization: whether to tell the organization of each lock
            include_user_settings: whether to give the account's own settings of each lock
            items_per_page: how many locks make a page
        """
        return await _first_page_async(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_access_level=filters_access_level,
                filters_battery_level=filters_battery_level,
                filters_organization_ids=filters_organization_ids,
                filters_state=filters_state,
                filters_text=filters_text,
                filters_update_available=filters_update_available,
                include_accessories=include_accessories,
                include_organization=include_organization,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def update(
        self,
        *,
        id: int,
        revision: int,
        device_settings: DeviceSettings | Unset = UNSET,
        name: str | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        user_settings: LockUserSettings | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> DeviceUpdated:
        """Update

        Changes a lock's name, time zone or settings. What the body leaves out stays as it is.

        Guests may change their own `userSettings` only; everything else takes an owner or an admin.

        Somebody else may have changed the lock in between: then the `revision` is an old one, nothing is
        changed, and the answer is 409. Fetch the lock, look at what changed, and try again with its new
        revision.

        Scopes, any one of: Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/update.html

        Args:
            id: the lock's id
            revision: the revision that the change is based on, from the lock or its last change
            device_settings: the lock's settings to change
            name: what to call it
            time_zone: where the lock is, as an IANA time zone name
            user_settings: the account's own settings to change
        """
        from ..api.lock.lock_update import _get_kwargs
        from ..models.lock_update_body import LockUpdateBody

        _payload: DeviceUpdated = await self._connection.call(
            _UPDATE,
            _get_kwargs(
                body=LockUpdateBody(
                    id=id,
                    revision=revision,
                    device_settings=device_settings,
                    name=name,
                    time_zone=time_zone,
                    user_settings=user_settings,
                )
            ),
            _options,
        )
        return _payload

    async def sync(self, *, id: list[int] | Unset = UNSET, **_options: Unpack[CallOptions]) -> list[LockSync]:
        """Sync

        Tells the state of all locks, or of those that are named, and nothing else about them.

        A `revision` that has grown since the last call means that the lock's settings changed: fetch the lock
        anew then.

        > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate limit.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/sync.html

        Args:
            id: the locks to tell about, the name repeated for each; all of them where it is left out
        """
        from ..api.lock.lock_sync import _get_kwargs

        _payload: list[LockSync] = await self._connection.call(_SYNC, _get_kwargs(id=id), _options)
        return _payload

    async def get_single(
        self,
        id: int,
        *,
        include_accessories: bool | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Lock:
        """Get single

        Gives one lock with its settings and state.

        A lock without a bridge in reach has no `deviceState`: nobody knows it until a phone or a bridge is
        near.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/get-single.html

        Args:
            id: the lock's id
            include_accessories: whether to list what is paired with the lock
            include_user_settings: whether to give the account's own settings of the lock
        """
        from ..api.lock.lock_get_single import _get_kwargs

        _payload: Lock = await self._connection.call(
            _GET_SINGLE,
            _get_kwargs(id, include_accessories=include_accessories, include_user_settings=include_user_settings),
            _options,
        )
        return _payload

    async def lock(self, id: int, **_options: Unpack[CallOptions]) -> AsyncPending[ExecuteCommand, DeviceOperation]:
        """Lock

        Turns the bolt out.

        The answer comes at once; the bolt takes a few seconds. Ask `devices.get_device_operation` with the
        `operationId` until its status is `COMPLETED`.

        The lock must be online: connected to a bridge, and the bridge to the internet.

        Scopes, any one of: Lock.Operate.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/lock.html

        Args:
            id: the lock's id
        """
        from ..api.lock.lock_lock import _get_kwargs
        from .devices import AsyncDevicesApi

        _payload: ExecuteCommand = await self._connection.call(_LOCK, _get_kwargs(id), _options)
        return AsyncPending(_payload, AsyncDevicesApi(self._connection).get_device_operation, _LOCK_STATUS)

    async def pull_spring(
        self, id: int, **_options: Unpack[CallOptions]
    ) -> AsyncPending[ExecuteCommand, DeviceOperation]:
        """Pull spring

        Draws the latch back for as long as the lock's `pullSpringDuration` says, so that the door comes open
        without a handle.

        The answer comes at once; the bolt takes a few seconds. Ask `devices.get_device_operation` with the
        `operationId` until its status is `COMPLETED`.

        The spring must be calibrated, and `pullSpringEnabled` be set, in the lock's settings.

        Scopes, any one of: Lock.Operate.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/pull-spring.html

        Args:
            id: the lock's id
        """
        from ..api.lock.lock_pull_spring import _get_kwargs
        from .devices import AsyncDevicesApi

        _payload: ExecuteCommand = await self._connection.call(_PULL_SPRING, _get_kwargs(id), _options)
        return AsyncPending(_payload, AsyncDevicesApi(self._connection).get_device_operation, _PULL_SPRING_STATUS)

    async def unlock(
        self, id: int, *, mode: UnlockMode | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> AsyncPending[ExecuteCommand, DeviceOperation]:
        """Unlock

        Turns the bolt in. The door can be opened from then on.

        The answer comes at once; the bolt takes a few seconds. Ask `devices.get_device_operation` with the
        `operationId` until its status is `COMPLETED`.

        The lock must be online: connected to a bridge, and the bridge to the internet.

        Scopes, any one of: Lock.Operate.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/unlock.html

        Args:
            id: the lock's id
            mode: how to unlock; the lock's own settings decide where it is left out
        """
        from ..api.lock.lock_unlock import _get_kwargs
        from .devices import AsyncDevicesApi

        _payload: ExecuteCommand = await self._connection.call(
            _UNLOCK, _get_kwargs(id, mode=_as_member(mode)), _options
        )
        return AsyncPending(_payload, AsyncDevicesApi(self._connection).get_device_operation, _UNLOCK_STATUS)

    async def sync_single(self, id: int, **_options: Unpack[CallOptions]) -> LockSync:
        """Sync single

        Tells the state of one lock.

        > **Warning:** Poll this no more than once every 20 seconds; each call counts against the rate limit.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/lock/sync-single.html

        Args:
            id: the lock's id
        """
        from ..api.lock.lock_sync_single import _get_kwargs

        _payload: LockSync = await self._connection.call(_SYNC_SINGLE, _get_kwargs(id), _options)
        return _payload


class _AsyncLocksApiWithRawResponse:
    """The methods of `AsyncLocksApi`, with the whole response."""

    def __init__(self, group: AsyncLocksApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.update = _with_response_async(group.update)
        self.sync = _with_response_async(group.sync)
        self.get_single = _with_response_async(group.get_single)
        self.lock = _with_response_async(group.lock)
        self.pull_spring = _with_response_async(group.pull_spring)
        self.unlock = _with_response_async(group.unlock)
        self.sync_single = _with_response_async(group.sync_single)
