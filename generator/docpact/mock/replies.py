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
from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.values import make_value

MESSAGES = frozenset({"message", "detail", "description", "error", "errormessage", "error_description", "title"})
STATUSES = frozenset({"status", "statuscode", "code"})
"""Names of properties that say what went wrong, in small letters."""
NO_CONTENT = frozenset({204, 205, 304})
JSON, PROBLEM = "application/json", "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A response before it is written: the payload goes into the envelope where the operation has one."""

    status: int
    payload: Any = None
    errors: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def format_body(document: Document, operation: Operation | None, reply: Reply) -> tuple[str, bytes] | None:
    """Return the media type and the body of a reply; None where it has no body.

    A failure has the shape that the operation documents for its status. Where it documents none, the failure has the
    API's envelope; in an API without an envelope it is a problem of RFC 9457.
    """
    if reply.status in NO_CONTENT:
        return None
    named = document.media_name(operation, reply.status)
    schema, held = document.answer_schema(operation, reply.status) if operation else (None, "")
    if held and document.envelope:
        return named or JSON, write_json(wrap(document, document.envelope, operation, reply))
    documented = operation is not None and document.media(operation, reply.status) is not None
    if not reply.errors:
        return (named or JSON, write_json(reply.payload)) if documented or operation is None else None
    if documented and (document.properties(schema) or "string" in document.types(schema)):
        return named or JSON, write_json(_documented_failure(document, schema, reply))
    if document.envelope:
        return named or JSON, write_json(wrap(document, document.envelope, operation, reply))
    return named or PROBLEM, write_json(describe_problem(reply))


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
    media = document.media(operation, status) if operation else None
    examples: Mapping[str, Any] = media.get("examples", {}) if media else {}
    value = next((example.get("value") for example in examples.values()), None)
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


def _documented_failure(document: Document, schema: Any, reply: Reply) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a failure of the documented shape, with what went wrong in the properties that are named for it."""
    content = make_value(document, schema)
    if not isinstance(content, dict):
        return ", ".join(reply.errors)
    for name, part in document.properties(schema).items():
        types = document.types(part)
        if "string" in types and name.lower() in MESSAGES:
            content[name] = ", ".join(reply.errors)
        elif "integer" in types and name.lower() in STATUSES:
            content[name] = reply.status
    return content


def write_json(content: Any) -> bytes:  # noqa: ANN401 - any JSON value.
    """Return the content as JSON; what orjson has no room for, as numbers of more than 64 bits, the slower way."""
    try:
        return orjson.dumps(content)
    except TypeError:
        return json.dumps(content, separators=(",", ":")).encode()


def sample_reply(document: Document, operation: Operation) -> Reply:
    """Return the operation's success with its first documented sample; with a made-up value where there is none."""
    status = operation.success
    media = document.media(operation, status)
    if media is None:
        return Reply(status=status)
    schema, held = document.answer_schema(operation, status)
    for example in media.get("examples", {}).values():
        value = example.get("value")
        return Reply(status=status, payload=deepcopy(value.get(held) if held and isinstance(value, dict) else value))
    return Reply(status=status, payload=make_value(document, schema))
