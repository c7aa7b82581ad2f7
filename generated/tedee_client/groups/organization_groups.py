# Generated from the API's documentation; the next build replaces it.
"""Groups of an organization's users, to give several people access at once."""

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
    from uuid import UUID

    from ..models.organization_group import OrganizationGroup
    from ..models.organization_group_created import OrganizationGroupCreated
    from ..models.organization_group_details import OrganizationGroupDetails
    from ..models.organization_group_member import OrganizationGroupMember
    from ..models.organization_group_member_list import OrganizationGroupMemberList
    from ..models.organization_member_operation_results import (
        OrganizationMemberOperationResults,
    )

_GET_ALL = Endpoint(
    name="organizationgroups_get_all",
    method="GET",
    path="/organization/{}/user-groups",
    result=("list", "m:OrganizationGroup"),
    scopes=("Organization.Read", "Organization.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_CREATE = Endpoint(
    name="organizationgroups_create",
    method="POST",
    path="/organization/{}/user-groups",
    result="m:OrganizationGroupCreated",
    scopes=("Organization.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_GET_SINGLE = Endpoint(
    name="organizationgroups_get_single",
    method="GET",
    path="/organization/{}/user-groups/{}",
    result="m:OrganizationGroupDetails",
    scopes=("Organization.Read", "Organization.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_DELETE = Endpoint(
    name="organizationgroups_delete",
    method="DELETE",
    path="/organization/{}/user-groups/{}",
    result=None,
    scopes=("Organization.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_UPDATE = Endpoint(
    name="organizationgroups_update",
    method="PATCH",
    path="/organization/{}/user-groups/{}",
    result=None,
    scopes=("Organization.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(204,),
)
_GET_MEMBERS = Endpoint(
    name="organizationgroups_get_members",
    method="GET",
    path="/organization/{}/user-groups/{}/members",
    result="m:OrganizationGroupMemberList",
    scopes=("Organization.Read", "Organization.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_ADD_MEMBERS = Endpoint(
    name="organizationgroups_add_members",
    method="POST",
    path="/organization/{}/user-groups/{}/members",
    result="m:OrganizationMemberOperationResults",
    scopes=("Organization.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_REMOVE_MEMBERS = Endpoint(
    name="organizationgroups_remove_members",
    method="DELETE",
    path="/organization/{}/user-groups/{}/members",
    result="m:OrganizationMemberOperationResults",
    scopes=("Organization.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(),
)


class OrganizationGroupsApi:
    """Groups of an organization's users, to give several people access at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _OrganizationGroupsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _OrganizationGroupsApiWithRawResponse(self)

    def get_all(
        self,
        organization_id: int,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[OrganizationGroup]:
        """Get all

        Lists the groups of an organization, page by page, with their ids and names.

        Who is in a group is told by `organization_groups.get_members`.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/get-all.html

        Args:
            organization_id: the organization's id
            filters_text: only groups with the text in their name
            items_per_page: how many groups make a page (min: 1, max: 100)
            page: which page to give (min: 1)
        """
        from ..api.organization_groups.organizationgroups_get_all import _get_kwargs

        _payload: list[OrganizationGroup] = self._connection.call(
            _GET_ALL,
            _get_kwargs(organization_id, filters_text=filters_text, items_per_page=items_per_page, page=page),
            _options,
        )
        return _payload

    def iter_all(
        self,
        organization_id: int,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[OrganizationGroup]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            filters_text: only groups with the text in their name
            items_per_page: how many groups make a page (min: 1, max: 100)
        """
        return _iterate(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                organization_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    def page_all(
        self,
        organization_id: int,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[OrganizationGroup]:
        """Get all: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            filters_text: only groups with the text in their name
            items_per_page: how many groups make a page (min: 1, max: 100)
        """
        return _first_page(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                organization_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    def create(self, organization_id: int, *, name: str, **_options: Unpack[CallOptions]) -> OrganizationGroupCreated:
        """Create

        Makes a group of users. It is empty at first, and has no access to any device.

        Groups save work where people come and go: a group is given access to a door once, and who joins it can
        open that door. Fill the new one with `organization_groups.add_members`.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/create.html

        Args:
            organization_id: the organization's id
            name: what to call the group
        """
        from ..api.organization_groups.organizationgroups_create import _get_kwargs
        from ..models.organizationgroups_create_body import OrganizationgroupsCreateBody

        _payload: OrganizationGroupCreated = self._connection.call(
            _CREATE, _get_kwargs(organization_id, body=OrganizationgroupsCreateBody(name=name)), _options
        )
        return _payload

    def get_single(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        include_members: bool | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationGroupDetails:
        """Get single

        Gives one group, and its members where they are asked for.

        For a large group, ask `organization_groups.get_members` instead: it gives them in pages.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/get-single.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            include_members: whether to list who is in it (default: false)
        """
        from ..api.organization_groups.organizationgroups_get_single import _get_kwargs

        _payload: OrganizationGroupDetails = self._connection.call(
            _GET_SINGLE, _get_kwargs(organization_id, group_id, include_members=include_members), _options
        )
        return _payload

    def delete(self, organization_id: int, group_id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Deletes a group for good. Its members stay in the organization.

        > **Warning:** Whatever access the group was given goes with it: who could open a door as its member
        only is locked out at once. Look at the group's access before.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/delete.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
        """
        from ..api.organization_groups.organizationgroups_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(organization_id, group_id), _options)

    def update(self, organization_id: int, group_id: UUID, *, name: str, **_options: Unpack[CallOptions]) -> None:
        """Update

        Gives a group another name. Its members and its access stay as they are.

        For who is in it, see `organization_groups.add_members` and `organization_groups.remove_members`.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/update.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            name: what to call it from now on
        """
        from ..api.organization_groups.organizationgroups_update import _get_kwargs
        from ..models.organizationgroups_update_body import OrganizationgroupsUpdateBody

        self._connection.call(
            _UPDATE, _get_kwargs(organization_id, group_id, body=OrganizationgroupsUpdateBody(name=name)), _options
        )

    def get_members(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationGroupMemberList:
        """Get members

        Lists the users that are in a group, page by page.

        `totalCount` tells how many there are on all pages together. Go on until that many have come.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/get-members.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            filters_text: only members with the text in their name or email address
            items_per_page: how many members make a page (min: 1, max: 100)
            page: which page to give (min: 1)
        """
        from ..api.organization_groups.organizationgroups_get_members import _get_kwargs

        _payload: OrganizationGroupMemberList = self._connection.call(
            _GET_MEMBERS,
            _get_kwargs(organization_id, group_id, filters_text=filters_text, items_per_page=items_per_page, page=page),
            _options,
        )
        return _payload

    def iter_members(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[OrganizationGroupMember]:
        """Get members: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            group_id: the group's id
            filters_text: only members with the text in their name or email address
            items_per_page: how many members make a page (min: 1, max: 100)
        """
        return _iterate(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_members(
                organization_id, group_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    def page_members(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[OrganizationGroupMember]:
        """Get members: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            group_id: the group's id
            filters_text: only members with the text in their name or email address
            items_per_page: how many members make a page (min: 1, max: 100)
        """
        return _first_page(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_members(
                organization_id, group_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    def add_members(
        self, organization_id: int, group_id: UUID, *, organization_user_ids: list[int], **_options: Unpack[CallOptions]
    ) -> OrganizationMemberOperationResults:
        """Add members

        Puts users of the organization into a group. They get the group's access to devices along with it.

        Only who is in the organization can be in its groups: `organization_users.create` others first. Somebody
        who is in the group already is passed over, so the call can be repeated safely.

        The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/add-members.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            organization_user_ids: the users to add, by their ids within the organization
        """
        from ..api.organization_groups.organizationgroups_add_members import _get_kwargs
        from ..models.organizationgroups_add_members_body import (
            OrganizationgroupsAddMembersBody,
        )

        _payload: OrganizationMemberOperationResults = self._connection.call(
            _ADD_MEMBERS,
            _get_kwargs(
                organization_id,
                group_id,
                body=OrganizationgroupsAddMembersBody(organization_user_ids=organization_user_ids),
            ),
            _options,
        )
        return _payload

    def remove_members(
        self, organization_id: int, group_id: UUID, *, organization_user_ids: list[int], **_options: Unpack[CallOptions]
    ) -> OrganizationMemberOperationResults:
        """Remove members

        Takes users out of a group. They lose what they could open as its members, and stay in the organization.

        Access that was given to a user personally is not touched. To make sure that somebody cannot open a door
        any more, look at that user's own access too.

        The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/remove-members.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            organization_user_ids: the users to remove, by their ids within the organization
        """
        from ..api.organization_groups.organizationgroups_remove_members import (
            _get_kwargs,
        )
        from ..models.organizationgroups_remove_members_body import (
            OrganizationgroupsRemoveMembersBody,
        )

        _payload: OrganizationMemberOperationResults = self._connection.call(
            _REMOVE_MEMBERS,
            _get_kwargs(
                organization_id,
                group_id,
                body=OrganizationgroupsRemoveMembersBody(organization_user_ids=organization_user_ids),
            ),
            _options,
        )
        return _payload


class _OrganizationGroupsApiWithRawResponse:
    """The methods of `OrganizationGroupsApi`, with the whole response."""

    def __init__(self, group: OrganizationGroupsApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.create = _with_response(group.create)
        self.get_single = _with_response(group.get_single)
        self.delete = _with_response(group.delete)
        self.update = _with_response(group.update)
        self.get_members = _with_response(group.get_members)
        self.add_members = _with_response(group.add_members)
        self.remove_members = _with_response(group.remove_members)


class AsyncOrganizationGroupsApi:
    """Groups of an organization's users, to give several people access at once."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncOrganizationGroupsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncOrganizationGroupsApiWithRawResponse(self)

    async def get_all(
        self,
        organization_id: int,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> list[OrganizationGroup]:
        """Get all

        Lists the groups of an organization, page by page, with their ids and names.

        Who is in a group is told by `organization_groups.get_members`.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/get-all.html

        Args:
            organization_id: the organization's id
            filters_text: only groups with the text in their name
            items_per_page: how many groups make a page (min: 1, max: 100)
            page: which page to give (min: 1)
        """
        from ..api.organization_groups.organizationgroups_get_all import _get_kwargs

        _payload: list[OrganizationGroup] = await self._connection.call(
            _GET_ALL,
            _get_kwargs(organization_id, filters_text=filters_text, items_per_page=items_per_page, page=page),
            _options,
        )
        return _payload

    def iter_all(
        self,
        organization_id: int,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[OrganizationGroup]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            filters_text: only groups with the text in their name
            items_per_page: how many groups make a page (min: 1, max: 100)
        """
        return _iterate_async(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                organization_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    async def page_all(
        self,
        organization_id: int,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[OrganizationGroup]:
        """Get all: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            filters_text: only groups with the text in their name
            items_per_page: how many groups make a page (min: 1, max: 100)
        """
        return await _first_page_async(
            _state_for("page", "", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                organization_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    async def create(
        self, organization_id: int, *, name: str, **_options: Unpack[CallOptions]
    ) -> OrganizationGroupCreated:
        """Create

        Makes a group of users. It is empty at first, and has no access to any device.

        Groups save work where people come and go: a group is given access to a door once, and who joins it can
        open that door. Fill the new one with `organization_groups.add_members`.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/create.html

        Args:
            organization_id: the organization's id
            name: what to call the group
        """
        from ..api.organization_groups.organizationgroups_create import _get_kwargs
        from ..models.organizationgroups_create_body import OrganizationgroupsCreateBody

        _payload: OrganizationGroupCreated = await self._connection.call(
            _CREATE, _get_kwargs(organization_id, body=OrganizationgroupsCreateBody(name=name)), _options
        )
        return _payload

    async def get_single(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        include_members: bool | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationGroupDetails:
        """Get single

        Gives one group, and its members where they are asked for.

        For a large group, ask `organization_groups.get_members` instead: it gives them in pages.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/get-single.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            include_members: whether to list who is in it (default: false)
        """
        from ..api.organization_groups.organizationgroups_get_single import _get_kwargs

        _payload: OrganizationGroupDetails = await self._connection.call(
            _GET_SINGLE, _get_kwargs(organization_id, group_id, include_members=include_members), _options
        )
        return _payload

    async def delete(self, organization_id: int, group_id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Deletes a group for good. Its members stay in the organization.

        > **Warning:** Whatever access the group was given goes with it: who could open a door as its member
        only is locked out at once. Look at the group's access before.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/delete.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
        """
        from ..api.organization_groups.organizationgroups_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(organization_id, group_id), _options)

    async def update(self, organization_id: int, group_id: UUID, *, name: str, **_options: Unpack[CallOptions]) -> None:
        """Update

        Gives a group another name. Its members and its access stay as they are.

        For who is in it, see `organization_groups.add_members` and `organization_groups.remove_members`.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/update.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            name: what to call it from now on
        """
        from ..api.organization_groups.organizationgroups_update import _get_kwargs
        from ..models.organizationgroups_update_body import OrganizationgroupsUpdateBody

        await self._connection.call(
            _UPDATE, _get_kwargs(organization_id, group_id, body=OrganizationgroupsUpdateBody(name=name)), _options
        )

    async def get_members(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationGroupMemberList:
        """Get members

        Lists the users that are in a group, page by page.

        `totalCount` tells how many there are on all pages together. Go on until that many have come.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/get-members.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            filters_text: only members with the text in their name or email address
            items_per_page: how many members make a page (min: 1, max: 100)
            page: which page to give (min: 1)
        """
        from ..api.organization_groups.organizationgroups_get_members import _get_kwargs

        _payload: OrganizationGroupMemberList = await self._connection.call(
            _GET_MEMBERS,
            _get_kwargs(organization_id, group_id, filters_text=filters_text, items_per_page=items_per_page, page=page),
            _options,
        )
        return _payload

    def iter_members(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[OrganizationGroupMember]:
        """Get members: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            group_id: the group's id
            filters_text: only members with the text in their name or email address
            items_per_page: how many members make a page (min: 1, max: 100)
        """
        return _iterate_async(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_members(
                organization_id, group_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    async def page_members(
        self,
        organization_id: int,
        group_id: UUID,
        *,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[OrganizationGroupMember]:
        """Get members: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            group_id: the group's id
            filters_text: only members with the text in their name or email address
            items_per_page: how many members make a page (min: 1, max: 100)
        """
        return await _first_page_async(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_members(
                organization_id, group_id, filters_text=filters_text, items_per_page=_size, page=_next, **_options
            ),
        )

    async def add_members(
        self, organization_id: int, group_id: UUID, *, organization_user_ids: list[int], **_options: Unpack[CallOptions]
    ) -> OrganizationMemberOperationResults:
        """Add members

        Puts users of the organization into a group. They get the group's access to devices along with it.

        Only who is in the organization can be in its groups: `organization_users.create` others first. Somebody
        who is in the group already is passed over, so the call can be repeated safely.

        The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/add-members.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            organization_user_ids: the users to add, by their ids within the organization
        """
        from ..api.organization_groups.organizationgroups_add_members import _get_kwargs
        from ..models.organizationgroups_add_members_body import (
            OrganizationgroupsAddMembersBody,
        )

        _payload: OrganizationMemberOperationResults = await self._connection.call(
            _ADD_MEMBERS,
            _get_kwargs(
                organization_id,
                group_id,
                body=OrganizationgroupsAddMembersBody(organization_user_ids=organization_user_ids),
            ),
            _options,
        )
        return _payload

    async def remove_members(
        self, organization_id: int, group_id: UUID, *, organization_user_ids: list[int], **_options: Unpack[CallOptions]
    ) -> OrganizationMemberOperationResults:
        """Remove members

        Takes users out of a group. They lose what they could open as its members, and stay in the organization.

        Access that was given to a user personally is not touched. To make sure that somebody cannot open a door
        any more, look at that user's own access too.

        The status is 207 even where nothing worked: look at `success` of each entry, not at the status.

        Scopes, any one of: Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationgroups/remove-members.html

        Args:
            organization_id: the organization's id
            group_id: the group's id
            organization_user_ids: the users to remove, by their ids within the organization
        """
        from ..api.organization_groups.organizationgroups_remove_members import (
            _get_kwargs,
        )
        from ..models.organizationgroups_remove_members_body import (
            OrganizationgroupsRemoveMembersBody,
        )

        _payload: OrganizationMemberOperationResults = await self._connection.call(
            _REMOVE_MEMBERS,
            _get_kwargs(
                organization_id,
                group_id,
                body=OrganizationgroupsRemoveMembersBody(organization_user_ids=organization_user_ids),
            ),
            _options,
        )
        return _payload


class _AsyncOrganizationGroupsApiWithRawResponse:
    """The methods of `AsyncOrganizationGroupsApi`, with the whole response."""

    def __init__(self, group: AsyncOrganizationGroupsApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.create = _with_response_async(group.create)
        self.get_single = _with_response_async(group.get_single)
        self.delete = _with_response_async(group.delete)
        self.update = _with_response_async(group.update)
        self.get_members = _with_response_async(group.get_members)
        self.add_members = _with_response_async(group.add_members)
        self.remove_members = _with_response_async(group.remove_members)
