"""One ranking decides: what wins, what fits, what loses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.statements import Limits, Source
from docpact.model import evidence
from docpact.model.evidence import ALWAYS_SHOWN, RANKING, Aspect, Claim, Observed, decide
from docpact.model.types import Reference, Scalar, Unknown

Extract = Callable[[dict[str, str]], dict[str, Any]]

NUMBER, WHOLE, TEXT = Scalar(type="number"), Scalar(type="integer"), Scalar(type="string")
TIME, LOCK = Scalar(type="string", format="date-time"), Reference(name="Lock")


def claim(aspect: Aspect, source: Source, value: object) -> Claim:
    """A claim that some line makes."""
    return Claim(aspect=aspect, source=source, value=value, origin=Origin("page.rst", 7), text="")


def shown(*types: str, no_date: bool = False) -> Observed:
    """What samples show."""
    return Observed(types=frozenset(types), no_date=no_date)


@pytest.mark.parametrize(
    ("table", "sample", "value", "loses"),
    [
        (NUMBER, shown("integer"), NUMBER, False),
        (WHOLE, shown("integer", "number"), NUMBER, False),
        (WHOLE, shown("string"), TEXT, True),
        (WHOLE, shown("string", "boolean"), Unknown(), True),
        (TIME, shown("string"), TIME, False),
        (TIME, shown("string", no_date=True), TEXT, True),
        (Unknown(name="Thing"), shown("boolean"), Scalar(type="boolean"), False),
        (LOCK, shown("integer"), LOCK, False),
    ],
)
def test_a_type_is_the_tables_where_the_samples_fit_it(
    table: object,
    sample: Observed,
    value: object,
    loses: bool,  # noqa: FBT001 - a column of the table.
) -> None:
    """Samples win where they contradict the table; where they fit, the table says more."""
    decision = decide(
        [claim(Aspect.TYPE, Source.TABLE, table), claim(Aspect.TYPE, Source.SAMPLE_RESPONSE, sample)], Aspect.TYPE
    )
    assert decision is not None
    assert decision.value == value
    assert bool(decision.losers) is loses


@pytest.mark.parametrize(
    ("claims", "required", "losers"),
    [
        ([(Source.TABLE, True), (Source.SAMPLE_RESPONSE, False)], True, [Source.SAMPLE_RESPONSE]),
        ([(Source.TABLE, False), (Source.SAMPLE_RESPONSE, ALWAYS_SHOWN)], False, []),
        ([(Source.UNMARKED, False), (Source.SAMPLE_RESPONSE, ALWAYS_SHOWN)], True, []),
        ([(Source.UNMARKED, True), (Source.SAMPLE_REQUEST, False)], False, [Source.UNMARKED]),
        ([(Source.UNMARKED, False)], False, []),
        ([(Source.PROSE, False), (Source.FIELD_LIST, True)], True, [Source.PROSE]),
    ],
)
def test_required(claims: list[tuple[Source, object]], required: bool, losers: list[Source]) -> None:  # noqa: FBT001
    """What is said outright counts before what samples show, and that before silence."""
    decision = decide([claim(Aspect.REQUIRED, source, value) for source, value in claims], Aspect.REQUIRED)
    assert decision is not None
    assert decision.value is required
    assert [one.source for one in decision.losers] == losers


def test_limits_are_merged_and_a_note_is_more_exact() -> None:
    """What the row leaves open, the note adds; where both speak, the note wins and the row loses."""
    row, note = Limits(minimum=1, default=5), Limits(minimum=2, maximum=9)
    decision = decide([claim(Aspect.LIMITS, Source.TABLE, row), claim(Aspect.LIMITS, Source.NOTE, note)], Aspect.LIMITS)
    assert decision is not None
    assert decision.value == Limits(minimum=2, maximum=9, default=5)
    assert [one.source for one in decision.losers] == [Source.TABLE]


def test_nobody_speaks() -> None:
    """Then nothing is decided."""
    assert decide([claim(Aspect.NAME, Source.TABLE, "id")], Aspect.TYPE) is None


@pytest.mark.parametrize(("source", "expected"), [(Source.SAMPLE_REQUEST, WHOLE), (Source.SAMPLE_RESPONSE, TEXT)])
def test_a_shared_definition_stands_between_the_samples(source: Source, expected: Scalar) -> None:
    """People write what is sent, and servers convert it; what comes back was copied from one."""
    typed = claim(Aspect.TYPE, Source.DEFINITION, WHOLE)
    seen = claim(Aspect.TYPE, source, shown("string"))
    decision = decide([seen, typed], Aspect.TYPE)
    assert decision is not None
    assert decision.value == expected
    assert len(decision.losers) == 1


def test_every_aspect_ranks_every_source_that_speaks_of_it() -> None:
    """A table's row, a field list and a directive say the same kinds of things."""
    for aspect, ranking in RANKING.items():
        assert len(set(ranking)) == len(ranking), aspect
        assert {Source.TABLE, Source.FIELD_LIST, Source.DIRECTIVE, Source.DEFINITION} <= set(ranking), aspect


PAGES = {
    "endpoints/book/get.rst": """
        Get a book
        ==========

        .. code-block:: sh

            GET /book

        Responses
        ---------

        ====  ===========================  ===========
        Name  Type                         Description
        ====  ===========================  ===========
        200   :doc:`/datastructures/book`  the book
        ====  ===========================  ===========

        Examples
        --------

        .. code-block:: js

            {"pages": "212", "shelf": 3}
    """,
    "datastructures/book.rst": """
        Book
        ====

        =====  =======  ========  ===========
        Name   Type     Required  Description
        =====  =======  ========  ===========
        pages  integer  yes       how many
        shelf  integer  no        where
        owner  string   yes       who
        =====  =======  ========  ===========
    """,
}


def test_a_column_is_believed_without_and_against_a_sample(extracted: Extract, found: list[Diagnostic]) -> None:
    """`Required: yes` is required though no sample shows it, and `no` is optional though every sample does."""
    book = extracted(PAGES)["components"]["schemas"]["Book"]
    assert book["required"] == ["pages", "owner"]
    assert {str(d.origin) for d in found if d.code == "required-contradicted"} == {"datastructures/book.rst:9"}


def test_the_ranking_decides(extracted: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the table before the samples, the document has the table's type."""
    assert extracted(PAGES)["components"]["schemas"]["Book"]["properties"]["pages"]["type"] == "string"
    turned = {
        **RANKING,
        Aspect.TYPE: tuple(sorted(RANKING[Aspect.TYPE], key=lambda source: source is not Source.TABLE)),
    }
    monkeypatch.setattr(evidence, "RANKING", turned)
    assert extracted(PAGES)["components"]["schemas"]["Book"]["properties"]["pages"]["type"] == "integer"
