# Generated from the API's documentation; the next build replaces it.
"""Credentials: how they get into a request, and nowhere else."""

from __future__ import annotations

import json
import os
import re
import threading
from base64 import b64encode
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Callable,
    Generator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from inspect import isawaitable, iscoroutine, iscoroutinefunction
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx

from .endpoint import SECURITY
from .exceptions import AuthenticationError
from .messages import find_messages

if TYPE_CHECKING:
    import asyncio

UNAUTHORIZED = 401
HIDDEN = "[hidden]"
BEGINS = ("access_token", "refresh", "refresh_token")
"""The arguments that a token begins with."""
SHORT = 4
"""Letters of a secret that is hidden only where it stands alone."""
MOST_FORMER = 8
ASYNCHRONOUS = "an asynchronous `{}` needs the asynchronous client"


def check_secret(name: str, value: str) -> str:
    """Return the value; raises `ValueError`, without it, for one that no header can carry.

    Else the HTTP library would raise an error that quotes it.
    """
    if not value or not value.isascii() or not value.isprintable() or " " in value:
        raise ValueError(f"{name} must be printable ASCII without blanks; was a line break copied along?")
    return value


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a token endpoint gave."""

    access_token: str = field(repr=False)
    refresh_token: str | None = field(repr=False)
    """The next refresh token; the old one may no longer be good."""


class KeyAuth(httpx.Auth):
    """A key that stands in a header, in the query or in a cookie."""

    def __init__(
        self, argument: str, key: str, *, header: str = "Authorization", prefix: str = "", location: str = "header"
    ) -> None:
        self._key = check_secret(argument, key)
        self._header, self._value, self._location = header, f"{prefix} {key}".strip(), location

    def __repr__(self) -> str:
        return f"<KeyAuth in {self._header}>"

    def secrets(self) -> tuple[str, ...]:
        """Return what must be in no message."""
        return (self._key,)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Put the key into the request."""
        self.sign(request)
        yield request

    def sign(self, request: httpx.Request) -> None:
        """Put the key into the request."""
        if self._location == "query":
            request.url = request.url.copy_set_param(self._header, self._value)
        elif self._location == "cookie":
            others = request.headers.get("Cookie")
            request.headers["Cookie"] = f"{f'{others}; ' if others else ''}{self._header}={self._value}"
        else:
            request.headers[self._header] = self._value


class BasicAuth(httpx.Auth):
    """A user's name and password (RFC 7617)."""

    def __init__(self, username: str, password: str) -> None:
        if ":" in username or not username.isprintable() or not password.isprintable():
            raise ValueError("username and password must be printable, and the username must have no colon")
        self._password = password
        self._coded = b64encode(f"{username}:{password}".encode()).decode("ascii")

    def __repr__(self) -> str:
        return "<BasicAuth>"

    def secrets(self) -> tuple[str, ...]:
        """Return what must be in no message."""
        return tuple(filter(None, (self._password, self._coded)))

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Put both into the request."""
        self.sign(request)
        yield request

    def sign(self, request: httpx.Request) -> None:
        """Put both into the request."""
        request.headers["Authorization"] = f"Basic {self._coded}"


class TokenAuth(httpx.Auth):
    """An access token, renewed when the server rejects it: by a callback, or with a refresh token."""

    requires_response_body = True

    def __init__(  # noqa: PLR0913 - keyword arguments.
        self,
        access_token: str | None = None,
        *,
        refresh: Callable[[], str | Awaitable[str]] | None = None,
        refresh_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        on_refresh: Callable[[Tokens], Awaitable[None] | None] | None = None,
        asynchronous: bool = False,
    ) -> None:
        if access_token is None and refresh is None and refresh_token is None:
            raise ValueError("give access_token, refresh or refresh_token")
        if refresh_token is not None and (client_id is None or token_url is None):
            raise ValueError("a refresh_token needs a client_id and a token_url")
        if not asynchronous:
            for name, function in (("refresh", refresh), ("on_refresh", on_refresh)):
                if iscoroutinefunction(function) or iscoroutinefunction(getattr(function, "__call__", None)):  # noqa: B004 - an object whose call is a coroutine.
                    raise TypeError(ASYNCHRONOUS.format(name))
        self._token = None if access_token is None else check_secret("access_token", access_token)
        self._refresh, self._refresh_token = refresh, refresh_token
        self._client_id, self._client_secret, self._token_url = client_id, client_secret, token_url
        self._on_refresh = on_refresh
        self._untold: Tokens | None = None
        """What `on_refresh` has not been told yet, because it failed or was cancelled."""
        self._former: tuple[str, ...] = ()
        """Tokens that were good before: a late answer may still repeat them."""
        self._lock = threading.Lock()
        self._renewal: asyncio.Task[None] | None = None
        self.send: Callable[[httpx.Request], Awaitable[httpx.Response]] | None = None
        """What sends the request for a token in an event loop, beside the request that needs it."""

    def __repr__(self) -> str:
        return "<TokenAuth>"

    def secrets(self) -> tuple[str, ...]:
        """Return what must be in no message."""
        return tuple(filter(None, (self._token, self._refresh_token, self._client_secret, *self._former)))

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request, once more with a new token where the first is refused: nothing was done then."""
        if self._untold is not None:
            with self._lock:
                self._tell()
        used = self._token
        if used is not None:
            response = yield self._signed(request, used)
            if response.status_code != UNAUTHORIZED or not self._renewable:
                return
        with self._lock:
            # Another thread may have been quicker.
            if self._token == used:
                try:
                    if self._refresh is not None:
                        self._take(Tokens(self._ask_callback(), self._refresh_token))
                    else:
                        self._take(self._read((yield self._token_request())))
                finally:
                    self._tell()
            token = self._token
        yield self._signed(request, token or "")

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """As `sync_auth_flow`."""
        import asyncio  # noqa: PLC0415 - a synchronous program doesn't pay for it.

        await self._tell_async()
        used = self._token
        if used is not None:
            response = yield self._signed(request, used)
            if response.status_code != UNAUTHORIZED or not self._renewable:
                return
        if self._token == used:
            # A task of its own: a call that is cancelled meanwhile doesn't take the new refresh token along.
            running = self._renewal
            if running is None or running.done() or running.get_loop() is not asyncio.get_running_loop():
                running = self._renewal = asyncio.create_task(self._renew())
                running.add_done_callback(_retrieve)
            await asyncio.shield(running)
        yield self._signed(request, self._token or "")

    def _ask_callback(self) -> str:
        given = self._refresh() if self._refresh is not None else ""
        if isinstance(given, str):
            return given
        if iscoroutine(given):
            given.close()
        raise TypeError(ASYNCHRONOUS.format("refresh"))

    async def _renew(self) -> None:
        try:
            if self._refresh is not None:
                given = self._refresh()
                self._take(Tokens(given if isinstance(given, str) else await given, self._refresh_token))
            elif self.send is None:
                raise TypeError("a refresh_token needs the asynchronous client to send with")
            else:
                self._take(self._read(await self.send(self._token_request())))
        finally:
            await self._tell_async()

    @property
    def _renewable(self) -> bool:
        return self._refresh is not None or self._refresh_token is not None

    @staticmethod
    def _signed(request: httpx.Request, token: str) -> httpx.Request:
        request.headers["Authorization"] = f"Bearer {token}"
        return request

    def _token_request(self) -> httpx.Request:
        form = {
            "grant_type": "refresh_token",
            "refresh_token": self._refresh_token,
            "client_id": self._client_id,
            "client_secret": self._client_secret,
        }
        return httpx.Request("POST", str(self._token_url), data={k: v for k, v in form.items() if v is not None})

    def _read(self, response: httpx.Response) -> Tokens:
        try:
            answered = response.json()
        except (ValueError, RecursionError):
            answered = {}
        given = answered if isinstance(answered, dict) and response.is_success else {}
        access, rotated = given.get("access_token"), given.get("refresh_token")
        if isinstance(rotated, str) and rotated:
            # Kept before anything else is looked at: the old one may no longer be good.
            self._former = (*self._former, *filter(None, [self._refresh_token]))[-MOST_FORMER:]
            self._refresh_token = rotated
            self._untold = Tokens(self._token or "", rotated)
        if not isinstance(access, str) or not access:
            messages = tuple(hide_secrets(text, self) for text in find_messages(answered))
            raise AuthenticationError(
                ": ".join(["the refresh token gave no access token", *filter(None, ["; ".join(messages)])]),
                status=response.status_code,
                error_messages=messages,
                method="POST",
                path=response.request.url.path,
            )
        return Tokens(access, self._refresh_token)

    def _take(self, tokens: Tokens) -> None:
        self._untold = tokens
        if self._token:
            self._former = (*self._former, self._token)[-MOST_FORMER:]
        self._token = check_secret("access_token", tokens.access_token)

    def _tell(self) -> None:
        """Tell `on_refresh` the new tokens; where it fails, it is told again with the next request."""
        if self._untold is not None:
            told = self._untold
            answer = self._on_refresh(told) if self._on_refresh is not None else None
            if iscoroutine(answer):
                answer.close()
                raise TypeError(ASYNCHRONOUS.format("on_refresh"))
            self._forget(told)

    async def _tell_async(self) -> None:
        """As `_tell`; what a coroutine function returns is awaited."""
        if self._untold is not None:
            told = self._untold
            answer = self._on_refresh(told) if self._on_refresh is not None else None
            if isawaitable(answer):
                await answer
            self._forget(told)

    def _forget(self, told: Tokens) -> None:
        if self._untold is told:
            self._untold = None


def _retrieve(task: asyncio.Task[None]) -> None:
    """Look at how a renewal ended: nobody else does where its caller was cancelled."""
    if not task.cancelled():
        task.exception()


class SchemeAuth(httpx.Auth):
    """Several credentials, of which each operation gets those that it asks for."""

    requires_response_body = True

    def __init__(self, parts: Mapping[str, httpx.Auth]) -> None:
        self._parts = dict(parts)

    def __repr__(self) -> str:
        return f"<SchemeAuth for {', '.join(self._parts)}>"

    def secrets(self) -> tuple[str, ...]:
        """Return what must be in no message."""
        return tuple(secret for part in self._parts.values() for secret in getattr(part, "secrets", tuple)())

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Put what is asked for into the request, and renew a token where that is needed."""
        token = self._sign(request)
        if token is None:
            yield request
        else:
            yield from token.sync_auth_flow(request)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """As `sync_auth_flow`."""
        token = self._sign(request)
        if token is None:
            yield request
            return
        flow = token.async_auth_flow(request)
        try:
            sent = await flow.__anext__()
            while True:
                sent = await flow.asend((yield sent))
        except StopAsyncIteration:
            return

    def renewing(self) -> Sequence[TokenAuth]:
        """Return those that may send requests of their own."""
        return [part for part in self._parts.values() if isinstance(part, TokenAuth)]

    def _sign(self, request: httpx.Request) -> TokenAuth | None:
        """Sign the request with the simple ones, and return the one that may need several requests."""
        token = None
        for name in self._choose(request.extensions.get(SECURITY) or ()):
            part = self._parts[name]
            if isinstance(part, TokenAuth):
                token = part
            elif isinstance(part, KeyAuth | BasicAuth):
                part.sign(request)
        return token

    def _choose(self, alternatives: Sequence[Sequence[str]]) -> list[str]:
        """Return the schemes of the first alternative that can be met; of the nearest one where none can."""
        for needed in alternatives:
            if all(name in self._parts for name in needed):
                return list(needed)
        return max(([name for name in needed if name in self._parts] for needed in alternatives), key=len, default=[])


def hide_secrets(text: str, auth: httpx.Auth | None) -> str:
    """Return the text without the credentials, however they are written: a server may repeat them in its answer."""
    secrets = getattr(auth, "secrets", tuple)
    for secret in secrets():
        if len(secret) < SHORT:
            # As a part of other words it would be no secret, and these would be lost.
            text = re.sub(rf"(?<![A-Za-z0-9]){re.escape(secret)}(?![A-Za-z0-9])", HIDDEN, text)
            continue
        quoted = {quote(secret), quote(secret, safe=""), json.dumps(secret)[1:-1], secret.replace("/", "\\/")}
        for written in (secret, *sorted(quoted - {secret})):
            text = text.replace(written, HIDDEN)
    return text


def from_environment(name: str) -> str | None:
    """Return what an environment variable of that name holds; None where it holds nothing."""
    return os.environ.get(name) or None


def _find_in_environment(
    prefix: str, keys: Mapping[str, str | None], basic: tuple[str | None, str | None] | None, *, token: bool
) -> tuple[dict[str, str | None], tuple[str | None, str | None] | None, dict[str, str | None]]:
    """Return keys, user and token that the environment holds, where the API takes such."""
    found = {name: from_environment(f"{prefix}_{name.upper()}") for name in keys}
    user = (from_environment(f"{prefix}_USERNAME"), from_environment(f"{prefix}_PASSWORD")) if basic else None
    return found, user, {"access_token": from_environment(f"{prefix}_ACCESS_TOKEN")} if token else {}


def choose_auth(  # noqa: PLR0913 - keyword arguments.
    auth: httpx.Auth | None,
    headers: Mapping[str, tuple[str, ...]],
    keys: Mapping[str, str | None],
    *,
    basic: tuple[str | None, str | None] | None = None,
    optional: bool = False,
    schemes: Mapping[str, Sequence[str]] | None = None,
    environment: str = "",
    asynchronous: bool = False,
    **tokens: Any,  # noqa: ANN401 - those of `TokenAuth`.
) -> httpx.Auth | None:
    """Return the credentials that were given.

    `headers` names a key's header, the word before it, and where it stands; `basic` are a user's name and password;
    `optional` says that something can be called without credentials. With `schemes`, an argument → the security schemes
    that it serves, several kinds may be given, and each operation gets what it asks for. Where none are given, the
    environment's are taken: a variable for each argument, its name behind `environment`.

    Raises `ValueError` for none, where all operations need some, and for two kinds where one is enough.
    """
    wanted = [*headers, *(["access_token"] if tokens else []), *(["username"] if basic else [])]
    given = [*keys.values(), *(tokens.get(name) for name in BEGINS), *(basic or ()), auth]
    if environment and all(value is None for value in given):
        keys, basic, more = _find_in_environment(environment, keys, basic, token=bool(tokens))
        tokens |= more
    made: dict[str, httpx.Auth] = {}
    for name, key in keys.items():
        if key is not None:
            header, prefix, *location = headers[name]
            made[name] = KeyAuth(name, key, header=header, prefix=prefix, location=(location or ["header"])[0])
    if any(tokens.get(name) is not None for name in BEGINS):
        made["access_token"] = TokenAuth(**tokens, asynchronous=asynchronous)
    if basic and basic[0] is not None:
        made["username"] = BasicAuth(basic[0], basic[1] or "")
    if len(made) + (auth is not None) > 1 and (auth is not None or schemes is None):
        raise ValueError(f"give one kind of credentials: {', '.join([*wanted, 'auth'])}")
    if auth is not None or not wanted:
        return auth
    if not made and not optional:
        named = f", or set {environment}_{wanted[0].upper()}" if environment else ""
        raise ValueError(f"no credentials: give {' or '.join(wanted)}{named}")
    if len(made) > 1 and schemes is not None:
        return SchemeAuth({scheme: part for name, part in made.items() for scheme in schemes[name]})
    return next(iter(made.values()), None)
