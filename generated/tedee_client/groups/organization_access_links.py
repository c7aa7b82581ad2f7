# Generated from the API's documentation; the next build replaces it.
"""Links that open an organization's locks and gates from a web browser."""

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
    import datetime
    from uuid import UUID

    from ..models.organization_access_link import OrganizationAccessLink
    from ..models.organization_access_link_assignable_device import (
        OrganizationAccessLinkAssignableDevice,
    )
    from ..models.organization_access_link_assignable_devices_list import (
        OrganizationAccessLinkAssignableDevicesList,
    )
    from ..models.organization_access_link_created import OrganizationAccessLinkCreated
    from ..models.organization_access_link_list import OrganizationAccessLinkList
    from ..models.organization_access_link_single import OrganizationAccessLinkSingle
    from ..models.organization_access_link_url import OrganizationAccessLinkUrl
    from ..models.repeat_event import RepeatEvent

_GET_ORGANIZATION_LINKS = Endpoint(
    name="organizationaccesslink_get_organization_links",
    method="GET",
    path="/organization/{}/accesslink",
    result="m:OrganizationAccessLinkList",
    scopes=("AccessLink.Read", "AccessLink.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_CREATE = Endpoint(
    name="organizationaccesslink_create",
    method="POST",
    path="/organization/{}/accesslink",
    result="m:OrganizationAccessLinkCreated",
    scopes=("AccessLink.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_GET_ASSIGNABLE_DEVICES = Endpoint(
    name="organizationaccesslink_get_assignable_devices",
    method="GET",
    path="/organization/{}/accesslink/device/assignable",
    result="m:OrganizationAccessLinkAssignableDevicesList",
    scopes=("AccessLink.Read", "AccessLink.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_GET = Endpoint(
    name="organizationaccesslink_get",
    method="GET",
    path="/organization/{}/accesslink/{}",
    result="m:OrganizationAccessLinkSingle",
    scopes=("AccessLink.Read", "AccessLink.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_DELETE = Endpoint(
    name="organizationaccesslink_delete",
    method="DELETE",
    path="/organization/{}/accesslink/{}",
    result=None,
    scopes=("AccessLink.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_UPDATE = Endpoint(
    name="organizationaccesslink_update",
    method="PATCH",
    path="/organization/{}/accesslink/{}",
    result=None,
    scopes=("AccessLink.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_GET_LINK_URL = Endpoint(
    name="organizationaccesslink_get_link_url",
    method="GET",
    path="/organization/{}/accesslink/{}/url",
    result="m:OrganizationAccessLinkUrl",
    scopes=("AccessLink.Read", "AccessLink.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)


class OrganizationAccessLinksApi:
    """Links that open an organization's locks and gates from a web browser."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _OrganizationAccessLinksApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _OrganizationAccessLinksApiWithRawResponse(self)

    def get_organization_links(
        self,
        organization_id: int,
        *,
        filters_device_id: list[int] | Unset = UNSET,
        filters_end_date: datetime.date | Unset = UNSET,
        filters_link_name: str | Unset = UNSET,
        filters_start_date: datetime.date | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationAccessLinkList:
        """Get organization access links

        Lists the access links of an organization, page by page and ordered by name.

        Filters may be combined; a link must pass all of them. The list has no URLs: ask
        `organization_access_links.get` for the one of a link.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get-organization-links.html

        Args:
            organization_id: the organization's id
            filters_device_id: only links that open one of these devices
            filters_end_date: narrows the list by the day on which links end
            filters_link_name: only links with the text in their name
            filters_start_date: narrows the list by the day on which links begin
            items_per_page: how many links make a page (max 100, default 100)
            page: which page to give
        """
        from ..api.organization_access_links.organizationaccesslink_get_organization_links import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkList = self._connection.call(
            _GET_ORGANIZATION_LINKS,
            _get_kwargs(
                organization_id,
                filters_device_id=filters_device_id,
                filters_end_date=filters_end_date,
                filters_link_name=filters_link_name,
                filters_start_date=filters_start_date,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_organization_links(
        self,
        organization_id: int,
        *,
        filters_device_id: list[int] | Unset = UNSET,
        filters_end_date: datetime.date | Unset = UNSET,
        filters_link_name: str | Unset = UNSET,
        filters_start_date: datetime.date | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[OrganizationAccessLink]:
        """Get organization access links: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            filters_device_id: only links that open one of these devices
            filters_end_date: narrows the list by the day on which links end
            filters_link_name: only links with the text in their name
            filters_start_date: narrows the list by the day on which links begin
            items_per_page: how many links make a page (max 100, default 100)
        """
        return _iterate(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_organization_links(
                organization_id,
                filters_device_id=filters_device_id,
                filters_end_date=filters_end_date,
                filters_link_name=filters_link_name,
                filters_start_date=filters_start_date,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def page_organization_links(
        self,
        organization_id: int,
        *,
        filters_device_id: list[int] | Unset = UNSET,
        filters_end_date: datetime.date | Unset = UNSET,
        filters_link_name: str | Unset = UNSET,
        filters_start_date: datetime.date | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[OrganizationAccessLink]:
        """Get organization access links: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            filters_device_id: only links that open one of these devices
            filters_end_date: narrows the list by the day on which links end
            filters_link_name: only links with the text in their name
            filters_start_date: narrows the list by the day on which links begin
            items_per_page: how many links make a page (max 100, default 100)
        """
        return _first_page(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_organization_links(
                organization_id,
                filters_device_id=filters_device_id,
                filters_end_date=filters_end_date,
                filters_link_name=filters_link_name,
                filters_start_date=filters_start_date,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def create(
        self,
        organization_id: int,
        *,
        device_ids: list[int],
        name: str,
        description: str | Unset = UNSET,
        repeat_event: RepeatEvent | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationAccessLinkCreated:
        """Create organization access link

        Makes a link that opens locks and gates of the organization from a web browser. Whoever has its URL can
        open them, without an account and without the app.

        Use it for visitors and deliveries. People who come every day are better off with an account of their
        own.

        The devices must belong to the organization (`organization_access_links.get_assignable_devices` lists
        those to choose from), and the account must be its owner or an admin.

        > **Warning:** Give every link an end. One that opens a door for good is easily passed on and forgotten.

        All times are in UTC: convert what people type in before it is sent.

        Scopes, any one of: AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/create.html

        Args:
            organization_id: the organization's id
            device_ids: locks and gates that it opens; must contain at least one id and contain only distinct
            ones
            name: what the link is called in the organization; guests don't see it
            description: what guests read when they open the link; in the range of 0 to 72 characters
            repeat_event: when it works
        """
        from ..api.organization_access_links.organizationaccesslink_create import (
            _get_kwargs,
        )
        from ..models.organizationaccesslink_create_body import (
            OrganizationaccesslinkCreateBody,
        )

        _payload: OrganizationAccessLinkCreated = self._connection.call(
            _CREATE,
            _get_kwargs(
                organization_id,
                body=OrganizationaccesslinkCreateBody(
                    device_ids=device_ids, name=name, description=description, repeat_event=repeat_event
                ),
            ),
            _options,
        )
        return _payload

    def get_assignable_devices(
        self,
        organization_id: int,
        *,
        filters_device_id: int | Unset = UNSET,
        filters_device_name: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationAccessLinkAssignableDevicesList:
        """Get access link assignable devices

        Lists the locks and gates that an access link of this organization may open.

        Call it before a link is created or changed, to offer devices to choose from. Those of other
        organizations, and those that open nothing, such as bridges and keypads, are never among them.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get-assignable-devices.html

        Args:
            organization_id: the organization's id
            filters_device_id: only the device with this id
            filters_device_name: only devices with the text in their name
            items_per_page: how many devices make a page (max 100, default 100)
            page: which page to give
        """
        from ..api.organization_access_links.organizationaccesslink_get_assignable_devices import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkAssignableDevicesList = self._connection.call(
            _GET_ASSIGNABLE_DEVICES,
            _get_kwargs(
                organization_id,
                filters_device_id=filters_device_id,
                filters_device_name=filters_device_name,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_assignable_devices(
        self,
        organization_id: int,
        *,
        filters_device_id: int | Unset = UNSET,
        filters_device_name: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Iterator[OrganizationAccessLinkAssignableDevice]:
        """Get access link assignable devices: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            filters_device_id: only the device with this id
            filters_device_name: only devices with the text in their name
            items_per_page: how many devices make a page (max 100, default 100)
        """
        return _iterate(
            _state_for("page", "access_link_devices", None, items_per_page, sized=True),
            lambda _next, _size: self.get_assignable_devices(
                organization_id,
                filters_device_id=filters_device_id,
                filters_device_name=filters_device_name,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def page_assignable_devices(
        self,
        organization_id: int,
        *,
        filters_device_id: int | Unset = UNSET,
        filters_device_name: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> Page[OrganizationAccessLinkAssignableDevice]:
        """Get access link assignable devices: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            filters_device_id: only the device with this id
            filters_device_name: only devices with the text in their name
            items_per_page: how many devices make a page (max 100, default 100)
        """
        return _first_page(
            _state_for("page", "access_link_devices", None, items_per_page, sized=True),
            lambda _next, _size: self.get_assignable_devices(
                organization_id,
                filters_device_id=filters_device_id,
                filters_device_name=filters_device_name,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    def get(
        self, organization_id: int, access_link_id: UUID, **_options: Unpack[CallOptions]
    ) -> OrganizationAccessLinkSingle:
        """Get organization access link

        Gives one access link: its name, its devices, when it works, and its URL.

        For the URL alone, ask `organization_access_links.get_link_url`.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
        """
        from ..api.organization_access_links.organizationaccesslink_get import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkSingle = self._connection.call(
            _GET, _get_kwargs(organization_id, access_link_id), _options
        )
        return _payload

    def delete(self, organization_id: int, access_link_id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete organization access link

        Deletes an access link. Its URL opens nothing from then on, whoever has it.

        It cannot be brought back: a new link gets another id and another URL. To stop a link for a while, move
        its dates with `organization_access_links.update`.

        Scopes, any one of: AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/delete.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
        """
        from ..api.organization_access_links.organizationaccesslink_delete import (
            _get_kwargs,
        )

        self._connection.call(_DELETE, _get_kwargs(organization_id, access_link_id), _options)

    def update(
        self,
        organization_id: int,
        access_link_id: UUID,
        *,
        description: str | Unset = UNSET,
        device_ids: list[int] | Unset = UNSET,
        name: str | Unset = UNSET,
        repeat_event: RepeatEvent | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> None:
        """Update organization access link

        Changes an access link: its name, its text for guests, its devices, or when it works. What the body
        leaves out stays as it is, and so does the URL.

        New `deviceIds` take the place of the old ones, so send those that shall stay too. The account must own
        the organization or be one of its admins.

        > **Warning:** Give every link an end. One that opens a door for good is easily passed on and forgotten.

        All times are in UTC: convert what people type in before it is sent.

        Scopes, any one of: AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/update.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
            description: what guests read when they open the link; in the range of 0 to 72 characters
            device_ids: locks and gates that it opens; must contain at least one id and contain only distinct
            ones
            name: what the link is called in the organization; guests don't see it
            repeat_event: when it works
        """
        from ..api.organization_access_links.organizationaccesslink_update import (
            _get_kwargs,
        )
        from ..models.organizationaccesslink_update_body import (
            OrganizationaccesslinkUpdateBody,
        )

        self._connection.call(
            _UPDATE,
            _get_kwargs(
                organization_id,
                access_link_id,
                body=OrganizationaccesslinkUpdateBody(
                    description=description, device_ids=device_ids, name=name, repeat_event=repeat_event
                ),
            ),
            _options,
        )

    def get_link_url(
        self, organization_id: int, access_link_id: UUID, **_options: Unpack[CallOptions]
    ) -> OrganizationAccessLinkUrl:
        """Get organization access link URL

        Gives the URL of an access link, to send it to somebody once more.

        It is as good as a key. Don't keep it in logs, and give it to nobody but the guests that it is meant
        for.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get-link-url.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
        """
        from ..api.organization_access_links.organizationaccesslink_get_link_url import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkUrl = self._connection.call(
            _GET_LINK_URL, _get_kwargs(organization_id, access_link_id), _options
        )
        return _payload


class _OrganizationAccessLinksApiWithRawResponse:
    """The methods of `OrganizationAccessLinksApi`, with the whole response."""

    def __init__(self, group: OrganizationAccessLinksApi) -> None:
        self.get_organization_links = _with_response(group.get_organization_links)
        self.create = _with_response(group.create)
        self.get_assignable_devices = _with_response(group.get_assignable_devices)
        self.get = _with_response(group.get)
        self.delete = _with_response(group.delete)
        self.update = _with_response(group.update)
        self.get_link_url = _with_response(group.get_link_url)


class AsyncOrganizationAccessLinksApi:
    """Links that open an organization's locks and gates from a web browser."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncOrganizationAccessLinksApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncOrganizationAccessLinksApiWithRawResponse(self)

    async def get_organization_links(
        self,
        organization_id: int,
        *,
        filters_device_id: list[int] | Unset = UNSET,
        filters_end_date: datetime.date | Unset = UNSET,
        filters_link_name: str | Unset = UNSET,
        filters_start_date: datetime.date | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationAccessLinkList:
        """Get organization access links

        Lists the access links of an organization, page by page and ordered by name.

        Filters may be combined; a link must pass all of them. The list has no URLs: ask
        `organization_access_links.get` for the one of a link.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get-organization-links.html

        Args:
            organization_id: the organization's id
            filters_device_id: only links that open one of these devices
            filters_end_date: narrows the list by the day on which links end
            filters_link_name: only links with the text in their name
            filters_start_date: narrows the list by the day on which links begin
            items_per_page: how many links make a page (max 100, default 100)
            page: which page to give
        """
        from ..api.organization_access_links.organizationaccesslink_get_organization_links import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkList = await self._connection.call(
            _GET_ORGANIZATION_LINKS,
            _get_kwargs(
                organization_id,
                filters_device_id=filters_device_id,
                filters_end_date=filters_end_date,
                filters_link_name=filters_link_name,
                filters_start_date=filters_start_date,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_organization_links(
        self,
        organization_id: int,
        *,
        filters_device_id: list[int] | Unset = UNSET,
        filters_end_date: datetime.date | Unset = UNSET,
        filters_link_name: str | Unset = UNSET,
        filters_start_date: datetime.date | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[OrganizationAccessLink]:
        """Get organization access links: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            filters_device_id: only links that open one of these devices
            filters_end_date: narrows the list by the day on which links end
            filters_link_name: only links with the text in their name
            filters_start_date: narrows the list by the day on which links begin
            items_per_page: how many links make a page (max 100, default 100)
        """
        return _iterate_async(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_organization_links(
                organization_id,
                filters_device_id=filters_device_id,
                filters_end_date=filters_end_date,
                filters_link_name=filters_link_name,
                filters_start_date=filters_start_date,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def page_organization_links(
        self,
        organization_id: int,
        *,
        filters_device_id: list[int] | Unset = UNSET,
        filters_end_date: datetime.date | Unset = UNSET,
        filters_link_name: str | Unset = UNSET,
        filters_start_date: datetime.date | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[OrganizationAccessLink]:
        """Get organization access links: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            filters_device_id: only links that open one of these devices
            filters_end_date: narrows the list by the day on which links end
            filters_link_name: only links with the text in their name
            filters_start_date: narrows the list by the day on which links begin
            items_per_page: how many links make a page (max 100, default 100)
        """
        return await _first_page_async(
            _state_for("page", "items", None, items_per_page, sized=True),
            lambda _next, _size: self.get_organization_links(
                organization_id,
                filters_device_id=filters_device_id,
                filters_end_date=filters_end_date,
                filters_link_name=filters_link_name,
                filters_start_date=filters_start_date,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def create(
        self,
        organization_id: int,
        *,
        device_ids: list[int],
        name: str,
        description: str | Unset = UNSET,
        repeat_event: RepeatEvent | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationAccessLinkCreated:
        """Create organization access link

        Makes a link that opens locks and gates of the organization from a web browser. Whoever has its URL can
        open them, without an account and without the app.

        Use it for visitors and deliveries. People who come every day are better off with an account of their
        own.

        The devices must belong to the organization (`organization_access_links.get_assignable_devices` lists
        those to choose from), and the account must be its owner or an admin.

        > **Warning:** Give every link an end. One that opens a door for good is easily passed on and forgotten.

        All times are in UTC: convert what people type in before it is sent.

        Scopes, any one of: AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/create.html

        Args:
            organization_id: the organization's id
            device_ids: locks and gates that it opens; must contain at least one id and contain only distinct
            ones
            name: what the link is called in the organization; guests don't see it
            description: what guests read when they open the link; in the range of 0 to 72 characters
            repeat_event: when it works
        """
        from ..api.organization_access_links.organizationaccesslink_create import (
            _get_kwargs,
        )
        from ..models.organizationaccesslink_create_body import (
            OrganizationaccesslinkCreateBody,
        )

        _payload: OrganizationAccessLinkCreated = await self._connection.call(
            _CREATE,
            _get_kwargs(
                organization_id,
                body=OrganizationaccesslinkCreateBody(
                    device_ids=device_ids, name=name, description=description, repeat_event=repeat_event
                ),
            ),
            _options,
        )
        return _payload

    async def get_assignable_devices(
        self,
        organization_id: int,
        *,
        filters_device_id: int | Unset = UNSET,
        filters_device_name: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> OrganizationAccessLinkAssignableDevicesList:
        """Get access link assignable devices

        Lists the locks and gates that an access link of this organization may open.

        Call it before a link is created or changed, to offer devices to choose from. Those of other
        organizations, and those that open nothing, such as bridges and keypads, are never among them.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get-assignable-devices.html

        Args:
            organization_id: the organization's id
            filters_device_id: only the device with this id
            filters_device_name: only devices with the text in their name
            items_per_page: how many devices make a page (max 100, default 100)
            page: which page to give
        """
        from ..api.organization_access_links.organizationaccesslink_get_assignable_devices import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkAssignableDevicesList = await self._connection.call(
            _GET_ASSIGNABLE_DEVICES,
            _get_kwargs(
                organization_id,
                filters_device_id=filters_device_id,
                filters_device_name=filters_device_name,
                items_per_page=items_per_page,
                page=page,
            ),
            _options,
        )
        return _payload

    def iter_assignable_devices(
        self,
        organization_id: int,
        *,
        filters_device_id: int | Unset = UNSET,
        filters_device_name: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncIterator[OrganizationAccessLinkAssignableDevice]:
        """Get access link assignable devices: all of them, page by page; each page is asked for when it is needed.

        Args:
            organization_id: the organization's id
            filters_device_id: only the device with this id
            filters_device_name: only devices with the text in their name
            items_per_page: how many devices make a page (max 100, default 100)
        """
        return _iterate_async(
            _state_for("page", "access_link_devices", None, items_per_page, sized=True),
            lambda _next, _size: self.get_assignable_devices(
                organization_id,
                filters_device_id=filters_device_id,
                filters_device_name=filters_device_name,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def page_assignable_devices(
        self,
        organization_id: int,
        *,
        filters_device_id: int | Unset = UNSET,
        filters_device_name: str | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> AsyncPage[OrganizationAccessLinkAssignableDevice]:
        """Get access link assignable devices: the first page, which knows the next one.

        Args:
            organization_id: the organization's id
            filters_device_id: only the device with this id
            filters_device_name: only devices with the text in their name
            items_per_page: how many devices make a page (max 100, default 100)
        """
        return await _first_page_async(
            _state_for("page", "access_link_devices", None, items_per_page, sized=True),
            lambda _next, _size: self.get_assignable_devices(
                organization_id,
                filters_device_id=filters_device_id,
                filters_device_name=filters_device_name,
                items_per_page=_size,
                page=_next,
                **_options,
            ),
        )

    async def get(
        self, organization_id: int, access_link_id: UUID, **_options: Unpack[CallOptions]
    ) -> OrganizationAccessLinkSingle:
        """Get organization access link

        Gives one access link: its name, its devices, when it works, and its URL.

        For the URL alone, ask `organization_access_links.get_link_url`.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
        """
        from ..api.organization_access_links.organizationaccesslink_get import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkSingle = await self._connection.call(
            _GET, _get_kwargs(organization_id, access_link_id), _options
        )
        return _payload

    async def delete(self, organization_id: int, access_link_id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete organization access link

        Deletes an access link. Its URL opens nothing from then on, whoever has it.

        It cannot be brought back: a new link gets another id and another URL. To stop a link for a while, move
        its dates with `organization_access_links.update`.

        Scopes, any one of: AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/delete.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
        """
        from ..api.organization_access_links.organizationaccesslink_delete import (
            _get_kwargs,
        )

        await self._connection.call(_DELETE, _get_kwargs(organization_id, access_link_id), _options)

    async def update(
        self,
        organization_id: int,
        access_link_id: UUID,
        *,
        description: str | Unset = UNSET,
        device_ids: list[int] | Unset = UNSET,
        name: str | Unset = UNSET,
        repeat_event: RepeatEvent | Unset = UNSET,
        **_options: Unpack[CallOptions],
    ) -> None:
        """Update organization access link

        Changes an access link: its name, its text for guests, its devices, or when it works. What the body
        leaves out stays as it is, and so does the URL.

        New `deviceIds` take the place of the old ones, so send those that shall stay too. The account must own
        the organization or be one of its admins.

        > **Warning:** Give every link an end. One that opens a door for good is easily passed on and forgotten.

        All times are in UTC: convert what people type in before it is sent.

        Scopes, any one of: AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/update.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
            description: what guests read when they open the link; in the range of 0 to 72 characters
            device_ids: locks and gates that it opens; must contain at least one id and contain only distinct
            ones
            name: what the link is called in the organization; guests don't see it
            repeat_event: when it works
        """
        from ..api.organization_access_links.organizationaccesslink_update import (
            _get_kwargs,
        )
        from ..models.organizationaccesslink_update_body import (
            OrganizationaccesslinkUpdateBody,
        )

        await self._connection.call(
            _UPDATE,
            _get_kwargs(
                organization_id,
                access_link_id,
                body=OrganizationaccesslinkUpdateBody(
                    description=description, device_ids=device_ids, name=name, repeat_event=repeat_event
                ),
            ),
            _options,
        )

    async def get_link_url(
        self, organization_id: int, access_link_id: UUID, **_options: Unpack[CallOptions]
    ) -> OrganizationAccessLinkUrl:
        """Get organization access link URL

        Gives the URL of an access link, to send it to somebody once more.

        It is as good as a key. Don't keep it in logs, and give it to nobody but the guests that it is meant
        for.

        Scopes, any one of: AccessLink.Read, AccessLink.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/organizationaccesslink/get-link-url.html

        Args:
            organization_id: the organization's id
            access_link_id: the access link's id
        """
        from ..api.organization_access_links.organizationaccesslink_get_link_url import (
            _get_kwargs,
        )

        _payload: OrganizationAccessLinkUrl = await self._connection.call(
            _GET_LINK_URL, _get_kwargs(organization_id, access_link_id), _options
        )
        return _payload


class _AsyncOrganizationAccessLinksApiWithRawResponse:
    """The methods of `AsyncOrganizationAccessLinksApi`, with the whole response."""

    def __init__(self, group: AsyncOrganizationAccessLinksApi) -> None:
        self.get_organization_links = _with_response_async(group.get_organization_links)
        self.create = _with_response_async(group.create)
        self.get_assignable_devices = _with_response_async(group.get_assignable_devices)
        self.get = _with_response_async(group.get)
        self.delete = _with_response_async(group.delete)
        self.update = _with_response_async(group.update)
        self.get_link_url = _with_response_async(group.get_link_url)
