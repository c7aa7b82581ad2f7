"""What is answered, and how it looks on the wire: in the envelope where the operation has one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import orjson

from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.values import make_value

MESSAGES = frozenset({"message", "detail", "description", "error", "errormessage", "error_description", "title"})
STATUSES = frozenset({"status", "statuscode", "code"})
"""How members are called that say what went wrong, in small letters."""
NO_CONTENT = frozenset({204, 205, 304})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is answered: the payload goes into the envelope where the operation has one."""

    status: int
    payload: Any = None
    errors: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def format_body(document: Document, operation: Operation | None, reply: Reply) -> bytes | None:
    """Return the body of a reply as JSON; None where it has none.

    Failures look as they are documented; in an envelope where nothing is said of them.
    """
    if reply.status in NO_CONTENT:
        return None
    content: Any = reply.payload
    schema, held = document.answer_schema(operation, reply.status) if operation else (None, "result")
    if reply.errors and not held and document.properties(schema):
        content = _documented_failure(document, schema, reply)
    elif held or reply.errors:
        good = not reply.errors
        content = {"success": good, "errorMessages": list(reply.errors), "statusCode": reply.status}
        if good and (schema is not None or reply.payload is not None):
            content = {held: reply.payload, **content}
    elif operation is not None and document.media(operation, reply.status) is None:
        return None
    return write_json(content)


def _documented_failure(document: Document, schema: Any, reply: Reply) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a failure of the API's own shape, with what went wrong in the members that are called like it."""
    content = make_value(document, schema)
    for name, part in document.properties(schema).items() if isinstance(content, dict) else ():
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
