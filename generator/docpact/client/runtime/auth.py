"""Credentials: how they get into a request, and nowhere else."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

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
    """A key that stands in a header."""

    def __init__(self, argument: str, key: str, *, header: str = "Authorization", prefix: str = "") -> None:
        self._key = check_secret(argument, key)
        self._header, self._value = header, f"{prefix} {key}".strip()

    def __repr__(self) -> str:
        return f"<KeyAuth in {self._header}>"

    def secrets(self) -> tuple[str, ...]:
        """Return what must be in no message."""
        return (self._key,)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Put the key into the request."""
        request.headers[self._header] = self._value
        yield request


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


def hide_secrets(text: str, auth: httpx.Auth | None) -> str:
    """Return the text without the credentials: a server may repeat them in its answer."""
    secrets = getattr(auth, "secrets", tuple)
    for secret in secrets():
        text = text.replace(secret, HIDDEN)
    return text


def choose_auth(
    auth: httpx.Auth | None,
    headers: Mapping[str, tuple[str, str]],
    keys: Mapping[str, str | None],
    **tokens: Any,  # noqa: ANN401 - those of `TokenAuth`.
) -> httpx.Auth | None:
    """Return the credentials that were given; raises `ValueError` for none, where some are needed, and for two kinds.

    `headers` names a key's header and the word before it.
    """
    given = {name: key for name, key in keys.items() if key is not None}
    wanted = [*headers, *(["access_token"] if tokens else [])]
    starts = [name for name in ("access_token", "refresh", "refresh_token") if tokens.get(name) is not None]
    if len(given) + bool(starts) + (auth is not None) > 1:
        raise ValueError(f"give one kind of credentials: {', '.join([*wanted, 'auth'])}")
    if auth is not None or not wanted:
        return auth
    for name, key in given.items():
        header, prefix = headers[name]
        return KeyAuth(name, key, header=header, prefix=prefix)
    if starts:
        return TokenAuth(**tokens)
    raise ValueError(f"no credentials: give {' or '.join(wanted)}")
