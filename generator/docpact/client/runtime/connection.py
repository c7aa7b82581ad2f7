"""Sends a call and reads its answer: the payload, or an exception."""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from typing import Any

import httpx

from .endpoint import SECURITY, Endpoint, Options
from .failures import make_failure, make_lost
from .intervals import Intervals
from .parsing import Parser
from .sending import REPEATABLE, AsyncClient, AsyncSender, Client, Sender

FIRST_ERROR = 400
PLAIN = frozenset({"text", "bytes"})
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
        self.parser: Parser = parser
        base = check_address(options.base_url)
        self._timeout: dict[str, float | None] = httpx.Timeout(options.timeout).as_dict()
        # Those who ask again and again ask for the same.
        self._address: Callable[[str, str], httpx.URL] = lru_cache(128)(partial(_address, base))
        check_retries(options.retries, options.longest_wait)
        names = options.conventions
        self._envelope: tuple[str, ...] = tuple(
            filter(None, (names.payload, names.success, names.status, names.messages))
        )
        # What tells the envelope from other bodies: the success flag, or else all that stands beside the payload.
        beside = (names.success,) if names.success else tuple(filter(None, (names.status, names.messages)))
        self._markers: tuple[str, ...] = beside or self._envelope
        self._intervals: Intervals | None = Intervals() if options.keep_intervals else None

    def _settings(self) -> dict[str, Any]:
        options = self.options
        headers = {"Accept": "application/json", **(options.headers or {})}
        return {
            "base_url": options.base_url,
            "auth": options.auth,
            "timeout": options.timeout,
            "headers": headers,
            # The key goes to the server that was named, and to no other.
            "follow_redirects": False,
        }

    def _check_open(self) -> None:
        if self._closed:
            raise RuntimeError("this client has been closed")

    def request(self, endpoint: Endpoint, wanted: Mapping[str, Any], headers: httpx.Headers) -> httpx.Request:
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
            headers.update(given)
        extensions = {REPEATABLE: endpoint.repeatable, "timeout": self._timeout, SECURITY: endpoint.security}
        return httpx.Request(url=address, headers=headers, extensions=extensions, **settings)

    def read(self, endpoint: Endpoint, response: httpx.Response) -> Any:  # noqa: ANN401 - the payload's type.
        """Return the payload; raises the exception that fits where there is none."""
        status = response.status_code
        if response.is_success and endpoint.reads in PLAIN and status not in endpoint.empty:
            return response.text if endpoint.reads == "text" else response.content
        if status in endpoint.empty or (response.is_success and not response.content):
            return self._nothing(endpoint)
        body, readable = _json(response)
        if not response.is_success:
            raise make_failure(endpoint, response, status, body, self.options)
        names, envelope = self.options.conventions, isinstance(body, dict) and self._has_envelope(endpoint, body)
        if envelope and names.success and body.get(names.success) is False:
            said = body.get(names.status) if names.status else None
            status = said if isinstance(said, int) and said >= FIRST_ERROR else status
            raise make_failure(endpoint, response, status, body, self.options)
        if endpoint.result is None:
            return None
        if not readable:
            raise make_failure(endpoint, response, status, None, self.options)
        if envelope and (names.payload in body or (names.status or names.messages or names.success) in body):
            payload = body.get(names.payload)
        else:
            payload = body
        return self._nothing(endpoint) if payload is None else self.parser.parse(endpoint.result, payload)

    def entry(self, endpoint: Endpoint, value: Any) -> Any:  # noqa: ANN401 - the entry's type.
        """Return one value of a stream; an event's text is JSON where the documentation gives it a type."""
        if endpoint.reads == "events":
            if not endpoint.result:
                return value
            value = json.loads(value.data)
        return self.parser.parse(endpoint.result or "", value)

    def _has_envelope(self, endpoint: Endpoint, body: dict[str, Any]) -> bool:
        """Return whether the body is the envelope, not a payload that has such properties of its own."""
        markers = self._markers
        if not markers or not all(name in body for name in markers):
            return False
        own = self.parser.members(endpoint.result)
        return not (own.issuperset(markers) and all(name in own for name in self._envelope if name in body))

    @staticmethod
    def _nothing(endpoint: Endpoint) -> Any:  # noqa: ANN401 - as `read`.
        return [] if isinstance(endpoint.result, tuple) and endpoint.result[0] == "list" else None


class Connection(_Base):
    """A synchronous connection."""

    def __init__(self, options: Options, parser: Parser, transport: httpx.BaseTransport | None) -> None:
        super().__init__(options, parser)
        self._transport = transport

    @cached_property
    def http(self) -> httpx.Client:
        """What sends the requests, made with the first: reading the certificates takes time."""
        from .proxies import proxy_for  # noqa: PLC0415 - needed once.

        self._check_open()
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
        self._closed = True
        if "http" in vars(self):
            self.http.close()
        elif self._transport is not None:
            self._transport.close()

    def call(self, endpoint: Endpoint, request: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the payload's type.
        """Return what the operation answers."""
        self._check_open()
        if self._intervals and endpoint.interval:
            self._intervals.wait(endpoint.name, endpoint.interval)
        try:
            response = self.http.send(self.request(endpoint, request, self.http.headers))
        except httpx.RequestError as error:
            raise make_lost(error, self.options.auth) from error
        return self.read(endpoint, response)

    def stream(self, endpoint: Endpoint, request: Mapping[str, Any]) -> Iterator[Any]:
        """Yield what the operation answers, value by value; the request is sent when the first is asked for."""
        from .streaming import reader_for  # noqa: PLC0415 - few operations answer so.

        self._check_open()
        try:
            response = self.http.send(self.request(endpoint, request, self.http.headers), stream=True)
            try:
                if not response.is_success:
                    response.read()
                    self.read(endpoint, response)
                reader = reader_for(endpoint.reads)
                for piece in response.iter_bytes():
                    for value in reader.feed(piece):
                        yield self.entry(endpoint, value)
                for value in reader.end():
                    yield self.entry(endpoint, value)
            except ValueError:
                raise make_failure(endpoint, response, response.status_code, None, self.options) from None
            finally:
                response.close()
        except httpx.RequestError as error:
            raise make_lost(error, self.options.auth) from error


class AsyncConnection(_Base):
    """An asynchronous connection."""

    def __init__(self, options: Options, parser: Parser, transport: httpx.AsyncBaseTransport | None) -> None:
        super().__init__(options, parser)
        self._transport = transport

    @cached_property
    def http(self) -> httpx.AsyncClient:
        """What sends the requests, made with the first: reading the certificates takes time."""
        from .proxies import proxy_for  # noqa: PLC0415 - needed once.

        self._check_open()
        with self._making:
            if "http" not in vars(self):
                transport = self._transport or httpx.AsyncHTTPTransport(proxy=proxy_for(self.options.base_url))
                sender = AsyncSender(transport, self.options.retries, self.options.longest_wait)
                vars(self)["http"] = AsyncClient(transport=sender, **self._settings())
            made: httpx.AsyncClient = vars(self)["http"]
        return made

    def prepare(self) -> None:
        """Make what sends, and import what calls need: what else happens with the first of each."""
        _ = self.http
        import_all()

    async def aclose(self) -> None:
        """Close it; a second time does nothing."""
        self._closed = True
        if "http" in vars(self):
            await self.http.aclose()
        elif self._transport is not None:
            await self._transport.aclose()

    async def call(self, endpoint: Endpoint, request: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as above.
        """Return what the operation answers."""
        self._check_open()
        if self._intervals and endpoint.interval:
            await self._intervals.wait_async(endpoint.name, endpoint.interval)
        try:
            response = await self.http.send(self.request(endpoint, request, self.http.headers))
        except httpx.RequestError as error:
            raise make_lost(error, self.options.auth) from error
        return self.read(endpoint, response)

    async def stream(self, endpoint: Endpoint, request: Mapping[str, Any]) -> AsyncIterator[Any]:
        """As `Connection.stream`."""
        from .streaming import reader_for  # noqa: PLC0415 - as above.

        self._check_open()
        try:
            response = await self.http.send(self.request(endpoint, request, self.http.headers), stream=True)
            try:
                if not response.is_success:
                    await response.aread()
                    self.read(endpoint, response)
                reader = reader_for(endpoint.reads)
                async for piece in response.aiter_bytes():
                    for value in reader.feed(piece):
                        yield self.entry(endpoint, value)
                for value in reader.end():
                    yield self.entry(endpoint, value)
            except ValueError:
                raise make_failure(endpoint, response, response.status_code, None, self.options) from None
            finally:
                await response.aclose()
        except httpx.RequestError as error:
            raise make_lost(error, self.options.auth) from error


def _json(response: httpx.Response) -> tuple[Any, bool]:
    try:
        return response.json(), True
    except (ValueError, RecursionError):
        return None, False
