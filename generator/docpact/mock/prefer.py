"""The header `Prefer` (RFC 7240), with the preferences that Prism knows: `code`, `example`, and `delay` in seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.replies import Reply
from docpact.mock.values import make_value

PREFER = b"prefer"
PAIR = re.compile(r"([\w-]{1,40})\s*=\s*(?:\"([^\"]*)\"|([^\s,;\"]*))")
LONGEST_DELAY = 30.0
FIRST_FAILURE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a caller wants instead of what the mock would answer."""

    code: int | None = None
    example: str = ""
    delay: float = 0


def read_preferences(header: str) -> Preferences:
    """Return the preferences in a header; those that make no sense are passed over, as RFC 7240, section 2, asks."""
    found: Mapping[str, str] = {m[1].lower(): m[2] if m[2] is not None else m[3] for m in PAIR.finditer(header)}
    code, delay = found.get("code", ""), found.get("delay", "")
    return Preferences(
        code=int(code) if re.fullmatch(r"[1-5]\d\d", code) else None,
        example=found.get("example", ""),
        delay=min(float(delay), LONGEST_DELAY) if re.fullmatch(r"\d{1,4}(\.\d{1,3})?", delay) else 0,
    )


def preferred_reply(document: Document, operation: Operation, wanted: Preferences) -> Reply | None:
    """Return the documented answer that is wanted; None where nothing is, or nothing such is documented."""
    if wanted.code is None and not wanted.example:
        return None
    for code in operation.definition.get("responses", {}):
        if not code.isdigit() or (wanted.code is not None and int(code) != wanted.code):
            continue
        media = document.media(operation, int(code))
        examples = (media or {}).get("examples", {})
        if wanted.example and wanted.example not in examples:
            continue
        if int(code) >= FIRST_FAILURE:
            chosen: Any = examples.get(wanted.example) or next(iter(examples.values()), {})
            return Reply(status=int(code), errors=_messages(document, chosen.get("value")))
        if media is None:
            return Reply(status=int(code))
        schema, held = document.answer_schema(operation, int(code))
        if not examples:
            return Reply(status=int(code), payload=make_value(document, schema))
        value = (examples.get(wanted.example) or next(iter(examples.values()))).get("value")
        payload = value.get(held) if held and isinstance(value, dict) else value
        return Reply(status=int(code), payload=deepcopy(payload))
    return None


def _messages(document: Document, sample: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON value.
    """Return what a sample of a failure says in the envelope; that it was wished for where it says nothing."""
    said = sample.get(document.envelope.messages) if document.envelope and isinstance(sample, dict) else None
    listed = said if isinstance(said, list) else [said]
    return tuple(map(str, filter(None, listed))) or ("as the header Prefer asked for",)
