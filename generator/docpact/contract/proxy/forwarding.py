"""Passes requests on to one server and its responses back, unchanged, while both are copied for whoever judges them."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpcore
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from docpact.contract.proxy.copies import Copy, Exchange

RawHeaders = list[tuple[bytes, bytes]]
BETWEEN_TWO = frozenset({
    b"connection", b"keep-alive", b"proxy-connection", b"te", b"trailer", b"transfer-encoding", b"upgrade",
})  # fmt: skip
"""Headers that are about one connection only: RFC 9110, section 7.6.1."""
CONNECT_WITHIN, KEPT = 20.0, 4.0
"""Seconds. Connections are kept for less time than servers usually keep them, so that none is used as it closes."""
MOST_CONNECTIONS = 500
BAD_GATEWAY, GATEWAY_TIMEOUT = 502, 504


class ClientGoneError(Exception):
    """Whoever asked has gone before the request was whole."""


@dataclass(slots=True)
class Forwarder:
    """An ASGI application: every request goes to one server."""

    server: str
    """Its URL; only what stands before the path counts."""
    note: Callable[[Exchange], None]
    """Gets each exchange when it is over."""
    _pool: httpcore.AsyncConnectionPool | None = None
    _origin: tuple[bytes, bytes, int | None] = field(init=False)
    _host: bytes = field(init=False)
    _root: str = field(init=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.server)
        self._root = f"{parts.scheme}://{parts.netloc}"
        self._host = parts.netloc.encode("ascii")
        self._origin = (parts.scheme.encode("ascii"), (parts.hostname or "").encode("idna"), parts.port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on; 502 where the server can't be reached, or its response ends early."""
        exchange = Exchange(
            method=scope["method"], url=f"{self._root}{_target(scope).decode('latin-1')}", headers=scope["headers"],
            started=datetime.now(UTC),
        )  # fmt: skip
        start = time.perf_counter()
        begun = False
        try:
            request = self._build(scope, receive, exchange.body)
            response = await self._connections().handle_async_request(request)
            try:
                exchange.status, exchange.response_headers = response.status, response.headers
                headers = _without_hops(response.headers)
                await send({"type": "http.response.start", "status": response.status, "headers": headers})
                begun = True
                await _pass_body(response, receive, send, exchange.response_body)
            finally:
                await response.aclose()
        except ClientGoneError:
            exchange.response_body.whole = False
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, OSError) as error:
            exchange.response_body.whole = False
            # Where a response has begun, nobody may take half of it for a whole one: the connection ends in the middle.
            if not begun:
                exchange.status = 0
                await _refuse(error, scope, receive, send)
        finally:
            exchange.seconds = time.perf_counter() - start
            self.note(exchange)

    async def aclose(self) -> None:
        """Close the connections to the server."""
        if self._pool is not None:
            await self._pool.aclose()
            self._pool = None

    def _connections(self) -> httpcore.AsyncConnectionPool:
        if self._pool is None:
            self._pool = httpcore.AsyncConnectionPool(
                ssl_context=ssl.create_default_context(), max_connections=MOST_CONNECTIONS, keepalive_expiry=KEPT,
                max_keepalive_connections=MOST_CONNECTIONS,
            )  # fmt: skip
        return self._pool

    def _build(self, scope: Scope, receive: Receive, copy: Copy) -> httpcore.Request:
        given = _without_hops(scope["headers"])
        headers = [(name, self._host if name == b"host" else value) for name, value in given]
        names = {name for name, _ in scope["headers"]}
        has_body = b"transfer-encoding" in names or b"content-length" in names
        if b"transfer-encoding" in names:
            headers = [(name, value) for name, value in headers if name != b"content-length"]
            headers.append((b"transfer-encoding", b"chunked"))
        scheme, host, port = self._origin
        return httpcore.Request(
            method=scope["method"].encode("ascii"),
            url=httpcore.URL(scheme=scheme, host=host, port=port, target=_target(scope)),
            headers=headers,
            content=_read_body(receive, copy) if has_body else b"",
            extensions={"timeout": {"connect": CONNECT_WITHIN}},
        )


async def _read_body(receive: Receive, copy: Copy) -> AsyncIterator[bytes]:
    """Yield the body of a request as it comes in; raises `ClientGoneError`."""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGoneError
        chunk = message.get("body", b"")
        more = message.get("more_body", False)
        copy.add(chunk)
        if chunk:
            yield chunk


async def _pass_body(response: httpcore.Response, receive: Receive, send: Send, copy: Copy) -> None:
    """Send the body of a response on as it comes in, until all of it is there or nobody listens any more."""
    gone: asyncio.Task[None] | None = None
    stream = response.aiter_stream()
    try:
        async with aclosing(stream):  # type: ignore[type-var] # It is an asynchronous generator.
            async for chunk in stream:
                copy.add(chunk)
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
                if gone is None:
                    # Most responses are whole by now, and nobody has to watch.
                    gone = asyncio.get_running_loop().create_task(_wait_until_gone(receive))
                elif gone.done():
                    raise ClientGoneError
        await send({"type": "http.response.body", "body": b""})
    finally:
        if gone is not None:
            gone.cancel()


async def _wait_until_gone(receive: Receive) -> None:
    with suppress(asyncio.CancelledError):
        while (await receive())["type"] != "http.disconnect":
            pass


async def _refuse(error: Exception, scope: Scope, receive: Receive, send: Send) -> None:
    late = isinstance(error, httpcore.TimeoutException)
    text = f"docpact proxy: the server sent no response: {type(error).__name__}\n"
    await PlainTextResponse(text, status_code=GATEWAY_TIMEOUT if late else BAD_GATEWAY)(scope, receive, send)


def _target(scope: Scope) -> bytes:
    """Return the path and query as they were sent."""
    path: bytes = scope.get("raw_path") or scope["path"].encode("utf-8")
    query: bytes = scope["query_string"]
    return path + b"?" + query if query else path


def _without_hops(headers: RawHeaders) -> RawHeaders:
    """Return the headers without those that are about one connection, and those that `Connection` names."""
    named = {
        part.strip().lower() for name, value in headers if name.lower() == b"connection" for part in value.split(b",")
    }
    return [(name, value) for name, value in headers if name.lower() not in BETWEEN_TWO | named]
