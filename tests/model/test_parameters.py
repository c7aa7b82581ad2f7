"""Parameters: the path's in its order, each decided from rows, the request line, samples and namesakes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.statements import (
    CallStatement,
    Documentation,
    FieldStatement,
    JsonType,
    Location,
    OperationStatement,
    Source,
    TagStatement,
    TypeStatement,
)
from docpact.model.collect.links import index_links
from docpact.model.context import Context
from docpact.model.decide.parameters import decide_parameters, find_namesakes
from docpact.model.types import Array, Object, Parameter, Property, Scalar, Schema
from docpact.read.page import Text

HERE, ROW = Origin("books.rst", 4), Origin("books.rst", 9)


def row(name: str, location: Location, kind: JsonType | None = None, *, required: bool | None = None) -> FieldStatement:
    """A table's row about a parameter."""
    stated = None if kind is None else TypeStatement(words=Text((), ROW), type=kind)
    return FieldStatement(
        name=name, location=location, type=stated, required=required, unmarked=True, source=Source.TABLE, origin=ROW
    )


def call(url: str) -> CallStatement:
    """A sample request."""
    return CallStatement(method="GET", url=url, headers=(), body="", sends_body=False, origin=Origin("books.rst", 20))


def operation(
    path: str, *rows: FieldStatement, query: tuple[tuple[str, str], ...] = (), calls: tuple[CallStatement, ...] = ()
) -> OperationStatement:
    """An operation of the group `book`."""
    return OperationStatement(
        method="GET", path=path, query=query, page="books", group="book", name=path, title="", fields=rows, calls=calls,
        tag=TagStatement(name="book"), origin=HERE, page_origin=HERE,
    )  # fmt: skip


def decided(
    one: OperationStatement, *others: OperationStatement, result: Schema | None = None
) -> tuple[tuple[Parameter, ...], list[str]]:
    """The operation's parameters beside those others, and the codes of what is reported."""
    found: list[Diagnostic] = []
    context = Context(links=index_links(Documentation()), names={}, sections={}, report=found.append)
    namesakes = find_namesakes([one, *others], {}, context)
    return decide_parameters(one, result, namesakes, context), [diagnostic.code for diagnostic in found]


def test_path_parameters_stand_in_the_order_of_the_path() -> None:
    """Then those of the query, spelled as the request line does; what is in the path is required, whatever is said."""
    rows = (
        row("Size", "query", "integer"),
        row("id", "path", "integer", required=False),
        row("shelf", "path", "string"),
    )
    found, codes = decided(operation("/shelves/{shelf}/books/{id}", *rows, query=(("size", "5"),)))
    assert [(one.location, one.name, one.required) for one in found] == [
        ("path", "shelf", True),
        ("path", "id", True),
        ("query", "size", True),
    ]
    assert codes == ["required-contradicted"]


@pytest.mark.parametrize(
    ("others", "result", "kind"),
    [
        ((operation("/a/{id}", row("id", "path", "integer")),), None, "integer"),
        (
            (replace(operation("/a/{id}", row("id", "path", "integer")), group="shelf"),),
            Object(properties=(Property(name="id", schema=Scalar(type="number"), required=True, origin=ROW),)),
            "number",
        ),
        ((replace(operation("/a/{id}", row("id", "path", "integer")), group="shelf"),), None, "integer"),
        ((), None, "string"),
    ],
    ids=["a sibling's row", "a property of the response", "a row of another group", "nobody knows"],
)
def test_a_variable_without_a_row_borrows_its_type(
    others: tuple[OperationStatement, ...], result: Schema | None, kind: str
) -> None:
    """From who is closest; a path segment of which nobody knows the type is a string."""
    found, codes = decided(operation("/books/{id}"), *others, result=result)
    assert [one.schema for one in found] == [Scalar(type=kind)]  # type: ignore[arg-type]
    assert codes == ["path-parameter-undocumented"]


@pytest.mark.parametrize(
    ("required", "urls", "expected", "code"),
    [
        (None, (), True, []),
        (None, ("/books?size=1",), True, []),
        (None, ("/books?size=1", "/books"), False, ["required-contradicted"]),
        (True, ("/books",), True, ["required-contradicted"]),
        (False, ("/books?size=1",), False, []),
    ],
)
def test_a_query_parameter_is_required_by_its_row_then_by_samples_then_by_silence(
    required: bool | None,  # noqa: FBT001 - a column of the table.
    urls: tuple[str, ...],
    expected: bool,  # noqa: FBT001 - as above.
    code: list[str],
) -> None:
    """A sample request that leaves it out shows that it may be."""
    rows = row("size", "query", "integer", required=required)
    found, codes = decided(operation("/books", rows, calls=tuple(map(call, urls))))
    assert ([one.required for one in found], codes) == ([expected], code)


def test_a_name_that_the_request_line_repeats_is_a_list() -> None:
    """Its row's type is that of one value; what only the request line has is optional."""
    found, codes = decided(
        operation("/books", row("id", "query", "integer"), query=(("id", "1"), ("id", "2"), ("new", "true")))
    )
    assert [(one.name, one.schema, one.required) for one in found] == [
        ("id", Array(items=Scalar(type="integer")), True),
        ("new", Scalar(type="boolean"), False),
    ]
    assert codes == ["query-undocumented"]


def test_a_path_parameter_that_the_path_lacks_is_left_out() -> None:
    """One of both is misspelt."""
    found, codes = decided(operation("/books", row("id", "path", "integer")))
    assert (found, codes) == ((), ["path-parameter-unknown"])
