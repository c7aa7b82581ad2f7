"""Statements about one operation: what is sent, what comes back, what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from docpact.diagnostics import Origin
from docpact.dialects.statements.fields import FieldStatement, Source, TypeStatement
from docpact.read.page import Block, Text


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
    """The page that describes the group; empty without one."""
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
