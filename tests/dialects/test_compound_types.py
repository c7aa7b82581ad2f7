"""Types that are made of others, as type cells write them."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.diagnostics import Origin
from docpact.dialects.sections.type_text import TypeText, parse_type
from docpact.dialects.statements import Limits
from docpact.read.page import Link, LinkKind, Span, Text

CRATE, LETTER = Link(LinkKind.DOCUMENT, "crate"), Link(LinkKind.DOCUMENT, "letter")


def cell(*parts: str | tuple[str, Link]) -> Text:
    """A cell of words and links."""
    spans = (Span(part) if isinstance(part, str) else Span(part[0], link=part[1]) for part in parts)
    return Text(tuple(spans), Origin("a.rst", 1))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("string | null", {"type": "string", "nullable": True}),
        ("datetime or null", {"type": "string", "format": "date-time", "nullable": True}),
        ("null or integer (optional)", {"type": "integer", "nullable": True, "optional": True}),
        ("money (string)", {"type": "string"}),
        ("integer 1-5", {"type": "integer", "limits": Limits(minimum=1, maximum=5)}),
        ("number between 0.5 and 2", {"type": "number", "limits": Limits(minimum=0.5, maximum=2)}),
        ("string (1-40)", {"type": "string", "limits": Limits(min_length=1, max_length=40)}),
        ("integer[][]", {"type": "integer", "lists": 2, "array": True}),
        ("list of lists of strings", {"type": "string", "lists": 2, "array": True}),
        ("array<array<int>>", {"type": "integer", "lists": 2, "array": True}),
        ("list of integers", {"type": "integer", "array": True}),
        ("integer array", {"type": "integer", "array": True, "lists": 1}),
        ("int?", {"type": "integer", "nullable": True}),
        ("mapping of id to number", {"type": "number", "map": True}),
        ("map of string to object", {"name": "object", "map": True}),
        ("dict[str, int] (optional)", {"type": "integer", "map": True, "optional": True}),
        ("dictionary of floats by name", {"type": "number", "map": True}),
        # Samples say which of these it is.
        ("string or number", {"name": "string or number"}),
    ],
)
def test_a_type_is_taken_apart(words: str, expected: dict[str, Any]) -> None:
    """Alternatives with null, ranges, lists of lists, mappings."""
    assert parse_type(cell(words)) == TypeText(**expected)


@pytest.mark.parametrize(
    ("words", "kind", "values"),
    [
        ("one of stored, moving", "string", ["stored", "moving"]),
        ("One of: a | b | c.", "string", ["a", "b", "c"]),
        ("either asc or desc (optional)", "string", ["asc", "desc"]),
        ("enum: 1, 2, 3", "integer", [1, 2, 3]),
        ("one of the lists below", None, []),
        ("one of a, a", None, []),
    ],
)
def test_values_in_a_types_place_are_its_values(words: str, kind: str | None, values: list[Any]) -> None:
    """Whole numbers are numbers; words that are no list of values are none."""
    found = parse_type(cell(words))
    assert (found.type, [member.value for member in found.members]) == (kind, values)


def test_alternatives_that_are_structures_are_kept() -> None:
    """Links keep their targets, names are names; a text among them makes it uncertain."""
    both = parse_type(cell(("Crate", CRATE), " or ", ("Letter", LETTER)))
    assert [one.link for one in both.one_of] == [CRATE, LETTER]
    assert [one.name for one in parse_type(cell("Cat | Dog | null")).one_of] == ["Cat", "Dog"]
    assert parse_type(cell("Cat | Dog | null")).nullable
    assert not parse_type(cell("Cat or string")).one_of
    listed = parse_type(cell("map of id to ", ("Crate", CRATE)))
    assert (listed.map, listed.link) == (True, CRATE)
    assert parse_type(cell(("Crate", CRATE), "[][]")).lists == 2
