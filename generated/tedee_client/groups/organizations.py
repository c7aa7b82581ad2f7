# Generated from the API's documentation; the next build replaces it.
"""The organizations of an account."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint
from .._runtime.members import as_member as _as_member
from .._runtime.paging import iterate_pages as _iterate_pages
from .._runtime.paging import iterate_pages_async as _iterate_pages_async
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

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
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
        )
        return _payload

    def iter_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> Iterator[Organization]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
        """
        return _iterate_pages(
            lambda _next: self.get_all(
                data_scope=data_scope,
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=items_per_page,
                page=_next,
            ),
            items="organizations",
            size=items_per_page,
        )


class AsyncOrganizationsApi:
    """The organizations of an account."""

    __slots__ = ("_connection",)

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
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
        )
        return _payload

    def iter_all(
        self,
        *,
        data_scope: OrganizationGetAllDataScope | Unset = UNSET,
        filters_have_locks: bool | Unset = UNSET,
        filters_text: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> AsyncIterator[Organization]:
        """Get all: all of them, page by page; each page is asked for when it is needed.

        Args:
            data_scope: how much to tell of each (0: all data, 1: minimal data loaded)
            filters_have_locks: only organizations that have a lock, or only those that have none
            filters_text: only organizations with the text in their name
            items_per_page: how many organizations make a page (max 200, default 200)
        """
        return _iterate_pages_async(
            lambda _next: self.get_all(
                data_scope=data_scope,
                filters_have_locks=filters_have_locks,
                filters_text=filters_text,
                items_per_page=items_per_page,
                page=_next,
            ),
            items="organizations",
            size=items_per_page,
        )
