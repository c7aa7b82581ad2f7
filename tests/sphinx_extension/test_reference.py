"""HTML builds: the document as a download, and rendered on a page."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from sphinx_extension.builds import CONF, NEEDS, PAGE, Build, Built, build_docs

pytest.importorskip("sphinx", reason=NEEDS)
pytest.importorskip("sphinxcontrib.httpdomain", reason=NEEDS)
if importlib.util.find_spec("drf_spectacular_sidecar") is None:
    # Importing it would need Django.
    pytest.skip(NEEDS, allow_module_level=True)

SHOWN = f"{CONF}docpact_html = True\n"
VIEW = "Reference\n=========\n\n.. docpact-reference::\n"
PAGES = {"index.rst": f"{PAGE}\n.. toctree::\n\n   api/view\n", "api/view.rst": VIEW}


def inlined(built: Built, page: str) -> object:
    """The document that the page hands to Redoc."""
    text = (built.out / page).read_text("utf-8")
    found = re.search(r"Redoc\.init\((.*), \{\"hideDownloadButton\"", text, re.DOTALL)
    assert found is not None
    assert "</script" not in found[1]
    return json.loads(found[1])


def test_the_document_is_a_download_of_the_html_build(build: Build) -> None:
    """The same as the builder `openapi` writes."""
    built = build(PAGES, SHOWN, builder="html")
    assert built.warnings == ""
    document = json.loads((built.out / "openapi.json").read_text("utf-8"))
    assert list(document["paths"]) == ["/books/{id}"]
    assert built.document == document


def test_a_page_shows_the_document(build: Build) -> None:
    """With the renderer and the downloads beside it, by relative addresses and from nowhere else."""
    built = build(PAGES, SHOWN, builder="html")
    assert inlined(built, "api/view.html") == json.loads((built.out / "openapi.json").read_text("utf-8"))
    text = (built.out / "api/view.html").read_text("utf-8")
    addresses = re.findall(r'(?:src|href)="([^"#]+)"', text[text.index("openapi.yaml") - 60 :])
    assert {"../openapi.yaml", "../openapi.json", "../_static/redoc.standalone.js"} <= set(addresses)
    assert (built.out / "_static/redoc.standalone.js").stat().st_size > 100_000
    view = text[text.index('<div id="docpact-reference">') : text.index("Redoc.init")]
    assert "http" not in view


def test_text_of_pages_cannot_end_the_script(build: Build) -> None:
    """Nor is HTML in it taken for Redoc's own."""
    bad = PAGE.replace("Return a book.", "Return a </script><script>alert(1)</script> book.")
    built = build({"index.rst": f"{bad}\n.. docpact-reference::\n"}, SHOWN, builder="html")
    assert "alert" in json.dumps(inlined(built, "index.html"))
    text = (built.out / "index.html").read_text("utf-8")
    assert '"untrustedSpec": true' in text
    assert "<script>alert" not in text


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_each_html_builder_finds_the_files(build: Build, builder: str) -> None:
    """Wherever it puts the page."""
    built = build(PAGES, SHOWN, builder=builder)
    (page,) = [path for path in built.out.rglob("*.html") if 'id="docpact-reference"' in path.read_text("utf-8")]
    for address in re.findall(r'(?:src|href)="([^"]*(?:openapi|redoc)[^"]*)"', page.read_text("utf-8")):
        assert (page.parent / address).is_file()


def test_the_page_follows_the_documentation(build: Build, tmp_path: Path) -> None:
    """It is written again when another page has changed, and that page alone is read again."""
    build(PAGES, SHOWN, builder="html")
    (tmp_path / "docs/index.rst").write_text(PAGES["index.rst"].replace("/books/", "/shelves/"))
    built = build_docs(tmp_path / "docs", tmp_path / "out", "html")
    assert built.read == ("index",)
    assert '"/shelves/{id}"' in json.dumps(inlined(built, "api/view.html"))


def test_other_formats_leave_it_out(build: Build) -> None:
    """And the builder `openapi` finds nothing odd about it."""
    assert "Redoc" not in (build(PAGES, SHOWN, builder="text").out / "api/view.txt").read_text("utf-8")
    assert build(PAGES, SHOWN).warnings == ""


def test_without_the_setting_the_directive_says_what_to_set(build: Build) -> None:
    """An empty place would be a riddle."""
    built = build(PAGES, builder="html")
    assert "set `docpact_html = True` in conf.py" in built.warnings
    assert not (built.out / "openapi.yaml").exists()


def test_without_operations_one_line_says_so(build: Build) -> None:
    """The pages are written all the same."""
    built = build({"index.rst": f"{VIEW}\n"}, SHOWN, builder="html")
    assert (built.status, "no operation could be read" in built.warnings) == (2, True)
    assert Path(built.out, "index.html").is_file()
