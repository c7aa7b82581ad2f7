"""What was asked of a mock last, each with a verdict: whether the answer keeps to the document."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docpact.mock.document import Document
from docpact.mock.faults import raw_path
from docpact.mock.faults.mechanism import read_json
from docpact.mock.operations import Operation

KEPT = 20
LARGEST = 256 * 1024
"""Of an answer that is kept: longer ones are not judged, they would cost too much."""
COMMON = frozenset({400, 401, 403, 404, 405, 413, 415, 429})
"""What any operation may answer."""


@dataclass(slots=True)
class Exchange:
    """One request that was answered."""

    scope: Scope
    status: int
    body: bytes
    """Of the answer; empty where it is too long to be kept."""
    verdict: str | None = None
    """What the answer breaks of the document, empty where it keeps to it; None until somebody wants to know."""
    path: str = ""
    """Without the path before all operations; empty until somebody wants to know."""

    @property
    def method(self) -> str:
        """Return what was asked for."""
        return str(self.scope["method"])


@dataclass(slots=True)
class Recorder:
    """An ASGI application that keeps what another answered last; nothing is made of it before somebody looks."""

    app: ASGIApp
    document: Document
    _kept: deque[Exchange] = field(default_factory=lambda: deque(maxlen=KEPT))
    _validators: dict[tuple[Operation, int], Any] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        status, body = 0, b""

        async def noting(message: Message) -> None:
            nonlocal status, body
            status = message.get("status", status)
            if len(body) <= LARGEST:
                body += message.get("body", b"")
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            self._kept.append(Exchange(scope, status, body if len(body) <= LARGEST else b""))

    def tell(self) -> list[Exchange]:
        """Return what was answered last, the latest first, each with its verdict."""
        for exchange in self._kept:
            if exchange.verdict is None:
                exchange.path = raw_path(exchange.scope).removeprefix(self.document.base_path)
                exchange.verdict = self.judge(exchange)
        return list(reversed(self._kept))

    def judge(self, exchange: Exchange) -> str:
        """Return what an answer breaks of the document; empty where it keeps to it."""
        operation = next((o for o in self.document.find(exchange.path) if o.method == exchange.method), None)
        if operation is None:
            return ""
        if str(exchange.status) not in operation.definition.get("responses", {}):
            return "" if exchange.status in COMMON else f"status {exchange.status} is not documented"
        media = self.document.media(operation, exchange.status)
        if media is None or not exchange.body:
            return ""
        validator = self._validators.get((operation, exchange.status))
        if validator is None:
            validator = self.document.compile(media.get("schema", {}))
            self._validators[operation, exchange.status] = validator
        fault = next(iter(validator.iter_errors(read_json(exchange.body))), None)
        return f"{'.'.join(map(str, fault.instance_path))}: {fault.message}" if fault else ""
