"""Fields → first schemas, before the samples are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from docpact.diagnostics import Diagnostic, Report
from docpact.model.claims import make_claim, row_claims
from docpact.model.evidence import OPTIONAL, Aspect, Source
from docpact.model.limits import Stated
from docpact.model.links import LinkResolver
from docpact.model.names import split_words
from docpact.model.rows import Field, is_field_table, merge_notes, notes_about, read_fields
from docpact.model.types import Array, JsonType, Limits, Object, Property, Reference, Scalar, Schema, Unknown
from docpact.model.vocabulary import OPEN_WORDS, WHOLE_WORDS
from docpact.read import Note, Page, PageKind, Paragraph, Table, Text
from docpact.read.page import Block, Section

ALL_BUT = re.compile(
    r"\ball (?:other )?(?:parameters|fields|properties)\b.*?\(except (?P<names>[^)]+)\).*?\boptional", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What building any schema needs."""

    resolver: LinkResolver
    names: Mapping[str, str]
    """Page name → component name."""
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalRest:
    """What prose says about all parameters together."""

    required: frozenset[str]
    """The names that are excepted, in lower case."""
    text: Text


def draft_object(tables: Sequence[tuple[str, Table]], page: Page, notes: Sequence[Text], context: Context) -> Object:
    """Return the object that the first table describes; the tables after it describe its members that are bare arrays.

    `tables` are (bold caption, table) pairs, in the order of the page.
    """
    if not tables:
        return Object(properties=())
    fields = list(read_fields(tables[0][1], context.report))
    optional_rest = _optional_by_prose(notes)
    about = notes_about([field.name for field in fields], notes)
    properties = [draft_property(field, page, about[field.name], optional_rest, context) for field in fields]
    for _, table in tables[1:]:
        nested = draft_object([("", table)], page, notes, context)
        for index, prop in enumerate(properties):
            if isinstance(prop.schema, Array) and prop.schema.items == Unknown():
                properties[index] = replace(prop, schema=replace(prop.schema, items=nested))
                break
    return Object(properties=tuple(properties))


def draft_property(
    field: Field, page: Page, about: Sequence[Text], optional_rest: OptionalRest | None, context: Context
) -> Property:
    """Return the member that a row describes, with what the table and the notes about it claim."""
    stated = merge_notes(field, about)
    schema = draft_schema(field, stated, page, context)
    claims = list(row_claims(field, about, stated, schema))
    optional = field.type.optional
    if optional_rest is not None and field.name.lower() not in optional_rest.required:
        optional = True
        claims.append(make_claim(Aspect.REQUIRED, Source.PROSE, OPTIONAL, optional_rest.text))
    return Property(
        name=field.name,
        schema=schema,
        required=not optional and not stated.required_if and not stated.uncertain,
        nullable=field.type.nullable,
        blocks=field.blocks,
        required_if=stated.required_if,
        origin=field.origin,
        claims=tuple(claims),
    )


def draft_schema(field: Field, stated: Stated, page: Page, context: Context) -> Schema:
    """Return the schema that the type cell names, with the limits that the words state."""
    cell = field.type
    schema: Schema
    if cell.link:
        schema = _linked(field, page, context)
    elif cell.type:
        schema = _scalar(field, cell.type, stated, page, context)
    elif cell.name:
        schema = _named(field, context)
    else:
        schema = Unknown()
    if not cell.array:
        return schema
    if schema == Unknown():
        schema = _items_from_description(field, page, context)
    limits = Limits(
        min_items=stated.limits.min_items, max_items=stated.limits.max_items, unique_items=stated.limits.unique_items
    )
    return Array(items=schema, limits=limits)


def page_tables(page: Page) -> list[tuple[str, Table]]:
    """Return the page's field tables with the bold line or heading over each."""
    found: list[tuple[str, Table]] = []
    for section in page.sections:
        found += section_tables(section)
    return found


def section_tables(section: Section) -> list[tuple[str, Table]]:
    """Return the section's field tables with the bold line over each, or its title."""
    found: list[tuple[str, Table]] = []
    label = section.title
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = block.text.label or label
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


def is_whole(name: str) -> bool:
    """Tell whether a number of that name counts or names something, so that it can only be whole."""
    words = split_words(name)
    return bool(words) and words[-1] in WHOLE_WORDS


def _scalar(field: Field, kind: JsonType, stated: Stated, page: Page, context: Context) -> Schema:
    enum = None if stated.members or field.type.format else _enum_by_name(field.name, page, context)
    if enum is not None and kind in {"number", "integer", "string"}:
        message = f"`{field.name}` has the name of an enum, but no link to it"
        context.report(Diagnostic(code="enum-unlinked", message=message, origin=field.origin))
        return Reference(name=enum)
    if kind == "number" and (is_whole(field.name) or stated.members):
        kind = "integer"
    limits = replace(stated.limits, min_items=None, max_items=None, unique_items=None)
    return Scalar(type=kind, format=field.type.format, limits=limits, members=stated.members)


def _enum_by_name(name: str, page: Page, context: Context) -> str | None:
    """Return the enum that a field is a value of by its name, alone or after its page's group: `State` of a lock.

    `Filters.State` on the lock's pages takes values of the lock state; plain `state` in a structure is linked.
    """
    last = name.rsplit(".", 1)[-1]
    candidates = [last] if "." not in name else [last, f"{page.group}-{last}"]
    for candidate in candidates:
        found = context.resolver.find_enum(candidate)
        if found:
            return context.names.get(found.name)
    return None


def _linked(field: Field, page: Page, context: Context) -> Schema:
    link = field.type.link
    assert link is not None  # noqa: S101 - the caller asked.
    if section := context.resolver.resolve_section(link):
        tables = section_tables(section[1])
        if tables:
            return draft_object(tables[:1], section[0], (), context)
    target = context.resolver.resolve_page(link, page)
    if target is not None and target.name in context.names:
        return Reference(name=context.names[target.name])
    what = "leads to no page" if target is None else "leads to a page that describes no type"
    message = f"`{link.target}` {what}; the type is left open"
    context.report(Diagnostic(code="link-dangling", message=message, origin=field.origin))
    return Unknown(name=field.type_cell.plain)


def _named(field: Field, context: Context) -> Schema:
    if field.type.name.lower() in OPEN_WORDS:
        return Unknown()
    found = context.resolver.find_type(field.type.name)
    if found is not None and found.name in context.names:
        message = f"`{field.type.name}` is a page's name, but no link to it"
        context.report(Diagnostic(code="type-unlinked", message=message, origin=field.origin))
        return Reference(name=context.names[found.name])
    message = f"`{field.type.name}` is described nowhere; only samples tell what it is"
    context.report(Diagnostic(code="type-unknown", message=message, origin=field.origin))
    return Unknown(name=field.type.name)


def _items_from_description(field: Field, page: Page, context: Context) -> Schema:
    for span in field.description.links:
        target = context.resolver.resolve_page(span.link, page) if span.link else None
        if target is not None and target.kind in {PageKind.STRUCTURE, PageKind.ENUM} and target.name in context.names:
            return Reference(name=context.names[target.name])
    return Unknown()


def _optional_by_prose(notes: Sequence[Text]) -> OptionalRest | None:
    """Return the only required names where the prose says "All parameters (except id and revision) are optional"."""
    for note in notes:
        if found := ALL_BUT.search(note.plain):
            names = frozenset(word.lower() for word in re.split(r"\s*,\s*|\s+and\s+", found["names"].strip()))
            return OptionalRest(required=names, text=note)
    return None
