"""The mock's page in a real browser: what people see of it, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from browser.conftest import DESKTOP, PHONE, Open, overflow
from rstapi.emit import load_document
from rstapi.mock import create_app, running, sample_authorization

DOCUMENT = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
KEY = {"Authorization": sample_authorization(DOCUMENT)}


@pytest.fixture
def api() -> Iterator[httpx.Client]:
    """A client of a mock, which is served while the test runs."""
    app = create_app(DOCUMENT, behaviours=["tedee"])
    with running(app) as url, httpx.Client(base_url=url, headers=KEY) as client:
        yield client


def home(api: httpx.Client) -> str:
    """The address of the mock's page."""
    return str(api.base_url.join("/"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_it_fits_the_window(
    size: tuple[int, int], api: httpx.Client, open_page: Open, picture: Callable[[Any, str], Path]
) -> None:
    """Nobody has to push it from side to side, on a phone neither."""
    page = open_page(home(api), size)
    for path in ("/my/lock", "/my/lock/1", "/my/device/details", "/nowhere"):
        api.get(path)
    page.get_by_text("/my/device/details").first.wait_for()
    picture(page, f"mock-{size[0]}")
    assert overflow(page) == 0


def test_its_buttons_move_a_lock(api: httpx.Client, open_page: Open) -> None:
    """A press unlocks the door, and the page tells how that goes without being loaded again."""
    page = open_page(home(api))
    door = page.get_by_role("row").filter(has=page.get_by_text("Front door", exact=True))
    door.get_by_text("locked", exact=True).wait_for()
    page.get_by_role("button", name="Unlock Front door", exact=True).click()
    door.get_by_text("unlocking", exact=True).wait_for()
    door.get_by_text("unlocked", exact=True).wait_for()
    page.get_by_role("button", name="Lock Front door", exact=True).click()
    door.get_by_text("locked", exact=True).wait_for()
