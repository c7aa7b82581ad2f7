"""The header `Prefer` (RFC 7240), with the preferences that Prism knows: `code`, `example`, and `delay` in seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.replies import Reply, documented_reply
from docpact.mock.samples import read_samples

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
        # Those below 200 are no responses, only a word before one (RFC 9110, section 15.2).
        code=int(code) if re.fullmatch(r"[2-5]\d\d", code) else None,
        example=found.get("example", ""),
        delay=min(float(delay), LONGEST_DELAY) if re.fullmatch(r"\d{1,4}(\.\d{1,3})?", delay) else 0,
    )


def preferred_reply(document: Document, operation: Operation, wanted: Preferences) -> Reply | None:
    """Return the documented response that is wanted; None where nothing is.

    A status or sample that the operation doesn't document gives a failure that says so: whoever asks for it would take
    any other response for the one that was wanted.
    """
    if wanted.code is None and not wanted.example:
        return None
    listed: Mapping[str, Any] = operation.definition["responses"]
    if wanted.code is not None:
        statuses = [wanted.code] if document.response(operation, wanted.code) or str(wanted.code) in listed else []
    else:
        statuses = [int(code) for code in listed if code.isdigit()]
    for status in statuses:
        contents = document.contents(operation, status)
        samples = read_samples(document, contents[0]) if contents else {}
        if wanted.example and wanted.example not in samples:
            continue
        if status >= FIRST_FAILURE and document.answer_schema(operation, status)[1]:
            chosen = samples.get(wanted.example) or next(iter(samples.values()), None)
            return Reply(status=status, errors=_messages(document, chosen))
        return documented_reply(document, operation, status, wanted.example)
    return Reply(status=FIRST_FAILURE, errors=(_explain(document, operation, wanted, statuses),))


def _explain(document: Document, operation: Operation, wanted: Preferences, statuses: list[int]) -> str:
    if wanted.code is not None and not statuses:
        known = ", ".join(operation.definition["responses"]) or "none"
        return f"Prefer: code={wanted.code}: {operation.signature} documents no such status, only {known}"
    every = [document.contents(operation, status) for status in statuses]
    known = ", ".join(name for contents in every if contents for name in read_samples(document, contents[0])) or "none"
    return f"Prefer: example={wanted.example[:100]}: {operation.signature} documents no such sample, only {known}"


def _messages(document: Document, sample: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON value.
    """Return what a sample of a failure says in the envelope; that it was wished for where it says nothing."""
    said = sample.get(document.envelope.messages) if document.envelope and isinstance(sample, dict) else None
    listed = said if isinstance(said, list) else [said]
    return tuple(map(str, filter(None, listed))) or ("as the header Prefer asked for",)
