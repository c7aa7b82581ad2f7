"""Sockets: the application on a port, until it is stopped."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from docpact.errors import OutputError
from docpact.mock.connections import Connection
from docpact.mock.origins import OriginGuard

STARTED_WITHIN = 15.0
GRACE = 1.5
"""Seconds that requests have to end when the server is stopped."""
WAITING = 2048
"""Connections that may wait to be accepted."""


class Served(Protocol):
    """An ASGI application that knows the path before its operations."""

    @property
    def base_path(self) -> str:
        """Return it."""
        ...

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        ...


@runtime_checkable
class Closes(Protocol):
    """An application that closes something when the server stops: connections of its own."""

    async def aclose(self) -> None:
        """Close it."""


def open_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address; raises `OutputError` where it is taken or none of this machine's.

    Connections wait from now on, so that whoever is told the address can connect at once.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named: asyncio sends small packets at once (TCP_NODELAY) on such sockets only.
    taken = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen(WAITING)
    except (OSError, OverflowError) as error:
        taken.close()
        hint = "choose another with --port, or 0 for any free one"
        said = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"the port cannot be taken: {said}", where=f"{host}:{port}", hint=hint) from error
    return taken


class StoppingServer(uvicorn.Server):
    """A server that says when it stops, and waits for no request longer than `GRACE` then.

    uvicorn ends the process by the signal that it got, so nothing of ours would come after it.
    """

    stopped: Callable[[], None] = staticmethod(lambda: None)
    closes: Closes | None = None
    """The application, where it has something to close."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; `stopped` is called first, since the process may be killed meanwhile, and again at the end."""
        try:
            self.stopped()
        finally:
            asyncio.get_running_loop().call_later(GRACE, self._abort)
            await super().shutdown(sockets)
            if self.closes is not None:
                await self.closes.aclose()
        self.stopped()

    def _abort(self) -> None:
        """End what goes on: half a request, a delayed response, a client that reads nothing."""
        self.force_exit = True
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        for task in list(self.server_state.tasks):
            task.cancel()


@dataclass(slots=True)
class EndingQuietly:
    """An ASGI application that ends without a word where it is cancelled: uvicorn would print a traceback."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        # The connection has been aborted by then.
        with suppress(asyncio.CancelledError):
            await self.app(scope, receive, send)


def serve(  # noqa: PLR0913 - keyword arguments, all of one command.
    app: Served,
    *,
    host: str,
    port: int,
    announce: Callable[[str], None],
    stopped: Callable[[], None],
    hosts: Collection[str] = (),
    dates: bool = True,
) -> None:
    """Serve until interrupted.

    `announce` gets the base URL once the server listens; `stopped` is called when it stops, twice. `hosts` are names
    that lead to it, beside `localhost`, addresses and `host`. `dates` adds a `Date` header to each response.
    """
    taken = open_socket(host, port)
    announce(base_url(app, taken))
    server = _server(app, {host, *hosts}, dates=dates)
    server.stopped = stopped
    server.run(sockets=[taken])


@contextmanager
def running(app: Served, *, host: str = "127.0.0.1", port: int = 0, dates: bool = True) -> Iterator[str]:
    """Serve in the background inside the block; yield the base URL, with the path before all operations."""
    taken = open_socket(host, port)
    server = _server(app, {host}, dates=dates)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + STARTED_WITHIN
    while not server.started and thread.is_alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        if not server.started:
            raise OutputError("the mock did not start", where=f"{host}:{port}")
        yield base_url(app, taken)
    finally:
        server.should_exit = True
        thread.join(STARTED_WITHIN)
        taken.close()


def base_url(app: Served, taken: socket.socket) -> str:
    """Return the URL that the operations' paths are appended to."""
    host, port = taken.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}{app.base_path}"


def _server(app: Served, hosts: Collection[str], *, dates: bool = True) -> StoppingServer:
    config = uvicorn.Config(
        EndingQuietly(OriginGuard(app, hosts)),
        http=Connection,
        # uvloop, where there is one.
        loop="auto",
        ws="none",
        proxy_headers=False,
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
        date_header=dates,
    )
    server = StoppingServer(config)
    server.closes = app if isinstance(app, Closes) else None
    return server
