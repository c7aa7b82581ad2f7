"""Faults of the envelope: what it says beside the payload."""

from __future__ import annotations

from typing import Any

from docpact.mock.document import Document
from docpact.mock.faults.catalogue import Family
from docpact.mock.faults.mechanism import Answer, Request, Site
from docpact.mock.faults.places import both, declares, has_envelope
from docpact.mock.faults.statuses import can_be_missed
from docpact.mock.operations import Operation
from docpact.mock.replies import format_messages

ENVELOPE = Family("envelope")
FAMILIES = (ENVELOPE,)
COHERENCE, SCHEMA = "envelope_coherence", "response_schema_conformance"
OK, BAD_REQUEST = 200, 400
MESSAGE = "something went wrong"


def _with(site: Site, answer: Answer, **roles: Any) -> Answer:  # noqa: ANN401 - any JSON value.
    """Return the answer with other values in the envelope's properties of those roles."""
    content, envelope = answer.content, site.document.envelope
    if envelope is None or not isinstance(content, dict):
        return answer
    return answer.but({**content, **{getattr(envelope, role): value for role, value in roles.items()}})


def _messages(site: Site, answer: Answer, *errors: str) -> Answer:
    """Return the answer with other messages, of the type that the envelope has them in."""
    envelope = site.document.envelope
    properties = site.document.envelope_properties(site.operation, answer.status)
    schema = properties.get(envelope.messages) if envelope else None
    return _with(site, answer, messages=format_messages(site.document, schema, errors))


def _messages_are_a_list(document: Document, operation: Operation) -> bool:
    envelope = document.envelope
    schema = document.envelope_properties(operation, operation.success).get(envelope.messages) if envelope else None
    return "array" in document.types(schema)


@ENVELOPE.change(COHERENCE, both(has_envelope, declares("status")))
def wrong_status_code(site: Site, request: Request, answer: Answer) -> Answer:
    """The status in the envelope of a success is not the HTTP status."""
    del request
    return _with(site, answer, status=answer.status + 1) if answer.good else answer


@ENVELOPE.change(COHERENCE, both(has_envelope, can_be_missed, declares("status")))
def wrong_status_code_of_failure(site: Site, request: Request, answer: Answer) -> Answer:
    """The status in the envelope of a failure is 500, whatever the HTTP status."""
    del request
    return answer if answer.good else _with(site, answer, status=500)


@ENVELOPE.change(COHERENCE, both(has_envelope, declares("success")))
def success_says_false(site: Site, request: Request, answer: Answer) -> Answer:
    """The envelope of a success says that the call failed."""
    del request
    return _with(site, answer, success=False) if answer.good else answer


@ENVELOPE.change(COHERENCE, both(can_be_missed, declares("success")))
def failure_says_true(site: Site, request: Request, answer: Answer) -> Answer:
    """The envelope of a failure says that the call succeeded."""
    del request
    return answer if answer.good else _with(site, answer, success=True)


@ENVELOPE.change(COHERENCE, both(can_be_missed, declares("messages")))
def failure_says_nothing(site: Site, request: Request, answer: Answer) -> Answer:
    """The envelope of a failure has no message."""
    del request
    return answer if answer.good else _messages(site, answer)


@ENVELOPE.change(COHERENCE, both(has_envelope, declares("messages")))
def success_with_message(site: Site, request: Request, answer: Answer) -> Answer:
    """A success has an error message."""
    del request
    return _messages(site, answer, MESSAGE) if answer.good else answer


@ENVELOPE.change(COHERENCE, both(has_envelope, can_be_missed))
def failure_with_status_ok(site: Site, request: Request, answer: Answer) -> Answer:
    """Failures have the HTTP status 200, and say what they are in the body only."""
    del site, request
    return answer.but(status=OK) if answer.status >= BAD_REQUEST else answer


@ENVELOPE.change(SCHEMA, has_envelope)
def no_envelope(site: Site, request: Request, answer: Answer) -> Answer:
    """The payload is sent without its envelope."""
    del request
    _, held = site.document.answer_schema(site.operation, answer.status)
    content = answer.content
    return answer.but(content[held]) if answer.good and isinstance(content, dict) and content.get(held) else answer


@ENVELOPE.change(SCHEMA, has_envelope)
def renamed_result(site: Site, request: Request, answer: Answer) -> Answer:
    """The payload is in a property of another name, `content`."""
    del request
    _, held = site.document.answer_schema(site.operation, answer.status)
    content = answer.content
    if not answer.good or not isinstance(content, dict) or held not in content:
        return answer
    return answer.but({"content" if name == held else name: value for name, value in content.items()})


@ENVELOPE.change(SCHEMA, both(has_envelope, declares("success")))
def missing_success(site: Site, request: Request, answer: Answer) -> Answer:
    """The envelope lacks the property that says whether the call succeeded."""
    del request
    content, envelope = answer.content, site.document.envelope
    if envelope is None or not isinstance(content, dict):
        return answer
    return answer.but({name: value for name, value in content.items() if name != envelope.success})


@ENVELOPE.change(SCHEMA, both(has_envelope, _messages_are_a_list))
def messages_as_text(site: Site, request: Request, answer: Answer) -> Answer:
    """The messages in the envelope are one text instead of a list."""
    del request
    return _with(site, answer, messages="")
