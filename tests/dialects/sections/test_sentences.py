"""Statuses and needs that sentences and marks state."""

from __future__ import annotations

import pytest

from docpact.diagnostics import Origin
from docpact.dialects.sections.need import marked_need
from docpact.dialects.sections.statuses import statuses_in_sentence
from docpact.read.page import Span, Text


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Returns 201 with the driver, or 409 if the licence is known already.", ["201", "409"]),
        ("Refunds a ticket. Answers 204; 410 if it was used.", ["204", "410"]),
        ("Normal response codes: 200, 202", ["200", "202"]),
        ("Returns 204, and 12 more.", ["204"]),
        ("Trams have 120 seats, or 140 if they are long.", []),
    ],
)
def test_a_sentence_states_all_its_statuses(sentence: str, statuses: list[str]) -> None:
    """Those after a verb or noun that announces them, and those under a condition."""
    assert statuses_in_sentence(Text((Span(sentence),), Origin("page.rst", 1))) == statuses


@pytest.mark.parametrize(
    ("marks", "required"),
    [
        ("(integer, optional, default 1)", False),
        ("(optional)", False),
        ("(string, required)", True),
        ("(integer)", None),
        ("(optional if it has no name)", None),
    ],
)
def test_a_mark_among_others_counts(marks: str, required: bool | None) -> None:  # noqa: FBT001
    """Wherever it stands between the brackets."""
    assert marked_need(marks) is required
