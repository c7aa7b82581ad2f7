# Generated from the API's documentation; the next build replaces it.
"""Share devices: see who has access, give it, change it and take it away."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint
from .._runtime.members import as_member as _as_member
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime
    from uuid import UUID

    from ..models.access_details import AccessDetails
    from ..models.access_level import AccessLevel
    from ..models.deviceaccess_copy_to_body_principals_item import (
        DeviceaccessCopyToBodyPrincipalsItem,
    )
    from ..models.deviceaccess_create_body_principal_type import (
        DeviceaccessCreateBodyPrincipalType,
    )
    from ..models.deviceaccess_get_all_filters_principal_type import (
        DeviceaccessGetAllFiltersPrincipalType,
    )
    from ..models.post_device_access_copy_result import PostDeviceAccessCopyResult
    from ..models.post_device_access_result import PostDeviceAccessResult

_GET_ALL = Endpoint(
    name="deviceaccess_get_all",
    method="GET",
    path="/my/device/{}/access",
    result=("list", "m:AccessDetails"),
    scopes=("DeviceShare.Read", "DeviceShare.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_CREATE = Endpoint(
    name="deviceaccess_create",
    method="POST",
    path="/my/device/{}/access",
    result="m:PostDeviceAccessResult",
    scopes=("DeviceShare.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_UPDATE = Endpoint(
    name="deviceaccess_update",
    method="PUT",
    path="/my/device/{}/access/{}",
    result=None,
    scopes=("DeviceShare.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_DELETE = Endpoint(
    name="deviceaccess_delete",
    method="DELETE",
    path="/my/device/{}/access/{}",
    result=None,
    scopes=("DeviceShare.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_COPY_TO = Endpoint(
    name="deviceaccess_copy_to",
    method="POST",
    path="/my/device/{}/access/{}/copy-to",
    result="m:PostDeviceAccessCopyResult",
    scopes=("DeviceShare.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)


class DeviceAccessesApi:
    """Share devices: see who has access, give it, change it and take it away."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _DeviceAccessesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _DeviceAccessesApiWithRawResponse(self)

    def get_all(
        self,
        device_id: int,
        *,
        filters_principal_id: UUID | Unset = UNSET,
        filters_principal_type: DeviceaccessGetAllFiltersPrincipalType | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[AccessDetails]:
        """Get all

        Lists who has access to a device, and when.

        How much it tells depends on who asks. The owner, and admins whose access is in force, see everybody:
        people and groups. Guests, and people whose access isn't in force, see the owner and themselves.

        Scopes, any one of: DeviceShare.Read, DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/get-all.html

        Args:
            device_id: the device's id
            filters_principal_id: only the access of this person or group
            filters_principal_type: only access of this kind of principal: 0 = User, 1 = UserGroup
            filters_text: only access in which the text is found, for example in a name or email address
        """
        from ..api.device_access.deviceaccess_get_all import _get_kwargs

        _payload: list[AccessDetails] = self._connection.call(
            _GET_ALL,
            _get_kwargs(
                device_id,
                filters_principal_id=filters_principal_id,
                filters_principal_type=_as_member(filters_principal_type),
                filters_text=filters_text,
            ),
            _options,
        )
        return _payload

    def create(
        self,
        device_id: int,
        *,
        access_level: AccessLevel,
        day_end_time: None | str,
        day_start_time: None | str,
        end_date: None | str,
        principal_type: DeviceaccessCreateBodyPrincipalType,
        remote_access_disabled: bool,
        start_date: None | str,
        week_days: int | None,
        principal_id: UUID | Unset = UNSET,
        user_email: str | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> PostDeviceAccessResult:
        """Create

        Gives somebody access to a device: a person, or all members of a group.

        Owners and admins of the device may do this; guests may not.

        People are named by their email address. Those who have no account yet are invited by email; until they
        make an account, their access is pending.

        > **Note:** Nobody has access to a device twice. Where a person or group has some already, change it
        with Update rather than give more.

        Times and dates are in UTC. Send null for what shall not be restricted.

        Look at the `success` of the result, too: where that is false, `error` tells why access was not given.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/create.html

        Args:
            device_id: the device's id
            access_level: how far to trust them; no further than the account itself is trusted
            day_end_time: time of day at which access ends; the date in it means nothing
            day_start_time: time of day at which access begins; the date in it means nothing
            end_date: when access ends for good; null for never
            principal_type: who it is for: 0 = User, 1 = UserGroup
            remote_access_disabled: whether it shall work near the device only
            start_date: when access begins; null for at once
            week_days: on which days; null for all of them
            principal_id: the group; required for principalType: 1
            user_email: the person's email address; required for principalType: 0
        """
        from ..api.device_access.deviceaccess_create import _get_kwargs
        from ..models.deviceaccess_create_body import DeviceaccessCreateBody

        _payload: PostDeviceAccessResult = self._connection.call(
            _CREATE,
            _get_kwargs(
                device_id,
                body=DeviceaccessCreateBody(
                    access_level=_as_member(access_level),
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    principal_type=_as_member(principal_type),
                    remote_access_disabled=remote_access_disabled,
                    start_date=start_date,
                    week_days=week_days,
                    principal_id=principal_id,
                    user_email=user_email,
                ),
            ),
            _options,
        )
        return _payload

    def update(
        self,
        device_id: int,
        access_id: UUID,
        *,
        access_level: AccessLevel,
        day_end_time: datetime.datetime,
        day_start_time: datetime.datetime,
        end_date: datetime.datetime | None,
        remote_access_disabled: bool,
        start_date: datetime.datetime | None,
        week_days: int,
        **_options: Unpack[CallOptions],
    ) -> None:
        """Update

        Changes how and when a person or group may use a device. All of it is replaced by what the body says, so
        send what shall stay as well.

        Owners and admins of the device may do this; guests may not.

        Whose access it is can't be changed: take it away and give it to somebody else instead.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/update.html

        Args:
            device_id: the device's id
            access_id: the access's id
            access_level: how far to trust them from now on
            day_end_time: time of day at which access ends; the date in it means nothing
            day_start_time: time of day at which access begins; the date in it means nothing
            end_date: when access ends for good; null for never
            remote_access_disabled: whether it shall work near the device only
            start_date: when access begins; null for at once
            week_days: on which days
        """
        from ..api.device_access.deviceaccess_update import _get_kwargs
        from ..models.deviceaccess_update_body import DeviceaccessUpdateBody

        self._connection.call(
            _UPDATE,
            _get_kwargs(
                device_id,
                access_id,
                body=DeviceaccessUpdateBody(
                    access_level=_as_member(access_level),
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    remote_access_disabled=remote_access_disabled,
                    start_date=start_date,
                    week_days=week_days,
                ),
            ),
            _options,
        )

    def delete(self, device_id: int, access_id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Takes access to a device away from a person or group.

        Owners and admins of the device may do this; guests may not.

        It can't be undone: give access anew where it was a mistake.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/delete.html

        Args:
            device_id: the device's id
            access_id: the access's id
        """
        from ..api.device_access.deviceaccess_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(device_id, access_id), _options)

    def copy_to(
        self,
        device_id: int,
        access_id: UUID,
        *,
        principals: list[DeviceaccessCopyToBodyPrincipalsItem],
        **_options: Unpack[CallOptions],
    ) -> PostDeviceAccessCopyResult:
        """Copy permissions

        Gives others the same access to a device that somebody has: same level, same days, same times.

        Owners and admins of the device may do this; guests may not.

        Use it where several people or groups shall come and go alike. It takes one call however many they are.

        The result tells for each principal whether a copy was made: one may be refused and the others not.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/copy-to.html

        Args:
            device_id: the device's id
            access_id: the access to take as a model
            principals: who gets a copy
        """
        from ..api.device_access.deviceaccess_copy_to import _get_kwargs
        from ..models.deviceaccess_copy_to_body import DeviceaccessCopyToBody

        _payload: PostDeviceAccessCopyResult = self._connection.call(
            _COPY_TO, _get_kwargs(device_id, access_id, body=DeviceaccessCopyToBody(principals=principals)), _options
        )
        return _payload


class _DeviceAccessesApiWithRawResponse:
    """The methods of `DeviceAccessesApi`, with the whole response."""

    def __init__(self, group: DeviceAccessesApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.create = _with_response(group.create)
        self.update = _with_response(group.update)
        self.delete = _with_response(group.delete)
        self.copy_to = _with_response(group.copy_to)


class AsyncDeviceAccessesApi:
    """Share devices: see who has access, give it, change it and take it away."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncDeviceAccessesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncDeviceAccessesApiWithRawResponse(self)

    async def get_all(
        self,
        device_id: int,
        *,
        filters_principal_id: UUID | Unset = UNSET,
        filters_principal_type: DeviceaccessGetAllFiltersPrincipalType | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[AccessDetails]:
        """Get all

        Lists who has access to a device, and when.

        How much it tells depends on who asks. The owner, and admins whose access is in force, see everybody:
        people and groups. Guests, and people whose access isn't in force, see the owner and themselves.

        Scopes, any one of: DeviceShare.Read, DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/get-all.html

        Args:
            device_id: the device's id
            filters_principal_id: only the access of this person or group
            filters_principal_type: only access of this kind of principal: 0 = User, 1 = UserGroup
            filters_text: only access in which the text is found, for example in a name or email address
        """
        from ..api.device_access.deviceaccess_get_all import _get_kwargs

        _payload: list[AccessDetails] = await self._connection.call(
            _GET_ALL,
            _get_kwargs(
                device_id,
                filters_principal_id=filters_principal_id,
                filters_principal_type=_as_member(filters_principal_type),
                filters_text=filters_text,
            ),
            _options,
        )
        return _payload

    async def create(
        self,
        device_id: int,
        *,
        access_level: AccessLevel,
        day_end_time: None | str,
        day_start_time: None | str,
        end_date: None | str,
        principal_type: DeviceaccessCreateBodyPrincipalType,
        remote_access_disabled: bool,
        start_date: None | str,
        week_days: int | None,
        principal_id: UUID | Unset = UNSET,
        user_email: str | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> PostDeviceAccessResult:
        """Create

        Gives somebody access to a device: a person, or all members of a group.

        Owners and admins of the device may do this; guests may not.

        People are named by their email address. Those who have no account yet are invited by email; until they
        make an account, their access is pending.

        > **Note:** Nobody has access to a device twice. Where a person or group has some already, change it
        with Update rather than give more.

        Times and dates are in UTC. Send null for what shall not be restricted.

        Look at the `success` of the result, too: where that is false, `error` tells why access was not given.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/create.html

        Args:
            device_id: the device's id
            access_level: how far to trust them; no further than the account itself is trusted
            day_end_time: time of day at which access ends; the date in it means nothing
            day_start_time: time of day at which access begins; the date in it means nothing
            end_date: when access ends for good; null for never
            principal_type: who it is for: 0 = User, 1 = UserGroup
            remote_access_disabled: whether it shall work near the device only
            start_date: when access begins; null for at once
            week_days: on which days; null for all of them
            principal_id: the group; required for principalType: 1
            user_email: the person's email address; required for principalType: 0
        """
        from ..api.device_access.deviceaccess_create import _get_kwargs
        from ..models.deviceaccess_create_body import DeviceaccessCreateBody

        _payload: PostDeviceAccessResult = await self._connection.call(
            _CREATE,
            _get_kwargs(
                device_id,
                body=DeviceaccessCreateBody(
                    access_level=_as_member(access_level),
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    principal_type=_as_member(principal_type),
                    remote_access_disabled=remote_access_disabled,
                    start_date=start_date,
                    week_days=week_days,
                    principal_id=principal_id,
                    user_email=user_email,
                ),
            ),
            _options,
        )
        return _payload

    async def update(
        self,
        device_id: int,
        access_id: UUID,
        *,
        access_level: AccessLevel,
        day_end_time: datetime.datetime,
        day_start_time: datetime.datetime,
        end_date: datetime.datetime | None,
        remote_access_disabled: bool,
        start_date: datetime.datetime | None,
        week_days: int,
        **_options: Unpack[CallOptions],
    ) -> None:
        """Update

        Changes how and when a person or group may use a device. All of it is replaced by what the body says, so
        send what shall stay as well.

        Owners and admins of the device may do this; guests may not.

        Whose access it is can't be changed: take it away and give it to somebody else instead.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/update.html

        Args:
            device_id: the device's id
            access_id: the access's id
            access_level: how far to trust them from now on
            day_end_time: time of day at which access ends; the date in it means nothing
            day_start_time: time of day at which access begins; the date in it means nothing
            end_date: when access ends for good; null for never
            remote_access_disabled: whether it shall work near the device only
            start_date: when access begins; null for at once
            week_days: on which days
        """
        from ..api.device_access.deviceaccess_update import _get_kwargs
        from ..models.deviceaccess_update_body import DeviceaccessUpdateBody

        await self._connection.call(
            _UPDATE,
            _get_kwargs(
                device_id,
                access_id,
                body=DeviceaccessUpdateBody(
                    access_level=_as_member(access_level),
                    day_end_time=day_end_time,
                    day_start_time=day_start_time,
                    end_date=end_date,
                    remote_access_disabled=remote_access_disabled,
                    start_date=start_date,
                    week_days=week_days,
                ),
            ),
            _options,
        )

    async def delete(self, device_id: int, access_id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Takes access to a device away from a person or group.

        Owners and admins of the device may do this; guests may not.

        It can't be undone: give access anew where it was a mistake.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/delete.html

        Args:
            device_id: the device's id
            access_id: the access's id
        """
        from ..api.device_access.deviceaccess_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(device_id, access_id), _options)

    async def copy_to(
        self,
        device_id: int,
        access_id: UUID,
        *,
        principals: list[DeviceaccessCopyToBodyPrincipalsItem],
        **_options: Unpack[CallOptions],
    ) -> PostDeviceAccessCopyResult:
        """Copy permissions

        Gives others the same access to a device that somebody has: same level, same days, same times.

        Owners and admins of the device may do this; guests may not.

        Use it where several people or groups shall come and go alike. It takes one call however many they are.

        The result tells for each principal whether a copy was made: one may be refused and the others not.

        Scopes, any one of: DeviceShare.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/deviceaccess/copy-to.html

        Args:
            device_id: the device's id
            access_id: the access to take as a model
            principals: who gets a copy
        """
        from ..api.device_access.deviceaccess_copy_to import _get_kwargs
        from ..models.deviceaccess_copy_to_body import DeviceaccessCopyToBody

        _payload: PostDeviceAccessCopyResult = await self._connection.call(
            _COPY_TO, _get_kwargs(device_id, access_id, body=DeviceaccessCopyToBody(principals=principals)), _options
        )
        return _payload


class _AsyncDeviceAccessesApiWithRawResponse:
    """The methods of `AsyncDeviceAccessesApi`, with the whole response."""

    def __init__(self, group: AsyncDeviceAccessesApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.create = _with_response_async(group.create)
        self.update = _with_response_async(group.update)
        self.delete = _with_response_async(group.delete)
        self.copy_to = _with_response_async(group.copy_to)
