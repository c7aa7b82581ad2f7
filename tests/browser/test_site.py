"""The tool's own site in a real browser: width, navigation, search, dark mode, and nothing asked of anybody else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from browser.conftest import DESKTOP, PHONE, Open, overflow

ROOT = Path(__file__).resolve().parents[2]
LOOKED_AT = ("index.html", "gallery/ferry.html", "reference/diagnostics.html", "reference/configuration.html")
sizes = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built without a warning."""
    for package in ("furo", "myst_parser", "sphinx_copybutton"):
        pytest.importorskip(package, reason=f"{package} is not installed: tox -e browser")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "--keep-going", "-b", "html", "docs", str(folder)]
    built = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder


@sizes
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_looked_at(
    size: tuple[int, int], scheme: str, site: Path, open_page: Open, picture: Callable[[Any, str], Path]
) -> None:
    """The pages with the widest tables and code fit the window, and are as dark as the person's system."""
    for name in LOOKED_AT:
        page = open_page((site / name).as_uri(), size, color_scheme=scheme)
        picture(page, f"site-{name.replace('/', '-').removesuffix('.html')}-{size[0]}-{scheme}")
        assert overflow(page) == 0, name
        red = page.evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])")
        assert (red < 128) == (scheme == "dark")


def test_every_page_fits_a_phone(site: Path, open_page: Open) -> None:
    """No page is wider than 390 pixels, and none has an error on the console."""
    page = open_page((site / "index.html").as_uri(), PHONE)
    wide = {}
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        if pixels := overflow(page):
            wide[path.relative_to(site).as_posix()] = pixels
    assert not wide


@sizes
def test_the_first_page_leads_on(size: tuple[int, int], site: Path, open_page: Open) -> None:
    """The navigation, which a phone has behind a button, leads to the other pages, and the title leads back."""
    page = open_page((site / "index.html").as_uri(), size)
    if size == PHONE:
        page.locator("label.nav-overlay-icon").click()
    page.locator(".sidebar-tree").get_by_role("link", name="Use it for your own documentation").click()
    page.get_by_role("heading", name="Use it for your own documentation").wait_for()
    if size == PHONE:
        page.locator("label.nav-overlay-icon").click()
    page.locator("a.sidebar-brand").click()
    page.get_by_role("heading", name="Three commands").wait_for()


def test_the_search_finds_a_code(site: Path, open_page: Open) -> None:
    """A diagnostic's code leads to the page that explains it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page = open_page(f"http://127.0.0.1:{server.server_port}/index.html")
        search(page)
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, for the search fetches pages; logs nothing."""

    def log_message(self, *_: object) -> None:
        """Write nothing."""


def search(page: Any) -> None:  # noqa: ANN401 - playwright's.
    """Look for a code, and wait for the results with their excerpts."""
    page.locator("input.sidebar-search").fill("sample-json")
    page.locator("input.sidebar-search").press("Enter")
    page.locator("#search-results a", has_text="Diagnostics").first.wait_for()
    page.locator("#search-results .context").first.wait_for()
    page.wait_for_load_state("networkidle")


def test_commands_are_copied(site: Path, open_page: Open) -> None:
    """A block's button copies its text."""
    page = open_page((site / "index.html").as_uri(), permissions=["clipboard-read", "clipboard-write"])
    block = page.locator(".highlight-sh").first
    block.hover()
    block.locator("button.copybtn").click()
    block.locator("button.copybtn.success").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "docpact extract docs -o openapi.yaml"
