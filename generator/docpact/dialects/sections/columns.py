"""What a table's columns are about, by their headings."""

from __future__ import annotations

from enum import StrEnum

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


# A heading's words, in lower case → what authors mean by them. The first heading of a table that fits is the column.
HEADINGS: dict[Column, frozenset[str]] = {
    Column.NAME: frozenset({
        "name", "parameter", "parameter name", "property", "property name", "field", "field name", "attribute",
        "argument", "member", "key", "element",
    }),
    Column.TYPE: frozenset({"type", "data type", "datatype", "value type", "json type", "schema"}),
    Column.DESCRIPTION: frozenset({
        "description", "notes", "note", "meaning", "details", "comment", "comments", "remarks", "explanation",
        "definition", "summary", "purpose",
    }),
    Column.VALUE: frozenset({"number", "value", "code", "id"}),
    Column.STATUS: frozenset({
        "status", "status code", "code", "http code", "http status", "http status code", "response", "response code",
    }),
    Column.SCOPE: frozenset({"scope", "scope name", "scopes", "permission"}),
    Column.REQUIRED: frozenset({"required", "required?", "mandatory", "mandatory?"}),
    Column.OPTIONAL: frozenset({"optional", "optional?"}),
    Column.DEFAULT: frozenset({"default", "default value"}),
    Column.LIMITS: frozenset({"limits", "constraints", "constraint", "restrictions", "range", "validation"}),
}  # fmt: skip


def find_column(table: Table, *wanted: Column) -> int | None:
    """Return the index of the first column that is about one of these, the most wanted first; None without one."""
    words = [word.strip("*` :").lower() for word in table.header]
    for column in wanted:
        found = next((index for index, word in enumerate(words) if word in HEADINGS[column]), None)
        if found is not None:
            return found
    return None
