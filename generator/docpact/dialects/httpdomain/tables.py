"""Tables of fields beside directives: what their columns are and what their rows say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docpact.dialects.httpdomain.columns import TableColumns
from docpact.dialects.httpdomain.enums import read_members
from docpact.dialects.httpdomain.markers import marked_text, parse_marks, scalar_value, texts_of
from docpact.dialects.httpdomain.type_words import parse_type_words
from docpact.dialects.httpdomain.vocabulary import NO, YES
from docpact.dialects.statements import FieldStatement, Location, Source
from docpact.read.page import Row, Table

NAME = re.compile(r"[`*\"]*(?P<name>[A-Za-z_@$][\w.@$\[\]{}<>*-]*)[`*\"]*\s*(?P<remark>.*)", re.DOTALL)


def is_field_table(table: Table) -> bool:
    """Tell whether a table lists fields: names with a type or a description."""
    places = TableColumns.of(table).places
    return "name" in places and ("type" in places or "description" in places)


def read_table_fields(table: Table, location: Location, unmarked: bool | None) -> Iterator[FieldStatement]:  # noqa: FBT001
    """Yield a statement for each row with a name; `unmarked` is what a row without a mark means."""
    columns = TableColumns.of(table)
    for row in table.rows:
        found = NAME.fullmatch(marked_text(columns.cell(row, "name")))
        if not found:
            continue
        cell = columns.cell(row, "type")
        link = next((span.link for span in cell.links), None)
        kind = parse_type_words(re.sub(r"\(.*?\)", "", cell.plain), cell.origin, link)
        blocks = columns.blocks(row, "description")
        remark = found["remark"].strip("*` ()[]")
        texts = [marked_text(text) for text in texts_of(blocks)]
        bracketed = [f"({mark})" for mark in re.findall(r"\((.*?)\)", cell.plain)]
        marks = parse_marks([*bracketed, *texts], remark, kind.statement)
        members, default = read_members(blocks, kind.statement)
        required = marks.required if marks.required is not None else _yes(columns, row)
        stated = scalar_value(columns.cell(row, "default").plain, kind.statement)
        limits = marks.limits
        if stated is None and default is not None:
            stated = default.value
        yield FieldStatement(
            name=found["name"],
            location=location,
            type=kind.statement,
            required=required,
            unmarked=unmarked,
            nullable=True if kind.nullable else marks.nullable,
            limits=replace(limits, default=stated) if stated is not None else limits,
            members=members,
            description=blocks,
            deprecated=marks.deprecated,
            words=cell if cell.plain else None,
            source=Source.TABLE,
            origin=row.origin,
        )


def _yes(columns: TableColumns, row: Row) -> bool | None:
    """Return what the cell of a `Required` or `Optional` column says."""
    if "required" not in columns.places:
        return None
    word = columns.cell(row, "required").plain.strip(" .").lower()
    header = columns.headers[columns.places["required"]]
    asks_optional = header.startswith(("opt", "fac"))
    if word in {"optional", "optionnel", "facultatif"}:
        return False
    if word in YES:
        return not asks_optional
    if word in NO:
        return asks_optional
    return None
