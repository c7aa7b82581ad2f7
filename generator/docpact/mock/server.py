"""The engine behind HTTP: ASGI messages in and out."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from docpact.document import Document as Normalised
from docpact.document import dump_document
from docpact.mock.bodies import LARGEST_BODY, BodyTooLargeError, DisconnectedError, read_body
from docpact.mock.clock import Clock, SystemClock
from docpact.mock.document import Document
from docpact.mock.engine import Engine, load_behaviours
from docpact.mock.faults import FAULTS, Fault, FaultyApp, place_fault, raw_path
from docpact.mock.limits import RateLimits
from docpact.mock.operations import Operation
from docpact.mock.page import Page
from docpact.mock.prefer import PREFER, Preferences, preferred_reply, read_preferences
from docpact.mock.recorder import Recorder
from docpact.mock.replies import Reply, format_body
from docpact.mock.requests import BadRequestError, RequestReader, WrongMediaTypeError
from docpact.mock.samples import read_headers
from docpact.mock.security import (
    FORBIDDEN,
    Headers,
    Requirement,
    check_access,
    first_keys,
    missing_scopes,
    read_requirement,
)
from docpact.mock.seeding import grow
from docpact.mock.webhooks import posting

TICK, TICKS = 0.1, 100
"""Seconds between two looks at the clock, and how many after a request."""
DESCRIPTIONS = {"/openapi.yaml": "application/yaml", "/openapi.json": "application/json"}
"""Paths of the document itself, and its media type: JSON is YAML, too."""
FORBIDDEN_TO_HAVE_LENGTH = frozenset({204, 304})
"""Statuses after which nothing may follow (RFC 9110, section 8.6)."""


def create_app(  # noqa: PLR0913 - the options of one command, all by name.
    document: Normalised | Mapping[str, Any],
    *,
    behaviours: Sequence[str] = (),
    clock: Clock | None = None,
    faults: Sequence[str] = (),
    scopes: Sequence[str] | None = None,
    rate_limits: bool = False,
    size: int = 0,
    seed: int = 0,
    webhook: str = "",
) -> MockApp:
    """Return an application that serves the document; a mapping is read as one first.

    `scopes` are those of the key; all where none are given. `faults` are names, each alone or with an operation
    (`lost-update:lock_update`): ways to differ from the document. Raises `UsageError` for an unknown behaviour
    or fault. `size` is how many things lists have at least, made by `seed`; `webhook` is where events go.
    """
    read = Document(document)
    engine = Engine(document=read, clock=clock or SystemClock(), behaviours=load_behaviours(list(behaviours)))
    engine.store.records["keys"] = first_keys(None if scopes is None else tuple(scopes))
    if size:
        grow(engine.store, size, seed)
    if webhook:
        engine.listeners.append(posting(webhook))
    endpoint = MockEndpoint(read, engine, RateLimits(read, engine.clock) if rate_limits else None)
    sites = [place_fault(name, read, engine, endpoint.reader) for name in faults]
    faulty = FaultyApp(app=endpoint, document=read, faults=[fault for found in sites for fault in found])
    return MockApp(engine=engine, mock=faulty, reader=endpoint.reader)


@dataclass(slots=True)
class MockApp:
    """An ASGI application: the page at `/` unless the document has an operation there, the mock everywhere else."""

    engine: Engine
    mock: FaultyApp
    reader: RequestReader
    recorder: Recorder = field(init=False)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.recorder = Recorder(self.mock, self.mock.document)
        self.page = _make_page(self)

    @property
    def base_path(self) -> str:
        """Return the path before all operations."""
        return self.mock.document.base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope["path"]
        if path in DESCRIPTIONS and scope["method"] == "GET" and not self.mock.document.find(path):
            content = dump_document(self.mock.document.raw)
            await Response(content, media_type=DESCRIPTIONS[path])(scope, receive, send)
            return
        if path != "/" or self.mock.document.find("/"):
            if self._is_slash_too_many(path):
                scope = {**scope, "raw_path": raw_path(scope)[:-1].encode("latin-1")}
            await self.recorder(scope, receive, send)
            return
        response = await self.page.answer(Request(scope, receive))
        await response(scope, receive, send)

    def _is_slash_too_many(self, path: str) -> bool:
        """Whether a path ends with a slash that the API forgives, and that the document doesn't have."""
        forgiven = path.endswith("/") and self.engine.behaviours.forgives_slash
        return forgiven and not self.mock.document.find(path.removeprefix(self.base_path))


def _make_page(app: MockApp) -> Page:
    faulty, document = app.mock, app.mock.document

    def switch(text: str) -> None:
        kept = [fault for fault in faulty.faults if fault.name != text.partition(":")[0]]
        more = place_fault(text, document, app.engine, app.reader) if len(kept) == len(faulty.faults) else []
        faulty.faults = kept + more

    def order(signature: str, key: str) -> None:
        operation = document.operation(signature)
        if operation is not None:
            with suppress(BadRequestError):
                app.engine.answer(app.reader.read(operation, (quote(key),), "", {}, b""))

    @cache
    def choices() -> tuple[Fault, ...]:
        return tuple(fault for fault in FAULTS.values() if fault.operations(document))

    return Page(
        document=document,
        engine=app.engine,
        faults=lambda: faulty.faults,
        choices=choices,
        switch=switch,
        order=order,
        asked=app.recorder.tell,
    )


@lru_cache(256)
def header_text(text: str) -> bytes:
    """Return a header's value; what can't stand in one, such as a line's end, is replaced."""
    return re.sub(r"[^ -~\xa0-\xff]", "?", text).encode("latin-1")


def _choose(operation: Operation, statuses: Sequence[int], usual: int) -> int:
    """Return the first of the statuses that the operation documents by itself; the usual one where it has none."""
    listed = operation.definition["responses"]
    return next((status for status in statuses if str(status) in listed), usual)


@dataclass(slots=True)
class MockEndpoint:
    """An ASGI application: one request in, one answer out, never a traceback."""

    document: Document
    engine: Engine
    limits: RateLimits | None = None
    reader: RequestReader = field(init=False)
    _requirements: dict[Operation, Requirement] = field(default_factory=dict)
    _version: bytes = b""
    _correlation_header: bytes = b""
    _versions_header: bytes = b""
    """As the document's conventions name them, in small letters; empty for none."""
    _own_headers: frozenset[str] = frozenset()
    """Those two."""
    _answered: int = 0
    _ticking: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self.reader = RequestReader(self.document)
        conventions = self.document.conventions
        self._version = header_text(self.document.version)
        self._correlation_header = conventions.correlation_header.lower().encode("ascii")
        self._versions_header = conventions.versions_header.lower().encode("ascii")
        self._own_headers = frozenset(
            {conventions.correlation_header.lower(), conventions.versions_header.lower()} - {""}
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            body = await read_body(receive)
        except DisconnectedError:
            return
        except BodyTooLargeError:
            await self._send(send, None, Reply(status=413, errors=(f"the body has over {LARGEST_BODY} bytes",)))
            return
        # The first of several that have the same name.
        headers = dict(reversed(scope["headers"]))
        wanted = read_preferences(headers[PREFER].decode("latin-1")) if PREFER in headers else Preferences()
        operation, reply = self._answer(scope, headers, body, wanted)
        if wanted.delay:
            await asyncio.sleep(wanted.delay)
        if self.engine.listeners and (self._ticking is None or self._ticking.done()):
            self._ticking = asyncio.get_running_loop().create_task(self._tick())
        accept = headers.get(b"accept", b"").decode("latin-1")
        await self._send(send, operation, reply, accept, bare=scope["method"] == "HEAD")

    async def _tick(self) -> None:
        """Let time bring about what it does, for those who listen, until nothing has moved for a while."""
        for _ in range(TICKS):
            await asyncio.sleep(TICK)
            self.engine.move_on()

    def _answer(
        self, scope: Scope, headers: Headers, body: bytes, wanted: Preferences
    ) -> tuple[Operation | None, Reply]:  # fmt: skip
        path, base = raw_path(scope), self.document.base_path
        fitting, held = self.document.routes.find(path[len(base) :]) if path.startswith(f"{base}/") else ([], ())
        if not fitting:
            return None, Reply(status=404, errors=(f"there is no operation at {path[:200]}",))
        method = scope["method"]
        operation = next((one for one in fitting if one.method == method), None)
        if operation is None and method == "HEAD":
            # The body is left out by the server below.
            operation = next((one for one in fitting if one.method == "GET"), None)
        if operation is None:
            allowed = ", ".join(sorted({one.method for one in fitting}))
            if method == "OPTIONS":
                return None, Reply(status=204, headers={"allow": allowed})
            errors = (f"{method} is not one of {allowed}",)
            return None, Reply(status=405, errors=errors, headers={"allow": allowed})
        query = scope["query_string"].decode("latin-1")
        if refused := self._refuse(operation, headers, query):
            return operation, refused
        try:
            call = self.reader.read(operation, held, query, headers, body)
        except BadRequestError as error:
            return operation, Reply(status=_choose(operation, (400, 422), 400), errors=error.messages)
        except WrongMediaTypeError as error:
            return operation, Reply(status=415, errors=(str(error),))
        return operation, preferred_reply(self.document, operation, wanted) or self.engine.answer(call)

    def _refuse(self, operation: Operation, headers: Headers, query: str) -> Reply | None:
        """Return why whoever asks may not, or not now; None where they may."""
        requirement = self._requirements.get(operation)
        if requirement is None:
            requirement = read_requirement(self.document.raw, operation.definition)
            self._requirements[operation] = requirement
        refused = check_access(requirement, headers, query, self.engine.store.records["keys"])
        if refused:
            if refused == FORBIDDEN:
                return Reply(status=403, errors=(f"the key lacks the scope {missing_scopes(operation.definition)}",))
            status = _choose(operation, (401, 403), 401)
            return Reply(status=status, errors=("the credentials are missing or malformed",))
        seconds = self.limits.wait(operation) if self.limits is not None else 0
        if seconds:
            said = (f"too many requests; wait {seconds} seconds",)
            return Reply(status=429, errors=said, headers={"retry-after": str(seconds)})
        return None

    async def _send(
        self, send: Send, operation: Operation | None, reply: Reply, accept: str = "", *, bare: bool = False
    ) -> None:  # fmt: skip
        """Send a reply; a bare one without its body, whose length is told all the same (RFC 9110, section 9.3.2)."""
        self._answered += 1
        headers = [(self._versions_header, self._version)] if self._versions_header else []
        if self._correlation_header:
            # A UUID, counted.
            headers.append((self._correlation_header, b"00000000-0000-0000-0000-%012x" % self._answered))
        documented = {} if operation is None else read_headers(self.document, operation, reply.status)
        for name, value in ({**documented, **reply.headers} if documented else reply.headers).items():
            if name not in self._own_headers:
                headers.append((name.encode("latin-1"), header_text(value)))
        media_type, body = format_body(self.document, operation, reply, accept) or ("", None)
        if body is not None:
            headers.append((b"content-type", header_text(media_type)))
        if reply.status not in FORBIDDEN_TO_HAVE_LENGTH:
            headers.append((b"content-length", b"%d" % len(body or b"")))
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if bare else body or b""})
