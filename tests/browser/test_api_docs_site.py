"""The API's documentation in a real browser: it fits a phone, its curl lines are whole, and nobody else is asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import DESKTOP, PHONE, Open, overflow

ROOT = Path(__file__).resolve().parents[2]
sizes = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built without a warning."""
    for package in ("furo", "sphinx_copybutton", "drf_spectacular_sidecar"):
        pytest.importorskip(package, reason=f"{package} is not installed: tox -e browser")
    folder = tmp_path_factory.mktemp("api_docs")
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "-b", "html", "api_docs", str(folder)]
    built = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder


def test_every_page_fits_a_phone(site: Path, open_page: Open) -> None:
    """No page is wider than 390 pixels; a table that is wider moves within the page."""
    page = open_page((site / "index.html").as_uri(), PHONE)
    wide = {}
    for path in sorted(site.rglob("*.html")):
        if path.name != "reference.html":
            page.goto(path.as_uri(), wait_until="domcontentloaded")
            if pixels := overflow(page):
                wide[path.relative_to(site).as_posix()] = pixels
    assert not wide


@sizes
def test_an_operation_is_read(
    size: tuple[int, int], site: Path, open_page: Open, picture: Callable[[Any, str], Path]
) -> None:
    """Its title has its group; descriptions are within the window, and curl lines end within their block."""
    page = open_page((site / "endpoints" / "lock" / "get-all.html").as_uri(), size)
    picture(page, f"api-docs-{size[0]}")
    assert page.locator("h1").inner_text().startswith("Lock: Get all")
    box = page.get_by_role("cell", name="only locks with this battery level").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= size[0]
    widths = page.evaluate(
        "[...document.querySelectorAll('.highlight-sh pre')].map(e => [e.scrollWidth, e.clientWidth])"
    )
    assert widths
    assert all(needed <= given for needed, given in widths)
    assert page.locator(".highlight-sh button.copybtn").count() == page.locator(".highlight-sh").count()


@sizes
def test_the_reference_is_quiet(
    size: tuple[int, int], site: Path, open_page: Open, picture: Callable[[Any, str], Path]
) -> None:
    """Redoc fits the window, complains of nothing, asks nobody, and each operation names its credentials once."""
    page = open_page((site / "reference.html").as_uri(), size)
    page.wait_for_function("document.querySelectorAll('h2').length > 20")
    page.wait_for_load_state("networkidle")
    picture(page, f"api-reference-{size[0]}")
    assert overflow(page) == 0
    text = page.inner_text("main")
    assert "oauth2oauth2" not in text
    assert "Authorization: personalAccessKey or oauth2 with the scope Device.Read or Device.ReadWrite." in text
