"""Tables of fields → statements about each field: what its row says, and the notes and sentences about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docpact.diagnostics import Report
from docpact.dialects.sections.cell_lists import with_cell_lists
from docpact.dialects.sections.outline import bold_words
from docpact.dialects.sections.rows import FieldRow, is_field_table, notes_about, read_fields, unrepeated
from docpact.dialects.sections.type_text import ALTERNATIVE, TypeText
from docpact.dialects.sections.vocabulary import OBJECT_WORDS, OPEN_WORDS, TYPE_WORDS
from docpact.dialects.statements import NO_LIMITS, OBJECT, FieldStatement, Location, Source, TypeStatement
from docpact.dialects.words.limits import Stated, merge_limits, parse_stated
from docpact.dialects.words.telling import says_deprecated
from docpact.dialects.words.whole_numbers import is_whole
from docpact.read.page import Block, Note, Paragraph, Section, Table, Text

# "All parameters (except id and revision) are optional": three finds, one after the other.
ALL = re.compile(r"\ball (?:other )?(?:parameters|fields|properties)\b", re.IGNORECASE)
BUT = re.compile(r"\(except (?P<names>[^()]+)\)", re.IGNORECASE)
OPTIONAL = re.compile(r"\boptional", re.IGNORECASE)
# Tables of parameters mark the optional ones; tables of structures mark nothing.
UNMARKED_IS_REQUIRED: dict[Location, bool] = {
    "path": True, "query": True, "header": True, "cookie": True, "body": True, "response": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalRest:
    """What prose says about all parameters together."""

    required: frozenset[str]
    """The names that are excepted, in lower case."""
    text: Text


def object_statements(
    tables: Sequence[Table], location: Location, notes: Sequence[Text], report: Report
) -> tuple[FieldStatement, ...]:
    """Return the fields that the first table describes; the tables after it describe the entries of its bare lists."""
    if not tables:
        return ()
    rows = unrepeated(list(with_cell_lists(list(read_fields(tables[0], report)), report)), report)
    found = list(row_statements(rows, location, notes))
    for table in tables[1:]:
        nested = object_statements([table], location, notes, report)
        bare = next((index for index, one in enumerate(found) if _is_bare_list(one)), None)
        if bare is not None:
            found[bare] = replace(found[bare], fields=nested)
    return tuple(found)


def row_statements(rows: Sequence[FieldRow], location: Location, notes: Sequence[Text]) -> Iterator[FieldStatement]:
    """Yield for each row what it says itself, then what notes and sentences say about the field."""
    rest = _optional_by_prose(notes)
    about = notes_about([row.name for row in rows], notes)
    seen: set[str] = set()
    for row in rows:
        if row.name.lower() in seen:
            # Its place in the samples tells it from the first.
            yield _row_statement(row, location)
            continue
        seen.add(row.name.lower())
        statement = _row_statement(row, location)
        if row.nested:
            nested = tuple(row_statements(row.nested, location, ()))
            yield replace(statement, fields=nested, type=statement.type or row.said)
        else:
            yield statement
        if row.said is not None and not row.nested:
            yield FieldStatement(
                name=row.name, location=location, type=row.said, source=Source.PROSE, origin=row.description.origin
            )
        if row.stated.required_if or row.stated.uncertain:
            yield _prose(row, location, row.description)
        for note in about[row.name]:
            said = parse_stated(note.plain)
            yield _note_statement(row, location, note, said)
            if said.required_if or said.uncertain:
                yield _prose(row, location, note)
        if rest is not None and row.name.lower() not in rest.required:
            yield _prose(row, location, rest.text)


def type_statement(kind: TypeText, cell: Text, name: str = "", *, counted: bool = False) -> TypeStatement:
    """Return what a type cell says of the field with that name; `counted` where its values are numbered."""
    type_ = kind.type
    if type_ == "number" and (is_whole(name) or counted):
        type_ = "integer"
    is_open = kind.name.lower() in OPEN_WORDS
    if options := _alternatives(kind, cell):
        return TypeStatement(words=cell, one_of=options, lists=int(kind.array))
    return TypeStatement(
        words=cell,
        type=type_,
        format=kind.format,
        link=kind.link,
        name=OBJECT if kind.name.lower() in OBJECT_WORDS else "" if is_open else kind.name,
        lists=kind.lists or int(kind.array),
        map=kind.map,
        one_of=tuple(type_statement(one, cell) for one in kind.one_of),
        open=is_open,
        empty=kind.empty,
    )


def _alternatives(kind: TypeText, cell: Text) -> tuple[TypeStatement, ...]:
    """Return the types of a cell that names several, `string or integer`; none where a word of it names no type."""
    words = [word.strip().lower() for word in ALTERNATIVE.split(kind.name)]
    if len(words) < 2 or not all(word in TYPE_WORDS for word in words):  # noqa: PLR2004 - one is no choice.
        return ()
    found = dict.fromkeys(TYPE_WORDS[word] for word in words)
    return tuple(TypeStatement(words=cell, type=type_, format=format_) for type_, format_ in found)


def page_tables(sections: Sequence[Section]) -> list[tuple[str, Table]]:
    """Return the field tables of the sections with the bold line or heading over each."""
    return [found for section in sections for found in section_tables(section)]


def section_tables(section: Section) -> list[tuple[str, Table]]:
    """Return the section's field tables with the bold line over each, or its title."""
    found: list[tuple[str, Table]] = []
    label = section.title
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = bold_words(block.text) or label
        elif isinstance(block, Table) and is_field_table(block):
            found.append((label, block))
    return found


def note_texts(blocks: Sequence[Block]) -> list[Text]:
    """Return every paragraph and list entry, those inside notes too."""
    found: list[Text] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Note):
            found += note_texts(block.blocks)
    return found


def _row_statement(row: FieldRow, location: Location) -> FieldStatement:
    statement = _plain_statement(row, location)
    if location in {"body", "response"} and "[]." in row.name:
        # `books[].title` is a property of the entries.
        statement = replace(statement, name=row.name.replace("[].", "."))
    if not row.name.endswith("[]") or location not in {"body", "response"}:
        return statement
    # In JSON, brackets behind a name say that its value is a list; in a query string they are part of the name.
    kind = statement.type or TypeStatement(words=row.type_cell)
    return replace(statement, name=statement.name.removesuffix("[]"), type=replace(kind, lists=kind.lists + 1))


def _plain_statement(row: FieldRow, location: Location) -> FieldStatement:
    kind = row.type
    typed = kind is not None and not (kind.empty and not row.type_cell.plain)
    return FieldStatement(
        name=row.name,
        location=location,
        type=type_statement(kind, row.type_cell, row.name, counted=bool(row.stated.members))
        if kind is not None and typed
        else None,
        required=row.required,
        unmarked=False if row.defaulted and location != "path" else {"response": False, "path": True}.get(location),
        nullable=(kind.nullable if kind is not None else None) or None,
        limits=merge_limits(kind.limits if kind is not None else NO_LIMITS, row.stated.limits),
        members=(kind.members if kind is not None else ()) or row.stated.members,
        required_if=row.stated.required_if,
        description=row.blocks,
        deprecated=says_deprecated(row.description.plain) or says_deprecated(row.type_cell.plain) or None,
        words=row.type_cell,
        source=row.source,
        origin=row.origin,
    )


def _note_statement(row: FieldRow, location: Location, note: Text, said: Stated) -> FieldStatement:
    return FieldStatement(
        name=row.name,
        location=location,
        limits=said.limits,
        members=said.members,
        required_if=said.required_if,
        words=note,
        source=Source.NOTE,
        origin=note.origin,
    )


def _prose(row: FieldRow, location: Location, words: Text) -> FieldStatement:
    """Return the statement that those words call the field optional, or required only under a condition."""
    return FieldStatement(
        name=row.name, location=location, required=False, words=words, source=Source.PROSE, origin=words.origin
    )


def _is_bare_list(statement: FieldStatement) -> bool:
    kind = statement.type
    described = any(isinstance(block, Paragraph) and block.text.links for block in statement.description)
    bare = kind is not None and kind.lists > 0 and not (kind.type or kind.link or kind.name)
    return bare and not described and not statement.fields and statement.source is Source.TABLE


def _optional_by_prose(notes: Sequence[Text]) -> OptionalRest | None:
    """Return the only required names where the prose says "All parameters (except id and revision) are optional"."""
    for note in notes:
        words = note.plain
        every = ALL.search(words)
        found = BUT.search(words, every.end()) if every else None
        if found and OPTIONAL.search(words, found.end()):
            names = frozenset(word.lower() for word in re.split(r"\s*,\s*|\s+and\s+", found["names"].strip()))
            return OptionalRest(required=names, text=note)
    return None
