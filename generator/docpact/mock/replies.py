"""Replies and how they look on the wire: in the API's envelope, as documented, or as problem details (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import orjson

from docpact.extensions import Envelope
from docpact.mock.contents import Content, choose_content
from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.samples import first_sample, read_samples
from docpact.mock.values import make_value
from docpact.mock.writing import format_content

MESSAGES = frozenset({"message", "detail", "description", "error", "errormessage", "error_description", "title"})
STATUSES = frozenset({"status", "statuscode", "code"})
"""Names of properties that say what went wrong, in small letters."""
NO_CONTENT = frozenset({204, 205, 304})
DEEPEST_MESSAGE = 2
"""How many objects deep in a failure words are put."""
JSON, PROBLEM = "application/json", "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A response before it is written: the payload goes into the envelope where the operation has one."""

    status: int
    payload: Any = None
    errors: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    is_sample: bool = False
    """Whether the payload is the document's own, or made up: then each media type may show its own sample."""


def format_body(
    document: Document, operation: Operation | None, reply: Reply, accept: str = ""
) -> tuple[str, bytes] | None:  # fmt: skip
    """Return the media type and the body of a reply; None where it has no body.

    A failure has the shape that the operation documents for its status. Where it documents none, the failure has the
    API's envelope; in an API without an envelope it is a problem of RFC 9457. Of several media types, `accept` chooses.
    """
    if reply.status in NO_CONTENT:
        return None
    contents = document.contents(operation, reply.status)
    chosen = choose_content(contents, accept)
    if chosen is not None and not chosen.is_json:
        return chosen.name, format_content(document, chosen, _other_value(document, operation, chosen, reply))
    named = chosen.name if chosen else ""
    schema, held = document.answer_schema(operation, reply.status) if operation else (None, "")
    if held and document.envelope:
        return named or JSON, write_json(wrap(document, document.envelope, operation, reply))
    if not reply.errors:
        return (named or JSON, write_json(reply.payload)) if chosen or operation is None else None
    if chosen and (document.properties(schema) or "string" in document.types(schema)):
        return named, write_json(_documented_failure(document, schema, first_sample(document, chosen), reply))
    if document.envelope:
        return named or JSON, write_json(wrap(document, document.envelope, operation, reply))
    return named or PROBLEM, write_json(describe_problem(reply))


def _other_value(document: Document, operation: Operation | None, chosen: Content, reply: Reply) -> Any:  # noqa: ANN401
    """Return the value that a body holds which is no JSON."""
    schema = chosen.media.get("schema", {})
    if reply.errors:
        if not document.properties(schema):
            return ", ".join(reply.errors)
        return _documented_failure(document, schema, first_sample(document, chosen), reply)
    has_json = operation is not None and document.media(operation, reply.status) is not None
    samples = read_samples(document, chosen)
    if samples and reply.is_sample:
        return next(iter(samples.values()))
    return reply.payload if reply.payload is not None or has_json else first_sample(document, chosen)


def wrap(document: Document, envelope: Envelope, operation: Operation | None, reply: Reply) -> dict[str, Any]:
    """Return a reply in the document's envelope.

    Properties of the envelope that have no role, such as an error code of the API's own, hold what the first sample of
    the response has there, or a made-up value.
    """
    good = not reply.errors
    properties = document.envelope_properties(operation, reply.status)
    content: dict[str, Any] = {}
    if good and (envelope.payload in properties or reply.payload is not None):
        content[envelope.payload] = reply.payload
    if envelope.success:
        content[envelope.success] = good
    if envelope.messages:
        content[envelope.messages] = format_messages(document, properties.get(envelope.messages), reply.errors)
    if envelope.status:
        content[envelope.status] = reply.status
    others = [name for name in properties if name not in content and name != envelope.payload]
    sample = _first_sample(document, operation, reply.status) if others else {}
    return content | {n: sample[n] if n in sample else make_value(document, properties[n]) for n in others}


def _first_sample(document: Document, operation: Operation | None, status: int) -> Mapping[str, Any]:
    contents = document.contents(operation, status)
    samples = read_samples(document, contents[0]) if contents and contents[0].is_json else {}
    value = next(iter(samples.values()), None)
    return value if isinstance(value, dict) else {}


def format_messages(document: Document, schema: Any, errors: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value.
    """Return what went wrong as its property holds it: a list, a text, or null where nothing did."""
    if "string" not in document.types(schema):
        return list(errors)
    return ", ".join(errors) if errors or not document.takes_null(schema) else None


def describe_problem(reply: Reply) -> dict[str, Any]:
    """Return a failure as problem details: https://www.rfc-editor.org/rfc/rfc9457#name-members-of-a-problem-detail."""
    known = {status.value: status.phrase for status in HTTPStatus}
    title = known.get(reply.status, "Failure")
    return {"type": "about:blank", "title": title, "status": reply.status, "detail": ", ".join(reply.errors)}


def _documented_failure(document: Document, schema: Any, sample: Any, reply: Reply) -> Any:  # noqa: ANN401
    """Return a failure of the documented shape, with what went wrong in the properties that are named for it."""
    said = ", ".join(reply.errors)
    if isinstance(sample, str):
        return said if document.compile(schema).is_valid(said) else sample
    content = deepcopy(sample)
    _tell(document, schema, content, reply, said)
    return content


def _tell(document: Document, schema: Any, content: Any, reply: Reply, said: str, depth: int = 0) -> None:  # noqa: ANN401, PLR0913, PLR0917
    """Put what went wrong into the properties that are named for it, those of objects inside too."""
    if isinstance(content, list):
        for element in content[:1]:
            _tell(document, document.items(schema), element, reply, said, depth + 1)
    if not isinstance(content, dict) or depth > DEEPEST_MESSAGE:
        return
    members = document.properties(schema)
    named = [name for name, part in members.items() if name.lower() in MESSAGES and "string" in document.types(part)]
    # A title says what kind of failure it is, where there is another place for the words.
    words = [name for name in named if name.lower() != "title"] or named
    for name, part in members.items():
        if name in words:
            _set(document, content, name, part, said)
        elif "integer" in document.types(part) and name.lower() in STATUSES:
            _set(document, content, name, part, reply.status)
        elif isinstance(content.get(name), dict | list):
            _tell(document, part, content[name], reply, said, depth + 1)


def _set(document: Document, content: dict[str, Any], name: str, schema: Any, value: Any) -> None:  # noqa: ANN401
    if document.compile(schema).is_valid(value):
        content[name] = value


def write_json(content: Any) -> bytes:  # noqa: ANN401 - any JSON value.
    """Return the content as JSON; what orjson has no room for, as numbers of more than 64 bits, the slower way."""
    try:
        return orjson.dumps(content)
    except TypeError:
        return json.dumps(content, separators=(",", ":")).encode()


def sample_reply(document: Document, operation: Operation) -> Reply:
    """Return the operation's success with its first documented sample; with a made-up value without one."""
    return documented_reply(document, operation, operation.success)


def documented_reply(document: Document, operation: Operation, status: int, sample: str = "") -> Reply:
    """Return a response as it is documented: with the sample of that name, the first one, or a made-up value."""
    contents = document.contents(operation, status)
    if not contents:
        return Reply(status=status, is_sample=True)
    samples = read_samples(document, contents[0])
    value = samples[sample] if sample in samples else first_sample(document, contents[0])
    held = document.answer_schema(operation, status)[1] if contents[0].is_json else ""
    payload = value.get(held) if held and isinstance(value, dict) else value
    return Reply(status=status, payload=deepcopy(payload), is_sample=True)
