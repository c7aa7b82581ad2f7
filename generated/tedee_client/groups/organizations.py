# Generated from the API's documentation; the next build replaces it.
"""The organizations of an account."""

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
from .._runtime.paging import AsyncPage, Page
from .._runtime.paging import first_page as _first_page
from .._runtime.paging import first_page_async as _first_page_async
from .._runtime.paging import iterate as _iterate
from .._runtime.paging import iterate_async as _iterate_async
from .._runtime.paging import state_for as _state_for
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.organization import Organization
    from ..models.organization_get_all_data_scope import OrganizationGetAllDataScope
    from ..models.organization_list import OrganizationList

_GET_ALL = Endpoint(
    name="organization_get_all",
    method="GET",
    path="/organization",
    result="m:OrganizationList",
    scopes=("Organization.Read", "Organization.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)


class OrganizationsApi:
    """The organizations of an account."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _OrganizationsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _OrganizationsApiWithRawResponse(self)

    def get_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationList:
        """Get all

        Lists the organizations that the account owns or is an admin of. One that it is a plain member of is not
        among them.

        Begin here: everything else about an organization, its users, groups and access links, asks for its id.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organization/get-all.html

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
            page: which page to give
        """
        from ..api.organization.organization_get_all import _get_kwargs

        _payload: OrganizationList = self._connection.call(
            _GET_ALL,
            _get_kwargs(
                data_scope=_as_member(data_scope),
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[Organization]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
        """
        return _iterate(
            _state_for("page", "organizations", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                data_scope=data_scope,
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def page_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[Organization]:
        """Get all: the first page, which knows the next one.

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
        """
        return _first_page(
            _state_for("page", "organizations", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                data_scope=data_scope,
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )


class _OrganizationsApiWithRawResponse:
    """The methods of `OrganizationsApi`, with the whole response."""

    def __init__(self, group: OrganizationsApi) -> None:
        self.get_all = _with_response(group.get_all)


class AsyncOrganizationsApi:
    """The organizations of an account."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncOrganizationsApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncOrganizationsApiWithRawResponse(self)

    async def get_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationList:
        """Get all

        Lists the organizations that the account owns or is an admin of. One that it is a plain member of is not
        among them.

        Begin here: everything else about an organization, its users, groups and access links, asks for its id.

        Scopes, any one of: Organization.Read, Organization.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organization/get-all.html

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
            page: which page to give
        """
        from ..api.organization.organization_get_all import _get_kwargs

        _payload: OrganizationList = await self._connection.call(
            _GET_ALL,
            _get_kwargs(
                data_scope=_as_member(data_scope),
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[Organization]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
        """
        return _iterate_async(
            _state_for("page", "organizations", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                data_scope=data_scope,
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def page_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[Organization]:
        """Get all: the first page, which knows the next one.

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
        """
        return await _first_page_async(
            _state_for("page", "organizations", None, items_per_page, sized=True),
            lambda _next, _size: self.get_all(
                data_scope=data_scope,
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )


class _AsyncOrganizationsApiWithRawResponse:
    """The methods of `AsyncOrganizationsApi`, with the whole response."""

    def __init__(self, group: AsyncOrganizationsApi) -> None:
        self.get_all = _with_response_async(group.get_all)
