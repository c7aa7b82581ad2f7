"""Servers that would end a run, or keep it for ever: one operation fails, the run goes on and reports."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from contract.servers import run_tests
from contract_suite.credentials import Credentials
from contract_suite.guard import Guard
from contract_suite.health import Health
from contract_suite.loading import load_document
from contract_suite.plan import Plan
from contract_suite.response_checks import (
    EndlessResponseError,
    ResponseMonitor,
    find_unreadable,
    find_wrong_retry_after,
)
from contract_suite.results import Results
from contract_suite.transport import GuardedSession
from docpact.contract.reports import format_contract, write_report

Answer = Callable[[socket.socket], None]
GOOD = b'{"a": "b"}'


def respond(body: bytes = GOOD, head: bytes = b"", status: bytes = b"200 OK") -> Answer:
    """A whole response."""
    lines = b"HTTP/1.1 " + status + b"\r\nContent-Type: application/json\r\nConnection: close\r\n" + head
    return lambda client: client.sendall(lines + b"Content-Length: %d\r\n\r\n" % len(body) + body)


def trickle(first: bytes, piece: bytes) -> Answer:
    """A response that goes on for a minute, a piece at a time."""

    def send(client: socket.socket) -> None:
        client.sendall(first)
        for _ in range(600):
            client.sendall(piece)
            time.sleep(0.1)

    return send


@contextmanager
def listening(bad: Answer, healthy: int) -> Iterator[str]:
    """A server that responds well to `/y` and to the first requests, and badly to the others; its URL."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    count = 0

    def serve(client: socket.socket) -> None:
        nonlocal count
        with client, suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request:
                request += client.recv(65536)
            count += 1
            good = count <= healthy or b" /y" in request.partition(b"\r\n")[0]
            (respond() if good else bad)(client)

    def accept() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document of two operations."""
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    operation = {"responses": {"200": {"description": "o", "content": {"application/json": {"schema": schema}}}}}
    path = tmp_path / "d.json"
    paths = {"/x": {"get": operation}, "/y": {"get": operation}}
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}), "utf-8")
    return path


BAD = {
    "1,000 deep": respond(b"[" * 1_000 + b"]" * 1_000),
    "900 deep": respond(b'{"a":' * 900 + b"1" + b"}" * 900),
    "100,000 deep": respond(b"[" * 100_000 + b"]" * 100_000),
    "half a character in a name": respond(b'{"a": {"x\\ud800": 1}}'),
    "half a character": respond(b'{"a": "\\udfff"}'),
    "a negative chunk": lambda client: client.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n0\r\n\r\n"
    ),
    "a year of 20 digits": respond(
        b"{}", b"Retry-After: Sat, 01 Jan 99999999999999999999 00:00:00 GMT\r\n", b"429 Too Many"
    ),
    "a number of 5,000 digits": respond(b'{"a": ' + b"9" * 5_000 + b"}"),
    "a digit of another script": respond(b"{}", b"Retry-After: \xb2\r\n", b"429 Too Many"),
    "numbers without end": respond(b'{"a": 1e999, "b": NaN}'),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_no_response_ends_a_run(document: Path, tmp_path: Path, bad: Answer) -> None:
    """What it is becomes a failure of that operation; the other operation is tested; every report is written."""
    with listening(bad, healthy=1) as url:
        result = run_tests(document, url, "Bearer of-good-news-1", depth="quick")
    assert {failure.operation for failure in result.failures} >= {"GET /x"}
    assert result.exit_code == 1
    assert "failed by itself" not in result.trouble
    assert "GET /y" in result.tested
    assert format_contract(result).encode()
    for ending in ("html", "xml", "sarif", "json"):
        write_report(tmp_path / f"report.{ending}", result, "")


@pytest.mark.parametrize(
    "bad",
    [
        trickle(b"HTTP/1.1 200 OK\r\nX: ", b"a"),
        trickle(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8000\r\n\r\n", b" "),
        trickle(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", b" "),
        trickle(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["head", "body with a length", "body without", "100 Continue"],
)
def test_an_exchange_has_a_deadline(document: Path, bad: Answer) -> None:
    """However often something comes; the session goes on with the next request."""
    with listening(bad, healthy=0) as url:
        plan = Plan(base_url=url, document=document)
        monitor = ResponseMonitor(Credentials(), Results(), Health())
        session = GuardedSession(Guard(load_document(document), plan), monitor, limit=0.5)
        start = time.monotonic()
        with pytest.raises(EndlessResponseError) as raised:
            session.get(f"{url}/x")
        assert time.monotonic() - start < 5
        assert raised.value.request is not None
        assert session.get(f"{url}/y").json() == {"a": "b"}


def test_what_can_be_read_is_read() -> None:
    """Deep, but not too deep; whole characters, escaped; many brackets side by side; what is no JSON at all."""
    fine = (b"[" * 150 + b"]" * 150, b'"\\ud83d\\ude00"', b"[" + b"[]," * 500 + b"[]]", b"[" * 500, b"\xff", b"")
    assert [find_unreadable(content) for content in fine] == [""] * len(fine)


@pytest.mark.parametrize("value", ["7", "Sat, 01 Jan 2028 00:00:00 GMT"])
def test_a_good_retry_after(value: str) -> None:
    """Seconds, or a date."""
    assert find_wrong_retry_after(429, {"Retry-After": value}) == ""
