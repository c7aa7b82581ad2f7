"""Faults of status, of headers, and of methods."""

from __future__ import annotations

from docpact.mock.document import Document
from docpact.mock.faults.catalogue import Family, Fits
from docpact.mock.faults.mechanism import Answer, Ask, Request, Site
from docpact.mock.faults.places import (
    anywhere,
    both,
    can_be_invalid,
    fabricate,
    listed_status,
    method,
    refusal,
    with_body,
)
from docpact.mock.operations import Operation
from docpact.mock.replies import Reply, wrap

STATUS, HEADERS, METHODS = Family("status"), Family("headers"), Family("methods")
FAMILIES = (STATUS, HEADERS, METHODS)

OK, CREATED, ACCEPTED, NO_CONTENT, FOUND = 200, 201, 202, 204, 302
BAD_REQUEST, NOT_FOUND, NOT_ALLOWED, TOO_MANY = 400, 404, 405, 429
STATUSES, UNSUPPORTED, ERRORS = "status_code_conformance", "unsupported_method", "not_a_server_error"
OFTEN = 5
"""Every which request, for what happens now and then."""


def answering(site: Site, answer: Answer, status: int) -> Answer:
    """Return the answer with another status, in its envelope too."""
    content, envelope = answer.content, site.document.envelope
    if envelope and isinstance(content, dict) and envelope.status in content:
        return answer.but({**content, envelope.status: status}, status=status)
    return answer.but(status=status)


def can_be_missed(document: Document, operation: Operation) -> bool:
    """Fits what is about one thing that may not be there."""
    return "{" in operation.path and listed_status(NOT_FOUND)(document, operation)


def succeeds_with(status: int, *, but: int) -> Fits:
    """Return whether an operation succeeds with one status and documents no other."""
    return lambda document, o: o.success == status and not listed_status(but)(document, o)


def lacks(status: int) -> Fits:
    """Return whether an operation does not document a status."""
    return lambda document, operation: not listed_status(status)(document, operation)


@STATUS.change(STATUSES, lacks(206))
def partial_success(site: Site, request: Request, answer: Answer) -> Answer:
    """Success comes with status 206, which is not documented."""
    del request
    return answering(site, answer, 206) if answer.good else answer


@STATUS.change(STATUSES, succeeds_with(CREATED, but=OK))
def created_as_ok(site: Site, request: Request, answer: Answer) -> Answer:
    """What is documented to answer 201 answers 200."""
    del request
    return answering(site, answer, OK) if answer.status == CREATED else answer


@STATUS.change(STATUSES, succeeds_with(ACCEPTED, but=OK))
def accepted_as_ok(site: Site, request: Request, answer: Answer) -> Answer:
    """What is documented to answer 202 answers 200."""
    del request
    return answering(site, answer, OK) if answer.status == ACCEPTED else answer


@STATUS.change(STATUSES, succeeds_with(NO_CONTENT, but=OK))
def no_content_as_ok(site: Site, request: Request, answer: Answer) -> Answer:
    """What is documented to answer 204 answers 200, with an envelope where the API has one."""
    del request
    document = site.document
    content = wrap(document, document.envelope, None, Reply(status=OK)) if document.envelope else {}
    if document.envelope:
        content.pop(document.envelope.payload, None)
    changed = answer.but(content, status=OK).with_headers(content_type="application/json")
    return changed if answer.status == NO_CONTENT else answer


@STATUS.change(STATUSES, both(can_be_missed, lacks(410)))
def missing_as_gone(site: Site, request: Request, answer: Answer) -> Answer:
    """What is not there answers 410, which is not documented."""
    del request
    return answering(site, answer, 410) if answer.status == NOT_FOUND else answer


@STATUS.change(STATUSES, both(can_be_invalid, lacks(422)))
def invalid_as_unprocessable(site: Site, request: Request, answer: Answer) -> Answer:
    """A request that is not as documented answers 422 where 400 is documented."""
    del request
    return answering(site, answer, 422) if answer.status == BAD_REQUEST else answer


@STATUS.change(STATUSES, lacks(FOUND))
def redirected(site: Site, request: Request, answer: Answer) -> Answer:
    """Success is a redirection to a page where a person can sign in."""
    del site, request
    return answer.but(status=FOUND).with_headers(location="/signin") if answer.good else answer


@STATUS.around(ERRORS, lacks(503))
async def now_and_then_unavailable(site: Site, request: Request, ask: Ask) -> Answer:
    """Every fifth request answers 503, which is not documented."""
    site.memory["asked"] = site.memory.get("asked", 0) + 1
    return refusal(site, 503, "come back later") if site.memory["asked"] % OFTEN == 0 else await ask(request)


@HEADERS.around("retry_after", listed_status(TOO_MANY))
async def retry_after_in_words(site: Site, request: Request, ask: Ask) -> Answer:
    """Every fifth request answers 429 with a `Retry-After` that is no number."""
    site.memory["asked"] = site.memory.get("asked", 0) + 1
    limited = refusal(site, TOO_MANY, "too many requests").with_headers(retry_after="soon")
    return limited if site.memory["asked"] % OFTEN == 0 else await ask(request)


@HEADERS.change("allow_header_conformance", anywhere, whole_path=True)
def wrong_allow(site: Site, request: Request, answer: Answer) -> Answer:
    """405 comes with an `Allow` that names methods which the path does not have."""
    del site, request
    return answer.with_headers(allow="LINK, UNLINK") if answer.status == NOT_ALLOWED else answer


@HEADERS.change(UNSUPPORTED, anywhere, whole_path=True)
def missing_allow(site: Site, request: Request, answer: Answer) -> Answer:
    """405 comes without the header `Allow`."""
    del site, request
    return answer.with_headers(allow=None) if answer.status == NOT_ALLOWED else answer


@METHODS.around(UNSUPPORTED, anywhere, whole_path=True)
async def undocumented_method(site: Site, request: Request, ask: Ask) -> Answer:
    """A method that the path does not document works."""
    answer = await ask(request)
    return fabricate(site) if answer.status == NOT_ALLOWED else answer


@METHODS.change(ERRORS, anywhere, whole_path=True)
def wrong_method_as_server_error(site: Site, request: Request, answer: Answer) -> Answer:
    """A method that the path does not document answers 501."""
    del request
    return answering(site, answer, 501) if answer.status == NOT_ALLOWED else answer


@METHODS.change("positive_data_acceptance", both(method("PUT", "PATCH", "DELETE"), with_body), whole_path=True)
def method_is_refused(site: Site, request: Request, answer: Answer) -> Answer:
    """A documented method answers 400, as if a proxy had not let it through."""
    return refusal(site, BAD_REQUEST, "refused") if answer.good and request.method == site.operation.method else answer
