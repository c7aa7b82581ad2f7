"""What the documentation means: the API, with the evidence for each fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from docpact.diagnostics import Origin
from docpact.model.evidence import Claim
from docpact.read.page import Block

JsonType: TypeAlias = Literal["integer", "number", "string", "boolean"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a value must keep to. Field names are JSON Schema's, snake-cased."""

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
class Unknown:
    """A value whose type no page states: left open in the document."""

    name: str = ""
    """What the page calls it, such as a class of the server's that is documented nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A member of an object."""

    name: str
    schema: Schema
    required: bool
    nullable: bool = False
    blocks: tuple[Block, ...] = ()
    """The page's description of it."""
    required_if: tuple[tuple[str, int | str], ...] = ()
    """It is required where that other member has that value."""
    origin: Origin
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """A JSON object."""

    properties: tuple[Property, ...]


Schema: TypeAlias = Scalar | Enum | Reference | Array | Object | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A structure or enum that has a page of its own."""

    name: str
    page: str
    """The page's name."""
    title: str
    schema: Object | Enum
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
    """A path or query parameter."""

    name: str
    location: Literal["path", "query"]
    schema: Schema
    required: bool
    blocks: tuple[Block, ...] = ()
    origin: Origin
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBody:
    """What is sent as JSON."""

    schema: Object
    examples: tuple[Example, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one status answers."""

    status: int
    payload: Schema | None
    """None for a response without a documented body."""
    enveloped: bool
    """Whether the payload stands in the API's envelope."""
    blocks: tuple[Block, ...] = ()
    description: str = ""
    examples: tuple[Example, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A permission that allows the operation."""

    name: str
    description: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One endpoint page."""

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
    scopes: tuple[Scope, ...]
    min_interval_seconds: int | None
    """How long a caller must wait between two calls, where the page says so."""
    interval_origin: Origin | None
    """Where it says so."""
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
class Envelope:
    """The members that every answer has around its payload, learnt from the samples."""

    payload: str
    """The member that holds the payload: `result`."""
    members: tuple[tuple[str, JsonType | Literal["array"]], ...]
    """The other members with their types, in the order of the samples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A group of operations."""

    name: str
    page: str
    """The name of the group's index page; empty where it has none."""
    blocks: tuple[Block, ...] = ()
    """What that page says first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """How many requests a caller has."""

    requests: int
    seconds: int
    """In how long."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth:
    """The authorization code flow of OAuth 2.0."""

    authorization_url: str
    token_url: str
    scopes: tuple[tuple[str, str], ...]
    """Names and descriptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """Everything that the documentation says about the API."""

    server: str
    """The URL in front of all paths; empty where the pages leave it open."""
    operations: tuple[Operation, ...]
    components: tuple[Component, ...]
    webhooks: tuple[Webhook, ...]
    envelope: Envelope | None
    tags: tuple[Tag, ...] = ()
    links: dict[str, str] = field(default_factory=dict)
    """Page name → operationId or component name, for links in descriptions."""
    schemes: tuple[str, ...] = ()
    """The `Authorization` schemes that sample requests show: `Bearer`, `PersonalKey`."""
    rate_limit: RateLimit | None = None
    oauth: OAuth | None = None
    """How callers get a bearer token, where a page says so."""
