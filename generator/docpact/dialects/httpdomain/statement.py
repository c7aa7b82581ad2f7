"""An entry of a field list → a statement about a parameter, header or property."""

from __future__ import annotations

from dataclasses import replace

from docpact.dialects.httpdomain.enums import read_members
from docpact.dialects.httpdomain.fields import Entry
from docpact.dialects.httpdomain.markers import has_deprecation, marked_text, parse_marks
from docpact.dialects.httpdomain.nested import leading_type, read_nested
from docpact.dialects.httpdomain.type_words import parse_type_words
from docpact.dialects.statements import FieldStatement, Limits, Location, Source, TypeStatement
from docpact.read.page import Paragraph, Span, Text


def entry_statement(entry: Entry, location: Location, name: str = "") -> FieldStatement:
    """Return what the entry says of the field; `name` stands for its own where its place gives it another."""
    # What a list says is about its entries, not about the field.
    texts = [marked_text(block.text) for block in entry.blocks if isinstance(block, Paragraph)]
    kind = parse_type_words(entry.type_words or leading_type(texts), entry.origin, entry.type_link)
    statement = _in_query(kind.statement) if location == "query" else kind.statement
    marks = parse_marks(texts, entry.remark, statement, outdated=has_deprecation(entry.blocks))
    nested = read_nested(entry.blocks, statement, location) if location in {"body", "response"} else ()
    members, default = ((), None) if nested else read_members(entry.blocks, statement)
    members = members or entry.values
    if members and statement is None:
        words = Text((Span("the listed values"),), entry.origin)
        texts_only = any(isinstance(member.value, str) for member in members)
        statement = TypeStatement(words=words, type="string" if texts_only else "integer")
    limits = marks.limits
    if nested and statement is not None and statement.open:
        # `object` left its properties open; here they are.
        statement = replace(statement, map=False, open=False)
    if limits.default is None and default is not None:
        limits = replace(limits, default=default.value)
    return FieldStatement(
        name=name or entry.name,
        location=location,
        type=statement,
        required=True if location == "path" else marks.required,
        # Who marks nothing on a query parameter or header means that it may be left out.
        unmarked=False if location in {"query", "header"} else None,
        nullable=(True if kind.nullable else marks.nullable) if location in {"body", "response"} else None,
        limits=_fitting(limits, members),
        members=tuple(members),
        description=entry.blocks,
        fields=nested,
        deprecated=marks.deprecated,
        words=Text((Span(f"{entry.type_words} {entry.name} {entry.remark}".strip()),), entry.origin),
        source=Source.FIELD_LIST,
        origin=entry.origin,
    )


def _in_query(kind: TypeStatement | None) -> TypeStatement | None:
    """Return the type as a query string holds it: a list, an object or any JSON is a string there."""
    if kind is None or not (kind.lists or kind.map or kind.open):
        return kind
    return TypeStatement(words=kind.words, type="string")


def _fitting(limits: Limits, members: tuple[object, ...]) -> Limits:
    """Return the limits without a default that isn't one of the values."""
    values = [getattr(member, "value", None) for member in members]
    if members and limits.default is not None and limits.default not in values:
        return replace(limits, default=None)
    return limits
