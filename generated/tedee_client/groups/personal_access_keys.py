# Generated from the API's documentation; the next build replaces it.
"""Credentials for programs: make, change and revoke them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint

if TYPE_CHECKING:
    import datetime
    from uuid import UUID

    from ..models.personal_access_key import PersonalAccessKey
    from ..models.personal_access_key_created import PersonalAccessKeyCreated

_GET_ALL = Endpoint(
    name="personalaccesskey_get_all",
    method="GET",
    path="/my/personalaccesskey",
    result=("list", "m:PersonalAccessKey"),
    scopes=("Account.Read",),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_CREATE = Endpoint(
    name="personalaccesskey_create",
    method="POST",
    path="/my/personalaccesskey",
    result="m:PersonalAccessKeyCreated",
    scopes=("Account.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_UPDATE = Endpoint(
    name="personalaccesskey_update",
    method="PUT",
    path="/my/personalaccesskey/{}",
    result=None,
    scopes=("Account.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)
_DELETE = Endpoint(
    name="personalaccesskey_delete",
    method="DELETE",
    path="/my/personalaccesskey/{}",
    result=None,
    scopes=("Account.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)


class PersonalAccessKeysApi:
    """Credentials for programs: make, change and revoke them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _PersonalAccessKeysApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _PersonalAccessKeysApiWithRawResponse(self)

    def get_all(self, **_options: Unpack[CallOptions]) -> list[PersonalAccessKey]:
        """Get all

        Lists the personal access keys of the account: their names, scopes and ends, but not the keys
        themselves.

        Use it to find keys that soon expire, or that nobody needs any more.

        Scopes, any one of: Account.Read.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/get-all.html
        """
        from ..api.personal_access_key.personalaccesskey_get_all import _get_kwargs

        _payload: list[PersonalAccessKey] = self._connection.call(_GET_ALL, _get_kwargs(), _options)
        return _payload

    def create(
        self, *, name: str, scopes: list[str], valid_to: datetime.datetime, **_options: Unpack[CallOptions]
    ) -> PersonalAccessKeyCreated:
        """Create

        Makes a personal access key: credentials for a program that acts for the account.

        Give it the scopes that the program needs and no others. How to use the key: Authentication.

        > **Warning:** The answer is the only place where the key is ever shown. Store it safely at once; a key
        that is lost must be replaced by another.

        Scopes, any one of: Account.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/create.html

        Args:
            name: what to call it, such as the program that uses it
            scopes: what it allows; the names of the scopes, see Authentication
            valid_to: when it expires; no later than five years from now
        """
        from ..api.personal_access_key.personalaccesskey_create import _get_kwargs
        from ..models.personalaccesskey_create_body import PersonalaccesskeyCreateBody

        _payload: PersonalAccessKeyCreated = self._connection.call(
            _CREATE,
            _get_kwargs(body=PersonalaccesskeyCreateBody(name=name, scopes=scopes, valid_to=valid_to)),
            _options,
        )
        return _payload

    def update(
        self, id: UUID, *, name: str, scopes: list[str], valid_to: datetime.datetime, **_options: Unpack[CallOptions]
    ) -> None:
        """Update

        Changes a personal access key's name, scopes and end. The key itself stays the same, so that the program
        goes on unchanged.

        All three are replaced: send those that shall stay, too.

        Scopes, any one of: Account.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/update.html

        Args:
            id: the key's id
            name: what to call it, such as the program that uses it
            scopes: what it allows; the names of the scopes, see Authentication
            valid_to: when it expires; no later than five years from now
        """
        from ..api.personal_access_key.personalaccesskey_update import _get_kwargs
        from ..models.personalaccesskey_update_body import PersonalaccesskeyUpdateBody

        self._connection.call(
            _UPDATE,
            _get_kwargs(id, body=PersonalaccesskeyUpdateBody(name=name, scopes=scopes, valid_to=valid_to)),
            _options,
        )

    def delete(self, id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Revokes a personal access key. Every request with it gets 401 from then on.

        Do this when a key may have come into other hands, and when its program is gone. It can't be undone.

        Scopes, any one of: Account.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/delete.html

        Args:
            id: the key's id
        """
        from ..api.personal_access_key.personalaccesskey_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(id), _options)


class _PersonalAccessKeysApiWithRawResponse:
    """The methods of `PersonalAccessKeysApi`, with the whole response."""

    def __init__(self, group: PersonalAccessKeysApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.create = _with_response(group.create)
        self.update = _with_response(group.update)
        self.delete = _with_response(group.delete)


class AsyncPersonalAccessKeysApi:
    """Credentials for programs: make, change and revoke them."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncPersonalAccessKeysApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncPersonalAccessKeysApiWithRawResponse(self)

    async def get_all(self, **_options: Unpack[CallOptions]) -> list[PersonalAccessKey]:
        """Get all

        Lists the personal access keys of the account: their names, scopes and ends, but not the keys
        themselves.

        Use it to find keys that soon expire, or that nobody needs any more.

        Scopes, any one of: Account.Read.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/get-all.html
        """
        from ..api.personal_access_key.personalaccesskey_get_all import _get_kwargs

        _payload: list[PersonalAccessKey] = await self._connection.call(_GET_ALL, _get_kwargs(), _options)
        return _payload

    async def create(
        self, *, name: str, scopes: list[str], valid_to: datetime.datetime, **_options: Unpack[CallOptions]
    ) -> PersonalAccessKeyCreated:
        """Create

        Makes a personal access key: credentials for a program that acts for the account.

        Give it the scopes that the program needs and no others. How to use the key: Authentication.

        > **Warning:** The answer is the only place where the key is ever shown. Store it safely at once; a key
        that is lost must be replaced by another.

        Scopes, any one of: Account.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/create.html

        Args:
            name: what to call it, such as the program that uses it
            scopes: what it allows; the names of the scopes, see Authentication
            valid_to: when it expires; no later than five years from now
        """
        from ..api.personal_access_key.personalaccesskey_create import _get_kwargs
        from ..models.personalaccesskey_create_body import PersonalaccesskeyCreateBody

        _payload: PersonalAccessKeyCreated = await self._connection.call(
            _CREATE,
            _get_kwargs(body=PersonalaccesskeyCreateBody(name=name, scopes=scopes, valid_to=valid_to)),
            _options,
        )
        return _payload

    async def update(
        self, id: UUID, *, name: str, scopes: list[str], valid_to: datetime.datetime, **_options: Unpack[CallOptions]
    ) -> None:
        """Update

        Changes a personal access key's name, scopes and end. The key itself stays the same, so that the program
        goes on unchanged.

        All three are replaced: send those that shall stay, too.

        Scopes, any one of: Account.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/update.html

        Args:
            id: the key's id
            name: what to call it, such as the program that uses it
            scopes: what it allows; the names of the scopes, see Authentication
            valid_to: when it expires; no later than five years from now
        """
        from ..api.personal_access_key.personalaccesskey_update import _get_kwargs
        from ..models.personalaccesskey_update_body import PersonalaccesskeyUpdateBody

        await self._connection.call(
            _UPDATE,
            _get_kwargs(id, body=PersonalaccesskeyUpdateBody(name=name, scopes=scopes, valid_to=valid_to)),
            _options,
        )

    async def delete(self, id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Revokes a personal access key. Every request with it gets 401 from then on.

        Do this when a key may have come into other hands, and when its program is gone. It can't be undone.

        Scopes, any one of: Account.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/personalaccesskey/delete.html

        Args:
            id: the key's id
        """
        from ..api.personal_access_key.personalaccesskey_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(id), _options)


class _AsyncPersonalAccessKeysApiWithRawResponse:
    """The methods of `AsyncPersonalAccessKeysApi`, with the whole response."""

    def __init__(self, group: AsyncPersonalAccessKeysApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.create = _with_response_async(group.create)
        self.update = _with_response_async(group.update)
        self.delete = _with_response_async(group.delete)
