"""Faults of media type, of JSON itself, of time, and of the connection."""

from __future__ import annotations

from docpact.mock.faults.catalogue import Family
from docpact.mock.faults.mechanism import Answer, Request, Site
from docpact.mock.faults.places import anywhere, can_be_invalid, has_payload

MEDIA, JSON = Family("media type"), Family("malformed JSON")
TIME, CONNECTION = Family("time"), Family("connection")
FAMILIES = (MEDIA, JSON, TIME, CONNECTION)

SLOW, HANGING = 3.0, 25.0
"""Seconds. The contract tests wait for 20."""
SCHEMA, KIND, NO_ANSWER = "response_schema_conformance", "content_type_conformance", "no_response"
PAGE = b"<!DOCTYPE html><title>Sign in</title>"


@MEDIA.change(KIND, has_payload)
def plain_text(site: Site, request: Request, answer: Answer) -> Answer:
    """JSON is sent as `text/plain`."""
    del site, request
    return answer.with_headers(content_type="text/plain") if answer.good else answer


@MEDIA.change(KIND, has_payload)
def missing_content_type(site: Site, request: Request, answer: Answer) -> Answer:
    """JSON is sent without a `Content-Type`."""
    del site, request
    return answer.with_headers(content_type=None) if answer.good else answer


@MEDIA.change(KIND, has_payload)
def page_for_people(site: Site, request: Request, answer: Answer) -> Answer:
    """Success is a page of HTML, as proxies and sign-in forms send it."""
    del site, request
    return answer.but(body=PAGE).with_headers(content_type="text/html") if answer.good else answer


@MEDIA.change(KIND, can_be_invalid)
def failure_for_people(site: Site, request: Request, answer: Answer) -> Answer:
    """400 and 404 come as a page of HTML instead of JSON."""
    del site, request
    changed = answer.but(body=PAGE).with_headers(content_type="text/html")
    return changed if answer.status in {400, 404} else answer


@JSON.change(SCHEMA, has_payload)
def cut_json(site: Site, request: Request, answer: Answer) -> Answer:
    """The last characters of the JSON are missing, and `Content-Length` agrees with what is left."""
    del site, request
    return answer.but(body=answer.body[:-2]) if answer.good else answer


@JSON.change(SCHEMA, has_payload)
def trailing_comma(site: Site, request: Request, answer: Answer) -> Answer:
    """A comma stands before the last bracket."""
    del site, request
    return answer.but(body=answer.body[:-1] + b"," + answer.body[-1:]) if answer.good else answer


@JSON.change(SCHEMA, has_payload)
def single_quotes(site: Site, request: Request, answer: Answer) -> Answer:
    """Texts stand in single quotes, as some languages print their dictionaries."""
    del site, request
    return answer.but(body=answer.body.replace(b'"', b"'")) if answer.good else answer


@JSON.change(SCHEMA, has_payload)
def two_documents(site: Site, request: Request, answer: Answer) -> Answer:
    """The JSON is sent twice, one after the other."""
    del site, request
    return answer.but(body=answer.body + b"\n" + answer.body) if answer.good else answer


@JSON.change(SCHEMA, has_payload)
def broken_utf_8(site: Site, request: Request, answer: Answer) -> Answer:
    """A byte that is no UTF-8 stands in the first text."""
    del site, request
    return answer.but(body=answer.body.replace(b'"', b'"\xff', 1)) if answer.good else answer


@TIME.change("max_response_time", anywhere)
def slow(site: Site, request: Request, answer: Answer) -> Answer:
    """Success takes three seconds."""
    del site, request
    return answer.but(delay=SLOW) if answer.good else answer


@TIME.change(NO_ANSWER, anywhere)
def hanging(site: Site, request: Request, answer: Answer) -> Answer:
    """Success takes 25 seconds, longer than anybody waits."""
    del site, request
    return answer.but(delay=HANGING) if answer.good else answer


@CONNECTION.change(NO_ANSWER, has_payload)
def cut_connection(site: Site, request: Request, answer: Answer) -> Answer:
    """The connection ends in the middle of a success."""
    del site, request
    return answer.but(cut=True) if answer.good else answer


@CONNECTION.change(SCHEMA, has_payload)
def empty_answer(site: Site, request: Request, answer: Answer) -> Answer:
    """A success has no body although one is documented."""
    del site, request
    return answer.but(body=b"") if answer.good else answer
