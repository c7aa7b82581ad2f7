"""What the documentation means: the API, with the evidence for each fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from docpact.diagnostics import Origin
from docpact.dialects.statements import (
    NO_LIMITS,
    JsonType,
    Limits,
    Member,
    OAuthStatement,
    RateLimitStatement,
    SchemeStatement,
    ScopeStatement,
    TagStatement,
)
from docpact.read.page import Block

if TYPE_CHECKING:
    # Evidence is about schemas, and what is decided by it carries it along.
    from docpact.model.collect.links import LinkIndex
    from docpact.model.evidence import Claim, Decision


JSON_SCALARS: frozenset[str] = frozenset({"integer", "number", "string", "boolean"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A value that is not composed."""

    type: JsonType
    format: str = ""
    """OpenAPI's format, where a page states one."""
    limits: Limits = NO_LIMITS
    members: tuple[Member, ...] = ()
    """The values that a description lists for it, where no enum page does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum:
    """The values that an enum page lists."""

    members: tuple[Member, ...]
    flags: bool = False
    """Whether values are sums of members: a bit mask, not one of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A component, by its name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A list of one kind of value."""

    items: Schema
    limits: Limits = NO_LIMITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """An object whose keys vary: they are data, such as ids."""

    values: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of several alternatives."""

    options: tuple[Schema, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A value whose type no page states: left open in the document."""

    name: str = ""
    """What the page calls it, such as a class of the server's that is documented nowhere."""
    default: int | float | bool | str | None = None
    """What is taken where it is left out, where a page says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property of an object."""

    name: str
    schema: Schema
    required: bool
    nullable: bool = False
    deprecated: bool = False
    blocks: tuple[Block, ...] = ()
    """The page's description of it."""
    required_if: tuple[tuple[str, int | str], ...] = ()
    """It is required where that other property has that value."""
    extensions: tuple[tuple[str, Any], ...] = ()
    origin: Origin
    claims: tuple[Claim, ...] = ()
    """What the pages say of it; what the samples show is added when it is decided."""
    decisions: tuple[Decision, ...] = ()
    """Why it is as it is; empty until the samples have been asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """A JSON object."""

    properties: tuple[Property, ...]


Schema: TypeAlias = Scalar | Enum | Reference | Array | Object | Map | OneOf | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A structure or enum that has a page, or a place with a label, of its own."""

    name: str
    page: str
    """The page's name."""
    title: str
    schema: Object | Enum
    extends: tuple[Reference, ...] = ()
    """The structures whose properties it has as well."""
    blocks: tuple[Block, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sample, parsed."""

    title: str
    """The caption of the sample or of its section."""
    value: Any
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operation."""

    name: str
    location: Literal["path", "query", "header", "cookie"]
    schema: Schema
    required: bool
    deprecated: bool = False
    blocks: tuple[Block, ...] = ()
    extensions: tuple[tuple[str, Any], ...] = ()
    origin: Origin
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header of a response."""

    name: str
    schema: Schema
    blocks: tuple[Block, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body in one media type."""

    media_type: str
    schema: Schema | None
    """None for one that no page describes, inside an envelope."""
    enveloped: bool = False
    """Whether the schema is the payload, and stands in the API's envelope."""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBody:
    """What is sent."""

    contents: tuple[Content, ...]
    required: bool
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What comes back with one status."""

    status: str
    contents: tuple[Content, ...] = ()
    """Empty for a response without a documented body."""
    headers: tuple[Header, ...] = ()
    blocks: tuple[Block, ...] = ()
    description: str = ""
    origin: Origin

    @property
    def payload(self) -> Schema | None:
        """The schema of the first content that has one."""
        return next((content.schema for content in self.contents if content.schema is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method on one path."""

    operation_id: str
    method: str
    path: str
    """The path template below the server's URL."""
    page: str
    tag: str
    title: str
    blocks: tuple[Block, ...]
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: tuple[Response, ...]
    scopes: tuple[ScopeStatement, ...]
    security: tuple[str, ...] | None = None
    """Names of schemes, where a page says which this operation needs."""
    deprecated: bool = False
    min_interval_seconds: int | None
    """How long a caller must wait between two calls, where the page says so."""
    interval_origin: Origin | None
    """Where it says so."""
    extensions: tuple[tuple[str, Any], ...] = ()
    """What OpenAPI has no place for, as `x-` names and JSON values."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A request that the API makes to its user's server."""

    event: str
    page: str
    title: str
    blocks: tuple[Block, ...]
    body: Object
    examples: tuple[Example, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeProperty:
    """A property of the envelope beside the payload."""

    name: str
    type: str
    """A JSON type, `array` for lists of strings; empty where the samples show only null, or several types."""
    nullable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The properties that every response has around its payload, learnt from the samples."""

    payload: str
    """The property that holds the payload: `result`."""
    properties: tuple[EnvelopeProperty, ...]
    """The other properties, by name."""
    success: str = ""
    """The one that is true in successes and false in failures; empty where none evidently is, as for the next two."""
    status: str = ""
    """The one that repeats the HTTP status."""
    messages: str = ""
    """The one that says what went wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """Everything that the documentation says about the API."""

    servers: tuple[str, ...]
    """The URLs in front of all paths, the most usual first; empty where the pages leave them open."""
    operations: tuple[Operation, ...]
    components: tuple[Component, ...]
    webhooks: tuple[Webhook, ...]
    envelope: Envelope | None
    title: str = ""
    """Its name, where a page states one."""
    tags: tuple[TagStatement, ...] = ()
    links: LinkIndex
    """Where the links in descriptions lead."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Key of a page or statement → the fragment that shows it in a rendered document: `#operation/lock_get`."""
    schemes: tuple[SchemeStatement, ...] = ()
    """The ways to authenticate that pages show."""
    rate_limit: RateLimitStatement | None = None
    oauth: OAuthStatement | None = None
    """How callers get a bearer token, where a page says so."""
