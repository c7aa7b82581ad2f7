"""The page at `/`: what it shows, what its buttons do, and that nobody else's page can press them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from docpact.emit import load_document
from docpact.mock import create_app, running, sample_authorization
from docpact.mock.clock import SteppingClock
from mock.bookshop import DOCUMENT as BOOKSHOP

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
UNLOCK = "POST /my/lock/{id}/operation/unlock"
KEY = {"Authorization": sample_authorization(DOCUMENT)}


@pytest.fixture
def mock() -> Iterator[tuple[httpx.Client, str]]:
    """A client of a whole server, and the path before its operations."""
    app = create_app(DOCUMENT, behaviours=["tedee"])
    with running(app) as url, httpx.Client(base_url=url.removesuffix(app.base_path), headers=KEY) as client:
        yield client, app.base_path


def token(page: str) -> str:
    """What the page's forms carry."""
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def test_it_shows_what_there_is(mock: tuple[httpx.Client, str]) -> None:
    """Locks with their states and buttons, other things by name; nothing is loaded from anywhere."""
    client, _ = mock
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    for words in ("Front door", "locked", 'aria-label="Unlock Front door"', "Driveway gate", "none yet"):
        assert words in page.text
    assert not re.findall(r"https?://", page.text)
    assert "mock-key" not in page.text


def test_its_buttons_move_locks(mock: tuple[httpx.Client, str]) -> None:
    """As a command over the API does."""
    client, base = mock
    form = {"token": token(client.get("/").text), "id": "40217", "command": UNLOCK}
    assert client.post("/", data=form).headers["location"] == "/"
    assert client.get(f"{base}/my/lock/40217/sync").json()["result"]["deviceState"]["state"] == 4
    assert "unlocking" in client.get("/").text


def test_it_shows_what_time_brings_about() -> None:
    """A lock that was unlocked goes on while nobody asks over the API."""
    clock = SteppingClock()
    app = create_app(DOCUMENT, behaviours=["tedee"], clock=clock)
    with running(app) as url, httpx.Client(base_url=url, headers=KEY) as client:
        client.post("my/lock/40217/operation/unlock")
        clock.step(60)
        page = client.get(url.removesuffix(app.base_path) + "/").text
    assert 'Front door</h3><span class="badge open">unlocked' in page


def test_it_shows_verdicts(mock: tuple[httpx.Client, str]) -> None:
    """What an answer breaks of the document is named, once a fault is switched on; off again, all is well."""
    client, base = mock
    form = {"token": token(client.get("/").text), "fault": "text-for-integer"}
    client.post("/", data=form)
    assert "text-for-integer</strong> <code>GET /my/device/details" in client.get("/").text
    client.get(f"{base}/my/device/details")
    assert "breaks the document</span> result." in client.get("/").text
    client.post("/", data=form)
    client.get(f"{base}/my/mobile")
    page = client.get("/").text
    assert "none is on" in page
    assert "as documented" in page


@pytest.mark.parametrize("value", ["", "x", "é"])
def test_no_other_page_can_press_its_buttons(value: str, mock: tuple[httpx.Client, str]) -> None:
    """Without its token an order is refused, and nothing moves."""
    client, base = mock
    assert client.post("/", data={"token": value, "id": "40217", "command": UNLOCK}).status_code == 403
    assert client.get(f"{base}/my/lock/40217/sync").json()["result"]["deviceState"]["state"] == 6


@pytest.mark.parametrize("command", ["DELETE /my/mobile/{id}", "unlock", ""])
def test_it_gives_no_orders_but_those_of_its_buttons(command: str, mock: tuple[httpx.Client, str]) -> None:
    """Whatever a form says, with its token too."""
    client, base = mock
    mobiles = client.get(f"{base}/my/mobile").json()["result"]
    key = str(mobiles[0]["id"])
    client.post("/", data={"token": token(client.get("/").text), "id": key, "command": command})
    assert client.get(f"{base}/my/mobile").json()["result"] == mobiles


def test_it_tells_what_was_asked_before_anybody_looked(mock: tuple[httpx.Client, str]) -> None:
    """The last 20 requests, the latest first; what the page asks for itself is none of them."""
    client, base = mock
    for number in range(25):
        client.get(f"{base}/my/lock/{number}")
    client.get("/")
    shown = re.findall(r"GET /my/lock/(\d+)</code>", client.get("/").text)
    assert shown == [str(number) for number in range(24, 4, -1)]


def test_a_fault_is_everywhere_or_off(mock: tuple[httpx.Client, str]) -> None:
    """The page says how many operations it is at, and what it does."""
    client, _ = mock
    form = {"token": token(client.get("/").text), "fault": "success-says-false"}
    client.post("/", data=form | {"operation": "*"})
    assert re.search(r"success-says-false</strong> <code>\d\d operations", client.get("/").text)
    client.post("/", data=form | {"operation": "no such"})
    assert "none is on" in client.get("/").text
    client.post("/", data=form | {"operation": "no such"})
    assert "none is on" in client.get("/").text


def test_what_others_wrote_stays_text(mock: tuple[httpx.Client, str]) -> None:
    """A name with markup is shown, not run; so is a path."""
    client, base = mock
    client.get("/")
    client.patch(f"{base}/my/lock", json={"id": 40217, "revision": 9, "name": "<script>alert(1)</script>\"'"})
    client.get(f"{base}/%3Cimg%20src=x%3E<b>")
    page = client.get("/").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<b>" not in page


def test_any_document_has_one() -> None:
    """Also one without locks."""
    app = create_app(BOOKSHOP)
    with running(app) as url:
        page = httpx.get(url.removesuffix(app.base_path) + "/").text
    assert "Bookshop: mock" in page
    assert "Moss again" in page
