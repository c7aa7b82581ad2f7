"""Files outside of the documentation: those of folders that the configuration names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docpact.cache import Cache
from docpact.cached import extract_cached
from docpact.config import Config, Docs
from docpact.diagnostics import Diagnostic
from docpact.pipeline import extract

PAGE = """
Books
=====

.. http:get:: /books

   :status 200: fine

   .. literalinclude:: ../samples/books.json
      :language: json
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A documentation with samples beside it."""
    for name, text in {
        "docs/index.rst": PAGE,
        "samples/books.json": '{"title": "Emma"}',
        "secrets/key.json": '{"title": "Emma"}',
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def read(project: Path, *include: str) -> tuple[bool, list[Diagnostic]]:
    """Whether the sample is in the document, and what is reported."""
    found = extract([project / "docs"], Config(root=project, docs=Docs(include=include)))
    return "Emma" in found.text, [one for one in found.diagnostics if one.code == "file-unreadable"]


def test_a_folder_must_be_named(project: Path) -> None:
    """What the page includes is missing otherwise, and the message says how to allow it."""
    assert read(project, "samples") == (True, [])
    assert read(project, "samples/../samples/") == (True, [])
    shown, (diagnostic,) = read(project)
    assert (shown, "`include` of docpact.toml's [docs]" in diagnostic.hint) == (False, True)


@pytest.mark.parametrize("other", ["secrets", "sample", "samples/books"])
def test_another_folder_allows_nothing(project: Path, other: str) -> None:
    """Also one whose name the other begins with."""
    shown, found = read(project, other)
    assert (shown, len(found)) == (False, 1)


def test_a_link_in_the_folder_that_leads_out_of_it_is_refused(project: Path) -> None:
    """As it is in the documentation itself."""
    (project / "samples/books.json").unlink()
    (project / "samples/books.json").symlink_to(project / "secrets/key.json")
    shown, (diagnostic,) = read(project, "samples")
    assert (shown, "link that leads out" in diagnostic.message) == (False, True)


def test_a_change_of_the_file_is_a_change_of_the_document(project: Path, tmp_path: Path) -> None:
    """The cache knows it; so does it know that the folder is named no longer."""
    config = Config(root=project, docs=Docs(include=("samples",)))
    cache = Cache(tmp_path / "cache")
    assert "Emma" in extract_cached([project / "docs"], config, cache).text
    (project / "samples/books.json").write_text('{"title": "Ulysses"}')
    assert "Ulysses" in extract_cached([project / "docs"], config, cache).text
    assert "Ulysses" not in extract_cached([project / "docs"], replace(config, docs=Docs()), cache).text
