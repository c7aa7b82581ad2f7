"""A real Chromium for what people look at; `tox -e browser` has what it needs, elsewhere these tests are skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# As root, as CI is, there is no sandbox; the others keep it from asking anybody else for anything.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, PHONE = (1280, 900), (390, 844)
"""Width and height of a window."""
Open: TypeAlias = Callable[..., Any]
"""Address, size of the window → a page of playwright's."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for a module's tests; without it, or without what drives it, they are skipped.

    No longer: what drives it keeps an event loop running, in which tests of other modules could not run theirs.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: tox -e browser")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("there is no Chromium; Debian's package is `chromium`")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=program, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Open]:  # noqa: ANN401 - playwright may be missing where types are checked.
    """Opens an address; at the end, nothing opened may have complained or asked for anything from elsewhere."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def opened(address: str, size: tuple[int, int] = DESKTOP, **more: Any) -> Any:  # noqa: ANN401
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: None if is_local(asked.url) else complaints.append(f"asked {asked.url}"))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[Any, str], Path]:
    """Takes a picture of a whole page, for somebody to look at: in the folder that DOCPACT_PICTURES names."""
    folder = Path(os.environ.get("DOCPACT_PICTURES") or tmp_path)

    def taken(page: Any, name: str) -> Path:  # noqa: ANN401
        path = folder / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return taken


def is_local(url: str) -> bool:
    """Tell whether an address leads nowhere else."""
    return url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:"))


def overflow(page: Any) -> int:  # noqa: ANN401
    """Return by how many pixels a page is wider than its window: whoever reads it on a phone would have to push it."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
