"""What was asked of a mock, each with a verdict: whether the answer keeps to the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rstapi.json_schema import compile_schema
from rstapi.mock.document import Document, Operation
from rstapi.mock.faults import raw_path
from rstapi.mock.faults.mechanism import read_json
from rstapi.mock.page import Asked

LARGEST = 256 * 1024
"""Of an answer that is looked at: longer ones would cost too much."""
COMMON = frozenset({400, 401, 403, 404, 405, 413, 415, 429})
"""What any operation may answer."""


@dataclass(slots=True)
class Watched:
    """An ASGI application that notes what another answers while somebody looks on."""

    app: ASGIApp
    document: Document
    note: Callable[[Asked], None]
    looked_at: Callable[[], bool]
    _validators: dict[tuple[str, int], Any] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not self.looked_at():
            await self.app(scope, receive, send)
            return
        status, body = 0, bytearray()

        async def noting(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            if len(body) <= LARGEST:
                body.extend(message.get("body", b""))
            await send(message)

        await self.app(scope, receive, noting)
        path = raw_path(scope).removeprefix(self.document.base_path)
        operation = next((o for o, _ in self.document.find(path) if o.method == scope["method"]), None)
        verdict = self.judge(operation, status, bytes(body)) if operation else ""
        self.note(Asked(method=scope["method"], path=path, status=status, verdict=verdict))

    def judge(self, operation: Operation, status: int, body: bytes) -> str:
        """Return what an answer breaks of the document; empty where it keeps to it."""
        if str(status) not in operation.definition.get("responses", {}):
            return "" if status in COMMON else f"status {status} is not documented"
        media = self.document.media(operation, status)
        if media is None or len(body) > LARGEST:
            return ""
        validator = self._validators.get((operation.signature, status))
        if validator is None:
            validator = compile_schema(self.document.raw, media.get("schema", {}))
            self._validators[operation.signature, status] = validator
        fault = next(iter(validator.iter_errors(read_json(body))), None)
        return f"{'.'.join(map(str, fault.instance_path))}: {fault.message}" if fault else ""
