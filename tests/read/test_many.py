"""Many pages: several processes, and the cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic
from docpact.files import find_sources
from docpact.read import read_trees
from docpact.read.context import TreeSettings
from docpact.read.many import SourceText
from docpact.read.markup import DirectiveSpec, Markup
from docpact.read.stored import dump_reading, load_reading
from docpact.read.tree import read_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "api_docs").rglob("*.rst"))
EVERYTHING = """
Ünïcode ``漢字``
================

+--------+------+
| 漢字   | é́   |
+========+======+
| a      | - b  |
|        | - c  |
+--------+------+

.. note::

   1. first

      * nested

        term
           definition

   :field: value

.. call:: books.yaml
   :option: x

   text

.. unheard:: of

   :doc:`Lock <lock>`

::

   sample
"""
CALLS = Markup(directives=(DirectiveSpec(name="call", file_word=0),))


@pytest.mark.parametrize("path", [*PAGES[::8], None], ids=str)
def test_a_page_is_the_same_after_a_journey_as_json(tmp_path: Path, path: Path | None) -> None:
    """Every block, span, link and diagnostic."""
    (tmp_path / "books.yaml").write_text("a: b\n")
    text = EVERYTHING if path is None else path.read_text("utf-8")
    reading = read_page(SourceText("a.rst", text), TreeSettings(root=tmp_path, markup=CALLS))
    line = dump_reading(reading)
    assert "\n" not in line
    assert load_reading(line) == reading


@pytest.mark.parametrize("text", ["", "[]", "[1, []]", "{}", '{"page": {}, "diagnostics": [], "included": {}}', "null"])
def test_other_json_is_no_page(text: str) -> None:
    """It is refused in one way, whatever it is."""
    with pytest.raises(ValueError, match="is no page"):
        load_reading(text)


def test_several_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same pages and diagnostics, in the same order."""
    results = []
    for processes in ("1", "3"):
        monkeypatch.setenv("DOCPACT_PROCESSES", processes)
        found: list[Diagnostic] = []
        tree = read_trees([ROOT / "api_docs"], {"apiUrl": "https://{broken"}, found.append)
        results.append((tree, found))
    assert results[0] == results[1]
    assert len(results[0][0].pages) == len(list(find_sources(ROOT / "api_docs")))


PAGE = "Sync\n====\n\n::\n\n   GET /my/lock\n\n.. include:: more.inc\n"


def test_a_known_page_is_not_read_again_unless_what_it_depends_on_changed(tmp_path: Path) -> None:
    """Its text, the files that it includes, the configuration, and the markup that dialects ask for."""
    known: dict[str, str] = {}

    def read(markup: Markup = CALLS) -> str:
        tree = read_trees([tmp_path], {}, lambda _: None, known, markup)
        return repr(tree.pages["sync"])

    (tmp_path / "sync.rst").write_text(PAGE)
    missing = read()
    (tmp_path / "more.inc").write_text("first\n")
    assert "first" in read()
    (tmp_path / "more.inc").write_text("second\n")
    assert "second" in read()
    (tmp_path / "conf.py").write_text("rst_epilog = 'third'\n")
    assert "third" in read()
    before = dict(known)
    read()
    assert known == before
    read(Markup())
    assert len(known) == len(before) + 1
    (tmp_path / "conf.py").unlink()
    (tmp_path / "more.inc").unlink()
    assert read() == missing
