"""No page of another site reaches the mock, whatever name that site gives to this machine."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from docpact.emit import load_document
from docpact.mock import create_app, running, sample_authorization
from docpact.mock.origins import is_own_host, is_own_origin, is_same_site

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
KEY = {"Authorization": sample_authorization(DOCUMENT)}
UNLOCK = "/my/lock/40217/operation/unlock"
LOCKED = 6


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A mock that other sites ask."""
    with running(create_app(DOCUMENT, behaviours=["tedee"])) as base:
        yield base


def state(url: str) -> int:
    """How the lock stands."""
    return int(httpx.get(f"{url}/my/lock/40217/sync", headers=KEY).json()["result"]["deviceState"]["state"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "attacker.example"}, 421),
        ({"Host": "attacker.example:8765", "Origin": "http://attacker.example:8765"}, 421),
        ({"Host": "localhost.attacker.example"}, 421),
        ({"Host": "127.0.0.1.attacker.example"}, 421),
        ({"Host": ""}, 421),
        ({"Origin": "http://attacker.example"}, 403),
        ({"Origin": "https://attacker.example:8765"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://203.0.113.7"}, 403),
        ({"Origin": "file://localhost"}, 403),
    ],
    ids=str,
)
def test_a_foreign_page_gets_nothing(headers: dict[str, str], status: int, url: str) -> None:
    """It reads neither page nor responses, and moves no lock; without the headers all of that works."""
    page = url.partition("/api")[0] + "/"
    token = re.findall(r'name="token" value="([^"]+)"', httpx.get(page).text)[0]
    form = {"token": token, "id": "40217", "command": "POST /my/lock/{id}/operation/unlock"}
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("GET", page, {}),
        ("POST", page, {"data": form}),
        ("GET", f"{url}/my/lock", {}),
        ("POST", f"{url}{UNLOCK}", {}),
        ("OPTIONS", f"{url}/my/lock", {}),
    ]
    for method, address, more in asked:
        response = httpx.request(method, address, headers={**KEY, **headers}, **more)
        assert response.status_code == status, (method, address)
        assert "lock" not in response.text
        assert "access-control-allow-origin" not in response.headers
    assert state(url) == LOCKED


@pytest.mark.parametrize(
    "headers", [{}, {"Host": "LOCALHOST:1"}, {"Host": "[::1]:8765"}, {"Origin": "http://localhost:3000"}]
)
def test_this_machine_gets_all(headers: dict[str, str], url: str) -> None:
    """Whatever it calls itself, and pages of it."""
    assert httpx.get(f"{url}/my/lock", headers={**KEY, **headers}).status_code == 200


def test_a_page_of_this_machine_presses_no_buttons(url: str) -> None:
    """Another program's page, that is, whose port is another one; with the token neither."""
    page = url.partition("/api")[0] + "/"
    token = re.findall(r'name="token" value="([^"]+)"', httpx.get(page).text)[0]
    form = {"token": token, "fault": "success-says-false"}
    assert httpx.post(page, data=form, headers={"Origin": "http://localhost:3000"}).status_code == 403
    assert "none is on" in httpx.get(page).text
    assert httpx.post(page, data=form, headers={"Origin": page.rstrip("/")}).status_code == 303
    assert "none is on" not in httpx.get(page).text


def test_two_names_at_once_are_refused(url: str) -> None:
    """Which of them counts would be anybody's guess."""
    address = httpx.URL(url)
    with socket.create_connection((address.host, address.port or 0)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: attacker.example\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(
    ("host", "hosts", "own"),
    [
        ("localhost", (), True),
        ("app.localhost:80", (), True),
        ("localhost.", (), True),
        ("10.0.0.7:8765", (), True),
        ("mock:8765", ("Mock",), True),
        ("mock:8765", (), False),
        ("x@localhost", (), False),
        ("localhost/x", (), False),
        ("localhost:port", (), False),
        ("[", (), False),
    ],
)
def test_what_is_an_own_host(host: str, hosts: tuple[str, ...], *, own: bool) -> None:
    """Addresses, `localhost`, and the names that were given; nothing that only looks like it."""
    assert is_own_host(host, hosts) is own


@pytest.mark.parametrize(
    ("origin", "hosts", "own"),
    [
        ("http://127.0.0.1:3000", (), True),
        ("http://[::1]", (), True),
        ("https://mock:8765", ("mock",), True),
        ("http://10.0.0.7", (), False),
        ("localhost", (), False),
        ("http://", (), False),
    ],
)
def test_what_is_an_own_origin(origin: str, hosts: tuple[str, ...], *, own: bool) -> None:
    """Pages of this machine: an address alone may be anybody's."""
    assert is_own_origin(origin, hosts) is own
    assert not is_same_site(origin, "localhost:8765")
