# Generated from the API's documentation; the next build replaces it.
"""The people in an organization, and what they may do there."""

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
    from ..models.organization_user_created import OrganizationUserCreated
    from ..models.organizationusers_create_body_role import (
        OrganizationusersCreateBodyRole,
    )
    from ..models.organizationusers_get_all_envelope_result import (
        OrganizationusersGetAllEnvelopeResult,
    )
    from ..models.organizationusers_get_profile_envelope_result import (
        OrganizationusersGetProfileEnvelopeResult,
    )

_ASSIGN_ADMIN = Endpoint(
    name="organizationusers_assign_admin",
    method="PUT",
    path="/organization/{}/assignadmin",
    result=None,
    scopes=("Organization.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_REMOVE_ADMIN = Endpoint(
    name="organizationusers_remove_admin",
    method="PUT",
    path="/organization/{}/removeadmin",
    result=None,
    scopes=("Organization.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(200,),
)
_GET_ALL = Endpoint(
    name="organizationusers_get_all",
    method="GET",
    path="/organization/{}/user",
    result="m:OrganizationusersGetAllEnvelopeResult",
    scopes=("Organization.Read", "Organization.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_CREATE = Endpoint(
    name="organizationusers_create",
    method="POST",
    path="/organization/{}/user",
    result="m:OrganizationUserCreated",
    scopes=("Organization.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_UPDATE = Endpoint(
    name="organizationusers_update",
    method="PUT",
    path="/organization/{}/user/byorganizationuserid/{}",
    result=None,
    scopes=("Organization.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_DELETE = Endpoint(
    name="organizationusers_delete",
    method="DELETE",
    path="/organization/{}/user/byorganizationuserid/{}",
    result=None,
    scopes=("Organization.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_GET_PROFILE = Endpoint(
    name="organizationusers_get_profile",
    method="GET",
    path="/organization/{}/user/{}",
    result="m:OrganizationusersGetProfileEnvelopeResult",
    scopes=("Organization.Read", "Organization.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)


class OrganizationUsersApi:
    """The people in an organization, and what they may do there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _OrganizationUsersApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _OrganizationUsersApiWithRawResponse(self)

    def assign_admin(self, organization_id: int, *, organization_user_id: int, **_options: Unpack[CallOptions]) -> None:
        """Assign admin role

        Makes a user an admin of the organization, who may manage it together with the owner.

        `organization_users.get_profile` shows afterwards whether it worked. The opposite is
        `organization_users.remove_admin`.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/assign-admin.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user, by the id within the organization
        """
        from ..api.organization_users.organizationusers_assign_admin import _get_kwargs
        from ..models.organizationusers_assign_admin_body import (
            OrganizationusersAssignAdminBody,
        )

        self._connection.call(
            _ASSIGN_ADMIN,
            _get_kwargs(
                organization_id, body=OrganizationusersAssignAdminBody(organization_user_id=organization_user_id)
            ),
            _options,
        )

    def remove_admin(self, organization_id: int, *, organization_user_id: int, **_options: Unpack[CallOptions]) -> None:
        """Remove admin role

        Takes the admin role from a user, who stays in the organization as a plain member.

        There is no body in the answer. `organization_users.get_profile` shows whether it worked.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/remove-admin.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user, by the id within the organization
        """
        from ..api.organization_users.organizationusers_remove_admin import _get_kwargs
        from ..models.organizationusers_remove_admin_body import (
            OrganizationusersRemoveAdminBody,
        )

        self._connection.call(
            _REMOVE_ADMIN,
            _get_kwargs(
                organization_id, body=OrganizationusersRemoveAdminBody(organization_user_id=organization_user_id)
            ),
            _options,
        )

    def get_all(
        self,
        organization_id: int,
        *,
        filters_include_pending_users: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_user_types: list[int] | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationusersGetAllEnvelopeResult:
        """Get all

        Lists the users of an organization, page by page. Use it to find somebody's `organizationUserId`, which
        the other pages of this group ask for.

        The kinds of users for `Filters.UserTypes` are `0` for admins, `1` for others and `2` for the owner.
        Those who were invited and haven't answered yet are left out unless `Filters.IncludePendingUsers` asks
        for them.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/get-all.html

        Args:
            organization_id: the organization's id
            filters_include_pending_users: whether to list those too who were only invited so far
            filters_text: only users with the text in their name or email address
            filters_user_types: only users of these kinds
            items_per_page: how many users make a page (min: 1, max: 100)
            page: which page to give (min: 1)
        """
        from ..api.organization_users.organizationusers_get_all import _get_kwargs

        _payload: OrganizationusersGetAllEnvelopeResult = self._connection.call(
            _GET_ALL,
            _get_kwargs(
                organization_id,
                filters_include_pending_users=filters_include_pending_users,
                filters_text=filters_text,
                filters_user_types=filters_user_types,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def create(
        self,
        organization_id: int,
        *,
        email: str,
        name: str,
        role: OrganizationusersCreateBodyRole | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationUserCreated:
        """Invite user

        Invites somebody to the organization. The invitation goes out by email.

        Until the invitation is accepted the user is pending, and somebody without a Tedee account has to create
        one for that. Keep the id in the answer: groups and everything else about the user ask for it.

        Before you invite, look for the address with `organization_users.get_all`, pending users included, so
        that nobody gets two invitations.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/create.html

        Args:
            organization_id: the organization's id
            email: where the invitation is sent
            name: what the user is called in the organization
            role: what the user is to be (1 Admin, 2 Member)
        """
        from ..api.organization_users.organizationusers_create import _get_kwargs
        from ..models.organizationusers_create_body import OrganizationusersCreateBody

        _payload: OrganizationUserCreated = self._connection.call(
            _CREATE,
            _get_kwargs(
                organization_id, body=OrganizationusersCreateBody(email=email, name=name, role=_as_member(role))
            ),
            _options,
        )
        return _payload

    def update(
        self, organization_id: int, organization_user_id: int, *, display_name: str, **_options: Unpack[CallOptions]
    ) -> None:
        """Update profile

        Changes what a user is called in the organization. It is the only thing that can be changed here: the
        email address belongs to the user's own account, and roles have `organization_users.assign_admin` of
        their own.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/update.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user's id within the organization
            display_name: what to call the user from now on
        """
        from ..api.organization_users.organizationusers_update import _get_kwargs
        from ..models.organizationusers_update_body import OrganizationusersUpdateBody

        self._connection.call(
            _UPDATE,
            _get_kwargs(
                organization_id, organization_user_id, body=OrganizationusersUpdateBody(display_name=display_name)
            ),
            _options,
        )

    def delete(self, organization_id: int, organization_user_id: int, **_options: Unpack[CallOptions]) -> None:
        """Remove user

        Removes a user from the organization. From then on none of its devices opens for that user.

        Check first which groups the user is in, and which devices are shared with the user alone: somebody else
        may have to take over. To change only what the user may do, take the admin role or a group away instead.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/delete.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user's id within the organization
        """
        from ..api.organization_users.organizationusers_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(organization_id, organization_user_id), _options)

    def get_profile(
        self, organization_id: int, organization_user_id: int, **_options: Unpack[CallOptions]
    ) -> OrganizationusersGetProfileEnvelopeResult:
        """Get profile

        Gives one user of the organization.

        Use it to show a single person, or to look again after a change. To find somebody by name or address,
        ask `organization_users.get_all`.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/get-profile.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user's id within the organization
        """
        from ..api.organization_users.organizationusers_get_profile import _get_kwargs

        _payload: OrganizationusersGetProfileEnvelopeResult = self._connection.call(
            _GET_PROFILE, _get_kwargs(organization_id, organization_user_id), _options
        )
        return _payload


class _OrganizationUsersApiWithRawResponse:
    """The methods of `OrganizationUsersApi`, with the whole response."""

    def __init__(self, group: OrganizationUsersApi) -> None:
        self.assign_admin = _with_response(group.assign_admin)
        self.remove_admin = _with_response(group.remove_admin)
        self.get_all = _with_response(group.get_all)
        self.create = _with_response(group.create)
        self.update = _with_response(group.update)
        self.delete = _with_response(group.delete)
        self.get_profile = _with_response(group.get_profile)


class AsyncOrganizationUsersApi:
    """The people in an organization, and what they may do there."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncOrganizationUsersApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncOrganizationUsersApiWithRawResponse(self)

    async def assign_admin(
        self, organization_id: int, *, organization_user_id: int, **_options: Unpack[CallOptions]
    ) -> None:
        """Assign admin role

        Makes a user an admin of the organization, who may manage it together with the owner.

        `organization_users.get_profile` shows afterwards whether it worked. The opposite is
        `organization_users.remove_admin`.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/assign-admin.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user, by the id within the organization
        """
        from ..api.organization_users.organizationusers_assign_admin import _get_kwargs
        from ..models.organizationusers_assign_admin_body import (
            OrganizationusersAssignAdminBody,
        )

        await self._connection.call(
            _ASSIGN_ADMIN,
            _get_kwargs(
                organization_id, body=OrganizationusersAssignAdminBody(organization_user_id=organization_user_id)
            ),
            _options,
        )

    async def remove_admin(
        self, organization_id: int, *, organization_user_id: int, **_options: Unpack[CallOptions]
    ) -> None:
        """Remove admin role

        Takes the admin role from a user, who stays in the organization as a plain member.

        There is no body in the answer. `organization_users.get_profile` shows whether it worked.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/remove-admin.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user, by the id within the organization
        """
        from ..api.organization_users.organizationusers_remove_admin import _get_kwargs
        from ..models.organizationusers_remove_admin_body import (
            OrganizationusersRemoveAdminBody,
        )

        await self._connection.call(
            _REMOVE_ADMIN,
            _get_kwargs(
                organization_id, body=OrganizationusersRemoveAdminBody(organization_user_id=organization_user_id)
            ),
            _options,
        )

    async def get_all(
        self,
        organization_id: int,
        *,
        filters_include_pending_users: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        filters_user_types: list[int] | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationusersGetAllEnvelopeResult:
        """Get all

        Lists the users of an organization, page by page. Use it to find somebody's `organizationUserId`, which
        the other pages of this group ask for.

        The kinds of users for `Filters.UserTypes` are `0` for admins, `1` for others and `2` for the owner.
        Those who were invited and haven't answered yet are left out unless `Filters.IncludePendingUsers` asks
        for them.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/get-all.html

        Args:
            organization_id: the organization's id
            filters_include_pending_users: whether to list those too who were only invited so far
            filters_text: only users with the text in their name or email address
            filters_user_types: only users of these kinds
            items_per_page: how many users make a page (min: 1, max: 100)
            page: which page to give (min: 1)
        """
        from ..api.organization_users.organizationusers_get_all import _get_kwargs

        _payload: OrganizationusersGetAllEnvelopeResult = await self._connection.call(
            _GET_ALL,
            _get_kwargs(
                organization_id,
                filters_include_pending_users=filters_include_pending_users,
                filters_text=filters_text,
                filters_user_types=filters_user_types,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    async def create(
        self,
        organization_id: int,
        *,
        email: str,
        name: str,
        role: OrganizationusersCreateBodyRole | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationUserCreated:
        """Invite user

        Invites somebody to the organization. The invitation goes out by email.

        Until the invitation is accepted the user is pending, and somebody without a Tedee account has to create
        one for that. Keep the id in the answer: groups and everything else about the user ask for it.

        Before you invite, look for the address with `organization_users.get_all`, pending users included, so
        that nobody gets two invitations.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/create.html

        Args:
            organization_id: the organization's id
            email: where the invitation is sent
            name: what the user is called in the organization
            role: what the user is to be (1 Admin, 2 Member)
        """
        from ..api.organization_users.organizationusers_create import _get_kwargs
        from ..models.organizationusers_create_body import OrganizationusersCreateBody

        _payload: OrganizationUserCreated = await self._connection.call(
            _CREATE,
            _get_kwargs(
                organization_id, body=OrganizationusersCreateBody(email=email, name=name, role=_as_member(role))
            ),
            _options,
        )
        return _payload

    async def update(
        self, organization_id: int, organization_user_id: int, *, display_name: str, **_options: Unpack[CallOptions]
    ) -> None:
        """Update profile

        Changes what a user is called in the organization. It is the only thing that can be changed here: the
        email address belongs to the user's own account, and roles have `organization_users.assign_admin` of
        their own.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/update.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user's id within the organization
            display_name: what to call the user from now on
        """
        from ..api.organization_users.organizationusers_update import _get_kwargs
        from ..models.organizationusers_update_body import OrganizationusersUpdateBody

        await self._connection.call(
            _UPDATE,
            _get_kwargs(
                organization_id, organization_user_id, body=OrganizationusersUpdateBody(display_name=display_name)
            ),
            _options,
        )

    async def delete(self, organization_id: int, organization_user_id: int, **_options: Unpack[CallOptions]) -> None:
        """Remove user

        Removes a user from the organization. From then on none of its devices opens for that user.

        Check first which groups the user is in, and which devices are shared with the user alone: somebody else
        may have to take over. To change only what the user may do, take the admin role or a group away instead.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/delete.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user's id within the organization
        """
        from ..api.organization_users.organizationusers_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(organization_id, organization_user_id), _options)

    async def get_profile(
        self, organization_id: int, organization_user_id: int, **_options: Unpack[CallOptions]
    ) -> OrganizationusersGetProfileEnvelopeResult:
        """Get profile

        Gives one user of the organization.

        Use it to show a single person, or to look again after a change. To find somebody by name or address,
        ask `organization_users.get_all`.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationusers/get-profile.html

        Args:
            organization_id: the organization's id
            organization_user_id: the user's id within the organization
        """
        from ..api.organization_users.organizationusers_get_profile import _get_kwargs

        _payload: OrganizationusersGetProfileEnvelopeResult = await self._connection.call(
            _GET_PROFILE, _get_kwargs(organization_id, organization_user_id), _options
        )
        return _payload


class _AsyncOrganizationUsersApiWithRawResponse:
    """The methods of `AsyncOrganizationUsersApi`, with the whole response."""

    def __init__(self, group: AsyncOrganizationUsersApi) -> None:
        self.assign_admin = _with_response_async(group.assign_admin)
        self.remove_admin = _with_response_async(group.remove_admin)
        self.get_all = _with_response_async(group.get_all)
        self.create = _with_response_async(group.create)
        self.update = _with_response_async(group.update)
        self.delete = _with_response_async(group.delete)
        self.get_profile = _with_response_async(group.get_profile)
