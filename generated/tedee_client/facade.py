# Generated from the API's documentation; the next build replaces it.
"""The client: one object, a group of methods for each tag."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

import httpx

from ._runtime.auth import Tokens, choose_auth, from_environment
from ._runtime.calling import CallOptions
from ._runtime.connection import AsyncConnection, Connection
from ._runtime.endpoint import Conventions, Options
from ._tables import PARSER

if TYPE_CHECKING:
    from .client import AuthenticatedClient
    from .groups.date_time import AsyncDateTimeApi, DateTimeApi
    from .groups.device_accesses import AsyncDeviceAccessesApi, DeviceAccessesApi
    from .groups.device_activities import AsyncDeviceActivitiesApi, DeviceActivitiesApi
    from .groups.devices import AsyncDevicesApi, DevicesApi
    from .groups.devices_certificates import (
        AsyncDevicesCertificatesApi,
        DevicesCertificatesApi,
    )
    from .groups.door_sensors import AsyncDoorSensorsApi, DoorSensorsApi
    from .groups.gates import AsyncGatesApi, GatesApi
    from .groups.lock_pins import AsyncLockPinsApi, LockPinsApi
    from .groups.locks import AsyncLocksApi, LocksApi
    from .groups.mobiles import AsyncMobilesApi, MobilesApi
    from .groups.organization_access_links import (
        AsyncOrganizationAccessLinksApi,
        OrganizationAccessLinksApi,
    )
    from .groups.organization_groups import (
        AsyncOrganizationGroupsApi,
        OrganizationGroupsApi,
    )
    from .groups.organization_users import (
        AsyncOrganizationUsersApi,
        OrganizationUsersApi,
    )
    from .groups.organizations import AsyncOrganizationsApi, OrganizationsApi
    from .groups.personal_access_keys import (
        AsyncPersonalAccessKeysApi,
        PersonalAccessKeysApi,
    )
SERVER = "https://api.tedee.com/api/v37"
TOKEN_URL = "https://tedee.b2clogin.com/tedee.onmicrosoft.com/B2C_1A_Signup_Signin_With_Kmsi/oauth2/v2.0/token"
USER_AGENT = "tedee-client/0.1.0"
CONVENTIONS = Conventions(
    payload="result",
    success="success",
    status="statusCode",
    messages="errorMessages",
    correlation_header="x-correlation-id",
)


class Tedee:
    """Tedee API, synchronously.

    What does no harm when it is done twice is repeated after a lost connection and after 502, 503 and 504;
    anything is after 429, for then nothing was done. Commands are never sent twice.

    Args:
        personal_key: the key that stands in the header Authorization
        access_token: the token that stands in the header Authorization
        refresh: gives a new access token once the old one is refused
        refresh_token: the same, by OAuth; it needs the `client_id`
        client_id: as it was given for the service
        client_secret: as it was given for the service
        on_refresh: is told the new tokens, to keep them
        token_url: where tokens are made
        auth: other credentials, in place of those above
        base_url: where the API is, in place of what the documentation says
        timeout: seconds to wait for an answer
        retries: how often a request is repeated; see above
        longest_wait: the longest pause before a repetition that is borne, in seconds
        keep_intervals: whether to wait out the documented interval between two calls of an operation
        headers: sent with every request
        transport: what sends the requests, in place of httpx's with the environment's proxy
        http_client: a client of your own that sends them, with its proxies, certificates and hooks; you close
        it
    """

    connection: Connection

    def __init__(
        self,
        *,
        personal_key: str | None = None,
        access_token: str | None = None,
        refresh: Callable[[], str] | None = None,
        refresh_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        on_refresh: Callable[[Tokens], None] | None = None,
        token_url: str | None = TOKEN_URL,
        auth: httpx.Auth | None = None,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = 30.0,
        retries: int = 3,
        longest_wait: float = 60.0,
        keep_intervals: bool = False,
        headers: Mapping[str, str] | None = None,
        transport: httpx.BaseTransport | None = None,
        http_client: httpx.Client | None = None,
    ) -> None:
        chosen = choose_auth(
            auth,
            {"personal_key": ("Authorization", "PersonalKey")},
            {"personal_key": personal_key},
            access_token=access_token,
            refresh=refresh,
            refresh_token=refresh_token,
            client_id=client_id,
            client_secret=client_secret,
            on_refresh=on_refresh,
            token_url=token_url,
            environment="TEDEE",
        )
        if base_url is None:
            base_url = from_environment("TEDEE_BASE_URL") or SERVER
        options = Options(
            auth=chosen,
            conventions=CONVENTIONS,
            user_agent=USER_AGENT,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            longest_wait=longest_wait,
            keep_intervals=keep_intervals,
            headers=headers,
        )
        self.connection = Connection(options, PARSER, transport, http_client)

    def __repr__(self) -> str:
        return f"<Tedee {self.connection.options.base_url}>"

    @cached_property
    def raw(self) -> AuthenticatedClient:
        """The client for the functions below `api`, over this connection and with its credentials."""
        from .client import AuthenticatedClient

        made = AuthenticatedClient(base_url=self.connection.options.base_url, token="")
        return made.set_httpx_client(self.connection.http)

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return a client with this connection, whose calls have other time-outs, headers or retries.

        Closing either closes the connection.
        """
        made = object.__new__(type(self))
        made.connection = self.connection.with_options(options)
        return made

    def prepare(self) -> None:
        """Make the connection and import what calls need now, not with the first call: it takes some time.

        For a thread of its own, where an event loop must not be held up.
        """
        self.connection.prepare()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def date_time(self) -> DateTimeApi:
        """The time, as devices trust it."""
        from .groups.date_time import DateTimeApi

        return DateTimeApi(self.connection)

    @cached_property
    def devices(self) -> DevicesApi:
        """What all kinds of devices have in common."""
        from .groups.devices import DevicesApi

        return DevicesApi(self.connection)

    @cached_property
    def device_accesses(self) -> DeviceAccessesApi:
        """Share devices: see who has access, give it, change it and take it away."""
        from .groups.device_accesses import DeviceAccessesApi

        return DeviceAccessesApi(self.connection)

    @cached_property
    def device_activities(self) -> DeviceActivitiesApi:
        """The record of what happened to devices."""
        from .groups.device_activities import DeviceActivitiesApi

        return DeviceActivitiesApi(self.connection)

    @cached_property
    def devices_certificates(self) -> DevicesCertificatesApi:
        """What phones need to talk to devices over Bluetooth."""
        from .groups.devices_certificates import DevicesCertificatesApi

        return DevicesCertificatesApi(self.connection)

    @cached_property
    def door_sensors(self) -> DoorSensorsApi:
        """See, change and remove the sensors that tell a lock whether its door is open."""
        from .groups.door_sensors import DoorSensorsApi

        return DoorSensorsApi(self.connection)

    @cached_property
    def gates(self) -> GatesApi:
        """Open gates, and keep what is known of them in step with BleBox, whose devices they are."""
        from .groups.gates import GatesApi

        return GatesApi(self.connection)

    @cached_property
    def locks(self) -> LocksApi:
        """See locks, change their settings, and move them."""
        from .groups.locks import LocksApi

        return LocksApi(self.connection)

    @cached_property
    def lock_pins(self) -> LockPinsApi:
        """The PINs that a lock's keypad takes."""
        from .groups.lock_pins import LockPinsApi

        return LockPinsApi(self.connection)

    @cached_property
    def mobiles(self) -> MobilesApi:
        """Register phones, and other things that talk to devices over Bluetooth."""
        from .groups.mobiles import MobilesApi

        return MobilesApi(self.connection)

    @cached_property
    def organizations(self) -> OrganizationsApi:
        """The organizations of an account."""
        from .groups.organizations import OrganizationsApi

        return OrganizationsApi(self.connection)

    @cached_property
    def organization_access_links(self) -> OrganizationAccessLinksApi:
        """Links that open an organization's locks and gates from a web browser."""
        from .groups.organization_access_links import OrganizationAccessLinksApi

        return OrganizationAccessLinksApi(self.connection)

    @cached_property
    def organization_groups(self) -> OrganizationGroupsApi:
        """Groups of an organization's users, to give several people access at once."""
        from .groups.organization_groups import OrganizationGroupsApi

        return OrganizationGroupsApi(self.connection)

    @cached_property
    def organization_users(self) -> OrganizationUsersApi:
        """The people in an organization, and what they may do there."""
        from .groups.organization_users import OrganizationUsersApi

        return OrganizationUsersApi(self.connection)

    @cached_property
    def personal_access_keys(self) -> PersonalAccessKeysApi:
        """Credentials for programs: make, change and revoke them."""
        from .groups.personal_access_keys import PersonalAccessKeysApi

        return PersonalAccessKeysApi(self.connection)


class AsyncTedee:
    """Tedee API, asynchronously.

    What does no harm when it is done twice is repeated after a lost connection and after 502, 503 and 504;
    anything is after 429, for then nothing was done. Commands are never sent twice.

    Args:
        personal_key: the key that stands in the header Authorization
        access_token: the token that stands in the header Authorization
        refresh: gives a new access token once the old one is refused
        refresh_token: the same, by OAuth; it needs the `client_id`
        client_id: as it was given for the service
        client_secret: as it was given for the service
        on_refresh: is told the new tokens, to keep them
        token_url: where tokens are made
        auth: other credentials, in place of those above
        base_url: where the API is, in place of what the documentation says
        timeout: seconds to wait for an answer
        retries: how often a request is repeated; see above
        longest_wait: the longest pause before a repetition that is borne, in seconds
        keep_intervals: whether to wait out the documented interval between two calls of an operation
        headers: sent with every request
        transport: what sends the requests, in place of httpx's with the environment's proxy
        http_client: a client of your own that sends them, with its proxies, certificates and hooks; you close
        it
    """

    connection: AsyncConnection

    def __init__(
        self,
        *,
        personal_key: str | None = None,
        access_token: str | None = None,
        refresh: Callable[[], str | Awaitable[str]] | None = None,
        refresh_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        on_refresh: Callable[[Tokens], Awaitable[None] | None] | None = None,
        token_url: str | None = TOKEN_URL,
        auth: httpx.Auth | None = None,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = 30.0,
        retries: int = 3,
        longest_wait: float = 60.0,
        keep_intervals: bool = False,
        headers: Mapping[str, str] | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        chosen = choose_auth(
            auth,
            {"personal_key": ("Authorization", "PersonalKey")},
            {"personal_key": personal_key},
            access_token=access_token,
            refresh=refresh,
            refresh_token=refresh_token,
            client_id=client_id,
            client_secret=client_secret,
            on_refresh=on_refresh,
            token_url=token_url,
            environment="TEDEE",
            asynchronous=True,
        )
        if base_url is None:
            base_url = from_environment("TEDEE_BASE_URL") or SERVER
        options = Options(
            auth=chosen,
            conventions=CONVENTIONS,
            user_agent=USER_AGENT,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            longest_wait=longest_wait,
            keep_intervals=keep_intervals,
            headers=headers,
        )
        self.connection = AsyncConnection(options, PARSER, transport, http_client)

    def __repr__(self) -> str:
        return f"<AsyncTedee {self.connection.options.base_url}>"

    @cached_property
    def raw(self) -> AuthenticatedClient:
        """The client for the functions below `api`, over this connection and with its credentials."""
        from .client import AuthenticatedClient

        made = AuthenticatedClient(base_url=self.connection.options.base_url, token="")
        return made.set_async_httpx_client(self.connection.http)

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return a client with this connection, whose calls have other time-outs, headers or retries.

        Closing either closes the connection.
        """
        made = object.__new__(type(self))
        made.connection = self.connection.with_options(options)
        return made

    def prepare(self) -> None:
        """Make the connection and import what calls need now, not with the first call: it takes some time.

        For a thread of its own, where an event loop must not be held up.
        """
        self.connection.prepare()

    async def aclose(self) -> None:
        """Close the connection."""
        await self.connection.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    @cached_property
    def date_time(self) -> AsyncDateTimeApi:
        """The time, as devices trust it."""
        from .groups.date_time import AsyncDateTimeApi

        return AsyncDateTimeApi(self.connection)

    @cached_property
    def devices(self) -> AsyncDevicesApi:
        """What all kinds of devices have in common."""
        from .groups.devices import AsyncDevicesApi

        return AsyncDevicesApi(self.connection)

    @cached_property
    def device_accesses(self) -> AsyncDeviceAccessesApi:
        """Share devices: see who has access, give it, change it and take it away."""
        from .groups.device_accesses import AsyncDeviceAccessesApi

        return AsyncDeviceAccessesApi(self.connection)

    @cached_property
    def device_activities(self) -> AsyncDeviceActivitiesApi:
        """The record of what happened to devices."""
        from .groups.device_activities import AsyncDeviceActivitiesApi

        return AsyncDeviceActivitiesApi(self.connection)

    @cached_property
    def devices_certificates(self) -> AsyncDevicesCertificatesApi:
        """What phones need to talk to devices over Bluetooth."""
        from .groups.devices_certificates import AsyncDevicesCertificatesApi

        return AsyncDevicesCertificatesApi(self.connection)

    @cached_property
    def door_sensors(self) -> AsyncDoorSensorsApi:
        """See, change and remove the sensors that tell a lock whether its door is open."""
        from .groups.door_sensors import AsyncDoorSensorsApi

        return AsyncDoorSensorsApi(self.connection)

    @cached_property
    def gates(self) -> AsyncGatesApi:
        """Open gates, and keep what is known of them in step with BleBox, whose devices they are."""
        from .groups.gates import AsyncGatesApi

        return AsyncGatesApi(self.connection)

    @cached_property
    def locks(self) -> AsyncLocksApi:
        """See locks, change their settings, and move them."""
        from .groups.locks import AsyncLocksApi

        return AsyncLocksApi(self.connection)

    @cached_property
    def lock_pins(self) -> AsyncLockPinsApi:
        """The PINs that a lock's keypad takes."""
        from .groups.lock_pins import AsyncLockPinsApi

        return AsyncLockPinsApi(self.connection)

    @cached_property
    def mobiles(self) -> AsyncMobilesApi:
        """Register phones, and other things that talk to devices over Bluetooth."""
        from .groups.mobiles import AsyncMobilesApi

        return AsyncMobilesApi(self.connection)

    @cached_property
    def organizations(self) -> AsyncOrganizationsApi:
        """The organizations of an account."""
        from .groups.organizations import AsyncOrganizationsApi

        return AsyncOrganizationsApi(self.connection)

    @cached_property
    def organization_access_links(self) -> AsyncOrganizationAccessLinksApi:
        """Links that open an organization's locks and gates from a web browser."""
        from .groups.organization_access_links import AsyncOrganizationAccessLinksApi

        return AsyncOrganizationAccessLinksApi(self.connection)

    @cached_property
    def organization_groups(self) -> AsyncOrganizationGroupsApi:
        """Groups of an organization's users, to give several people access at once."""
        from .groups.organization_groups import AsyncOrganizationGroupsApi

        return AsyncOrganizationGroupsApi(self.connection)

    @cached_property
    def organization_users(self) -> AsyncOrganizationUsersApi:
        """The people in an organization, and what they may do there."""
        from .groups.organization_users import AsyncOrganizationUsersApi

        return AsyncOrganizationUsersApi(self.connection)

    @cached_property
    def personal_access_keys(self) -> AsyncPersonalAccessKeysApi:
        """Credentials for programs: make, change and revoke them."""
        from .groups.personal_access_keys import AsyncPersonalAccessKeysApi

        return AsyncPersonalAccessKeysApi(self.connection)
