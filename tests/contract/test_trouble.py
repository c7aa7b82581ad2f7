"""Servers in trouble: the run ends, says what is the matter, and keeps what it found."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contract.servers import Request, Response, run_tests, serving
from docpact.errors import ServerError
from docpact.mock import create_app, running, sample_authorization

Document = Mapping[str, Any]
CHUNKS = 1000
"""Of 64 KiB: several times as much as any response may have."""
READING = "test_operation and GET and lock and sync"


def test_credentials_that_expire_midway(document: Document, path: Path) -> None:
    """The run is broken off; that everything is refused from then on is no failure of any operation."""
    count = 0

    def expire(request: Request) -> Request:
        nonlocal count
        count += 1
        headers = {k: v for k, v in request.headers.items() if count < 40 or k != "authorization"}
        return Request(**{**vars(request), "headers": headers})

    with serving(document, before=expire) as (url, server, key):
        result = run_tests(path, url, key, examples=1, keyword="test_operation and GET")
    assert "they have expired" in result.trouble
    assert (result.failures, result.exit_code) == ((), 2)
    assert 40 <= result.requests == len(server.received) < 60


def test_a_failure_before_the_trouble_is_kept(document: Document, path: Path) -> None:
    """Then the verdict is that of what was found."""
    count = 0

    def worsen(request: Request, response: Response) -> Response:
        nonlocal count
        count += 1
        if count > 60:
            return response.replace(status=401)
        wrong = "operation" in request.path
        return response.replace({**response.content, "statusCode": 999}) if wrong else response

    with serving(document, fault=worsen) as (url, _, key):
        result = run_tests(path, url, key, examples=1, keyword="test_operation and GET")
    assert result.trouble
    assert "envelope_coherence" in {failure.check for failure in result.failures}
    assert result.exit_code == 1


@dataclass
class Dying:
    """Responds as another application does; from some request on it begins a response only, and cuts the connection."""

    app: ASGIApp
    base_path: str
    healthy: int
    received: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Response one request."""
        self.received += scope["type"] == "http"
        if self.received <= self.healthy:
            await self.app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (None, r"responds 401 \(`personalAccessKey` is the header Authorization.*; or put the whole"),
        ("PersonalKey wrong", "rejects the credentials with 401"),
    ],
)
def test_a_run_without_good_credentials_is_no_success(
    document: Document, path: Path, key: str | None, said: str
) -> None:
    """Where all is refused nothing is found, which is no agreement, on this machine neither."""
    with serving(document) as (url, server, _):
        with pytest.raises(ServerError, match=said) as raised:
            run_tests(path, url, key)
        assert len(server.received) == 1
    assert "wrong" not in str(raised.value)


def test_a_server_that_dies_midway(document: Document, path: Path) -> None:
    """Some requests in a row get no response, then a harmless one: nothing more is sent, and the run says so."""
    app = create_app(document, behaviours=["tedee"])
    dying = Dying(app, app.base_path, 60)
    with running(dying) as url:
        result = run_tests(path, url, sample_authorization(document), examples=1, keyword="test_operation")
    assert "the server stopped responding" in result.trouble
    assert dying.received < 80
    assert result.tested


def test_no_secure_connection(document: Document, path: Path) -> None:
    """Where no certificate is shown, one line says so."""
    with serving(document) as (url, server, key), pytest.raises(ServerError, match="no secure connection"):
        run_tests(path, url.replace("http:", "https:"), key)
    assert server.received == []


def test_chunks_are_nothing_special(document: Document, path: Path) -> None:
    """A response may come in pieces, without its length said before."""
    app = create_app(document, behaviours=["tedee"])
    with running(Chunking(app, app.base_path)) as url:
        key = sample_authorization(document)
        result = run_tests(path, url, key, examples=1, keyword=READING)
    assert result.failures == ()


@dataclass
class Chunking:
    """Responds as another application does, in two pieces."""

    app: ASGIApp
    base_path: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Response one request."""

        async def in_pieces(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [(name, value) for name, value in message["headers"] if name != b"content-length"]
                await send({**message, "headers": kept})
                return
            half = len(message.get("body", b"")) // 2
            await send({"type": "http.response.body", "body": message["body"][:half], "more_body": True})
            await send({**message, "body": message["body"][half:]})

        await self.app(scope, receive, in_pieces)


def test_a_redirect_to_a_login_page(document: Document, path: Path) -> None:
    """One line, and what to do."""

    def redirect(_: Request, response: Response) -> Response:
        return response.replace(status=302, headers={**response.headers, "location": "https://sso.example/login"})

    with serving(document, fault=redirect) as (url, server, key), pytest.raises(ServerError, match="a login page"):
        run_tests(path, url, key)
    assert len(server.received) == 1


def test_gzip_is_nothing_special(document: Document, path: Path) -> None:
    """A compressed body is read as what it is."""

    def compress(_: Request, response: Response) -> Response:
        return response.replace(
            body=gzip.compress(response.body), headers={**response.headers, "content-encoding": "gzip"}
        )

    with serving(document, fault=compress) as (url, _, key):
        result = run_tests(path, url, key, examples=1, keyword=READING)
    assert result.failures == ()


def test_an_answer_of_fifty_megabytes(document: Document, path: Path) -> None:
    """It is read as far as is reasonable, and named; the operation gets no more requests."""
    swollen = 0

    def swell(request: Request, response: Response) -> Response:
        nonlocal swollen
        here = request.path == "/my/lock/sync" and response.status == 200
        swollen += here
        return response.replace(body=b"[" + b"0," * (25 * 1024 * 1024) + b"0]") if here else response

    with serving(document, fault=swell) as (url, _, key):
        result = run_tests(path, url, key, examples=1, keyword=READING)
    found = {(failure.operation, failure.check): failure.got for failure in result.failures}
    assert "EndlessResponseError" in found["GET /my/lock/sync", "endless_response"]
    assert swollen < 5


class Streaming:
    """Responds without an end."""

    base_path = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Response one thing after the other."""
        del scope, receive
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        # As good as endless; whoever hung up is no reason to go on, and others want to be served.
        for _ in range(CHUNKS):
            await send({"type": "http.response.body", "body": b" " * 65536, "more_body": True})
            await asyncio.sleep(0)


def test_an_endless_stream(path: Path) -> None:
    """The first request says so."""
    with running(Streaming()) as url, pytest.raises(ServerError, match="EndlessResponseError"):
        run_tests(path, url, "PersonalKey mock-key")
