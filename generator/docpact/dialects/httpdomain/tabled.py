"""Tables of fields in and after a directive → statements, each where its caption or the method sends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docpact.dialects.httpdomain.captions import caption_direction
from docpact.dialects.httpdomain.columns import TableColumns
from docpact.dialects.httpdomain.content import CaptionedTable
from docpact.dialects.httpdomain.draft import Draft
from docpact.dialects.httpdomain.listed import read_listed
from docpact.dialects.httpdomain.tables import read_table_fields
from docpact.dialects.httpdomain.telling import Telling
from docpact.dialects.httpdomain.vocabulary import NEVER_BODY, RECEIVED, SENT, WITHOUT_BODY, Kind
from docpact.dialects.statements import FieldStatement, Location
from docpact.read.page import DefinitionList, List, Table

WORDS: tuple[tuple[re.Pattern[str], Location], ...] = (
    (
        re.compile(
            r"\bquery|\bfilters?\b|\b(?:get|url) param|paramètres? (?:de requête|get|d['\u2019]url)|filtres?",
            re.IGNORECASE,
        ),
        "query",
    ),
    (re.compile(r"\bheaders?\b|en-?têtes?", re.IGNORECASE), "header"),
    (re.compile(r"\bpath\b|\bur[il]\b|chemin", re.IGNORECASE), "path"),
)
"""Words over a table → where its fields travel."""
BODY_WORDS = re.compile(r"\bform\b|\bjson\b|\bpost\b|\bput\b|\bpatch\b|formulaire", re.IGNORECASE)


KINDS: dict[Location, frozenset[Kind]] = {
    "path": frozenset({Kind.PATH}),
    "query": frozenset({Kind.QUERY}),
    "header": frozenset({Kind.SENT_HEADER}),
    "body": SENT | {Kind.FORM},
    "response": RECEIVED,
}
"""Which entries are about the same fields."""
# Over names that are received: a request's are called parameters.
PROPERTY_HEADERS = re.compile(
    r"fields?|attributes?|propert(?:y|ies)|keys?|champs?|attributs?|propriétés?|clés?", re.IGNORECASE
)


def tables_after(source: Telling) -> Iterator[CaptionedTable]:
    """Yield the tables of fields after the directive whose caption or heading says what they are about."""
    for title, part in source.after:
        for one in part.tables:
            caption = one.caption or title
            if _announced(caption, source.found.method) is not None:
                yield replace(one, caption=caption)


def read_tables(draft: Draft) -> dict[Location, tuple[FieldStatement, ...]]:
    """Return the rows of the tables by where the fields travel; a row that a field list repeats is left out."""
    found: dict[Location, tuple[FieldStatement, ...]] = dict.fromkeys(KINDS, ())
    variables = {variable.name for variable in draft.signature.variables}
    for one in draft.tables:
        location = _announced(one.caption, draft.method) or _usual(one.table, draft.method)
        known = {entry.name for entry in draft.entries if entry.kind in KINDS[location]}
        for field in _rows(one.table, location):
            if field.name in variables and location != "response":
                found["path"] += (replace(field, location="path", required=True, unmarked=None),)
            elif location != "path" and field.name not in known:
                found[location] += (field,)
    return found


def _announced(caption: str, method: str) -> Location | None:
    """Return where the fields of a table travel, as the words over it say."""
    direction = caption_direction(caption)
    if BODY_WORDS.search(caption) and method not in NEVER_BODY:
        return "response" if direction == "response" else "body"
    location = next((location for pattern, location in WORDS if pattern.search(caption)), None)
    if direction == "response":
        # Headers of a response are no parameters; OpenAPI has them elsewhere, and tables of them are rare.
        return None if location == "header" else "response"
    if location is None and direction == "request":
        return "query" if method in WITHOUT_BODY else "body"
    return location


def _rows(block: Table | List | DefinitionList, location: Location) -> Iterable[FieldStatement]:
    unmarked = False if location in {"query", "header"} else None
    if isinstance(block, Table):
        return read_table_fields(block, location, unmarked)
    return [replace(one, unmarked=unmarked) for one in read_listed(block, location)]


def _usual(table: Table | List | DefinitionList, method: str) -> Location:
    """Return where the method would send or receive what the table lists."""
    if method not in WITHOUT_BODY:
        return "body"
    if not isinstance(table, Table):
        return "query"
    columns = TableColumns.of(table)
    return "response" if PROPERTY_HEADERS.fullmatch(columns.headers[columns.places["name"]]) else "query"
