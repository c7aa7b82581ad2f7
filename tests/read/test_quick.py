"""Reading quickly gives what reading slowly gives."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from docutils import frontend, statemachine, utils
from docutils.parsers.rst import Parser
from hypothesis import given, settings
from hypothesis import strategies as st

from docpact.diagnostics import Diagnostic
from docpact.files import find_sources
from docpact.garbage import rare_collections
from docpact.read import read_trees
from docpact.read.doctree import SETTINGS
from docpact.read.page_json import dump_page, load_page
from docpact.read.quick_docutils import STAND_INS, column_width, find_combining_chars, quick_docutils
from docpact.read.sphinx_markup import sphinx_markup
from docpact.read.tree import parse_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "api_docs").rglob("*.rst"))
AWKWARD = """
Ünïcode 漢字
===========

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

> quoted
"""


def doctree(text: str) -> str:
    """The tree that docutils makes of a text, as text."""
    options = frontend.get_default_settings(Parser)
    for name, value in SETTINGS.items():
        setattr(options, name, value)
    document = utils.new_document("page", options)
    with sphinx_markup():
        Parser().parse(text, document)
    return str(document.pformat())


@pytest.mark.parametrize("text", [AWKWARD, *(page.read_text("utf-8") for page in PAGES[::12])])
def test_the_doctree_is_the_same(text: str) -> None:
    """The short ways lead to the same place."""
    slow = doctree(text)
    with quick_docutils():
        quick = doctree(text)
    assert quick == slow


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*AWKWARD.splitlines(), "", "   indented", "- a", "::", "漢 b", "====="]), max_size=12))
def test_the_doctree_of_anything_is_the_same(lines: list[str]) -> None:
    """Also of markup that makes no sense."""
    text = "\n".join(lines)
    slow = doctree(text)
    with quick_docutils():
        assert doctree(text) == slow


@given(st.text())
def test_widths_are_the_same(text: str) -> None:
    """Of any text, not only of ASCII."""
    assert column_width(text) == utils.column_width(text)
    assert find_combining_chars(text) == utils.find_combining_chars(text)


def test_everything_is_given_back() -> None:
    """Also when the page raises."""
    before = [getattr(owner, name) for owner, name, _ in STAND_INS], gc.get_threshold()

    def fail() -> None:
        with quick_docutils(), rare_collections():
            assert statemachine.StateMachine.add_states is not before[0][0]
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert ([getattr(owner, name) for owner, name, _ in STAND_INS], gc.get_threshold()) == before


@pytest.mark.parametrize("page", [*PAGES[::8], None], ids=str)
def test_a_page_is_the_same_after_a_journey_as_json(page: Path | None) -> None:
    """Every block, span, link and diagnostic."""
    text = AWKWARD if page is None else page.read_text("utf-8")
    found: list[Diagnostic] = []
    read = parse_page(text, "endpoints/a.rst", found.append)
    line = dump_page(read, found)
    assert "\n" not in line
    assert load_page(line, "endpoints/a.rst") == (read, found)


@pytest.mark.parametrize(
    "text", ["", "[]", "[1, []]", "[[], []]", '[["endpoint", "a", "b", 1, [[]]], []]', "{}", "[null, [[1]]]"]
)
def test_other_json_is_no_page(text: str) -> None:
    """It is refused in one way, whatever it is."""
    with pytest.raises(ValueError):  # noqa: PT011 - JSON's own message or ours.
        load_page(text, "a.rst")


def test_several_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same pages and diagnostics, in the same order."""
    results = []
    for processes in ("1", "3"):
        monkeypatch.setenv("DOCPACT_PROCESSES", processes)
        found: list[Diagnostic] = []
        tree = read_trees([ROOT / "api_docs"], {"apiUrl": "https://{broken"}, found.append)
        results.append((tree, found))
    assert results[0] == results[1]
    assert len(results[0][0].files) == len(list(find_sources(ROOT / "api_docs")))
