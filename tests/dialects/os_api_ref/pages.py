"""Pages of os-api-ref, made by hand: sections of directives, words and samples, each on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.os_api_ref import DIALECT
from docpact.dialects.protocol import PageView
from docpact.dialects.statements import Documentation, FieldStatement, OperationStatement
from docpact.read.page import (
    Block,
    Directive,
    Link,
    LinkKind,
    Page,
    Paragraph,
    Sample,
    Section,
    SourceFile,
    Span,
    Style,
    Text,
)

HERE = Origin("index.rst", 1)
DEFINITIONS = """\
shelf_id-path:
  in: path
  type: string
  required: true
  description: The shelf's ID.
shelf:
  in: body
  type: object
  required: true
shelves:
  in: body
  type: array
  required: true
label:
  in: body
  type: string
  required: true
  description: |
    What stands on it.

    One of ``poetry`` or ``prose``. Default is ``prose``.
width:
  in: body
  type: integer
  required: false
books:
  in: body
  type: array
  required: false
isbn:
  in: body
  type: string
  required: true
limit:
  in: query
  type: integer
label-query:
  in: query
  type: string
  required: false
room:
  in: body
  type: uuid
  required: true
  min_version: 2.10
location:
  in: header
  type: string
  required: true
"""
"""What `parameters` names by default."""


def directive(name: str, text: str, argument: str = "", file: SourceFile | None = None, line: int = 1) -> Directive:
    """Return a directive of the dialect's."""
    at = Origin("index.rst", line)
    return Directive(name, argument, (), (), text, Origin("index.rst", line + 2), at, file=file)


def method(text: str, line: int = 1) -> Directive:
    """Return a `rest_method`."""
    return directive("rest_method", text, line=line)


def parameters(*names: str, text: str = DEFINITIONS, line: int = 1) -> Directive:
    """Return a `rest_parameters` that lists `name: key` each."""
    listed = "\n".join(f"- {name if ':' in name else f'{name}: {name}'}" for name in names)
    return directive("rest_parameters", listed, "parameters.yaml", SourceFile("parameters.yaml", text), line)


def words(text: str, *, bold: bool = False, link: str = "") -> Paragraph:
    """Return a paragraph of one span."""
    target = Link(LinkKind.URL, link) if link else None
    return Paragraph(Text((Span(text, Style.STRONG if bold else Style.PLAIN, target),), HERE))


def sample(value: Any, path: str = "samples/shelf.json") -> Sample:  # noqa: ANN401 - any JSON value.
    """Return a sample that is included from a file."""
    return Sample("javascript", "", value if isinstance(value, str) else json.dumps(value), Origin(path, 1))


def section(title: str, depth: int, *blocks: Block, line: int = 1) -> Section:
    """Return a section."""
    at = Origin("index.rst", line)
    return Section(Text((Span(title),), at), depth, (), blocks, at)


def operation(title: str, line: str, *blocks: Block, parts: Sequence[Section] = ()) -> list[Section]:
    """Return the sections of an operation."""
    return [section(title, 2, method(line), *blocks), *parts]


def request(*blocks: Block) -> Section:
    """Return an operation's part about the request."""
    return section("Request", 3, *blocks)


def response(*blocks: Block) -> Section:
    """Return an operation's part about the response."""
    return section("Response", 3, *blocks)


def read(*sections: Section) -> tuple[Documentation, list[Diagnostic]]:
    """Return what the dialect reads from a page of a group `Shelves`, and what it reports."""
    whole = (section("Shelves", 1, words("Where books stand.")), *sections)
    page = Page(name="index", title="Library", sections=whole, origin=HERE)
    found: list[Diagnostic] = []
    claimed = [DIALECT.claims(one) for one in whole]
    first = claimed.index(True) if any(claimed) else len(whole)
    view = PageView(page=page, sections=whole[first:])
    return DIALECT.read([view], found.append), found


def read_one(*sections: Section) -> tuple[OperationStatement, list[str]]:
    """Return the page's only operation, and the codes of what is reported."""
    documentation, found = read(*sections)
    (one,) = documentation.operations
    return one, [diagnostic.code for diagnostic in found]


def tree(fields: Sequence[FieldStatement]) -> dict[str, Any]:
    """Return the names of fields as a tree."""
    return {one.name: tree(one.fields) for one in fields}
