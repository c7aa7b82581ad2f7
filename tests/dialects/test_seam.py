"""A dialect is a folder and a line: an invented one is read without a change to reading, model or emission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docpact.config import Safety
from docpact.diagnostics import Diagnostic, Report
from docpact.dialects import DIALECTS, claimed_markup, read_documentation
from docpact.dialects.protocol import PageView
from docpact.dialects.statements import (
    Documentation,
    FieldStatement,
    JsonType,
    Location,
    OperationStatement,
    ResponseStatement,
    Source,
    TagStatement,
    TypeStatement,
)
from docpact.emit import emit_document, validate_document
from docpact.model import build_api
from docpact.read import read_trees
from docpact.read.markup import DirectiveSpec, Markup
from docpact.read.page import Directive, Field, FieldList, Section, walk_blocks

PLACES: dict[str, Location] = {"path": "path", "query": "query", "back": "response"}
TYPES: dict[str, JsonType] = {"number": "integer", "text": "string"}


class Calls:
    """`.. call:: METHOD /path` with fields `:place type name:`."""

    name = "calls"
    markup = Markup(directives=(DirectiveSpec(name="call"),))

    def claims(self, section: Section) -> bool:
        """Claim sections with a call."""
        return any(isinstance(block, Directive) and block.name == "call" for block in walk_blocks(section.blocks))

    def read(self, pages: Sequence[PageView], report: Report) -> Documentation:  # noqa: ARG002 - nothing is wrong here.
        """Return an operation for each call."""
        sections = [(view.page.name, section) for view in pages for section in view.sections]
        return Documentation(operations=tuple(one for page, section in sections for one in read_calls(page, section)))


def read_calls(page: str, section: Section) -> Iterator[OperationStatement]:
    """Yield the operations of a section."""
    for call in section.blocks:
        if isinstance(call, Directive):
            method, path = call.argument.split()
            fields = [read_field(one) for block in call.blocks if isinstance(block, FieldList) for one in block.fields]
            back = tuple(field for field in fields if field.location == "response")
            response = ResponseStatement(
                status="200", fields=back, description=section.heading, source=Source.FIELD_LIST, origin=call.origin
            )
            yield OperationStatement(
                method=method,
                path=path,
                page=page,
                name=path,
                title=section.title,
                tag=TagStatement(name=section.title),
                fields=tuple(field for field in fields if field not in back),
                responses=(response,) if back else (),
                origin=call.origin,
                page_origin=section.origin,
            )


def read_field(field: Field) -> FieldStatement:
    """Return what `:place type name: text` says."""
    place, kind, name = field.name.plain.split()
    kinds = TypeStatement(words=field.name, type=TYPES[kind])
    return FieldStatement(
        name=name,
        location=PLACES[place],
        type=kinds,
        description=field.blocks,
        source=Source.FIELD_LIST,
        origin=field.origin,
    )


PAGE = """\
Boats
=====

.. call:: GET /boats/{id}

   :path number id: which boat
   :query text colour: its colour
   :back number berth: where it lies

Boats are wet.
"""


def test_an_invented_dialect_is_a_class_and_a_line(tmp_path: Path) -> None:
    """Its operations stand beside those of the other dialects."""
    (tmp_path / "boats.rst").write_text(PAGE)
    (tmp_path / "berths.rst").write_text(
        "Berths\n======\n\n``GET /berths``\n\n====== =====\nStatus Means\n====== =====\n200    fine\n====== =====\n"
    )
    found: list[Diagnostic] = []
    dialects = (Calls(), *DIALECTS)
    pages = read_trees([tmp_path], {}, found.append, markup=claimed_markup(dialects)).pages.values()
    api = build_api(read_documentation(pages, dialects, found.append), found.append)
    document = emit_document(api, {}, Safety(), found.append, open_enums=True)
    validate_document(document, "document")
    assert list(document["paths"]) == ["/berths", "/boats/{id}"]
    boat = document["paths"]["/boats/{id}"]["get"]
    assert [(parameter["in"], parameter["name"], parameter["schema"]["type"]) for parameter in boat["parameters"]] == [
        ("path", "id", "integer"),
        ("query", "colour", "string"),
    ]
    schema = boat["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema["properties"]["berth"] == {"type": "integer", "description": "where it lies"}
    assert boat["x-source"] == "boats.rst:4"
