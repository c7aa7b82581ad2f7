"""Pairs of documents: each difference is reported by its rule, for whom it breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from diff.pairs import Pair, pairs
from docpact.diff import RULES, compare_documents

ROOT = Path(__file__).resolve().parents[2]
PAIRS = list(pairs())


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_difference_is_reported_by_its_rule(pair: Pair) -> None:
    """With what it means for callers and for readers, and nothing is worse than it."""
    changes = compare_documents(pair.old, pair.new)
    found = {(c.rule, c.callers.value, c.readers.value) for c in changes}
    assert (pair.rule, pair.callers, pair.readers) in found, changes
    # Other values of a constant, or an address, are one gone and one come.
    judged = next(c for c in changes if c.rule == pair.rule)
    others = [c for c in changes if c.impact.rank > judged.impact.rank]
    assert not others or pair.rule in {"operation-id-changed", "enum-value-removed", "alternatives-changed"}, others


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_document_does_not_differ_from_itself(pair: Pair) -> None:
    """Neither side does."""
    assert compare_documents(pair.old, pair.old) == compare_documents(pair.new, pair.new) == ()


def test_every_rule_has_its_pair() -> None:
    """A rule that nothing shows would be a rule that nobody can trust."""
    assert {pair.rule for pair in PAIRS} == set(RULES)


def test_every_rule_is_explained() -> None:
    """Rule, impacts and meaning are those of the table."""
    text = (ROOT / "docs" / "reference" / "changes.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    wanted = [f"| `{name}` | {r.callers.value} | {r.readers.value} | {r.meaning} |" for name, r in RULES.items()]
    assert rows == wanted
