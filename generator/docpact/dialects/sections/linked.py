"""Sections that types link to by a label: the structure that stands in a part of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from docpact.diagnostics import Report
from docpact.dialects.sections.entries import list_rows, read_list
from docpact.dialects.sections.fields import object_statements, row_statements, section_tables
from docpact.dialects.sections.kinds import Topics
from docpact.dialects.sections.labels import labels_in
from docpact.dialects.sections.rows import lists_names
from docpact.dialects.statements import (
    FieldStatement,
    OperationStatement,
    StructureStatement,
    TypeStatement,
    WebhookStatement,
)
from docpact.read.page import DefinitionList, FieldList, LinkKind, List, Section, Table

Listed: TypeAlias = DefinitionList | FieldList | List


def read_linked_sections(
    tables: Mapping[str, Table | Listed], types: Iterable[TypeStatement], report: Report
) -> dict[str, tuple[FieldStatement, ...]]:
    """Return label, in lower case → the fields in its table, for the labels that types link to, at any remove.

    Only these are read: what is in another section's table is its topic's to read.
    """
    found: dict[str, tuple[FieldStatement, ...]] = {}
    todo = list(_labels(types))
    while todo:
        label = todo.pop()
        if label in tables and label not in found:
            own = _fields_of(tables[label], report)
            found[label] = without_explanations(own, frozenset(tables))
            todo += _labels(_types_of(found[label]))
    return found


def all_types(
    operations: Sequence[OperationStatement], others: Sequence[StructureStatement | WebhookStatement]
) -> Iterator[TypeStatement]:
    """Yield every type that the statements name."""
    for operation in operations:
        yield from _types_of(operation.fields)
        for body in operation.bodies:
            if body.type is not None:
                yield body.type
            yield from _types_of(body.fields)
        for response in operation.responses:
            yield from response.types
            yield from _types_of(response.fields)
    for other in others:
        yield from _types_of(other.fields)


def _types_of(fields: Iterable[FieldStatement]) -> Iterator[TypeStatement]:
    for field in fields:
        if field.type is not None:
            yield field.type
        yield from _types_of(field.fields)


def _labels(types: Iterable[TypeStatement]) -> Iterator[str]:
    return (kind.link.target.lower() for kind in types if kind.link and kind.link.kind is LinkKind.LABEL)


def without_explanations(fields: tuple[FieldStatement, ...], known: frozenset[str]) -> tuple[FieldStatement, ...]:
    """Return the fields without links from descriptions that lead to no table: those explain, they name no type."""
    return tuple(
        replace(one, type=_without_explanation(one.type, known), fields=without_explanations(one.fields, known))
        for one in fields
    )


def _without_explanation(kind: TypeStatement | None, known: frozenset[str]) -> TypeStatement | None:
    if kind is None or kind.link is None or kind.link.kind is not LinkKind.LABEL:
        return kind
    named = any(span.link == kind.link for span in kind.words.links)
    return kind if named or kind.link.target.lower() in known else replace(kind, link=None, open=True)


def _fields_of(block: Table | Listed, report: Report) -> tuple[FieldStatement, ...]:
    if isinstance(block, Table):
        return object_statements([block], "response", (), report)
    return tuple(row_statements(list_rows(block, report), "response", ()))


def labelled_tables(topics: Topics) -> dict[str, Table | Listed]:
    """Return label, in lower case → the first field table of the section, or the table, that it stands before.

    A section without a table may list its fields with their types instead, or be called an object.
    """
    found: dict[str, Table | Listed] = {}
    named: dict[str, Table | Listed] = {}
    for topic in topics.by_name.values():
        for section in topic.sections:
            tables = [table for _, table in section_tables(section)[:1]] if section.labels else []
            for label in section.labels if tables else ():
                found.setdefault(label.lower(), tables[0])
            if name := structure_name(section):
                named.setdefault(name, next(block for block in section.blocks if isinstance(block, Table)))
            for block in section.blocks:
                if isinstance(block, Table) and block.labels and lists_names(block):
                    for label in block.labels:
                        found[label.lower()] = block
    for section in (section for topic in topics.by_name.values() for section in topic.structured):
        listed = _only_list(section)
        if listed is not None:
            found = {**dict.fromkeys(map(str.lower, section.labels), listed), **found}
            named = {_type_name(section): listed, **named}
    named.pop("", None)
    return {**named, **found}


def _only_list(section: Section) -> Listed | None:
    """Return the list of fields that a section without tables begins with: typed ones, or those of an object."""
    if any(isinstance(block, Table) for block in section.blocks):
        return None
    called = TITLE.fullmatch(section.title[:120])
    for block in section.blocks:
        if isinstance(block, DefinitionList | FieldList | List):
            rows = read_list(block).rows
            typed = sum(row.type is not None for row in rows)
            return block if len(rows) > 1 and (2 * typed > len(rows) or (called and called["kind"])) else None
    return None


def structure_name(section: Section) -> str:
    """Return the name, in small letters, of the type that a section is about: its title, over one table of fields."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    if len(tables) != 1 or not lists_names(tables[0]):
        return ""
    return _type_name(section)


def _type_name(section: Section) -> str:
    """Return the name, in small letters, of the type that a title names; empty for another title."""
    match = TITLE.fullmatch(section.title[:120])
    if match is None:
        return ""
    # A title of one plain word may be anything; one spelled as types are, or called an object, is a type's.
    if match["kind"] or INNER_CAPITAL.search(match["name"]):
        return match["name"].lower()
    # Who means a plain one calls it an object: "a list of Port objects".
    return f"{match['name'].lower()} object" if not match["kind"] and match["name"][:1].isupper() else ""


TITLE = re.compile(
    r"(?:the )?(?P<name>[A-Za-z][\w-]*)(?P<kind> (?:object|entity|(?:data )?structure|resource|type|schema|model))?",
    re.IGNORECASE,
)
INNER_CAPITAL = re.compile(r"^[A-Z][a-z0-9]+[A-Z]")


def referred_labels(topics: Topics) -> frozenset[str]:
    """Return the labels that the type cells of all tables lead to, in lower case."""
    sections = (section for topic in topics.by_name.values() for section in topic.sections)
    return frozenset(label for section in sections for label in labels_in(section))
