"""Our state machine parses as docutils' own does."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser
from hypothesis import given, settings
from hypothesis import strategies as st

from docpact.diagnostics import Diagnostic
from docpact.read.doctree import SETTINGS
from docpact.read.lines import split_lines
from docpact.read.machine import LONGEST_TEXT, PageLines, run_parser
from read.outlines import ReadSections, outline

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

+------+-------+
| one  |   two |
+      +-------+
|      | three |
+------+-------+

.. note::

   1. first

      * nested

        term
           definition

   :field: value

> quoted
"""


def document() -> nodes.document:
    """An empty document."""
    options = frontend.get_default_settings(Parser)
    for name, value in SETTINGS.items():
        setattr(options, name, value)
    return utils.new_document("page", options)


def doctrees(text: str) -> tuple[str, str]:
    """The trees that docutils' machine and ours make of a text, as text."""
    theirs, ours = document(), document()
    Parser().parse(text, theirs)
    run_parser(PageLines(split_lines(text), "page"), ours)
    return str(theirs.pformat()), str(ours.pformat())


@pytest.mark.parametrize("text", [AWKWARD, *(page.read_text("utf-8") for page in PAGES[::12])])
def test_the_doctree_is_the_same(text: str) -> None:
    """The short ways lead to the same place."""
    theirs, ours = doctrees(text)
    assert ours == theirs


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*AWKWARD.splitlines(), "", "   indented", "- a", "::", "漢 b", "====="]), max_size=12))
def test_the_doctree_of_anything_is_the_same(lines: list[str]) -> None:
    """Also of markup that makes no sense."""
    theirs, ours = doctrees("\n".join(lines))
    assert ours == theirs


def test_a_text_too_long_for_people_is_one_piece(sections: ReadSections, found: list[Diagnostic]) -> None:
    """docutils would need minutes for its markup; its words are kept, and its neighbours' markup."""
    (section,) = sections("`a " * (LONGEST_TEXT // 3 + 1) + "\n\n*b*")
    assert outline(section.blocks) == [("`a " * (LONGEST_TEXT // 3 + 1)).strip(), "b"]
    assert [(d.code, d.origin.line) for d in found] == [("markup-unsupported", 1)]
