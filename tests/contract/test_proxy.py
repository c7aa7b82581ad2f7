"""The proxy passes everything on as it is, and judges it."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from contract.recordings import read_offers
from docpact.contract.proxy.judging import JudgingThread
from docpact.contract.proxy.run import PAGE, ProxyApp, ProxyJob, check_server
from docpact.contract.result import ContractResult
from docpact.contract.traffic.session import TrafficSession
from docpact.emit import dump_yaml
from docpact.errors import UsageError
from docpact.mock import running

GOOD = b'{"id": 1, "price": 2.5}'
TYPE = (b"content-type", b"application/json")


@dataclass
class Server:
    """An ASGI application that responds what a test wants, and remembers what it got."""

    status: int = 200
    headers: list[tuple[bytes, bytes]] = field(default_factory=lambda: [TYPE])
    chunks: list[bytes] = field(default_factory=lambda: [GOOD])
    waits: float = 0.0
    """Seconds before each chunk after the first."""
    base_path: str = "/v1"
    scopes: list[Scope] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond."""
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        self.scopes.append(scope)
        self.bodies.append(body)
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        for number, chunk in enumerate(self.chunks):
            await asyncio.sleep(self.waits if number else 0)
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


@dataclass
class Proxy:
    """A proxy that runs in front of a server."""

    url: str
    judging: JudgingThread

    @property
    def page(self) -> str:
        """The URL of its page."""
        return self.url.removesuffix("/v1") + PAGE

    def find_result(self, exchanges: int = 1) -> ContractResult:
        """What was found, once so many exchanges are judged."""
        deadline = time.monotonic() + 10
        while len(self.judging.last) < exchanges and time.monotonic() < deadline:
            time.sleep(0.01)
        return self.judging.build_result()


@contextmanager
def between(url: str) -> Iterator[Proxy]:
    """Run a proxy in front of the server at that URL."""
    judging = JudgingThread(TrafficSession(read_offers(), url))
    judging.start()
    app = ProxyApp(ProxyJob(server=url, document=read_offers()), judging)
    with running(app, dates=False) as own:
        yield Proxy(own, judging)
    judging.finish()


@contextmanager
def proxied(server: Server) -> Iterator[Proxy]:
    """Run a server, and a proxy in front of it."""
    with running(server) as url, between(url) as proxy:
        yield proxy


def test_requests_and_responses_pass_unchanged() -> None:
    """Path, query, headers and bodies to the byte; the host is the server's, and what is about one connection stays."""
    two = [(b"x-two", b"1"), (b"x-two", b"2")]
    server = Server(headers=[TYPE, *two, (b"connection", b"x-own"), (b"x-own", b"no")])
    with proxied(server) as proxy:
        sent = b'{"id": \xc3\xa4}'
        response = httpx.post(
            f"{proxy.url}/offers/%2e%2E/a%20b?q=%2F&q=+", content=sent, headers={"X-Mine": "yes", "TE": "trailers"}
        )
    scope = server.scopes[0]
    assert (scope["method"], scope["raw_path"], scope["query_string"]) == (
        "POST",
        b"/v1/offers/%2e%2E/a%20b",
        b"q=%2F&q=+",
    )
    given = dict(scope["headers"])
    assert given[b"x-mine"] == b"yes"
    assert given[b"host"] != proxy.url.split("/")[2].encode()
    assert b"te" not in given
    assert server.bodies == [sent]
    assert response.content == GOOD
    assert response.headers.get_list("x-two") == ["1", "2"]
    assert len(response.headers.get_list("date")) == 1
    assert "x-own" not in response.headers


def test_streams_pass_as_they_come() -> None:
    """The first piece of a response is there while the server still waits; a body without length arrives whole."""
    with proxied(Server(chunks=[b"[", b"1", b"]"], waits=0.4)) as proxy:

        def generate() -> Iterator[bytes]:
            yield b"a" * 100_000
            yield b"b"

        start = time.monotonic()
        with httpx.stream("POST", f"{proxy.url}/offers", content=generate()) as response:
            pieces = response.iter_raw()
            assert next(pieces) == b"["
            assert time.monotonic() - start < 0.35
            assert b"".join(pieces) == b"1]"


def test_a_response_that_ends_early_stays_one() -> None:
    """Nobody may take half a response for a whole one."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def respond() -> None:
            connection, _ = listening.accept()
            connection.recv(65536)
            head = b"HTTP/1.1 200 OK\r\nx-total: 1\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n"
            connection.sendall(head + b"[1,")
            connection.close()

        threading.Thread(target=respond, daemon=True).start()
        with between(f"http://127.0.0.1:{listening.getsockname()[1]}/v1") as proxy:
            with pytest.raises(httpx.RemoteProtocolError):
                httpx.get(f"{proxy.url}/offers")
            result = proxy.find_result()
    assert result.coverage is not None
    assert result.coverage.without_body == 1
    assert not result.failures


def test_a_server_that_is_not_there_is_said() -> None:
    """502, and the exchange counts as one without a response."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with between(f"http://127.0.0.1:{port}/v1") as proxy:
        response = httpx.get(f"{proxy.url}/offers/1")
        result = proxy.find_result()
    assert (response.status_code, "ConnectError" in response.text) == (502, True)
    assert result.coverage is not None
    assert result.coverage.without_response == 1


@pytest.mark.parametrize("packed", [False, True])
def test_exchanges_are_judged_as_they_pass(*, packed: bool) -> None:
    """Also those that are packed; the page shows the finding and the exchange."""
    wrong = b'{"id": "one", "price": 2}'
    headers = [TYPE, (b"content-encoding", b"gzip")] if packed else [TYPE]
    with proxied(Server(headers=headers, chunks=[gzip.compress(wrong) if packed else wrong])) as proxy:
        assert httpx.get(f"{proxy.url}/offers/1").json()["id"] == "one"
        result = proxy.find_result()
        page = httpx.get(proxy.page).text
    assert [(f.operation, f.check) for f in result.failures] == [("GET /offers/{id}", "response_schema_conformance")]
    assert "GET /v1/offers/1" in page
    assert "breaks the document" in page
    assert "1 of 3 operations" in page


def test_the_page_escapes_and_hides() -> None:
    """Nothing of a server runs in it, and no secret shows."""
    chunks = [b'{"id": "<script>alert(1)</script>", "price": "s3cr3t-of-the-client"}']
    with proxied(Server(chunks=chunks)) as proxy:
        httpx.get(
            f"{proxy.url}/offers/1?api_key=s3cr3t-of-the-client", headers={"Authorization": "Bearer s3cr3t-of-mine"}
        )
        proxy.find_result()
        response = httpx.get(proxy.page)
    assert "<script>alert" not in response.text
    assert "s3cr3t" not in response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.status_code == 200


@pytest.mark.parametrize("headers", [{"Host": "attacker.example"}, {"Origin": "http://attacker.example"}])
@pytest.mark.parametrize("path", [PAGE, "/v1/offers"])
def test_pages_of_other_sites_get_nothing(path: str, headers: dict[str, str]) -> None:
    """Neither the page nor the server behind it."""
    server = Server()
    with proxied(server) as proxy:
        assert httpx.get(proxy.url.removesuffix("/v1") + path, headers=headers).status_code in {403, 421}
    assert not server.scopes


def test_a_hundred_clients_are_served_at_once() -> None:
    """Each gets its own response, though the server lets all of them wait."""

    async def ask(url: str) -> list[int]:
        limits = httpx.Limits(max_connections=100)
        async with httpx.AsyncClient(limits=limits, timeout=30) as client:
            found = await asyncio.gather(*(client.get(f"{url}/offers/{n}") for n in range(100)))
        return [response.status_code for response in found]

    with proxied(Server(chunks=[GOOD[:5], GOOD[5:]], waits=0.5)) as proxy:
        start = time.monotonic()
        assert asyncio.run(ask(proxy.url)) == [200] * 100
        assert time.monotonic() - start < 20


def test_a_client_that_goes_ends_the_request() -> None:
    """The server isn't read to an end that may never come."""
    server = Server(chunks=[b"x"] * 200, waits=0.05)
    with proxied(server) as proxy:
        with httpx.stream("GET", f"{proxy.url}/offers") as response:
            next(response.iter_raw())
        start = time.monotonic()
        proxy.find_result()
        assert time.monotonic() - start < 5


@pytest.mark.parametrize("url", ["x", "ftp://a/b", "https://user:word@a.example/"])
def test_urls_that_lead_nowhere_are_refused(url: str) -> None:
    """One line, and no password in it."""
    with pytest.raises(UsageError) as caught:
        check_server(url)
    assert "word" not in str(caught.value)


def test_an_interrupt_ends_with_reports(tmp_path: Path) -> None:
    """Ctrl-C: what was found is printed, and written in all formats; the archive can be judged again."""
    document = tmp_path / "offers.yaml"
    document.write_text(dump_yaml(dict(read_offers().mapping)), "utf-8")
    names = [tmp_path / f"report.{ending}" for ending in ("har", "json")]
    command = [sys.executable, "-m", "docpact", "proxy", "--document", str(document), "--port", "0"]
    with running(Server(chunks=[b'{"id": "s3cr3t-of-the-client"}'])) as url:
        more: list[str] = [url, *(word for name in names for word in ("--report", str(name)))]
        process = subprocess.Popen(
            [*command, *more], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip
        assert process.stderr is not None
        own = re.search(r"passing (\S+)", process.stderr.readline())
        assert own is not None
        httpx.get(f"{own[1]}/offers/1", headers={"Authorization": "Bearer s3cr3t-of-the-client"})
        process.send_signal(signal.SIGINT)
        printed, errors = process.communicate(timeout=30)
    assert process.returncode == 1, errors
    assert "response_schema_conformance" in printed
    archive: dict[str, Any] = json.loads(names[0].read_text("utf-8"))
    assert len(archive["log"]["entries"]) == 1
    assert json.loads(names[1].read_text("utf-8"))["coverage"]["judged"] == 1
    assert "s3cr3t" not in printed + "".join(name.read_text("utf-8") for name in names)
