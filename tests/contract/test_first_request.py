"""The first request of a run, where no operation can be called without an id: it goes the way of all others."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from contract.servers import run_tests
from contract.test_trouble import Streaming
from docpact.errors import ServerError
from docpact.mock import running


@dataclass
class Recording:
    """Responds with one status and those headers, and remembers the requests it got."""

    base_path: str = ""
    status: int = 200
    headers: tuple[tuple[bytes, bytes], ...] = ()
    received: list[Scope] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        del receive
        self.received.append(scope)
        headers = [(b"content-type", b"application/json"), *self.headers]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"{}"})


@pytest.fixture
def ids_only(tmp_path: Path) -> Path:
    """A document whose only operation needs an id that no list has."""
    number = {"in": "path", "name": "id", "required": True, "schema": {"type": "integer"}}
    operation = {"parameters": [number], "responses": {"200": {"description": "fine"}}}
    path = tmp_path / "d.json"
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/x/{id}": {"get": operation}}}
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_nothing_is_taken_from_files_or_the_environment(
    ids_only: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No credentials from `.netrc`, no proxy for a server on this machine; and it counts as a request."""
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login bob password of-bob\n", "utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    server = Recording()
    with running(server) as url:
        result = run_tests(ids_only, url, None, depth="quick")
    assert server.received[0]["path"] == "/"
    assert not [name for scope in server.received for name, _ in scope["headers"] if name == b"authorization"]
    assert result.requests == len(server.received)


def test_somebody_s_server_gets_it_too(ids_only: Path) -> None:
    """The guard lets this one request to no operation pass, and no other one."""
    server = Recording()
    with running(server) as url:
        run_tests(ids_only, url, None, depth="quick", remote=True)
    first, *others = [scope["path"] for scope in server.received]
    assert first == "/"
    assert "/" not in others


def test_an_endless_body(ids_only: Path) -> None:
    """It is read as far as any other."""
    with running(Streaming()) as url, pytest.raises(ServerError, match="EndlessResponseError"):
        run_tests(ids_only, url, None)


def test_a_redirect_is_not_followed(ids_only: Path) -> None:
    """Wherever it leads."""
    elsewhere = Recording()
    with running(elsewhere) as other:
        server = Recording(status=302, headers=((b"location", other.encode()),))
        with running(server) as url:
            run_tests(ids_only, url, None, depth="quick")
    assert elsewhere.received == []


@pytest.mark.parametrize(("other", "accepted"), [(b"application/json", True), (b"text/html", False)])
def test_a_page_at_one_operation_is_no_page_everywhere(tmp_path: Path, other: bytes, *, accepted: bool) -> None:
    """An operation may send a page, or redirect with one; where no other operation succeeds, the URL is wrong."""
    fine = {"get": {"responses": {"200": {"description": "fine"}}}}
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a/": fine, "/b": fine}}
    path = tmp_path / "d.json"
    path.write_text(json.dumps(document), "utf-8")

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        del receive
        kind = other if scope["path"] == "/b" else b"text/html; charset=utf-8"
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind)]})
        await send({"type": "http.response.body", "body": b"{}"})

    with running(Served(serve)) as url:
        if accepted:
            assert "GET /b" in run_tests(path, url, None, depth="quick").tested
        else:
            with pytest.raises(ServerError, match="sends HTML"):
                run_tests(path, url, None, depth="quick")


@dataclass
class Served:
    """A server at the root."""

    app: ASGIApp
    base_path: str = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        await self.app(scope, receive, send)
