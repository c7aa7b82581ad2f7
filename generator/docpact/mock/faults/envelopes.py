"""Faults of the envelope: what it says beside the payload."""

from __future__ import annotations

from typing import Any

from docpact.mock.faults.catalogue import Family
from docpact.mock.faults.mechanism import Answer, Request, Site
from docpact.mock.faults.places import both, has_envelope
from docpact.mock.faults.statuses import can_be_missed

ENVELOPE = Family("envelope")
FAMILIES = (ENVELOPE,)
COHERENCE, SCHEMA = "envelope_coherence", "response_schema_conformance"
OK, BAD_REQUEST = 200, 400


def _with(answer: Answer, **members: Any) -> Answer:  # noqa: ANN401 - any JSON value.
    content = answer.content
    return answer.but({**content, **members}) if isinstance(content, dict) else answer


def _without(answer: Answer, member: str) -> Answer:
    content = answer.content
    return answer.but({k: v for k, v in content.items() if k != member}) if isinstance(content, dict) else answer


@ENVELOPE.change(COHERENCE, has_envelope)
def wrong_status_code(site: Site, request: Request, answer: Answer) -> Answer:
    """The body's `statusCode` of a success is not the HTTP status."""
    del site, request
    return _with(answer, statusCode=answer.status + 1) if answer.good else answer


@ENVELOPE.change(COHERENCE, both(has_envelope, can_be_missed))
def wrong_status_code_of_failure(site: Site, request: Request, answer: Answer) -> Answer:
    """The body of a failure says `statusCode` 500, whatever the HTTP status."""
    del site, request
    return answer if answer.good else _with(answer, statusCode=500)


@ENVELOPE.change(COHERENCE, has_envelope)
def success_says_false(site: Site, request: Request, answer: Answer) -> Answer:
    """A success has `success: false`."""
    del site, request
    return _with(answer, success=False) if answer.good else answer


@ENVELOPE.change(COHERENCE, can_be_missed)
def failure_says_true(site: Site, request: Request, answer: Answer) -> Answer:
    """A failure has `success: true`."""
    del site, request
    return answer if answer.good else _with(answer, success=True)


@ENVELOPE.change(COHERENCE, can_be_missed)
def failure_says_nothing(site: Site, request: Request, answer: Answer) -> Answer:
    """A failure has no `errorMessages`."""
    del site, request
    return answer if answer.good else _with(answer, errorMessages=[])


@ENVELOPE.change(COHERENCE, has_envelope)
def success_with_message(site: Site, request: Request, answer: Answer) -> Answer:
    """A success has an error message."""
    del site, request
    return _with(answer, errorMessages=["something went wrong"]) if answer.good else answer


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
    """The payload is in a member of another name, `data`."""
    del request
    _, held = site.document.answer_schema(site.operation, answer.status)
    content = answer.content
    if not answer.good or not isinstance(content, dict) or held not in content:
        return answer
    return answer.but({"data" if name == held else name: value for name, value in content.items()})


@ENVELOPE.change(SCHEMA, has_envelope)
def missing_success(site: Site, request: Request, answer: Answer) -> Answer:
    """The envelope lacks `success`."""
    del site, request
    return _without(answer, "success")


@ENVELOPE.change(SCHEMA, has_envelope)
def messages_as_text(site: Site, request: Request, answer: Answer) -> Answer:
    """`errorMessages` is one text instead of a list."""
    del site, request
    return _with(answer, errorMessages="")
