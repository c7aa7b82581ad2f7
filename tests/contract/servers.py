"""Servers for the contract tests to test: our mock with something wrong about it; and how to run the tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docpact.contract.result import ContractResult
from docpact.contract.run import run_contract
from docpact.contract.suite import Credentials, Plan
from docpact.mock import create_app, running, sample_authorization


@dataclass(frozen=True, kw_only=True)
class Request:
    """A request as it came."""

    method: str
    path: str
    """Without the path before all operations."""
    query: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, kw_only=True)
class Response:
    """A response before it is sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def content(self) -> Any:  # noqa: ANN401 - any JSON value.
        """The body, read."""
        return json.loads(self.body)

    def replace(self, content: object = None, **changes: Any) -> Response:  # noqa: ANN401 - any field.
        """The same response with something else about it."""
        body = self.body if content is None else json.dumps(content).encode()
        return replace(self, **{"body": body, **changes})


Change = Callable[[Request, Response], Response]


@dataclass
class Faulty:
    """An ASGI application that changes the responses of another one, and remembers the requests it got."""

    app: ASGIApp
    base_path: str
    fault: Change = lambda _, response: response
    before: Callable[[Request], Request] = lambda request: request
    received: list[Request] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Response one request."""
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        request = self.before(
            Request(
                method=scope["method"],
                path=scope["raw_path"].decode().removeprefix(self.base_path),
                query=scope["query_string"].decode(),
                headers={name.decode(): value.decode("latin-1") for name, value in scope["headers"]},
                body=body,
            )
        )
        self.received.append(request)
        response = self.fault(request, await self._forward(scope, request))
        headers = [(k.encode(), v.encode()) for k, v in response.headers.items() if k != "content-length"]
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        await send({"type": "http.response.body", "body": response.body})

    async def _forward(self, scope: Scope, request: Request) -> Response:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": request.body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        headers = [(name.encode(), value.encode("latin-1")) for name, value in request.headers.items()]
        raw = self.base_path + request.path
        where = {"path": unquote(raw), "raw_path": raw.encode(), "query_string": request.query.encode()}
        await self.app({**scope, **where, "headers": headers}, receive, send)
        return Response(
            status=sent[0]["status"],
            headers={name.decode(): value.decode() for name, value in sent[0]["headers"]},
            body=b"".join(message.get("body", b"") for message in sent[1:]),
        )


@contextmanager
def serving(document: Mapping[str, Any], **faults: Any) -> Iterator[tuple[str, Faulty, str]]:  # noqa: ANN401
    """A mock with those faults: its URL, the application with the requests it got, and the header that it accepts."""
    app = create_app(document, behaviours=["tedee"])
    faulty = Faulty(app, app.base_path, **faults)
    with running(faulty) as url:
        yield url, faulty, sample_authorization(document)


def run_tests(
    document: Path, url: str, key: str | None, *, copies: Sequence[str] = (), **options: Any  # noqa: ANN401 - `Plan`'s fields.
) -> ContractResult:  # fmt: skip
    """Test a server with that `Authorization` header, or none; collections become what `Plan` has."""
    given: dict[str, Any] = {n: frozenset(v) if isinstance(v, list) else v for n, v in options.items()}
    plan = Plan(base_url=url, document=document, **given)
    return run_contract(plan, Credentials(authorization=key or ""), copies=copies)
