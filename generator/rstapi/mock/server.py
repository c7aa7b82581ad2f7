"""The engine behind HTTP: Starlette's requests and responses, uvicorn's sockets."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from rstapi.errors import OutputError
from rstapi.mock.clock import Clock, SystemClock
from rstapi.mock.document import Document, Operation
from rstapi.mock.engine import Engine, load_behaviours
from rstapi.mock.faults import FaultyApp, place_fault, raw_path
from rstapi.mock.replies import Reply, format_body
from rstapi.mock.requests import BadRequestError, RequestReader, WrongMediaTypeError
from rstapi.mock.security import FORBIDDEN, check_access, first_keys, missing_scopes

LARGEST_BODY = 1024 * 1024
STARTED_WITHIN = 15.0


class BodyTooLargeError(Exception):
    """A body of more than `LARGEST_BODY` bytes."""


def create_app(
    document: Mapping[str, Any],
    *,
    behaviours: Sequence[str] = (),
    clock: Clock | None = None,
    faults: Sequence[str] = (),
    scopes: Sequence[str] | None = None,
) -> Starlette:
    """Return an application that serves the document; `app.state.base_path` is the path before its operations.

    `scopes` are those of the key; all where none are given. `faults` are names, each alone or with an operation
    (`lost-update:lock_update`): ways to differ from the document. Raises `UsageError` for a behaviour or fault that
    there is none of.
    """
    read = Document(document)
    engine = Engine(document=read, clock=clock or SystemClock(), behaviours=load_behaviours(list(behaviours)))
    engine.store.records["keys"] = first_keys(None if scopes is None else tuple(scopes))
    endpoint = MockEndpoint(read, engine)
    sites = [place_fault(name, read, engine, endpoint.reader) for name in faults]
    faulty = FaultyApp(app=endpoint, document=read, faults=[fault for found in sites for fault in found])
    app = Starlette()
    # Not a route: those match no path with a line break in it.
    app.router.default = faulty
    app.state.base_path = read.base_path
    app.state.engine = engine
    app.state.faulty = faulty
    return app


@dataclass(slots=True)
class MockEndpoint:
    """An ASGI application: one request in, one answer out, never a traceback."""

    document: Document
    engine: Engine
    reader: RequestReader = field(init=False)
    _answered: int = 0

    def __post_init__(self) -> None:
        self.reader = RequestReader(self.document)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            body = await _read_body(request)
        except ClientDisconnect:
            return
        except BodyTooLargeError:
            response = self._respond(None, Reply(status=413, errors=(f"the body has over {LARGEST_BODY} bytes",)))
        else:
            response = self._answer(request, body)
        await response(scope, receive, send)

    def _answer(self, request: Request, body: bytes) -> Response:
        path = raw_path(request.scope)
        base = self.document.base_path
        fitting = self.document.find(path[len(base) :]) if path.startswith(f"{base}/") else []
        if not fitting:
            return self._respond(None, Reply(status=404, errors=(f"there is no operation at {path[:200]}",)))
        chosen = next(((o, m) for o, m in fitting if o.method == request.method), None)
        if chosen is None:
            allowed = ", ".join(sorted(o.method for o, _ in fitting))
            errors = (f"{request.method} is not one of {allowed}",)
            return self._respond(None, Reply(status=405, errors=errors, headers={"allow": allowed}))
        operation, match = chosen
        keys = self.engine.store.records["keys"]
        if refused := check_access(self.document.raw, operation.definition, request.headers, keys):
            message = "the credentials are missing or malformed"
            if refused == FORBIDDEN:
                message = f"the key lacks the scope {missing_scopes(operation.definition)}"
            return self._respond(operation, Reply(status=refused, errors=(message,)))
        try:
            media_type = request.headers.get("content-type", "")
            call = self.reader.read(operation, match.groups(), request.url.query, media_type, body)
        except BadRequestError as error:
            return self._respond(operation, Reply(status=400, errors=(str(error),)))
        except WrongMediaTypeError:
            return self._respond(operation, Reply(status=415, errors=("the body must be application/json",)))
        return self._respond(operation, self.engine.answer(call))

    def _respond(self, operation: Operation | None, reply: Reply) -> Response:
        self._answered += 1
        version = str(self.document.raw.get("info", {}).get("version", ""))
        headers = {"x-correlation-id": str(UUID(int=self._answered)), "api-supported-versions": version}
        body = format_body(self.document, operation, reply)
        kind = None if body is None else "application/json"
        return Response(body, reply.status, {**headers, **reply.headers}, kind)


async def _read_body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise BodyTooLargeError
    return bytes(body)


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


def serve(app: Starlette, *, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Serve until interrupted; `announce` gets the base URL once the port is taken."""
    taken = open_socket(host, port)
    announce(base_url(app, taken))
    _server(app).run(sockets=[taken])


@contextmanager
def running(app: Starlette, *, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
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


def base_url(app: Starlette, taken: socket.socket) -> str:
    """Return the URL that the operations' paths are appended to."""
    host, port = taken.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}{app.state.base_path}"


def _server(app: Starlette) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
        h11_max_incomplete_event_size=65536,
    )
    return uvicorn.Server(config)
