# Generated from the API's documentation; the next build replaces it.
"""Sends calls, and has their answers read."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from typing import Any, Self

import httpx

from .auth import SchemeAuth, TokenAuth, hide_secrets
from .calling import CallOptions, keep_response, merge_options
from .endpoint import SECURITY, Endpoint, Options
from .failures import make_failure, make_lost
from .intervals import Intervals
from .parsing import Parser
from .reading import Reader
from .sending import (
    REPEATABLE,
    RETRIES,
    AsyncClient,
    AsyncSender,
    AsyncThrough,
    Client,
    Sender,
    Through,
)

LOG = logging.getLogger(__name__.partition("._runtime.")[0])
"""The package's logger: a line for each response, without queries, bodies and credentials."""
NO_OPTIONS: CallOptions = {}
ADAPTED = frozenset({"content", "cookies", "data", "files"})
"""What a request that isn't JSON alone has."""


def check_address(address: str) -> str:
    """Return the address without a slash behind it; raises `ValueError` for one that no request can go to."""
    try:
        url = httpx.URL(address)
        fine = url.scheme in {"http", "https"} and bool(url.host) and not url.query and not url.fragment
    except (httpx.InvalidURL, TypeError):
        fine = False
    if not fine:
        raise ValueError("base_url must be an address such as https://api.example/v1")
    return str(address).rstrip("/")


def check_retries(retries: int, longest_wait: float) -> None:
    """Raise `ValueError` for numbers that make no sense."""
    if retries < 0 or longest_wait <= 0:
        raise ValueError("retries must not be negative, and longest_wait must be more than nothing")


def import_all() -> None:
    """Import what calls import when they need it."""
    from importlib import import_module  # noqa: PLC0415 - who prepares has the time.
    from pkgutil import walk_packages  # noqa: PLC0415 - as above.

    package = import_module(__name__.partition("._runtime.")[0])
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)


def _address(base: str, template: str, path: str) -> httpx.URL:
    """Return where a request goes; raises `ValueError` for a parameter that would lead to another operation.

    Whatever else a parameter holds is quoted, but these three can't be.
    """
    for written, filled in zip(template.split("/"), path.split("/"), strict=True):
        if "{}" in written and filled in {"", ".", ".."}:
            raise ValueError(f"{template}: a parameter in the path can't be {filled!r}")
    return httpx.URL(base + path)


class _Base:
    def __init__(self, options: Options, parser: Parser) -> None:
        self.options: Options = options
        self._closed: bool = False
        # Several threads may make the first call.
        self._making: threading.Lock = threading.Lock()
        base = check_address(options.base_url)
        self._timeout: dict[str, float | None] = httpx.Timeout(options.timeout).as_dict()
        # Those who ask again and again ask for the same.
        self._address: Callable[[str, str], httpx.URL] = lru_cache(128)(partial(_address, base))
        check_retries(options.retries, options.longest_wait)
        self.reader: Reader = Reader(options, parser)
        self._intervals: Intervals | None = Intervals() if options.keep_intervals else None
        self.defaults: CallOptions = NO_OPTIONS
        """What calls differ in from the client's options, all alike."""
        self._origin: Self | None = None

    def with_options(self, given: CallOptions) -> Self:
        """Return a view of this connection whose calls differ in that; it is closed with it."""
        made = object.__new__(type(self))
        vars(made).update({name: value for name, value in vars(self).items() if name != "http"})
        made.defaults = merge_options(self.defaults, given)
        made._origin = self._origin or self
        return made

    def _settings(self) -> dict[str, Any]:
        options = self.options
        named = {"User-Agent": options.user_agent} if options.user_agent else {}
        headers = {"Accept": "application/json", **named, **(options.headers or {})}
        return {
            "base_url": options.base_url,
            "auth": options.auth,
            "timeout": options.timeout,
            "headers": headers,
            # The key goes to the server that was named, and to no other.
            "follow_redirects": False,
        }

    def _check_open(self) -> None:
        if (self._origin or self)._closed:  # noqa: SLF001 - of the same class.
            raise RuntimeError("this client has been closed")

    def _log(self, request: httpx.Request, outcome: object, started: float) -> None:
        if LOG.isEnabledFor(logging.DEBUG):
            spent = (time.monotonic() - started) * 1000
            LOG.debug(
                "%s %s: %s in %.0f ms",
                request.method,
                hide_secrets(request.url.path, self.options.auth),
                outcome,
                spent,
            )

    def request(
        self,
        endpoint: Endpoint,
        wanted: Mapping[str, Any],
        headers: httpx.Headers,
        given_options: CallOptions = NO_OPTIONS,
    ) -> httpx.Request:
        """Return the request that the raw layer describes.

        httpx's client would make it too, and would read the address twice each time: a third of what a call costs.
        """
        settings = dict(wanted)
        address = self._address(endpoint.path, settings.pop("url"))
        given = settings.pop("headers", None)
        if not ADAPTED.isdisjoint(settings) or endpoint.styles or endpoint.accept:
            from .content import adapt_request  # noqa: PLC0415 - most calls are JSON alone.

            given = given or {}
            adapt_request(endpoint, settings, given)
        if given:
            headers = httpx.Headers(headers)
            # A key for idempotency may be left out although it is required: it is made below.
            headers.update({name: value for name, value in given.items() if type(value).__name__ != "Unset"})
        extensions: dict[str, Any] = {
            REPEATABLE: endpoint.repeatable, "timeout": self._timeout, SECURITY: endpoint.security,
        }  # fmt: skip
        if given_options or self.defaults or endpoint.idempotency:
            headers = self._differ(endpoint, headers, extensions, merge_options(self.defaults, given_options))
        return httpx.Request(url=address, headers=headers, extensions=extensions, **settings)

    @staticmethod
    def _differ(
        endpoint: Endpoint, headers: httpx.Headers, extensions: dict[str, Any], options: CallOptions
    ) -> httpx.Headers:
        """Put what one call differs in into its extensions, and return its headers."""
        headers = httpx.Headers(headers)
        headers.update(options.get("headers"))
        if "timeout" in options:
            extensions["timeout"] = httpx.Timeout(options["timeout"]).as_dict()
        if "retries" in options:
            extensions[RETRIES] = options["retries"]
        if endpoint.idempotency and not headers.get(endpoint.idempotency):
            from uuid import uuid4  # noqa: PLC0415 - few documents have such a header.

            headers[endpoint.idempotency] = str(uuid4())
        return headers


class Connection(_Base):
    """A synchronous connection."""

    def __init__(
        self,
        options: Options,
        parser: Parser,
        transport: httpx.BaseTransport | None,
        http_client: httpx.Client | None = None,
    ) -> None:
        super().__init__(options, parser)
        if transport is not None and http_client is not None:
            raise ValueError("give transport or http_client, not both")
        self._transport = Through(http_client) if http_client is not None else transport

    @cached_property
    def http(self) -> httpx.Client:
        """What sends the requests, made with the first: reading the certificates takes time."""
        from .proxies import proxy_for  # noqa: PLC0415 - needed once.

        self._check_open()
        if self._origin is not None:
            return self._origin.http
        with self._making:
            if "http" not in vars(self):
                transport = self._transport or httpx.HTTPTransport(proxy=proxy_for(self.options.base_url))
                sender = Sender(transport, self.options.retries, self.options.longest_wait)
                vars(self)["http"] = Client(transport=sender, **self._settings())
            made: httpx.Client = vars(self)["http"]
        return made

    def prepare(self) -> None:
        """Make what sends, and import what calls need: what else happens with the first of each."""
        _ = self.http
        import_all()

    def close(self) -> None:
        """Close it; a second time does nothing."""
        if self._origin is not None:
            self._origin.close()
            return
        self._closed = True
        if "http" in vars(self):
            self.http.close()
        elif self._transport is not None:
            self._transport.close()

    def call(self, endpoint: Endpoint, wanted: Mapping[str, Any], options: CallOptions = NO_OPTIONS) -> Any:  # noqa: ANN401 - the payload's type.
        """Return what the operation answers."""
        self._check_open()
        if self._intervals and endpoint.interval:
            self._intervals.wait(endpoint.name, endpoint.interval)
        request = self.request(endpoint, wanted, self.http.headers, options)
        started = time.monotonic()
        try:
            response = self.http.send(request)
        except httpx.RequestError as error:
            self._log(request, type(error).__name__, started)
            raise make_lost(error, self.options.auth) from error
        self._log(request, response.status_code, started)
        keep_response(response)
        return self.reader.read(endpoint, response)

    def stream(
        self, endpoint: Endpoint, request: Mapping[str, Any], options: CallOptions = NO_OPTIONS
    ) -> Iterator[Any]:
        """Yield what the operation answers, value by value; the request is sent when the first is asked for."""
        from .streaming import reader_for  # noqa: PLC0415 - few operations answer so.

        self._check_open()
        try:
            response = self.http.send(self.request(endpoint, request, self.http.headers, options), stream=True)
            try:
                if not response.is_success:
                    response.read()
                    self.reader.read(endpoint, response)
                reader = reader_for(endpoint.reads)
                for piece in response.iter_bytes():
                    for value in reader.feed(piece):
                        yield self.reader.entry(endpoint, value)
                for value in reader.end():
                    yield self.reader.entry(endpoint, value)
            except ValueError:
                raise make_failure(endpoint, response, response.status_code, None, self.options) from None
            finally:
                response.close()
        except httpx.RequestError as error:
            raise make_lost(error, self.options.auth) from error


class AsyncConnection(_Base):
    """An asynchronous connection."""

    def __init__(
        self,
        options: Options,
        parser: Parser,
        transport: httpx.AsyncBaseTransport | None,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        super().__init__(options, parser)
        if transport is not None and http_client is not None:
            raise ValueError("give transport or http_client, not both")
        self._transport = AsyncThrough(http_client) if http_client is not None else transport

    @cached_property
    def http(self) -> httpx.AsyncClient:
        """What sends the requests, made with the first: reading the certificates takes time."""
        from .proxies import proxy_for  # noqa: PLC0415 - needed once.

        self._check_open()
        if self._origin is not None:
            return self._origin.http
        with self._making:
            if "http" not in vars(self):
                transport = self._transport or httpx.AsyncHTTPTransport(proxy=proxy_for(self.options.base_url))
                sender = AsyncSender(transport, self.options.retries, self.options.longest_wait)
                vars(self)["http"] = AsyncClient(transport=sender, **self._settings())
                self._bind(vars(self)["http"])
            made: httpx.AsyncClient = vars(self)["http"]
        return made

    def prepare(self) -> None:
        """Make what sends, and import what calls need: what else happens with the first of each."""
        _ = self.http
        import_all()

    def _bind(self, http: httpx.AsyncClient) -> None:
        """Tell credentials that renew themselves what to send with."""
        auth = self.options.auth
        renewing = [auth] if isinstance(auth, TokenAuth) else auth.renewing() if isinstance(auth, SchemeAuth) else []
        for part in renewing:
            part.send = partial(http.send, auth=None)

    async def aclose(self) -> None:
        """Close it; a second time does nothing."""
        if self._origin is not None:
            await self._origin.aclose()
            return
        self._closed = True
        if "http" in vars(self):
            await self.http.aclose()
        elif self._transport is not None:
            await self._transport.aclose()

    async def call(self, endpoint: Endpoint, wanted: Mapping[str, Any], options: CallOptions = NO_OPTIONS) -> Any:  # noqa: ANN401 - as above.
        """Return what the operation answers."""
        self._check_open()
        if self._intervals and endpoint.interval:
            await self._intervals.wait_async(endpoint.name, endpoint.interval)
        request = self.request(endpoint, wanted, self.http.headers, options)
        started = time.monotonic()
        try:
            response = await self.http.send(request)
        except httpx.RequestError as error:
            self._log(request, type(error).__name__, started)
            raise make_lost(error, self.options.auth) from error
        self._log(request, response.status_code, started)
        keep_response(response)
        return self.reader.read(endpoint, response)

    async def stream(
        self, endpoint: Endpoint, request: Mapping[str, Any], options: CallOptions = NO_OPTIONS
    ) -> AsyncIterator[Any]:
        """As `Connection.stream`."""
        from .streaming import reader_for  # noqa: PLC0415 - as above.

        self._check_open()
        try:
            response = await self.http.send(self.request(endpoint, request, self.http.headers, options), stream=True)
            try:
                if not response.is_success:
                    await response.aread()
                    self.reader.read(endpoint, response)
                reader = reader_for(endpoint.reads)
                async for piece in response.aiter_bytes():
                    for value in reader.feed(piece):
                        yield self.reader.entry(endpoint, value)
                for value in reader.end():
                    yield self.reader.entry(endpoint, value)
            except ValueError:
                raise make_failure(endpoint, response, response.status_code, None, self.options) from None
            finally:
                await response.aclose()
        except httpx.RequestError as error:
            raise make_lost(error, self.options.auth) from error
