"""The one mechanism of all faults: an application around the mock, which may ask it, or not, and change its answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docpact.mock.document import Document
from docpact.mock.engine import Engine
from docpact.mock.operations import Operation
from docpact.mock.requests import RequestReader

CONTENT_LENGTH = "content-length"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked."""

    method: str
    path: str
    """Without the path before all operations, escaped as it was sent."""
    query: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def content(self) -> Any:  # noqa: ANN401 - any JSON value.
        """Return the body, read; None for what is no JSON."""
        return read_json(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    delay: float = 0
    """Seconds before it."""
    cut: bool = False
    """The connection ends in the middle of it."""

    @property
    def good(self) -> bool:
        """Tell whether it is a success."""
        return self.status < 300  # noqa: PLR2004 - RFC 9110's classes.

    @property
    def content(self) -> Any:  # noqa: ANN401
        """Return the body, read; None for what is no JSON."""
        return read_json(self.body)

    def but(self, content: object = None, **changes: Any) -> Answer:  # noqa: ANN401 - any field.
        """Return the same answer with something else about it."""
        body = self.body if content is None else json.dumps(content).encode()
        return replace(self, **{"body": body, **changes})

    def with_headers(self, **headers: str | None) -> Answer:
        """Return it with other headers; None takes one away, `_` stands for the dash."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={k: v for k, v in {**self.headers, **named}.items() if v is not None})


Ask: TypeAlias = Callable[[Request], Awaitable[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One operation of a running mock that has a fault."""

    document: Document
    operation: Operation
    engine: Engine
    reader: RequestReader
    memory: dict[str, Any] = field(default_factory=dict)
    """What the fault remembers from one request to the next."""


Deviation: TypeAlias = Callable[[Site, Request, Ask], Awaitable[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviating:
    """A fault at work."""

    name: str
    site: Site
    deviate: Deviation
    whole_path: bool
    """It shows with every method of the operation's path."""


@dataclass(slots=True)
class FaultyApp:
    """An ASGI application that answers as another does, but for the faults that are on."""

    app: ASGIApp
    document: Document
    faults: list[Deviating] = field(default_factory=list)
    """The first one is the innermost."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        faults = self._applying(scope) if self.faults and scope["type"] == "http" else []
        if not faults:
            await self.app(scope, receive, send)
            return
        request = await _read_request(scope, receive, self.document.base_path)

        async def ask_app(asked: Request) -> Answer:
            return await _ask(self.app, scope, asked)

        ask: Ask = ask_app
        for fault in faults:
            ask = _around(fault, ask)
        await _send(await ask(request), send)

    def _applying(self, scope: Scope) -> list[Deviating]:
        path = raw_path(scope)
        fitting = self.document.find(path.removeprefix(self.document.base_path))
        paths = {operation.path for operation in fitting}
        signatures = {operation.signature for operation in fitting if operation.method == scope["method"]}
        return [
            fault
            for fault in self.faults
            if fault.site.operation.signature in signatures or (fault.whole_path and fault.site.operation.path in paths)
        ]


def raw_path(scope: Scope) -> str:
    """Return the path as it was sent."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.decode("latin-1").split("?")[0]


def read_json(body: bytes) -> Any:  # noqa: ANN401
    """Return what the bytes say; None for what is no JSON."""
    try:
        return json.loads(body or b"null")
    except (ValueError, RecursionError):
        return None


def _around(fault: Deviating, ask: Ask) -> Ask:
    async def asked(request: Request) -> Answer:
        return await fault.deviate(fault.site, request, ask)

    return asked


async def _read_request(scope: Scope, receive: Receive, base_path: str) -> Request:
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return Request(
        method=scope["method"],
        path=raw_path(scope).removeprefix(base_path),
        query=scope["query_string"].decode("latin-1"),
        headers={name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]},
        body=body,
    )


async def _ask(app: ASGIApp, scope: Scope, request: Request) -> Answer:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": request.body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in request.headers.items()]
    asked = {**scope, "headers": headers, "query_string": request.query.encode("latin-1")}
    await app(asked, receive, send)
    return Answer(
        status=sent[0]["status"],
        headers={name.decode("latin-1"): value.decode("latin-1") for name, value in sent[0]["headers"]},
        body=b"".join(message.get("body", b"") for message in sent[1:]),
    )


async def _send(answer: Answer, send: Send) -> None:
    if answer.delay:
        await asyncio.sleep(answer.delay)
    headers = [
        (name.encode("latin-1"), value.encode("latin-1"))
        for name, value in answer.headers.items()
        if name != CONTENT_LENGTH
    ]
    headers.append((b"content-length", str(len(answer.body)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    body = answer.body[: len(answer.body) // 2] if answer.cut else answer.body
    await send({"type": "http.response.body", "body": body, "more_body": answer.cut})
