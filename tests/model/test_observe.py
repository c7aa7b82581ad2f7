"""What the samples show of each property of an object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from docpact.diagnostics import Origin
from docpact.model.collect.observe import Observation, Observations, json_type
from docpact.model.types import Array, Object, Property, Reference, Scalar, Schema

ROW = Origin("datastructures/book.rst", 7)
TEXT = Scalar(type="string")


def sample(line: int) -> Origin:
    """Where a sample stands."""
    return Origin("endpoints/book/get.rst", line)


def an_object(**properties: Schema) -> Object:
    """Return an object with these properties."""
    return Object(
        properties=tuple(
            Property(name=name, schema=schema, required=True, origin=ROW) for name, schema in properties.items()
        )
    )


def observed(*values: Any, schema: Schema | None = None) -> Observations:  # noqa: ANN401 - any JSON value.
    """Return what is known after these samples of a component `Book`, at lines 1, 2 … of one page."""
    book = an_object(title=TEXT, shelf=an_object(mark=TEXT), tags=Array(items=TEXT))
    observations = Observations({"Book": book})
    for line, value in enumerate(values, 1):
        observations.observe("#book_get.200", schema or Reference(name="Book"), value, sample(line))
    return observations


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is expected of one property: lines of samples, 0 for none."""

    types: tuple[tuple[str, int], ...] = ()
    array: int = 0
    single: int = 0
    null: int = 0
    missing: int = 0
    shown: int = 0


def summary(seen: Observation) -> Shown:
    """Return what was seen, with lines instead of places."""
    lines = {name: getattr(seen, name) for name in ("array", "single", "null", "missing")}
    types = tuple((kind, at.line) for kind, at in seen.types.items())
    return Shown(types=types, shown=seen.shown, **{name: at.line if at else 0 for name, at in lines.items()})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([{"title": "Tides"}], Shown(types=(("string", 1),), single=1, shown=1)),
        (
            [{"title": "Tides"}, {"title": 7}, {"title": "Q"}],
            Shown(types=(("string", 1), ("integer", 2)), single=1, shown=3),
        ),
        (
            [{"title": None}, {"title": "Tides"}, {"title": None}],
            Shown(types=(("string", 2),), single=2, null=1, shown=3),
        ),
        ([{}, {"title": "Tides"}, {}], Shown(types=(("string", 2),), single=2, missing=1, shown=1)),
        ([{"title": ["Tides", None]}], Shown(types=(("string", 1),), array=1, shown=1)),
        ([{"title": []}, {"title": []}], Shown(array=1, shown=2)),
        ([[{"title": "Tides"}, {"title": "Sand"}, {}]], Shown(types=(("string", 1),), single=1, missing=1, shown=2)),
        ([[], "Tides", None], Shown()),
    ],
    ids=["one", "two types", "null", "left out", "a list", "an empty list", "a list of books", "no book at all"],
)
def test_samples_show(values: list[Any], expected: Shown) -> None:
    """The first sample is kept for each type, for one, a list, null and absence; nulls and elements add no `single`."""
    assert summary(observed(*values).seen("Book", "title")) == expected


def test_what_is_seen_belongs_to_the_component() -> None:
    """A sample of an operation shows what every operation refers to; a property inside is its object's own."""
    observations = observed({"title": "Tides", "shelf": {"mark": "Q 7"}})
    assert observations.seen("#book_get.200", "title") == Observation()
    assert summary(observations.seen("Book.shelf", "mark")) == Shown(types=(("string", 1),), single=1, shown=1)


def test_what_no_component_describes_belongs_to_the_operation() -> None:
    """An object that stands on the operation's own page is observed under the owner that is given."""
    observations = observed([{"count": 3}], schema=Array(items=an_object(count=Scalar(type="integer"))))
    assert summary(observations.seen("#book_get.200", "count")) == Shown(types=(("integer", 1),), single=1, shown=1)


def test_case_is_the_samples_matter() -> None:
    """A property is found in any case, and each spelling is counted."""
    observations = observed({"Title": "Tides"}, {"TITLE": "Sand"}, {"Title": "Reed"})
    assert observations.seen("Book", "tItLe").spellings == {"Title": 2, "TITLE": 1}
    assert observations.extra == {}


def test_what_no_table_lists_is_kept_apart() -> None:
    """With the first sample that shows it."""
    assert observed({}, {"pages": 212}, {"pages": 90}).extra == {"Book": {"pages": sample(2)}}


def test_a_reference_to_what_is_no_object_shows_nothing() -> None:
    """An enum has no properties, and a component that isn't there neither."""
    observations = observed({"title": "Tides"}, schema=Reference(name="Language"))
    assert (observations.properties, observations.extra) == ({}, {})


def test_a_name_is_never_a_date_while_no_sample_of_it_is() -> None:
    """Asked over all objects, anew after each sample; a name that no sample shows as text says nothing."""
    observations = observed({"title": "last spring", "shelf": {"mark": "2031-05-01"}})
    assert observations.never_a_date("TITLE") == sample(1)
    assert observations.never_a_date("mark") is None
    assert observations.never_a_date("tags") is None
    observations.observe("#x", an_object(title=TEXT), {"title": "2031-05-01T10:00:00Z"}, sample(9))
    assert observations.never_a_date("title") is None


@pytest.mark.parametrize(
    ("value", "kind"),
    [(True, "boolean"), (1, "integer"), (1.5, "number"), ("", "string"), ([], "array"), (None, "null"), ({}, "object")],
)
def test_each_value_has_a_json_type(value: Any, kind: str) -> None:  # noqa: ANN401 - any JSON value.
    """`true` is no integer, although Python says so."""
    assert json_type(value) == kind
