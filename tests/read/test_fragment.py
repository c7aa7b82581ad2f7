"""Text of other files → blocks, at the lines of these files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.context import NO_SETTINGS
from docpact.read.fragment import WORDS, read_fragment
from docpact.read.sections import read_sections

LINES = st.lists(st.text("abAB12 ,.;()'\"/%-_*`:|", max_size=12), min_size=1, max_size=3)


def parsed(text: str) -> object:
    """Return what docutils makes of the text."""
    sections = read_sections(text, "p.yaml", NO_SETTINGS, lambda _: None, 7).sections
    return tuple(block for section in sections or () for block in section.blocks)


def test_a_fragment_has_the_lines_of_its_file() -> None:
    """What docutils objects to is found in the YAML file, not somewhere in the text."""
    found: list[Diagnostic] = []
    (first, _) = read_fragment("One.\n\nTwo *three.", "parameters.yaml", 41, found.append)
    assert first.text.origin == Origin("parameters.yaml", 41)  # type: ignore[union-attr]
    assert {diagnostic.origin for diagnostic in found} == {Origin("parameters.yaml", 43)}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The ID of the shelf.\n", True),
        ("The width of the shelf,\nin cm (80-90).", True),
        ("ii. a list", False),
        ("A shelf", True),
        ("The ``ID``", False),
        ("The shelf::\n\n  x", False),
        ("Term of\n  a definition", False),
        ("Title of\n--------", False),
        ("The shelf\n\nand more", False),
    ],
)
def test_plain_words_need_no_parser(text: str, *, plain: bool) -> None:
    """They are what docutils would make of them."""
    assert bool(WORDS.fullmatch(text)) is plain
    assert read_fragment(text, "p.yaml", 7, lambda _: None) == parsed(text)


@given(LINES)
def test_any_text_is_what_docutils_makes_of_it(lines: list[str]) -> None:
    """Also where no parser is asked."""
    text = "\n".join(f"A {line}" for line in lines)
    assert read_fragment(text, "p.yaml", 7, lambda _: None) == parsed(text)
