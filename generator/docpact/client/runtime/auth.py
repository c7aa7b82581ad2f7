"""Credentials: how they get into a request, and nowhere else."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

from .endpoint import SECURITY
from .exceptions import AuthenticationError

if TYPE_CHECKING:
    import asyncio

UNAUTHORIZED = 401
HIDDEN = "[hidden]"


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
    """An access token, made anew once it is refused: by a callback, or with a refresh token."""

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
        on_refresh: Callable[[Tokens], object] | None = None,
    ) -> None:
        if access_token is None and refresh is None and refresh_token is None:
            raise ValueError("give access_token, refresh or refresh_token")
        if refresh_token is not None and (client_id is None or token_url is None):
            raise ValueError("a refresh_token needs a client_id and a token_url")
        self._token = None if access_token is None else check_secret("access_token", access_token)
        self._refresh, self._refresh_token = refresh, refresh_token
        self._client_id, self._client_secret, self._token_url = client_id, client_secret, token_url
        self._on_refresh = on_refresh
        self._lock = threading.Lock()
        self._async_lock: asyncio.Lock | None = None

    def __repr__(self) -> str:
        return "<TokenAuth>"

    def secrets(self) -> tuple[str, ...]:
        """Return what must be in no message."""
        return tuple(filter(None, (self._token, self._refresh_token, self._client_secret)))

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request, once more with a new token where the first is refused: nothing was done then."""
        used = self._token
        if used is not None:
            response = yield self._signed(request, used)
            if response.status_code != UNAUTHORIZED or not self._renewable:
                return
        with self._lock:
            # Another thread may have been quicker.
            if self._token == used:
                if self._refresh is not None:
                    given = self._refresh()
                    if not isinstance(given, str):
                        raise TypeError("an asynchronous `refresh` needs the asynchronous client")
                    self._take(Tokens(given, self._refresh_token))
                else:
                    self._take(self._read((yield self._token_request())))
            token = self._token
        yield self._signed(request, token or "")

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """As `sync_auth_flow`."""
        used = self._token
        if used is not None:
            response = yield self._signed(request, used)
            if response.status_code != UNAUTHORIZED or not self._renewable:
                return
        import asyncio  # noqa: PLC0415 - a synchronous program doesn't pay for it.

        if self._async_lock is None:
            self._async_lock = asyncio.Lock()
        async with self._async_lock:
            if self._token == used:
                if self._refresh is not None:
                    given = self._refresh()
                    token = given if isinstance(given, str) else await given
                    self._take(Tokens(token, self._refresh_token))
                else:
                    answer = yield self._token_request()
                    self._take(self._read(answer))
            token = self._token or ""
        yield self._signed(request, token)

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
            answered = response.json() if response.is_success else {}
            tokens = Tokens(answered["access_token"], answered.get("refresh_token") or self._refresh_token)
        except (ValueError, KeyError, TypeError, AttributeError):
            path = response.request.url.path
            raise AuthenticationError(
                "the refresh token gave no access token", status=response.status_code, method="POST", path=path
            ) from None
        return tokens

    def _take(self, tokens: Tokens) -> None:
        self._token, self._refresh_token = check_secret("access_token", tokens.access_token), tokens.refresh_token
        if self._on_refresh is not None:
            self._on_refresh(tokens)


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
    """Return the text without the credentials: a server may repeat them in its answer."""
    secrets = getattr(auth, "secrets", tuple)
    for secret in secrets():
        text = text.replace(secret, HIDDEN)
    return text


def choose_auth(  # noqa: PLR0913 - keyword arguments.
    auth: httpx.Auth | None,
    headers: Mapping[str, tuple[str, ...]],
    keys: Mapping[str, str | None],
    *,
    basic: tuple[str | None, str | None] | None = None,
    optional: bool = False,
    schemes: Mapping[str, Sequence[str]] | None = None,
    **tokens: Any,  # noqa: ANN401 - those of `TokenAuth`.
) -> httpx.Auth | None:
    """Return the credentials that were given.

    `headers` names a key's header, the word before it, and where it stands; `basic` are a user's name and password;
    `optional` says that something can be called without credentials. With `schemes`, an argument → the security schemes
    that it serves, several kinds may be given, and each operation gets what it asks for.

    Raises `ValueError` for none, where all operations need some, and for two kinds where one is enough.
    """
    wanted = [*headers, *(["access_token"] if tokens else []), *(["username"] if basic else [])]
    made: dict[str, httpx.Auth] = {}
    for name, key in keys.items():
        if key is not None:
            header, prefix, *location = headers[name]
            made[name] = KeyAuth(name, key, header=header, prefix=prefix, location=(location or ["header"])[0])
    if any(tokens.get(name) is not None for name in ("access_token", "refresh", "refresh_token")):
        made["access_token"] = TokenAuth(**tokens)
    if basic and basic[0] is not None:
        made["username"] = BasicAuth(basic[0], basic[1] or "")
    if len(made) + (auth is not None) > 1 and (auth is not None or schemes is None):
        raise ValueError(f"give one kind of credentials: {', '.join([*wanted, 'auth'])}")
    if auth is not None or not wanted:
        return auth
    if not made and not optional:
        raise ValueError(f"no credentials: give {' or '.join(wanted)}")
    if len(made) > 1 and schemes is not None:
        return SchemeAuth({scheme: part for name, part in made.items() for scheme in schemes[name]})
    return next(iter(made.values()), None)
