"""Sockets: the application on a port, until it is stopped."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import uvicorn
from starlette.types import Receive, Scope, Send

from docpact.errors import OutputError
from docpact.mock.connections import Connection

STARTED_WITHIN = 15.0


class Served(Protocol):
    """An ASGI application that knows the path before its operations."""

    @property
    def base_path(self) -> str:
        """Return it."""
        ...

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        ...


def open_socket(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address; raises `OutputError` where it is taken or none of this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named: asyncio sends small packets at once (TCP_NODELAY) on such sockets only.
    taken = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except (OSError, OverflowError) as error:
        taken.close()
        hint = "choose another with --port, or 0 for any free one"
        said = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"the port cannot be taken: {said}", where=f"{host}:{port}", hint=hint) from error
    return taken


class StoppingServer(uvicorn.Server):
    """A server that tells when it stops: uvicorn ends the process by the signal that it got, so nothing comes after."""

    stopped: Callable[[], None] = staticmethod(lambda: None)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop."""
        await super().shutdown(sockets)
        self.stopped()


def serve(app: Served, *, host: str, port: int, announce: Callable[[str], None], stopped: Callable[[], None]) -> None:
    """Serve until interrupted; `announce` gets the base URL once the port is taken, `stopped` is called at the end."""
    taken = open_socket(host, port)
    announce(base_url(app, taken))
    server = _server(app)
    server.stopped = stopped
    server.run(sockets=[taken])


@contextmanager
def running(app: Served, *, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve in the background inside the block; yield the base URL, with the path before all operations."""
    taken = open_socket(host, port)
    server = _server(app)
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


def _server(app: Served) -> StoppingServer:
    config = uvicorn.Config(
        app,
        http=Connection,
        # uvloop, where there is one.
        loop="auto",
        ws="none",
        proxy_headers=False,
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
    )
    return StoppingServer(config)
