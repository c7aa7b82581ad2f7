"""The engine behind HTTP: Starlette's requests and responses."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from rstapi.mock.clock import Clock, SystemClock
from rstapi.mock.document import Document, Operation
from rstapi.mock.engine import Engine, load_behaviours
from rstapi.mock.faults import FAULTS, FaultyApp, place_fault, raw_path
from rstapi.mock.limits import RateLimits
from rstapi.mock.page import Page
from rstapi.mock.prefer import Preferences, preferred_reply, read_preferences
from rstapi.mock.replies import Reply, format_body
from rstapi.mock.requests import BadRequestError, RequestReader, WrongMediaTypeError
from rstapi.mock.security import FORBIDDEN, check_access, first_keys, missing_scopes
from rstapi.mock.seeding import grow
from rstapi.mock.verdicts import Watched
from rstapi.mock.webhooks import posting

LARGEST_BODY = 1024 * 1024
TICK, TICKS = 0.1, 100
"""Seconds between two looks at the clock, and how many after a request."""
LOOKED = 60.0
"""Seconds for which a page that was asked for counts as looked at: only then are requests noted."""


class BodyTooLargeError(Exception):
    """A body of more than `LARGEST_BODY` bytes."""


def create_app(  # noqa: PLR0913 - the options of one command, all by name.
    document: Mapping[str, Any],
    *,
    behaviours: Sequence[str] = (),
    clock: Clock | None = None,
    faults: Sequence[str] = (),
    scopes: Sequence[str] | None = None,
    rate_limits: bool = False,
    size: int = 0,
    seed: int = 0,
    webhook: str = "",
) -> Starlette:
    """Return an application that serves the document; `app.state.base_path` is the path before its operations.

    `scopes` are those of the key; all where none are given. `faults` are names, each alone or with an operation
    (`lost-update:lock_update`): ways to differ from the document. Raises `UsageError` for a behaviour or fault that
    there is none of. `size` is how many things lists have at least, made by `seed`; `webhook` is where events go.
    """
    read = Document(document)
    engine = Engine(document=read, clock=clock or SystemClock(), behaviours=load_behaviours(list(behaviours)))
    engine.store.records["keys"] = first_keys(None if scopes is None else tuple(scopes))
    if size:
        grow(engine.store, size, seed)
    if webhook:
        engine.listeners.append(posting(webhook))
    limits = RateLimits(read, engine.clock) if rate_limits else None
    endpoint = MockEndpoint(read, engine, limits)
    sites = [place_fault(name, read, engine, endpoint.reader) for name in faults]
    faulty = FaultyApp(app=endpoint, document=read, faults=[fault for found in sites for fault in found])
    front = Front(faulty, _make_page(faulty, engine, endpoint.reader))
    app = Starlette()
    # Not a route: those match no path with a line break in it.
    app.router.default = front
    app.state.base_path = read.base_path
    app.state.engine = engine
    app.state.page = front.page
    return app


@dataclass(slots=True)
class Front:
    """An ASGI application: the page at `/` unless the document has an operation there, the mock everywhere else."""

    mock: FaultyApp
    page: Page
    watched: Watched = field(init=False)
    _looked: float = float("-inf")
    """When the page was last asked for."""

    def __post_init__(self) -> None:
        self.watched = Watched(self.mock, self.mock.document, self.page.asked.append, self._is_looked_at)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["path"] != "/" or self.mock.document.find("/"):
            await self.watched(scope, receive, send)
            return
        self._looked = time.monotonic()
        response = await self.page.answer(Request(scope, receive))
        await response(scope, receive, send)

    def _is_looked_at(self) -> bool:
        return time.monotonic() - self._looked < LOOKED


def _make_page(faulty: FaultyApp, engine: Engine, reader: RequestReader) -> Page:
    def switch(name: str) -> None:
        kept = [fault for fault in faulty.faults if fault.name != name]
        more = place_fault(name, faulty.document, engine, reader) if len(kept) == len(faulty.faults) else []
        faulty.faults = kept + more

    def order(command: str, key: str) -> None:
        for operation in faulty.document.operations:
            match = operation.pattern.fullmatch(operation.path.replace("{id}", key))
            if match and operation.method == "POST" and operation.path.endswith(f"/{{id}}/operation/{command}"):
                with suppress(BadRequestError):
                    engine.answer(reader.read(operation, match.groups(), "", "", b""))

    @cache
    def choices() -> tuple[str, ...]:
        return tuple(name for name, fault in FAULTS.items() if fault.operations(faulty.document))

    return Page(
        document=faulty.document,
        engine=engine,
        faults=lambda: (f"{fault.name}:{fault.site.operation.signature}" for fault in faulty.faults),
        choices=choices,
        switch=switch,
        order=order,
    )


@dataclass(slots=True)
class MockEndpoint:
    """An ASGI application: one request in, one answer out, never a traceback."""

    document: Document
    engine: Engine
    limits: RateLimits | None = None
    reader: RequestReader = field(init=False)
    _answered: int = 0
    _ticking: asyncio.Task[None] | None = None

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
            wanted = read_preferences(request.headers.get("prefer", ""))
            response = self._answer(request, body, wanted)
            if wanted.delay:
                await asyncio.sleep(wanted.delay)
        if self.engine.listeners and (self._ticking is None or self._ticking.done()):
            self._ticking = asyncio.get_running_loop().create_task(self._tick())
        await response(scope, receive, send)

    async def _tick(self) -> None:
        """Let time bring about what it does, for those who listen, until nothing has moved for a while."""
        for _ in range(TICKS):
            await asyncio.sleep(TICK)
            self.engine.move_on()

    def _answer(self, request: Request, body: bytes, wanted: Preferences) -> Response:
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
        if refused := self._refuse(operation, request):
            return self._respond(operation, refused)
        try:
            media_type = request.headers.get("content-type", "")
            call = self.reader.read(operation, match.groups(), request.url.query, media_type, body)
        except BadRequestError as error:
            return self._respond(operation, Reply(status=400, errors=(str(error),)))
        except WrongMediaTypeError:
            return self._respond(operation, Reply(status=415, errors=("the body must be application/json",)))
        preferred = preferred_reply(self.document, operation, wanted)
        return self._respond(operation, preferred or self.engine.answer(call))

    def _refuse(self, operation: Operation, request: Request) -> Reply | None:
        """Return why whoever asks may not, or not now; None where they may."""
        keys = self.engine.store.records["keys"]
        refused = check_access(self.document.raw, operation.definition, request.headers, keys)
        if refused:
            message = "the credentials are missing or malformed"
            if refused == FORBIDDEN:
                message = f"the key lacks the scope {missing_scopes(operation.definition)}"
            return Reply(status=refused, errors=(message,))
        seconds = self.limits.wait(operation) if self.limits is not None else 0
        if seconds:
            said = (f"too many requests; wait {seconds} seconds",)
            return Reply(status=429, errors=said, headers={"retry-after": str(seconds)})
        return None

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
