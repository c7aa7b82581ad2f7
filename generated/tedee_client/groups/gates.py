# Generated from the API's documentation; the next build replaces it.
"""Open gates, and keep what is known of them in step with BleBox, whose devices they are."""

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
    from ..models.gate import Gate
    from ..models.gate_list import GateList

_GET_ALL = Endpoint(
    name="gate_get_all",
    method="GET",
    path="/my/gate",
    result="m:GateList",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_SYNC_ALL = Endpoint(
    name="gate_sync_all",
    method="POST",
    path="/my/gate/sync",
    result=None,
    scopes=("Device.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(204,),
)
_GET_SINGLE = Endpoint(
    name="gate_get_single",
    method="GET",
    path="/my/gate/{}",
    result="m:Gate",
    scopes=("Device.Read", "Device.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_DELETE = Endpoint(
    name="gate_delete",
    method="DELETE",
    path="/my/gate/{}",
    result=None,
    scopes=("Device.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_UNLOCK = Endpoint(
    name="gate_unlock",
    method="POST",
    path="/my/gate/{}/operation/unlock",
    result=None,
    scopes=("Device.ReadWrite", "Lock.Operate"),
    repeatable=False,
    interval=0.0,
    empty=(204,),
)
_SYNC_SINGLE = Endpoint(
    name="gate_sync_single",
    method="POST",
    path="/my/gate/{}/sync",
    result="m:Gate",
    scopes=("Device.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)


class GatesApi:
    """Open gates, and keep what is known of them in step with BleBox, whose devices they are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _GatesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _GatesApiWithRawResponse(self)

    def get_all(
        self,
        *,
        filters_is_connected: bool | Unset = UNSET,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> GateList:
        """Get all

        Lists every gate that the account may see, page by page.

        Gates are devices of another vendor, BleBox. They turn up here once the account was linked with BleBox
        in the phone app, and this list says what the last synchronization found. To learn how things are right
        now, ask `gates.sync_all` or `gates.sync_single` first.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/get-all.html

        Args:
            filters_is_connected: only gates that are connected, or only those that aren't
            filters_name: only gates whose name fits this
            include_user_settings: whether to give the account's own settings of each gate
            items_per_page: how many gates make a page
            page: which page to give
        """
        from ..api.gate.gate_get_all import _get_kwargs

        _payload: GateList = self._connection.call(
            _GET_ALL,
            _get_kwargs(
                filters_is_connected=filters_is_connected,
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
        filters_is_connected: bool | Unset = UNSET,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[Gate]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            filters_is_connected: only gates that are connected, or only those that aren't
            filters_name: only gates whose name fits this
            include_user_settings: whether to give the account's own settings of each gate
            items_per_page: how many gates make a page
        """
        return _iterate(
            _state_for("page", "gates", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_is_connected=filters_is_connected,
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
        filters_is_connected: bool | Unset = UNSET,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[Gate]:
        """Get all: the first page, which knows the next one.

        Args:
            filters_is_connected: only gates that are connected, or only those that aren't
            filters_name: only gates whose name fits this
            include_user_settings: whether to give the account's own settings of each gate
            items_per_page: how many gates make a page
        """
        return _first_page(
            _state_for("page", "gates", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_is_connected=filters_is_connected,
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def sync_all(self, **_options: Unpack[CallOptions]) -> None:
        """Sync all

        Fetches all gates of the account from BleBox: new ones are added, known ones are brought up to date.

        Use it when somebody has just added a gate to BleBox. Otherwise leave it alone: it happens by itself, 24
        hours after all gates were last fetched.

        A gate that BleBox has no longer isn't deleted here; its `isPresentInExternal` turns false. Once BleBox
        has it again, the next synchronization picks it up again.

        > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed in
        BleBox's own app.

        The answer has no body: see the outcome with `gates.get_all`.

        Scopes, any one of: Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/sync-all.html
        """
        from ..api.gate.gate_sync_all import _get_kwargs

        self._connection.call(_SYNC_ALL, _get_kwargs(), _options)

    def get_single(
        self, id: int, *, include_user_settings: bool | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> Gate:
        """Get single

        Gives one gate as the last synchronization left it.

        Look here before opening a gate: `isConnected` and `isPresentInExternal` tell whether that can work.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/get-single.html

        Args:
            id: the gate's id
            include_user_settings: whether to give the account's own settings of it
        """
        from ..api.gate.gate_get_single import _get_kwargs

        _payload: Gate = self._connection.call(
            _GET_SINGLE, _get_kwargs(id, include_user_settings=include_user_settings), _options
        )
        return _payload

    def delete(self, id: int, **_options: Unpack[CallOptions]) -> None:
        """Delete gate

        Takes a gate off the account. The gate itself, and what BleBox knows of it, stay as they are.

        > **Warning:** A gate that BleBox still has comes back with the next synchronization, under a new id. To
        be rid of it for good, remove it from the BleBox account before you call this.

        Scopes, any one of: Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/delete.html

        Args:
            id: the gate's id
        """
        from ..api.gate.gate_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(id), _options)

    def unlock(self, id: int, **_options: Unpack[CallOptions]) -> None:
        """Unlock

        Opens a gate: its motor gets a signal that lasts as long as the gate's `impulseLength`.

        The account needs access to the gate at this time of this day, and a link with BleBox that still works.
        The gate must be connected; where it was not when it was last looked at, `gates.sync_single` tells
        whether it is by now.

        > **Warning:** The gate moves at once, and nothing asks back. Never send this again on a guess: many
        gates take a second signal as the order to stop or to close.

        Scopes, any one of: Device.ReadWrite, Lock.Operate.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/unlock.html

        Args:
            id: the gate's id
        """
        from ..api.gate.gate_unlock import _get_kwargs

        self._connection.call(_UNLOCK, _get_kwargs(id), _options)

    def sync_single(
        self, id: int, *, include_user_settings: bool | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> Gate:
        """Sync single

        Fetches one gate from BleBox and gives it as it is now.

        Use it to find out whether a gate has come back online. It has no influence on when all gates are
        fetched next, by themselves or by `gates.sync_all`.

        > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed in
        BleBox's own app.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/sync-single.html

        Args:
            id: the gate's id
            include_user_settings: whether to give the account's own settings of it (default: false)
        """
        from ..api.gate.gate_sync_single import _get_kwargs

        _payload: Gate = self._connection.call(
            _SYNC_SINGLE, _get_kwargs(id, include_user_settings=include_user_settings), _options
        )
        return _payload


class _GatesApiWithRawResponse:
    """The methods of `GatesApi`, with the whole response."""

    def __init__(self, group: GatesApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.sync_all = _with_response(group.sync_all)
        self.get_single = _with_response(group.get_single)
        self.delete = _with_response(group.delete)
        self.unlock = _with_response(group.unlock)
        self.sync_single = _with_response(group.sync_single)


class AsyncGatesApi:
    """Open gates, and keep what is known of them in step with BleBox, whose devices they are."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncGatesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncGatesApiWithRawResponse(self)

    async def get_all(
        self,
        *,
        filters_is_connected: bool | Unset = UNSET,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> GateList:
        """Get all

        Lists every gate that the account may see, page by page.

        Gates are devices of another vendor, BleBox. They turn up here once the account was linked with BleBox
        in the phone app, and this list says what the last synchronization found. To learn how things are right
        now, ask `gates.sync_all` or `gates.sync_single` first.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/get-all.html

        Args:
            filters_is_connected: only gates that are connected, or only those that aren't
            filters_name: only gates whose name fits this
            include_user_settings: whether to give the account's own settings of each gate
            items_per_page: how many gates make a page
            page: which page to give
        """
        from ..api.gate.gate_get_all import _get_kwargs

        _payload: GateList = await self._connection.call(
            _GET_ALL,
            _get_kwargs(
                filters_is_connected=filters_is_connected,
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
        filters_is_connected: bool | Unset = UNSET,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[Gate]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            filters_is_connected: only gates that are connected, or only those that aren't
            filters_name: only gates whose name fits this
            include_user_settings: whether to give the account's own settings of each gate
            items_per_page: how many gates make a page
        """
        return _iterate_async(
            _state_for("page", "gates", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_is_connected=filters_is_connected,
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
        filters_is_connected: bool | Unset = UNSET,
        filters_name: str | Unset = UNSET,
        include_user_settings: bool | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[Gate]:
        """Get all: the first page, which knows the next one.

        Args:
            filters_is_connected: only gates that are connected, or only those that aren't
            filters_name: only gates whose name fits this
            include_user_settings: whether to give the account's own settings of each gate
            items_per_page: how many gates make a page
        """
        return await _first_page_async(
            _state_for("page", "gates", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                filters_is_connected=filters_is_connected,
                filters_name=filters_name,
                include_user_settings=include_user_settings,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def sync_all(self, **_options: Unpack[CallOptions]) -> None:
        """Sync all

        Fetches all gates of the account from BleBox: new ones are added, known ones are brought up to date.

        Use it when somebody has just added a gate to BleBox. Otherwise leave it alone: it happens by itself, 24
        hours after all gates were last fetched.

        A gate that BleBox has no longer isn't deleted here; its `isPresentInExternal` turns false. Once BleBox
        has it again, the next synchronization picks it up again.

        > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed in
        BleBox's own app.

        The answer has no body: see the outcome with `gates.get_all`.

        Scopes, any one of: Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/sync-all.html
        """
        from ..api.gate.gate_sync_all import _get_kwargs

        await self._connection.call(_SYNC_ALL, _get_kwargs(), _options)

    async def get_single(
        self, id: int, *, include_user_settings: bool | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> Gate:
        """Get single

        Gives one gate as the last synchronization left it.

        Look here before opening a gate: `isConnected` and `isPresentInExternal` tell whether that can work.

        Scopes, any one of: Device.Read, Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/get-single.html

        Args:
            id: the gate's id
            include_user_settings: whether to give the account's own settings of it
        """
        from ..api.gate.gate_get_single import _get_kwargs

        _payload: Gate = await self._connection.call(
            _GET_SINGLE, _get_kwargs(id, include_user_settings=include_user_settings), _options
        )
        return _payload

    async def delete(self, id: int, **_options: Unpack[CallOptions]) -> None:
        """Delete gate

        Takes a gate off the account. The gate itself, and what BleBox knows of it, stay as they are.

        > **Warning:** A gate that BleBox still has comes back with the next synchronization, under a new id. To
        be rid of it for good, remove it from the BleBox account before you call this.

        Scopes, any one of: Device.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/delete.html

        Args:
            id: the gate's id
        """
        from ..api.gate.gate_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(id), _options)

    async def unlock(self, id: int, **_options: Unpack[CallOptions]) -> None:
        """Unlock

        Opens a gate: its motor gets a signal that lasts as long as the gate's `impulseLength`.

        The account needs access to the gate at this time of this day, and a link with BleBox that still works.
        The gate must be connected; where it was not when it was last looked at, `gates.sync_single` tells
        whether it is by now.

        > **Warning:** The gate moves at once, and nothing asks back. Never send this again on a guess: many
        gates take a second signal as the order to stop or to close.

        Scopes, any one of: Device.ReadWrite, Lock.Operate.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/unlock.html

        Args:
            id: the gate's id
        """
        from ..api.gate.gate_unlock import _get_kwargs

        await self._connection.call(_UNLOCK, _get_kwargs(id), _options)

    async def sync_single(
        self, id: int, *, include_user_settings: bool | Unset = UNSET, **_options: Unpack[CallOptions]
    ) -> Gate:
        """Sync single

        Fetches one gate from BleBox and gives it as it is now.

        Use it to find out whether a gate has come back online. It has no influence on when all gates are
        fetched next, by themselves or by `gates.sync_all`.

        > **Note:** BleBox is asked and never told: names, opening times and software of a gate are changed in
        BleBox's own app.

        Scopes, any one of: Device.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/gate/sync-single.html

        Args:
            id: the gate's id
            include_user_settings: whether to give the account's own settings of it (default: false)
        """
        from ..api.gate.gate_sync_single import _get_kwargs

        _payload: Gate = await self._connection.call(
            _SYNC_SINGLE, _get_kwargs(id, include_user_settings=include_user_settings), _options
        )
        return _payload


class _AsyncGatesApiWithRawResponse:
    """The methods of `AsyncGatesApi`, with the whole response."""

    def __init__(self, group: AsyncGatesApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.sync_all = _with_response_async(group.sync_all)
        self.get_single = _with_response_async(group.get_single)
        self.delete = _with_response_async(group.delete)
        self.unlock = _with_response_async(group.unlock)
        self.sync_single = _with_response_async(group.sync_single)
