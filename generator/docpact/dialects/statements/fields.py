"""Statements about one parameter, header or property, and about the types of values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from docpact.diagnostics import Origin
from docpact.read.page import Block, Link, Text

JsonType: TypeAlias = Literal["integer", "number", "string", "boolean"]
Location: TypeAlias = Literal["path", "query", "header", "cookie", "body", "response"]
"""Where a field travels. Fields of forms are fields of a body whose media type is a form's."""


OBJECT = "object"
"""The name of an open type that is a JSON object."""


class Source(StrEnum):
    """The kind of place that makes a statement, in the words that messages use."""

    REQUEST_LINE = "request line"
    TABLE = "table"
    FIELD_LIST = "field list"
    DIRECTIVE = "directive"
    DEFINITION = "definition"
    """An entry of a file that many places refer to."""
    LINKED_PAGE = "linked page"
    SAMPLE_REQUEST = "sample request"
    SAMPLE_RESPONSE = "sample response"
    PROSE = "prose"
    NOTE = "note"
    SIBLING = "same name on another page"
    NAMESAKE = "sample of that name on another page"
    UNMARKED = "row without a mark"
    """Silence: the author marks the other case only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a value must keep to. Field names are JSON Schema's, in snake case."""

    minimum: int | float | None = None
    maximum: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool | None = None
    pattern: str | None = None
    default: int | float | bool | str | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One value of an enum."""

    value: int | str
    name: str
    """As the page names it; empty where it has only a value."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStatement:
    """What one place says about a value's type."""

    words: Text
    """As it stands there."""
    type: JsonType | None = None
    """The type of the value, or of the innermost entries where `lists` or `map` is set; None where it isn't a scalar's,
    or nothing is said."""
    format: str = ""
    """OpenAPI's format, where the words mean one: `uuid`, `date-time`, `binary`."""
    link: Link | None = None
    """Leads to the structure or enum that the value is one of."""
    name: str = ""
    """A type's name that isn't a word of the dialect: a structure's or enum's, or one that nobody describes."""
    lists: int = 0
    """In how many lists the value stands: 2 for a list of lists."""
    map: bool = False
    """Whether the value is a mapping whose keys vary, and the rest is about its values."""
    open: bool = False
    """Whether the author leaves the value open on purpose: `any`, or, with the name `object`, a JSON object."""
    one_of: tuple[TypeStatement, ...] = ()
    """The alternatives, where several types are named."""
    empty: bool = False
    """Whether the words say that there is no value, or there are no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldStatement:
    """What one place says about a parameter, header or property. Several may be about one field: the model decides."""

    name: str
    location: Location
    type: TypeStatement | None = None
    """None where the place says nothing about the type."""
    required: bool | None = None
    unmarked: bool | None = None
    """What silence about `required` means at this place, where the dialect knows."""
    nullable: bool | None = None
    limits: Limits = NO_LIMITS
    members: tuple[Member, ...] = ()
    """The values that are listed for it."""
    required_if: tuple[tuple[str, int | str], ...] = ()
    """It is required where that other field has that value."""
    description: tuple[Block, ...] = ()
    fields: tuple[FieldStatement, ...] = ()
    """Its own properties, or those of its entries, where the place describes them too."""
    deprecated: bool | None = None
    words: Text | None = None
    """The words about `required`, `nullable` and limits, for explanations; the type's where there are no others."""
    extensions: tuple[tuple[str, Any], ...] = ()
    """What OpenAPI has no place for, as `x-` names and JSON values: `x-min-version`."""
    source: Source
    origin: Origin
