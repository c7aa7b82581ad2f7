# Generated from the API's documentation; the next build replaces it.
"""Register phones, and other things that talk to devices over Bluetooth."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.calling import CallOptions
from .._runtime.calling import with_response as _with_response
from .._runtime.calling import with_response_async as _with_response_async
from .._runtime.connection import AsyncConnection, Connection
from .._runtime.endpoint import Endpoint
from .._runtime.members import as_member as _as_member

if TYPE_CHECKING:
    from uuid import UUID

    from ..models.mobile_identifier import MobileIdentifier
    from ..models.operating_system import OperatingSystem
    from ..models.registered_mobile import RegisteredMobile

_GET_ALL = Endpoint(
    name="mobile_get_all",
    method="GET",
    path="/my/mobile",
    result=("list", "m:RegisteredMobile"),
    scopes=("Mobile.Read", "Mobile.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_REGISTER = Endpoint(
    name="mobile_register",
    method="POST",
    path="/my/mobile",
    result="m:MobileIdentifier",
    scopes=("Mobile.ReadWrite",),
    repeatable=False,
    interval=0.0,
    empty=(),
)
_GET_SINGLE = Endpoint(
    name="mobile_get_single",
    method="GET",
    path="/my/mobile/{}",
    result="m:RegisteredMobile",
    scopes=("Mobile.Read", "Mobile.ReadWrite"),
    repeatable=True,
    interval=0.0,
    empty=(),
)
_DELETE = Endpoint(
    name="mobile_delete",
    method="DELETE",
    path="/my/mobile/{}",
    result=None,
    scopes=("Mobile.ReadWrite",),
    repeatable=True,
    interval=0.0,
    empty=(204,),
)


class MobilesApi:
    """Register phones, and other things that talk to devices over Bluetooth."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _MobilesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _MobilesApiWithRawResponse(self)

    def get_all(self, **_options: Unpack[CallOptions]) -> list[RegisteredMobile]:
        """Get all

        Lists what is registered with the account: phones, tablets, and other things that talk Bluetooth.

        Use it to spot what is no longer used, and `mobiles.delete` that.

        Scopes, any one of: Mobile.Read, Mobile.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/get-all.html
        """
        from ..api.mobile.mobile_get_all import _get_kwargs

        _payload: list[RegisteredMobile] = self._connection.call(_GET_ALL, _get_kwargs(), _options)
        return _payload

    def register(
        self, *, name: str, operating_system: OperatingSystem, public_key: str, **_options: Unpack[CallOptions]
    ) -> MobileIdentifier:
        """Register

        Registers a phone, or whatever else is to talk to devices over Bluetooth, with the account.

        Do this once for each of them, before it asks for `devices_certificates.get_for_mobile`. It makes its
        own pair of ECDSA keys and sends the public one; the secure session with a device rests on that pair.

        > **Warning:** The private key must never leave the phone. Nobody else can make up for it: if it is
        lost, make new keys and register the phone anew.

        Scopes, any one of: Mobile.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/register.html

        Args:
            name: what to call it in lists
            operating_system: what it runs
            public_key: the public key, base64
        """
        from ..api.mobile.mobile_register import _get_kwargs
        from ..models.mobile_register_body import MobileRegisterBody

        _payload: MobileIdentifier = self._connection.call(
            _REGISTER,
            _get_kwargs(
                body=MobileRegisterBody(name=name, operating_system=_as_member(operating_system), public_key=public_key)
            ),
            _options,
        )
        return _payload

    def get_single(self, id: UUID, **_options: Unpack[CallOptions]) -> RegisteredMobile:
        """Get single

        Gives one registered phone.

        A phone may ask this about itself to see whether it is still registered: 404 says that somebody deleted
        it.

        Scopes, any one of: Mobile.Read, Mobile.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/get-single.html

        Args:
            id: the phone's id
        """
        from ..api.mobile.mobile_get_single import _get_kwargs

        _payload: RegisteredMobile = self._connection.call(_GET_SINGLE, _get_kwargs(id), _options)
        return _payload

    def delete(self, id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Takes a phone off the account. It gets no certificates any more.

        Do this at once when a phone is lost or sold. To use it again, `mobiles.register` it anew.

        Scopes, any one of: Mobile.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/delete.html

        Args:
            id: the phone's id
        """
        from ..api.mobile.mobile_delete import _get_kwargs

        self._connection.call(_DELETE, _get_kwargs(id), _options)


class _MobilesApiWithRawResponse:
    """The methods of `MobilesApi`, with the whole response."""

    def __init__(self, group: MobilesApi) -> None:
        self.get_all = _with_response(group.get_all)
        self.register = _with_response(group.register)
        self.get_single = _with_response(group.get_single)
        self.delete = _with_response(group.delete)


class AsyncMobilesApi:
    """Register phones, and other things that talk to devices over Bluetooth."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def with_raw_response(self) -> _AsyncMobilesApiWithRawResponse:
        """The same methods, which return the whole response: status, headers, what they return here."""
        return _AsyncMobilesApiWithRawResponse(self)

    async def get_all(self, **_options: Unpack[CallOptions]) -> list[RegisteredMobile]:
        """Get all

        Lists what is registered with the account: phones, tablets, and other things that talk Bluetooth.

        Use it to spot what is no longer used, and `mobiles.delete` that.

        Scopes, any one of: Mobile.Read, Mobile.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/get-all.html
        """
        from ..api.mobile.mobile_get_all import _get_kwargs

        _payload: list[RegisteredMobile] = await self._connection.call(_GET_ALL, _get_kwargs(), _options)
        return _payload

    async def register(
        self, *, name: str, operating_system: OperatingSystem, public_key: str, **_options: Unpack[CallOptions]
    ) -> MobileIdentifier:
        """Register

        Registers a phone, or whatever else is to talk to devices over Bluetooth, with the account.

        Do this once for each of them, before it asks for `devices_certificates.get_for_mobile`. It makes its
        own pair of ECDSA keys and sends the public one; the secure session with a device rests on that pair.

        > **Warning:** The private key must never leave the phone. Nobody else can make up for it: if it is
        lost, make new keys and register the phone anew.

        Scopes, any one of: Mobile.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/register.html

        Args:
            name: what to call it in lists
            operating_system: what it runs
            public_key: the public key, base64
        """
        from ..api.mobile.mobile_register import _get_kwargs
        from ..models.mobile_register_body import MobileRegisterBody

        _payload: MobileIdentifier = await self._connection.call(
            _REGISTER,
            _get_kwargs(
                body=MobileRegisterBody(name=name, operating_system=_as_member(operating_system), public_key=public_key)
            ),
            _options,
        )
        return _payload

    async def get_single(self, id: UUID, **_options: Unpack[CallOptions]) -> RegisteredMobile:
        """Get single

        Gives one registered phone.

        A phone may ask this about itself to see whether it is still registered: 404 says that somebody deleted
        it.

        Scopes, any one of: Mobile.Read, Mobile.ReadWrite.

        Documentation:
        https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/get-single.html

        Args:
            id: the phone's id
        """
        from ..api.mobile.mobile_get_single import _get_kwargs

        _payload: RegisteredMobile = await self._connection.call(_GET_SINGLE, _get_kwargs(id), _options)
        return _payload

    async def delete(self, id: UUID, **_options: Unpack[CallOptions]) -> None:
        """Delete

        Takes a phone off the account. It gets no certificates any more.

        Do this at once when a phone is lost or sold. To use it again, `mobiles.register` it anew.

        Scopes, any one of: Mobile.ReadWrite.

        Documentation: https://tedee-tedee-api-doc.readthedocs-hosted.com/en/latest/endpoints/mobile/delete.html

        Args:
            id: the phone's id
        """
        from ..api.mobile.mobile_delete import _get_kwargs

        await self._connection.call(_DELETE, _get_kwargs(id), _options)


class _AsyncMobilesApiWithRawResponse:
    """The methods of `AsyncMobilesApi`, with the whole response."""

    def __init__(self, group: AsyncMobilesApi) -> None:
        self.get_all = _with_response_async(group.get_all)
        self.register = _with_response_async(group.register)
        self.get_single = _with_response_async(group.get_single)
        self.delete = _with_response_async(group.delete)
