"""What a response holds, where its type cell and its samples speak of different shapes."""

from __future__ import annotations

from typing import Any

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.statements import Member
from docpact.model.decide.envelope import is_enveloped
from docpact.model.decide.payloads import PayloadDecider
from docpact.model.types import (
    Array,
    Enum,
    Envelope,
    EnvelopeProperty,
    Object,
    Property,
    Reference,
    Scalar,
    Schema,
    Unknown,
)

ROW = Origin("endpoints/book/list.rst", 12)
SAMPLE = Origin("endpoints/book/list.rst", 30)
BOOK, READER = Reference(name="Book"), Reference(name="Reader")
TEXT, WHOLE, OPEN = Scalar(type="string"), Scalar(type="integer"), Unknown()


def an_object(**properties: Schema) -> Object:
    """Return an object of required properties."""
    return Object(
        properties=tuple(
            Property(name=name, schema=schema, required=True, origin=ROW) for name, schema in properties.items()
        )
    )


def decide(declared: list[Schema], *values: Any) -> tuple[Schema, list[Diagnostic]]:  # noqa: ANN401 - any JSON value.
    """Return the payload of a response with these types and samples, and what is reported."""
    found: list[Diagnostic] = []
    components: dict[str, Object | Enum] = {
        "Book": an_object(title=TEXT, pages=WHOLE),
        "Reader": an_object(card=TEXT, name=TEXT),
        "Language": Enum(members=(Member(value=0, name="German"),)),
    }
    decider = PayloadDecider(drafts=components, by_name={"books": "Book", "book": "Book"}, report=found.append)
    return decider.decide(declared, values, ROW, SAMPLE if values else None), found


@pytest.mark.parametrize(
    ("declared", "values", "expected"),
    [
        ([BOOK], [], BOOK),
        ([BOOK], [None, {}], BOOK),
        ([BOOK], [{"title": "Tides", "pages": 212}], BOOK),
        ([BOOK], [{"TITLE": "Tides", "isbn": 7}], BOOK),
        ([BOOK], [{"isbn": 7}, {"title": "Tides", "pages": 212}], BOOK),
        ([Array(items=BOOK)], [[{"title": "Tides"}], []], Array(items=BOOK)),
        ([Array(items=BOOK)], [[]], Array(items=BOOK)),
        ([TEXT], ["Tides"], TEXT),
        ([TEXT], [7], TEXT),
        ([OPEN], ["Tides"], TEXT),
        ([], [True], Scalar(type="boolean")),
        ([Array(items=OPEN)], [[{"isbn": 7}]], Array(items=an_object(isbn=WHOLE))),
        ([], [[3, 4]], Array(items=WHOLE)),
        ([], [{"isbn": 7}], an_object(isbn=WHOLE)),
        ([], [[]], Array(items=OPEN)),
        ([an_object(title=TEXT)], [{"title": "Tides"}], an_object(title=TEXT)),
    ],
)
def test_shapes_agree(declared: list[Schema], values: list[Any], expected: Schema) -> None:
    """The type cell stands, and what it leaves open is filled by the samples; there is nothing to report.

    Null and `{}` show nothing, and half of the properties of all samples together are enough to know a structure by.
    """
    assert decide(declared, *values) == (expected, [])


@pytest.mark.parametrize(
    ("declared", "values", "expected", "said"),
    [
        ([BOOK], [[{"title": "Tides"}]], Array(items=BOOK), "the samples show a list, the table says one"),
        ([Array(items=BOOK)], [{"title": "Tides"}], BOOK, "the samples show one, the table says a list"),
        ([TEXT], [{"isbn": 7}], an_object(isbn=WHOLE), "the samples show an object, the table says a plain value"),
        (
            [Array(items=BOOK)],
            [{"books": [{"title": "Tides"}], "total": 1}],
            an_object(books=Array(items=BOOK), total=WHOLE),
            "the samples show an object of `books`, `total`",
        ),
        (
            [Array(items=BOOK)],
            [{"books": [], "total": 0}],
            an_object(books=Array(items=BOOK), total=WHOLE),
            "the samples show an object of `books`, `total`",
        ),
        (
            [BOOK, READER],
            [{"lent": {"title": "Tides"}, "to": [{"card": "7", "name": "Ada"}], "days": 14}],
            an_object(lent=BOOK, to=Array(items=READER), days=WHOLE),
            "the samples show an object of `lent`, `to`, `days`",
        ),
        (
            [BOOK],
            [{"found": {"isbn": 7, "shelf": "Q", "title": "Tides"}}],
            an_object(found=an_object(isbn=WHOLE, shelf=TEXT, title=TEXT)),
            "the samples show an object of `found`",
        ),
        (
            [Reference(name="Language")],
            [{"code": 0}],
            an_object(code=WHOLE),
            "the samples show an object of `code`",
        ),
    ],
)
def test_shapes_disagree(declared: list[Schema], values: list[Any], expected: Schema, said: str) -> None:
    """The samples are taken: each is what the API once sent. The report names the row, and the sample beside it."""
    schema, found = decide(declared, *values)
    assert schema == expected
    assert found == [
        Diagnostic(code="shape-contradicted", message=f"{said}; the samples are taken", origin=ROW, related=(SAMPLE,))
    ]


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        ({"data": 1, "ok": True, "code": 0}, True),
        ({"ok": True, "code": 0}, True),
        ({"data": 1, "ok": True}, False),
        ([{"data": 1, "ok": True, "code": 0}], False),
        (None, False),
    ],
)
def test_a_body_has_the_envelope_around_it(body: Any, is_one: bool) -> None:  # noqa: ANN401, FBT001 - any JSON value.
    """Everything beside the payload must be there; an API without an envelope has none around any body."""
    beside = (EnvelopeProperty(name="code", type="integer"), EnvelopeProperty(name="ok", type="boolean"))
    envelope = Envelope(payload="data", properties=beside)
    assert is_enveloped(body, envelope) is is_one
    assert not is_enveloped(body, None)
