"""The page at `/`: what it shows, what its buttons do, and that nobody else's page can press them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from mock.bookshop import DOCUMENT as BOOKSHOP
from rstapi.emit import load_document
from rstapi.mock import create_app, running, sample_authorization
from rstapi.mock.clock import SteppingClock

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
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
    form = {"token": token(client.get("/").text), "id": "40217", "command": "unlock"}
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
    assert "<td>Front door<td>unlocked<td>" in page


def test_it_shows_verdicts(mock: tuple[httpx.Client, str]) -> None:
    """What an answer breaks of the document is named, once a fault is switched on; off again, all is well."""
    client, base = mock
    form = {"token": token(client.get("/").text), "fault": "text-for-integer"}
    client.post("/", data=form)
    assert "text-for-integer:GET /my/device/details" in client.get("/").text
    client.get(f"{base}/my/device/details")
    assert '<td class="bad">result.' in client.get("/").text
    client.post("/", data=form)
    client.get(f"{base}/my/mobile")
    page = client.get("/").text
    assert "On: none" in page
    assert "as documented" in page


@pytest.mark.parametrize("value", ["", "x", "é"])
def test_no_other_page_can_press_its_buttons(value: str, mock: tuple[httpx.Client, str]) -> None:
    """Without its token an order is refused, and nothing moves."""
    client, base = mock
    assert client.post("/", data={"token": value, "id": "40217", "command": "unlock"}).status_code == 403
    assert client.get(f"{base}/my/lock/40217/sync").json()["result"]["deviceState"]["state"] == 6


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
