"""A mock under abuse: a clear failure, nothing that grows without end, and it goes on serving."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from docpact.emit import load_document
from docpact.mock import create_app, running, sample_authorization

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
KEY = sample_authorization(DOCUMENT)
JSON = {"Authorization": KEY, "Content-Type": "application/json"}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """One mock for all of it: each test leaves it serving."""
    with running(create_app(DOCUMENT, behaviours=["tedee"])) as base:
        yield base


@pytest.fixture(autouse=True)
def still_serving(url: str) -> Iterator[None]:
    """After each test it answers as before."""
    yield
    assert httpx.get(f"{url}/my/lock", headers=JSON).status_code == 200


def send(url: str, raw: bytes, *, wait: float = 10) -> bytes:
    """What comes back for these bytes, sent as they are."""
    parts = urlsplit(url)
    assert parts.hostname
    assert parts.port
    with socket.create_connection((parts.hostname, parts.port), timeout=wait) as connection:
        try:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            return b"refused while it was sent"
        got = b""
        try:
            while chunk := connection.recv(65536):
                got += chunk
        except ConnectionResetError:
            return got or b"refused while it was sent"
        return got


def request(path: str, *lines: str, method: str = "GET") -> bytes:
    """A request's head."""
    head = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Authorization: {KEY}", "Connection: close", *lines]
    return "\r\n".join([*head, "", ""]).encode("latin-1")


def test_a_body_of_100_megabytes(url: str) -> None:
    """413, before all of it has come."""

    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 1_000_000

    try:
        response = httpx.patch(f"{url}/my/lock", content=endless(), headers=JSON, timeout=30)
    except httpx.WriteError:
        return
    assert response.status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"[" * 10_000 + b"]" * 10_000, b'{"a":' * 10_000 + b"1" + b"}" * 10_000, b"[" * 900_000],
    ids=["lists", "objects", "without end"],
)
def test_a_body_10000_levels_deep(body: bytes, url: str) -> None:
    """400."""
    response = httpx.patch(f"{url}/my/lock", content=body, headers=JSON)
    assert (response.status_code, response.json()["statusCode"]) == (400, 400)


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": 40217, "revision": 9, "name": "\xff"}',
        b'{"id": 40217, "revision": 9, "name": "\\ud800"}',
        b"\xff\xfe{}",
        b"\x00",
        b'{"id": NaN}',
        b'{"id": 1' + b"0" * 5000,
    ],
    ids=["broken UTF-8", "half a character", "UTF-16", "zero", "not a number", "a number without end"],
)
def test_a_body_that_is_no_json(body: bytes, url: str) -> None:
    """400, which names the body."""
    response = httpx.patch(f"{url}/my/lock", content=body, headers=JSON)
    assert response.status_code == 400
    assert "body" in response.json()["errorMessages"][0]


def test_1000_connections_at_once(url: str) -> None:
    """All are answered."""
    parts = urlsplit(url)

    def ask(_: int) -> bytes:
        return send(url, request(f"{parts.path}/my/lock"), wait=60)[:12]

    with ThreadPoolExecutor(100) as pool:
        assert set(pool.map(ask, range(1000))) == {b"HTTP/1.1 200"}


def test_slow_senders_hold_up_nobody(url: str) -> None:
    """200 connections that send a byte now and then: others are answered meanwhile."""
    parts = urlsplit(url)
    slow = [socket.create_connection((str(parts.hostname), int(parts.port or 0))) for _ in range(200)]
    for connection in slow:
        connection.sendall(b"PATCH /api/v37/my/lock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{")
    for _ in range(5):
        assert httpx.get(f"{url}/my/lock", headers=JSON, timeout=10).status_code == 200
        time.sleep(0.05)
    for connection in slow:
        connection.close()


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"GET /api/v37/my/lock HTTP/1.1\r\nHost: localhost\r\nX-",
        b"PATCH /api/v37/my/lock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{",
    ],
    ids=["nothing", "half a head", "half a body"],
)
def test_who_sends_nothing_more_is_not_waited_for(start: bytes, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection ends, with 408 where no answer has begun."""
    monkeypatch.setattr("docpact.mock.connections.PATIENCE", 0.2)
    parts = urlsplit(url)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=10) as connection:
        connection.sendall(start)
        got = b"".join(iter(lambda: connection.recv(65536), b""))
    assert got.startswith(b"HTTP/1.1 408") or start.endswith(b"{")


def test_a_large_head(url: str) -> None:
    """431, whether it comes whole or without an end."""
    path = urlsplit(url).path
    whole = send(url, request(f"{path}/my/lock", *(f"X-{n}: {'x' * 100}" for n in range(700))))
    endless = send(url, f"GET {path}/my/lock HTTP/1.1\r\nX: {'x' * 200_000}".encode())
    assert [got.split(b" ")[1] for got in (whole, endless)] == [b"431", b"431"]


def test_who_wants_another_protocol(url: str) -> None:
    """HTTP is answered."""
    got = send(url, request(f"{urlsplit(url).path}/my/lock", "Connection: Upgrade", "Upgrade: websocket"))
    assert got.startswith(b"HTTP/1.1 200")


def test_floods_of_headers(url: str) -> None:
    """431, and time to read it."""
    path = urlsplit(url).path
    for lines in ([f"X-{n}: {'x' * 100}" for n in range(5000)], ["X: " + "x" * 1_000_000]):
        got = send(url, request(f"{path}/my/lock", *lines))
        assert got.startswith(b"HTTP/1.1 431")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/my/lock/../lock", 404),
        ("/my/lock/%2e%2e/%2e%2e/etc/passwd", 404),
        ("/my/lock/%2e%2e%2fmobile", 400),
        ("/my/lock//", 404),
        ("//my/lock", 404),
        ("/my/lock/%00", 400),
        ("/my/lock/%ff%fe", 400),
        ("/my/lock/40217%0d%0aX-Injected:%20yes", 400),
        ("/my/lock/" + "9" * 6000, 400),
        ("/my/lock;x=1", 404),
        ("/my/lock?" + "&".join(["id=1"] * 1000), 200),
    ],
)
def test_tricks_with_paths(path: str, status: int, url: str) -> None:
    """Each is another path or a bad id, never another resource, and nothing of it gets into the headers."""
    got = send(url, request(f"{urlsplit(url).path}{path}"))
    assert got.split(b" ", 2)[1] == str(status).encode(), got[:300]
    assert b"\r\nX-Injected" not in got


def test_what_is_no_http(url: str) -> None:
    """400 or an end of the connection."""
    for raw in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20, b"GET\r\n\r\n", b"\x00" * 10_000):
        got = send(url, raw)
        assert got.startswith((b"HTTP/1.1 400", b"refused")) or not got


@pytest.mark.parametrize(
    "value", ["PersonalKey " + "x" * 30_000, "\x7f", "Bearer", "Basic bW9jazprZXk=", "PersonalKey mock-key, x"]
)
def test_strange_credentials(value: str, url: str) -> None:
    """401, or 400 for what no header may hold (RFC 9110, section 5.5); without them in the answer."""
    response = httpx.get(f"{url}/my/lock", headers={"Authorization": value})
    assert response.status_code == (400 if value == "\x7f" else 401)
    assert value not in response.text
