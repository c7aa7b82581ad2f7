"""The mock's page in a real browser: what people see of it, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from browser.conftest import DESKTOP, PHONE, Open, overflow
from docpact.emit import load_document
from docpact.mock import create_app, running, sample_authorization

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_it_fits_the_window(
    size: tuple[int, int], scheme: str, api: httpx.Client, open_page: Open, picture: Callable[[Any, str], Path]
) -> None:
    """Nobody has to push it from side to side, on a phone neither; no button is too small for a finger."""
    for path in ("/my/lock", "/my/lock/1", "/nowhere/" + "x" * 150, "/my/device/details"):
        api.get(path)
    api.post("/my/lock/40217/operation/unlock")
    page = open_page(home(api), size, color_scheme=scheme)
    page.get_by_label("Fault").select_option("text-for-integer")
    page.get_by_role("button", name="Switch", exact=True).click()
    page.get_by_role("button", name="Switch text-for-integer off").wait_for()
    api.get("/my/device/details")
    page.get_by_text("breaks the document").wait_for()
    picture(page, f"mock-{size[0]}-{scheme}")
    assert overflow(page) == 0
    heights = page.evaluate(
        "[...document.querySelectorAll('button, select')].map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 40


def test_its_buttons_move_a_lock(api: httpx.Client, open_page: Open) -> None:
    """A press unlocks the door, and the page tells how that goes without being loaded again."""
    page = open_page(home(api))
    page.evaluate("window.same = true")
    door = page.locator("article").filter(has=page.get_by_text("Front door", exact=True))
    door.get_by_text("locked", exact=True).wait_for()
    page.get_by_role("button", name="Unlock Front door", exact=True).click()
    door.get_by_text("unlocking", exact=True).wait_for()
    door.get_by_text("unlocked", exact=True).wait_for()
    page.get_by_role("button", name="Lock Front door", exact=True).click()
    door.get_by_text("locked", exact=True).wait_for()
    assert page.evaluate("window.same")


def test_its_buttons_work_from_the_keyboard(api: httpx.Client, open_page: Open) -> None:
    """And the keyboard stays where it is, though the page is made anew."""
    page = open_page(home(api))
    page.get_by_role("button", name="Unlock Front door", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator("article").first.get_by_text("unlocking", exact=True).wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Unlock Front door"


def test_a_fault_is_switched_on_and_off(api: httpx.Client, open_page: Open) -> None:
    """Its description is shown, then what it breaks in the next answer, then nothing more."""
    page = open_page(home(api))
    page.get_by_label("Fault").select_option("text-for-integer")
    page.get_by_text("A whole number is sent as text.").first.wait_for()
    page.get_by_role("button", name="Switch", exact=True).click()
    off = page.get_by_role("button", name="Switch text-for-integer off")
    off.wait_for()
    last = page.locator("#asked tbody tr").first
    api.get("/my/device/details")
    last.get_by_text("breaks the document").wait_for()
    assert "result." in last.inner_text()
    off.click()
    off.wait_for(state="detached")
    api.get("/my/device/details")
    last.get_by_text("as documented").wait_for()


def test_without_script_it_works_too(api: httpx.Client, open_page: Open) -> None:
    """A press loads the page anew."""
    page = open_page(home(api), java_script_enabled=False)
    page.get_by_role("button", name="Unlock Front door", exact=True).click()
    assert "unlocking" in page.locator("article").first.inner_text()
