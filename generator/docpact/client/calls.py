"""How each operation is called, and the part of it that openapi-python-client can express.

The generator knows JSON, forms and one kind of binary body; it writes lists in a query one way and refuses some types
in headers. So it gets each operation in its words, and what these don't say is kept here: the façade says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docpact.document import Operation, parse_media_type, read_shape, read_style, resolve, schema_types

JSON, OCTETS, TEXT = "application/json", "application/octet-stream", "text/plain"
URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
LINES = frozenset({"application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-lines",
                   "application/x-jsonlines", "application/json-seq", "application/stream+json"})  # fmt: skip
EVENTS = "text/event-stream"
# Data types of text that JSON has no word for, in the registry of media types.
TEXTS = frozenset({"application/xml", "application/yaml", "application/x-yaml", "application/javascript",
                   "application/graphql", "application/sql", "application/jwt", "application/toml"})  # fmt: skip
SUCCESS = "2"
# OpenAPI 3.1, parameter object: definitions of these are ignored.
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
HEADER_TYPES = frozenset({"string", "integer", "number", "boolean", "null"})
SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ","}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What the generated functions don't say of an operation."""

    accept: str = ""
    """The media types that the answer may have; empty where it is JSON alone."""
    reads: str = "json"
    """How the answer is read: as `json`, `text`, `bytes`, `lines` (of JSON) or `events` (server-sent)."""
    bodies: tuple[str, ...] = ()
    """The statuses of successes that have a body; `default` where that is the only one."""
    sends: str = ""
    """The media type of a body that is handed over as it is; empty for JSON and forms."""
    styles: tuple[tuple[str, str], ...] = ()
    """Query parameter → how its list or object is written: the separator, `deep`, or `json`."""


def simplify_operation(operation: Operation, document: Mapping[str, Any]) -> tuple[Call, dict[str, Any]]:
    """Return how an operation is called, and the operation object for the generator."""
    styles: list[tuple[str, str]] = []
    found: dict[str, Any] = {
        key: value
        for key, value in operation.definition.items()
        if key in {"operationId", "tags", "summary", "description", "deprecated", "security"}
    }
    if parameters := [*_parameters(operation.parameters, document, styles)]:
        found["parameters"] = parameters
    sends, body = _simplify_body(operation.body, document)
    if body:
        found["requestBody"] = body
    reads, accept, found["responses"] = _simplify_responses(operation.responses, document)
    bodies = tuple(s for s in _successes(operation.responses) if "content" in found["responses"][s])
    return Call(accept=accept, reads=reads, bodies=bodies, sends=sends, styles=tuple(styles)), found


def _parameters(
    parameters: Sequence[Mapping[str, Any]], document: Mapping[str, Any], styles: list[tuple[str, str]]
) -> Iterator[dict[str, Any]]:
    for parameter in parameters:
        location, name = parameter.get("in"), str(parameter.get("name"))
        if location == "header" and name.lower() in IGNORED_HEADERS:
            continue
        kept = {key: value for key, value in parameter.items() if key in {"name", "in", "required", "description"}}
        schema = parameter.get("schema") or {}
        style = read_style(document, parameter)
        if style.name == "content":
            schema = {} if location == "query" else {"type": "string"}
            styles.append((name, "json"))
        elif location == "query" and style.name == "deepObject":
            schema = {}
            styles.append((name, "deep"))
        elif location == "query" and style.kind and not style.explode:
            schema = schema if style.kind == "array" else {}
            styles.append((name, SEPARATORS.get(style.name, ",")))
        elif location != "query":
            schema = _single(schema, document, location == "path")
        yield {**kept, "schema": schema}


def _single(schema: Mapping[str, Any], document: Mapping[str, Any], path: bool) -> Mapping[str, Any]:  # noqa: FBT001
    """Return a schema of one value for a header, a cookie or a part of a path: others are written by the caller."""
    types = schema_types(document, schema)
    resolved = resolve(document, schema)
    timed = not path and str(resolved.get("format")) in {"date", "date-time"}
    if not types or not types <= HEADER_TYPES or timed:
        return {"type": "string"}
    if path and "null" in types:
        kept = sorted(types - {"null"})
        return {**resolved, "type": kept[0]} if len(kept) == 1 and "anyOf" not in resolved else {"type": "string"}
    return schema


def _simplify_body(body: Mapping[str, Any], document: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the media type of a body that is handed over as it is, and the request body object."""
    content = {name: media or {} for name, media in (body.get("content") or {}).items()}
    if not content:
        return "", {}
    required = bool(body.get("required"))
    name = min(content, key=_request_rank)
    schema = content[name].get("schema") or {}
    rank, parsed = _request_rank(name), parse_media_type(name)
    if rank == FIRST_PLAIN:
        return name, {"required": required, "content": {OCTETS: {"schema": {"type": "string", "format": "binary"}}}}
    if rank >= FIRST_FORM:
        name = MULTIPART if parsed and parsed.main == "multipart" else URLENCODED
        if not _is_object(schema, document):
            schema = {"type": "object", "additionalProperties": {}}
    elif name != JSON and not (parsed and parsed.sub.endswith("+json")):
        name = JSON
    return "", {"required": required, "content": {name: {"schema": schema}}}


FIRST_FORM, FIRST_PLAIN = 2, 4


def _request_rank(name: str) -> int:
    """Return how well a request's media type serves a typed call: 0 best."""
    parsed = parse_media_type(name)
    if parsed is None:
        return FIRST_PLAIN
    if parsed.main == "*" or (parsed.is_json and not parsed.sub.endswith("+json")):
        return 0 if parsed.is_json else 1
    if parsed.is_json:
        return 1
    ranks = {("application", "x-www-form-urlencoded"): FIRST_FORM, ("multipart", "form-data"): FIRST_FORM + 1}
    return ranks.get((parsed.main, parsed.sub), FIRST_PLAIN)


def _is_object(schema: Mapping[str, Any], document: Mapping[str, Any]) -> bool:
    resolved = resolve(document, schema)
    if resolved.get("oneOf") or resolved.get("anyOf"):
        return False
    return schema_types(document, schema) == {"object"} or bool(read_shape(document, schema).properties)


def _simplify_responses(
    responses: Mapping[str, Mapping[str, Any]], document: Mapping[str, Any]
) -> tuple[str, str, dict[str, Any]]:
    """Return how the success is read, what is accepted, and the responses object for the generator."""
    found: dict[str, Any] = {}
    reads, accepted = "", ""
    successes = _successes(responses)
    for status, response in responses.items():
        content = {name: media or {} for name, media in (response.get("content") or {}).items()}
        kept: dict[str, Any] = {"description": response.get("description") or ""}
        name = min(content, key=_response_rank) if content else ""
        kind = _kind(name, content[name], document) if name else "json"
        if name and (kind == "json" or status in successes):
            kept["content"] = _express(kind, content[name], document)
            if status in successes and not reads:
                reads = kind
                same = [other for other in content if _kind(other, content[other], document) == kind]
                accepted = "" if kind == "json" and same == [JSON] else ", ".join(same)
        found[status] = kept
    return reads or "json", accepted, found


def _successes(responses: Mapping[str, Any]) -> list[str]:
    """Return the statuses of successes; where none is stated, `default` is what is."""
    stated = [status for status in responses if status.startswith(SUCCESS)]
    return stated or [status for status in responses if status == "default"]


def _response_rank(name: str) -> int:
    parsed = parse_media_type(name)
    if parsed is None:
        return 9
    if parsed.is_json:
        return 0 if name == JSON else 1
    bare = f"{parsed.main}/{parsed.sub}"
    return 2 if bare in LINES or bare == EVENTS else 3 if parsed.main == "text" else 4 if parsed.main != "*" else 5


def _kind(name: str, media: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    """Return how a body of that media type is read."""
    parsed = parse_media_type(name)
    bare = f"{parsed.main}/{parsed.sub}" if parsed else ""
    binary = str(resolve(document, media.get("schema") or {}).get("format")) == "binary"
    if bare in LINES or bare == EVENTS:
        return "events" if bare == EVENTS else "lines"
    if parsed and (parsed.is_json or (parsed.main == "*" and media.get("schema"))):
        return "bytes" if binary else "json"
    if parsed and (parsed.main == "text" or bare in TEXTS or parsed.sub.endswith(("+xml", "+yaml"))):
        return "bytes" if binary else "text"
    return "bytes"


def _express(kind: str, media: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the content that gives the generated function the type of what is read."""
    if kind == "text":
        return {TEXT: {"schema": {"type": "string"}}}
    if kind == "bytes":
        return {OCTETS: {"schema": {"type": "string", "format": "binary"}}}
    schema = media.get("itemSchema") or media.get("schema") or {}
    if kind in {"lines", "events"}:
        resolved = resolve(document, schema)
        # OpenAPI 3.1 has no word for one line of many: some write the list of all lines, others the line.
        schema = resolved["items"] if resolved.get("type") == "array" and resolved.get("items") else schema
        if kind == "events" and schema_types(document, schema) <= {"string"}:
            schema = {}
    return {JSON: {"schema": schema}}
