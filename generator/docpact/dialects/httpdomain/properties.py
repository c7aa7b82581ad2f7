"""Entries and tables → the properties of a body, each where the page or the samples put it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.httpdomain.captions import Direction
from docpact.dialects.httpdomain.draft import Draft, Property, top_names
from docpact.dialects.httpdomain.fields import Entry
from docpact.dialects.httpdomain.placement import Placed, Step, is_list, nest, place_flat, rows, seen_names, split_name
from docpact.dialects.httpdomain.statement import entry_statement
from docpact.dialects.httpdomain.type_words import is_type_word, parse_type_words
from docpact.dialects.httpdomain.vocabulary import ARRAY_WORDS, ITEMS, RECEIVED, SENT, WITHOUT_BODY, Kind
from docpact.dialects.statements import FieldStatement, Location, Source, TypeStatement
from docpact.read.page import Span, Style, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What a page says of a body as a whole."""

    type: TypeStatement | None
    """Of a body that is a list, a map or a scalar; `fields` are then those of its entries or values."""
    fields: tuple[FieldStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The JSON properties of an operation."""

    sent: tuple[Property, ...]
    received: tuple[Property, ...]


def split_sides(draft: Draft) -> Sides:
    """Return the properties of request and response; those without a direction go where their names or words lead."""
    sent = [Property(entry=entry) for entry in draft.entries if entry.kind in SENT]
    received = [Property(entry=entry) for entry in draft.entries if entry.kind in RECEIVED]
    unsaid: dict[int, list[Entry]] = {}
    for entry in draft.entries:
        if entry.kind is Kind.JSON:
            unsaid.setdefault(entry.about.origin.line if entry.about else 0, []).append(entry)
    for entries in unsaid.values():
        side, parent = _destination(entries, sent, received, draft)
        found = [Property(entry=entry, parents=parent) for entry in entries]
        if side == "request":
            sent += found
        else:
            received += found
    return Sides(sent=tuple(sent), received=tuple(received))


def _destination(
    entries: Sequence[Entry], sent: Sequence[Property], received: Sequence[Property], draft: Draft
) -> tuple[Direction, tuple[Step, ...]]:
    """Return the side and the parent of fields that say neither.

    1. The sentence before them names a property that is listed: they are its own, or its entries'.
    2. The samples of one side have most of the names, the other's have fewer. A response with other
       names beside them repeats what was sent, as long as no sample shows what is sent.
    3. A method with a body sends them.
    """
    about = entries[0].about
    if about is not None:
        sides: tuple[tuple[Direction, Sequence[Property]], ...] = (("response", received), ("request", sent))
        for side, properties in sides:
            if (owner := _named(about, [one.entry for one in properties if not one.parents])) is not None:
                lists = 1 if _first(owner.type_words) in ARRAY_WORDS else 0
                return side, (Step(name=owner.name, lists=lists),)
    names = {entry.name for entry in entries}
    asked, answered = len(names & seen_names(draft.sent)), len(names & seen_names(draft.received))
    tells = draft.sent or draft.method in WITHOUT_BODY or sent or names >= top_names(draft.received)
    if asked != answered and tells:
        return ("request" if asked > answered else "response"), ()
    return ("response" if draft.method in WITHOUT_BODY or sent else "request"), ()


def _named(about: Text, entries: Sequence[Entry]) -> Entry | None:
    """Return the listed property that a sentence is about: marked words first, then any word of it."""
    by_name = {entry.name.lower(): entry for entry in entries}
    marked = [span.text.strip().lower() for span in about.spans if span.style is not Style.PLAIN and span.text.strip()]
    for words in marked:
        if words in by_name:
            return by_name[words]
    for words in marked:
        last = words.split()[-1].strip("\"':")
        if last in by_name:
            return by_name[last]
    for word in re.findall(r"[\w.-]+", about.plain.lower()):
        entry = by_name.get(word)
        if entry is not None and parse_type_words(entry.type_words, entry.origin).statement is not None:
            kind = parse_type_words(entry.type_words, entry.origin).statement
            if kind is not None and (kind.lists or kind.map):
                return entry
    return None


def build_payload(
    properties: Sequence[Property],
    tabled: Sequence[FieldStatement],
    values: Sequence[Any],
    location: Location,
    report: Report,
) -> Payload:
    """Return the body that the properties and the tables' rows make, placed as the sample values show it."""
    whole, named = _split_whole(properties, values, report)
    listed = is_list(values) or (bool(named) and all(one.entry.kind in ITEMS for one in named))
    paths = {id(one): (*one.parents, *split_name(one.entry.name, values)) for one in named}
    if any(path and path[0].name == "" for path in paths.values()):
        # `[].name`: the author says that the payload is a list.
        listed = True
        paths = {key: path[1:] if path[0].name == "" and len(path) > 1 else path for key, path in paths.items()}
    flat = [path[0].name for path in paths.values() if len(path) == 1] + [field.name for field in tabled]
    deeper = place_flat(flat, values)
    placed = [
        Placed(path=_path(paths[id(one)], deeper), statement=entry_statement(one.entry, location)) for one in named
    ]
    placed += [Placed(path=_path(split_name(field.name, values), deeper), statement=field) for field in tabled]
    kind = whole
    if listed and (kind is None or not kind.lists):
        origin = named[0].entry.origin if named else tabled[0].origin if tabled else None
        if origin is not None:
            kind = TypeStatement(words=Text((Span("array"),), origin), lists=1)
    return Payload(type=kind, fields=nest(placed, location, Source.FIELD_LIST, report))


def _path(path: tuple[Step, ...], deeper: dict[str, Step]) -> tuple[Step, ...]:
    parent = deeper.get(path[0].name) if len(path) == 1 else None
    return (parent, *path) if parent else path


def _split_whole(
    properties: Sequence[Property], values: Sequence[Any], report: Report
) -> tuple[TypeStatement | None, list[Property]]:
    """Return the type that a nameless field gives to the whole body, and the other properties.

    `:<json object: Mapping of …` has a type and no name; where a sample has a property of that name it is one.
    """
    kind: TypeStatement | None = None
    nameless: list[Entry] = []
    named: list[Property] = []
    keys = {name for row in rows(values) for name in row}
    for one in properties:
        entry = one.entry
        if not entry.type_words and not one.parents and is_type_word(entry.name) and entry.name not in keys:
            kind = kind or parse_type_words(entry.name, entry.origin).statement
            nameless.append(entry)
        else:
            named.append(one)
    if named and kind is not None and not (kind.lists or kind.map or kind.open):
        # Something with properties is no number and no text.
        kind = None
        for entry in nameless:
            message = f"`{entry.name}` is a type, and the field has no name; it is left out"
            report(Diagnostic(code="field-unknown", message=message, origin=entry.origin))
    return kind, named


def _first(words: str) -> str:
    return next(iter(re.findall(r"\w+", words.lower())), "")
