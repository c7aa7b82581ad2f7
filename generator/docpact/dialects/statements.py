"""What pages claim about an API, in terms that no dialect owns. The model is built from these types alone.

Nothing here is decided: two statements may contradict one another. "Nothing said" is `None`, or empty, and is never the
same as "said to be optional".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from docpact.diagnostics import Origin
from docpact.read.page import Block, Link, Text

JsonType: TypeAlias = Literal["integer", "number", "string", "boolean"]
Location: TypeAlias = Literal["path", "query", "header", "cookie", "body", "response"]
"""Where a field travels. Fields of forms are fields of a body whose media type is a form's."""


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
    """Whether the author leaves the value open on purpose: `object`, `any`."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyStatement:
    """A body that the page describes: a request's, or one of several of a response; several are alternatives."""

    title: str = ""
    media_type: str = ""
    """Empty where nothing is said: JSON."""
    other_media_types: tuple[str, ...] = ()
    """What the same content may be sent as instead."""
    type: TypeStatement | None = None
    """Of a body that is a list, a map, a scalar or a named structure."""
    fields: tuple[FieldStatement, ...] = ()
    required: bool | None = None
    source: Source
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseStatement:
    """What a page says about one status."""

    status: str
    """`200`, `5XX`, or `default` where fields are described and no status is stated."""
    types: tuple[TypeStatement, ...] = ()
    """The types of the payload; several where the page lists several parts of it."""
    fields: tuple[FieldStatement, ...] = ()
    alternatives: tuple[BodyStatement, ...] = ()
    """The payloads of which it has one, where the page describes several apart; `types` and `fields` are then empty."""
    headers: tuple[FieldStatement, ...] = ()
    media_type: str = ""
    """Empty where nothing is said: JSON."""
    other_media_types: tuple[str, ...] = ()
    """What the same content is also sent as, where the caller asks for it."""
    enveloped: bool | None = None
    """False where the page says that this response has no envelope."""
    description: Text
    source: Source
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleStatement:
    """A body that the page shows."""

    direction: Literal["request", "response"]
    status: str = ""
    """The response's; empty where the page names none before it."""
    title: str
    """The caption of the sample or of its section."""
    media_type: str = ""
    """Empty where nothing is said: JSON."""
    value: Any = None
    """The parsed value of a JSON sample or a form, the text of another."""
    headers: tuple[tuple[str, str], ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStatement:
    """A request that the page shows: a curl line, or the start line and headers of an HTTP message."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str
    """Empty where none is sent, or only a placeholder stands for it."""
    sends_body: bool
    """Whether anything is sent, be it a placeholder."""
    origin: Origin

    def header(self, name: str) -> str:
        """Return the header's value, empty where it isn't sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeStatement:
    """A permission that allows the operation."""

    name: str
    description: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class TagStatement:
    """The group that an operation belongs to."""

    name: str
    page: str = ""
    """The page that describes the group; empty where there is none."""
    blocks: tuple[Block, ...] = ()
    """What that page says first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationStatement:
    """One method on one path, as one place describes it."""

    method: str
    path: str
    """The path template below the server's URL: `/books/{id}`."""
    server: str = ""
    """What stands before the path; empty where nothing does, with `|name|`s that nobody defined."""
    query: tuple[tuple[str, str], ...] = ()
    """The names and values of the request line's query string as they stand."""
    page: str
    """The page's name: links in descriptions are relative to it."""
    group: str = ""
    """What namesakes on other operations are looked for in first, and what the operationId begins with."""
    name: str
    """What the operationId ends with: `get-all`."""
    title: str
    blocks: tuple[Block, ...] = ()
    tag: TagStatement
    fields: tuple[FieldStatement, ...] = ()
    """Parameters: path, query, header, cookie."""
    bodies: tuple[BodyStatement, ...] = ()
    responses: tuple[ResponseStatement, ...] = ()
    samples: tuple[SampleStatement, ...] = ()
    calls: tuple[CallStatement, ...] = ()
    statuses: tuple[tuple[str, Origin], ...] = ()
    """Every status that the samples name, also those without a body."""
    scopes: tuple[ScopeStatement, ...] = ()
    security: tuple[str, ...] | None = None
    """Names of schemes, where the page says which; empty for an operation that says to need none."""
    deprecated: bool | None = None
    interval: tuple[int, Origin] | None = None
    """How many seconds a caller must wait between two calls, and where the page says so."""
    extensions: tuple[tuple[str, Any], ...] = ()
    """What OpenAPI has no place for, as `x-` names and JSON values: `x-min-version`."""
    origin: Origin
    """The request line's."""
    page_origin: Origin
    """Where the description of the operation begins: its heading or directive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureStatement:
    """An object type that has a page, or a place with a label, of its own."""

    key: str
    """The page's name, or `page#label` for one of several on a page: unique, and what component names are made from."""
    page: str
    title: str
    labels: tuple[str, ...] = ()
    """The explicit targets that lead to it."""
    fields: tuple[FieldStatement, ...]
    extends: tuple[TypeStatement, ...] = ()
    """The structures whose properties it has as well."""
    blocks: tuple[Block, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumStatement:
    """A list of values that has a page of its own."""

    key: str
    """As of a structure."""
    page: str
    title: str
    labels: tuple[str, ...] = ()
    members: tuple[Member, ...]
    flags: bool = False
    """Whether values are sums of members: a bit mask, not one of a list."""
    blocks: tuple[Block, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookStatement:
    """A request that the API makes to its user's server."""

    event: str
    page: str
    title: str
    blocks: tuple[Block, ...] = ()
    fields: tuple[FieldStatement, ...]
    samples: tuple[SampleStatement, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeStatement:
    """A way in which callers authenticate."""

    type: Literal["http", "apiKey"]
    """OpenAPI's word."""
    scheme: str = ""
    """The first word of an `Authorization` header: `Bearer`, `Basic`, or the API's own."""
    location: Literal["header", "query", "cookie"] = "header"
    name: str = ""
    """The header's, query parameter's or cookie's name, where it isn't `Authorization`."""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimitStatement:
    """How many requests a caller has."""

    requests: int
    seconds: int
    """In how long."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthStatement:
    """The authorization code flow of OAuth 2.0."""

    authorization_url: str
    token_url: str
    scopes: tuple[tuple[str, str], ...] = ()
    """Names and descriptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStatement:
    """A page, as links find it."""

    name: str
    path: str
    """The source file's path in the tree; links are relative to its folder."""
    labels: tuple[str, ...] = ()
    """The explicit targets on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockReading:
    """One block of a page, and what was made of it."""

    origin: Origin
    kind: str
    """`table`, `paragraph` …; `operation` for the beginning of one."""
    words: str
    """Its first words."""
    over: str
    """The words that stand over it."""
    role: str
    """What it was taken as; empty where it is left to the description, or nobody reads it."""
    rule: str
    """The rule that took it, in its own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Documentation:
    """Everything that the pages claim."""

    title: str = ""
    """The API's name, where a page states one."""
    servers: tuple[str, ...] = ()
    """The addresses that the pages call the API's."""
    operations: tuple[OperationStatement, ...] = ()
    structures: tuple[StructureStatement, ...] = ()
    enums: tuple[EnumStatement, ...] = ()
    webhooks: tuple[WebhookStatement, ...] = ()
    sections: dict[str, tuple[FieldStatement, ...]] = field(default_factory=dict)
    """Label, in lower case → the fields described in the section that it stands before."""
    schemes: tuple[SchemeStatement, ...] = ()
    rate_limit: RateLimitStatement | None = None
    oauth: OAuthStatement | None = None
    pages: tuple[PageStatement, ...] = ()


def merge_documentation(parts: tuple[Documentation, ...]) -> Documentation:
    """Return what several dialects claim together; of what there can be one of, the first counts."""
    return Documentation(
        title=next((part.title for part in parts if part.title), ""),
        servers=tuple(dict.fromkeys(one for part in parts for one in part.servers)),
        operations=tuple(one for part in parts for one in part.operations),
        structures=tuple(one for part in parts for one in part.structures),
        enums=tuple(one for part in parts for one in part.enums),
        webhooks=tuple(one for part in parts for one in part.webhooks),
        sections={label: fields for part in reversed(parts) for label, fields in part.sections.items()},
        schemes=tuple(dict.fromkeys(one for part in parts for one in part.schemes)),
        rate_limit=next((part.rate_limit for part in parts if part.rate_limit), None),
        oauth=next((part.oauth for part in parts if part.oauth), None),
        pages=tuple(dict.fromkeys(one for part in parts for one in part.pages)),
    )
