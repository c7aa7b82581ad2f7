"""What all tests share: pages from text, and the real documentation where it is at hand."""

from __future__ import annotations

import signal
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from docpact.config import Safety
from docpact.diagnostics import Diagnostic
from docpact.dialects import DIALECTS, claimed_markup, read_documentation
from docpact.emit import emit_document, validate_document
from docpact.model import build_api
from docpact.read import Page, read_trees
from docpact.read.page import flat_blocks
from docpact.read.tree import parse_page

# How long an example takes is the machine's business: a busy one would fail tests that state nothing of the kind.
settings.register_profile("patient", settings(), deadline=None)
settings.load_profile("patient")

# A job that runs in the background has interrupts ignored, and so would every command that tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

SHARED = Path(__file__).resolve().parents[2] / "shared"
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the clone with real documentation to run against; a stranger's clone has none."""
    if not (SHARED / "corpora").is_dir():
        pytest.skip("needs the real documentation in a folder `shared` beside the clone")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder for the tests: the person's own is neither read nor written to."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder / "docpact" / "extractions"


@pytest.fixture
def found() -> list[Diagnostic]:
    """The diagnostics that a test's subject reports."""
    return []


@pytest.fixture
def page(found: list[Diagnostic]) -> Callable[[str], Page]:
    """Read a page from text, with its lists taken apart."""

    def read(text: str, name: str = "endpoints/lock/sync.rst") -> Page:
        parsed = parse_page(textwrap.dedent(text).lstrip("\n"), name, found.append)
        assert parsed is not None
        flat = [replace(section, blocks=tuple(flat_blocks(section.blocks))) for section in parsed.sections]
        return replace(parsed, sections=tuple(flat))

    return read


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Write a documentation tree from name → text."""

    def write(pages: Mapping[str, str]) -> Path:
        for name, text in pages.items():
            path = tmp_path / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text).lstrip("\n"), "utf-8")
        return tmp_path / "docs"

    return write


@pytest.fixture
def extracted(
    tree: Callable[[Mapping[str, str]], Path], found: list[Diagnostic]
) -> Callable[[Mapping[str, str]], dict[str, Any]]:
    """Extract the document of a tree written from name → text; it is valid OpenAPI, whatever the pages say."""

    def run(pages: Mapping[str, str]) -> dict[str, Any]:
        read = read_trees([tree(pages)], {}, found.append, None, claimed_markup(DIALECTS))
        documentation = read_documentation(read.pages.values(), DIALECTS, found.append)
        api = build_api(documentation, found.append)
        document = emit_document(api, {}, Safety(), found.append, open_enums=True)
        validate_document(document, "document")
        return document

    return run
