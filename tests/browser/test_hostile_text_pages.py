"""What pages, documents and servers say, in a real browser: shown on each page that the tool makes, never run."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import yaml

from browser.conftest import Open
from docpact.contract.reports import write_report
from docpact.mock import create_app, running
from hostile_text import PAYLOADS, make_document, make_result

EXTENSION = Path(__file__).resolve().parents[2] / "api_docs" / "_extensions" / "openapi_reference.py"
ACTING = (
    "[onerror], [onload], [onmouseover], [href^='javascript:' i], [src^='http'], iframe, object, base, "
    "form[action^='http']"
)
"""What none of the pages has of itself."""
payloads = pytest.mark.parametrize("payload", [*PAYLOADS.values()], ids=[*PAYLOADS])


def check_page(page: Any, words: str) -> None:  # noqa: ANN401 - playwright's.
    """Fail where a payload ran, or could run once somebody clicks; `words` are of the page's own."""
    page.get_by_text(words).first.wait_for()
    assert page.title() != "taken"
    assert page.locator(ACTING).count() == 0


@payloads
def test_the_page_of_the_mock(payload: str, open_page: Open) -> None:
    """Names of paths, tags and titles are text there, and so is the path of a request."""
    with running(create_app(make_document(payload))) as url:
        home = url.removesuffix("/v1")
        httpx.get(f"{home}/v1/nowhere/{quote(payload, safe='')}")
        check_page(open_page(f"{home}/"), "operations at")


@payloads
def test_the_page_of_a_contract_result(payload: str, tmp_path: Path, open_page: Open) -> None:
    """What a server repeats is text in its report."""
    path = tmp_path / "report.html"
    write_report(path, make_result(payload), "docs")
    check_page(open_page(path.as_uri()), "Expected and received")


def load_extension() -> ModuleType:
    """The extension that writes the reference; tests are skipped without what it needs."""
    pytest.importorskip("sphinx", reason="Sphinx is not installed: tox -e browser")
    pytest.importorskip("drf_spectacular_sidecar", reason="there is no Redoc: tox -e browser")
    spec = importlib.util.spec_from_file_location("openapi_reference", EXTENSION)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference(tmp_path: Path, browser: Any) -> None:  # noqa: ANN401 - playwright's.
    """Redoc shows a document of all payloads: none runs, and its policy lets no script of theirs run either.

    Pictures that descriptions name are asked of nobody: the policy refuses them.
    """
    extension = load_extension()
    (tmp_path / "_static").mkdir()
    document = make_document("harmless")
    for number, payload in enumerate(PAYLOADS.values()):
        more = make_document(payload)
        document["tags"] += more["tags"]
        document["info"]["description"] += f"\n\n{payload}"
        for path, item in more["paths"].items():
            text = yaml.safe_dump(item).replace("schemas/Thing", f"schemas/Thing{number}")
            document["paths"][f"{path}{number}"] = yaml.safe_load(text)
        document["components"]["schemas"][f"Thing{number}"] = more["components"]["schemas"]["Thing"]
    (tmp_path / "openapi.yaml").write_text(yaml.safe_dump(document), "utf-8")
    app = SimpleNamespace(
        builder=SimpleNamespace(format="html"), srcdir=tmp_path, outdir=tmp_path,
        config=SimpleNamespace(openapi_document="openapi.yaml"),
    )  # fmt: skip
    extension.write_reference(app, None)
    page_file = tmp_path / "reference.html"
    assert "unsafe-inline" not in page_file.read_text("utf-8").partition("<title>")[0]
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    page.get_by_text("harmless").first.wait_for()
    page.wait_for_function("document.querySelectorAll('h2').length > 20")
    assert page.title() != "taken"
    assert page.locator("[onerror], [onload], [onmouseover], [href^='javascript:' i], main iframe, base").count() == 0
    assert not [url for url in asked if "tracker.example" in url and not blocked(page, url)]
    page.evaluate("document.body.insertAdjacentHTML('beforeend', `<img src=x onerror=\"document.title='taken'\">`)")
    page.wait_for_timeout(500)
    assert page.title() != "taken"
    page.close()


def blocked(page: Any, url: str) -> bool:  # noqa: ANN401 - playwright's.
    """Whether the page's policy refused that address: no entry of it has any size."""
    size = "url => performance.getEntriesByName(url).reduce((sum, entry) => sum + entry.transferSize, 0)"
    return bool(page.evaluate(size, url) == 0)
