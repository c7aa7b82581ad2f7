"""What a table's columns are about, by their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec.structs import replace

from docpact.read.page import Table


class Column(StrEnum):
    """What a column holds."""

    NAME = "name"
    TYPE = "type"
    DESCRIPTION = "description"
    VALUE = "value"
    """An enum member's number or word."""
    STATUS = "status"
    SCOPE = "scope"
    REQUIRED = "required"
    """Whether a value must be given."""
    OPTIONAL = "optional"
    """Whether a value may be left out."""
    DEFAULT = "default"
    LIMITS = "limits"
    CARDINALITY = "cardinality"
    """How often a value may stand there: `0..1`, `1..N`."""
    PARENT = "parent"
    """The field that the row's is a property of."""
    PLACE = "place"
    """Where a parameter travels, row by row: in the path, the query, the body."""


# A heading's words, in lower case → what authors mean by them. The first heading of a table that fits is the column.
HEADINGS: dict[Column, frozenset[str]] = {
    Column.NAME: frozenset({
        "name", "parameter", "parameters", "parameter name", "property", "property name", "field", "field name",
        "attribute", "argument", "member", "key", "element", "object", "param", "header", "option name", "variable",
    }),
    Column.TYPE: frozenset({
        "type", "data type", "datatype", "value type", "json type", "schema", "format type", "types",
        "param. type", "kind of value", "field type", "data format",
    }),
    Column.DESCRIPTION: frozenset({
        "description", "notes", "note", "meaning", "details", "comment", "comments", "remarks", "explanation",
        "definition", "summary", "purpose",
    }),
    Column.VALUE: frozenset({"number", "value", "code", "id"}),
    Column.STATUS: frozenset({
        "status", "status code", "code", "http code", "http status", "http status code", "response", "response code",
        "status codes", "response codes", "return code", "returned value", "return value", "returned status", "http",
        "http response", "http response code", "response status", "http code(s)",
    }),
    Column.SCOPE: frozenset({"scope", "scope name", "scopes", "permission"}),
    Column.REQUIRED: frozenset({
        "required", "required?", "mandatory", "mandatory?", "req", "req.", "req?", "need", "presence", "necessity",
        "required/optional", "mandatory/optional", "m/o", "obligatory", "is required", "compulsory", "qualifier",
        "required or optional", "requirement", "o/m", "r/o", "required/optional?", "optionality",
    }),
    Column.OPTIONAL: frozenset({
        "optional", "optional?", "opt", "opt.", "optional/required", "optional/mandatory", "optional or required",
        "optional or mandatory",
    }),
    Column.DEFAULT: frozenset({"default", "default value"}),
    Column.LIMITS: frozenset({
        "limits", "constraints", "constraint", "restrictions", "range", "validation", "valid values", "allowed values",
        "possible values", "accepted values", "supported values", "valid value", "value range", "values", "options",
        "allowed value", "enum", "choices", "valid options", "acceptable values",
    }),
    Column.CARDINALITY: frozenset({"cardinality", "multiplicity", "occurrence", "occurrences", "card.", "occurs"}),
    Column.PARENT: frozenset({"parent", "parent element", "parent object", "parent field", "part of"}),
    Column.PLACE: frozenset({
        "in", "location", "where", "located in", "passed via", "sent via", "transport", "parameter type", "param type",
        "place", "passed in", "sent in", "passed as",
    }),
}  # fmt: skip


def bare_words(word: str) -> str:
    """Return a heading's words without marks, in lower case, and without blanks around slashes."""
    return re.sub(r"\s*/\s*", "/", word.strip("*` :").lower())


# `Response field`, `Query parameter`: what the rows are in front of a word for a name.
QUALIFIED_NAME = re.compile(
    r"(?:(?:request|response|query|path|ur[il]|body|headers?|form|json|input|output|optional|required|http|data|api|get"
    r"|post|cookie|string|param|parameter|field|attribute|argument|element|key|property|url)\s+)+(?:name|parameters?|params?|fields?|attributes?|propert(?:y|ies)|keys?|arguments?|members?"
    r"|elements?|variables?)",
    re.IGNORECASE,
)


def find_column(table: Table, *wanted: Column) -> int | None:
    """Return the index of the first column that is about one of these, the most wanted first; None without one."""
    found = find_columns(table.header)
    return next((found[column] for column in wanted if column in found), None)


@lru_cache(maxsize=1024)
def find_columns(header: tuple[str, ...]) -> Mapping[Column, int]:
    """Return what columns are about, each with the index of the first that is; most tables have one of few headers."""
    words = [bare_words(word)[:80] for word in header]
    return {column: index for column in Column if (index := _find(words, column)) is not None}


def _find(words: Sequence[str], column: Column) -> int | None:
    found = next((index for index, word in enumerate(words) if word in HEADINGS[column]), None)
    if found is None and column in {Column.TYPE, Column.DESCRIPTION}:
        return _content(words, column)
    if found is None and column is Column.NAME:
        return next((index for index, word in enumerate(words) if QUALIFIED_NAME.fullmatch(word)), None)
    return found


def _content(words: Sequence[str], column: Column) -> int | None:
    """Return the column headed `Content`: of types beside one of descriptions, else of descriptions."""
    beside = any(word in HEADINGS[Column.DESCRIPTION] for word in words)
    return words.index("content") if "content" in words and beside == (column is Column.TYPE) else None


def with_header(table: Table) -> Table:
    """Return the table with its first row as header where that consists of headings, or else with one by its cells.

    In a table without headings, names come first and what they mean last; a column of type words is one of types.
    """
    if any(table.header) or not table.rows:
        return table
    rows = [[cell.plain for cell in row.cells] for row in table.rows]
    known = [bare_words(word) for word in rows[0]]
    if all(any(word in words for words in HEADINGS.values()) for word in known):
        return replace(table, header=tuple(rows[0]), rows=table.rows[1:])
    width = min(map(len, rows))
    if width < 2 or not all(FIRST_CELL.fullmatch(row[0]) for row in rows):  # noqa: PLR2004 - a name and its meaning.
        return table
    statuses = all(row[0][:3].isdecimal() for row in rows)
    types = [i for i in range(1, width) if all(TYPE_CELL.fullmatch(row[i]) for row in rows)][:1]
    header = ["status" if statuses else "name", *[""] * (len(rows[0]) - 1)]
    header[width - 1] = "description"
    for index in types:
        header[index] = "type"
    return replace(table, header=tuple(header))


FIRST_CELL = re.compile(r"[\w.$@:{}<>\[\]-]+(?:\s*[(*\[].*)?|[1-5]\d\d\b.*")
TYPE_CELL = re.compile(
    r"(?:string|str|text|int(?:eger)?|long|number|float|double|bool(?:ean)?|object|array|list|date(?:time)?|uuid)\b.{0,30}",
    re.IGNORECASE,
)
