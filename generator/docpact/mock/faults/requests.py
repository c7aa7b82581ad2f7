"""Faults of what is accepted, refused, or too much for the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

from docpact.mock.document import Document
from docpact.mock.faults.catalogue import Family, Fault, Fits
from docpact.mock.faults.mechanism import Answer, Ask, Request, Site
from docpact.mock.faults.places import anywhere, body_schema, both, fabricate, listed_status, lists, refusal, with_body
from docpact.mock.faults.statuses import can_be_missed
from docpact.mock.operations import Operation
from docpact.mock.requests import BadRequestError, WrongMediaTypeError

ACCEPTS, REFUSES, FAILS = Family("accepts too much"), Family("refuses too much"), Family("server error")
FAMILIES = (ACCEPTS, REFUSES, FAILS)

NEGATIVE, POSITIVE, ERRORS = "negative_data_rejection", "positive_data_acceptance", "not_a_server_error"
BAD_REQUEST, NOT_FOUND, UNSUPPORTED = 400, 404, 415
LIMITS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})
LENGTHS = frozenset({"minLength", "maxLength", "minItems", "maxItems"})
OFTEN = 7
DIGITS = 11
"""Of a number beyond 32 bits."""


def request_schemas(document: Document, operation: Operation) -> Iterator[Mapping[str, Any]]:
    """Yield the schemas of an operation's parameters and of its body's members, however deep."""
    waiting: list[Any] = [parameter.get("schema", {}) for parameter in operation.parameters]
    waiting.append(body_schema(document, operation))
    seen: set[int] = set()
    while waiting:
        schema = document.resolve(waiting.pop())
        if not isinstance(schema, dict) or id(schema) in seen:
            continue
        seen.add(id(schema))
        yield schema
        waiting += [*document.properties(schema).values(), schema.get("items")]
        waiting += [part for keyword in ("anyOf", "oneOf", "allOf") for part in schema.get(keyword, ())]


def takes(*keywords: str) -> Fits:
    """Return whether anything that an operation takes has one of the keywords."""
    return lambda document, o: any(word in schema for schema in request_schemas(document, o) for word in keywords)


def takes_type(kind: str) -> Fits:
    """Return whether an operation's body has a member of the type."""
    return lambda document, o: any(
        kind in document.types(part) for part in document.properties(body_schema(document, o)).values()
    )


def takes_number(document: Document, operation: Operation) -> bool:
    """Fits what has a whole number among its parameters."""
    return any("integer" in document.types(parameter.get("schema", {})) for parameter in operation.parameters)


def fault_of(site: Site, request: Request) -> str:
    """Return the schema keyword that a request breaks first; `json`, `media`, or empty where it is as documented."""
    held = site.operation.template.match(request.path) or ()
    headers = {name.encode("latin-1"): value.encode("latin-1") for name, value in request.headers.items()}
    try:
        site.reader.read(site.operation, held, request.query, headers, request.body)
    except BadRequestError as error:
        return error.keyword
    except WrongMediaTypeError:
        return "media"
    return ""


def accepting(name: str, description: str, fits: Fits, *keywords: str, check: str = NEGATIVE) -> None:
    """Add a fault that accepts requests which break one of the keywords: they are answered as if they were good."""

    def change(site: Site, request: Request, answer: Answer) -> Answer:
        refused = answer.status in {BAD_REQUEST, UNSUPPORTED}
        return fabricate(site) if refused and fault_of(site, request) in keywords else answer

    ACCEPTS.add(name, description, check, fits, change)


def when_sent(  # noqa: PLR0913, PLR0917 - the columns of the tables below.
    family: Family, name: str, description: str, fits: Fits, asked: Callable[[Site, Request], bool], status: int
) -> None:
    """Add a fault that answers some good requests with a failure."""

    async def deviate(site: Site, request: Request, ask: Ask) -> Answer:
        if not asked(site, request):
            return await ask(request)
        before = site.engine.store.snapshot()
        answer = await ask(request)
        if not (answer.good or (family is FAILS and answer.status == NOT_FOUND)):
            return answer
        # What is refused is not done.
        site.engine.store.restore(before)
        return refusal(site, status, "refused")

    check = POSITIVE if family is REFUSES else ERRORS
    family.faults[name] = Fault(
        name=name, family=family.name, description=description, expected_check=check, fits=fits, deviate=deviate
    )


def _values(site: Site, request: Request) -> list[Any]:
    """Return the values of a request's query and of its body's members."""
    del site
    body = request.content
    sent = [value for _, value in parse_qsl(request.query, keep_blank_values=True)]
    return [*sent, *(body.values() if isinstance(body, dict) else ())]


def _optional(document: Document, operation: Operation) -> set[str]:
    schema = body_schema(document, operation)
    return set(document.properties(schema)) - set(schema.get("required", ()))


def _lacks_optional(site: Site, request: Request) -> bool:
    sent = request.content
    return isinstance(sent, dict) and bool(_optional(site.document, site.operation) - set(sent))


def _at_limit(site: Site, request: Request) -> bool:
    schemas = list(request_schemas(site.document, site.operation))
    limits = {str(schema[word]) for schema in schemas for word in ("minimum", "maximum") if word in schema}
    return any(str(value) in limits for value in _values(site, request) if not isinstance(value, bool))


def _is_last_of_enum(site: Site, request: Request) -> bool:
    enums = [schema["enum"] for schema in request_schemas(site.document, site.operation) if schema.get("enum")]
    sent = {str(value) for value in _values(site, request)}
    return any(str(enum[-1]) in sent for enum in enums)


def _is_text(test: Callable[[str], bool]) -> Callable[[Site, Request], bool]:
    return lambda site, request: any(isinstance(value, str) and test(value) for value in _values(site, request))


def _is_large(site: Site, request: Request) -> bool:
    sent = [str(value).lstrip("-") for value in (*_values(site, request), *request.path.split("/"))]
    return any(text.isascii() and text.isdigit() and len(text) >= DIGITS for text in sent)


accepting("accepts-missing-member", "A body without a required member is accepted.", takes("required"), "required")
accepting("accepts-wrong-type", "Values of another type are accepted.", takes("type"), "type", "anyOf", "oneOf")
accepting("accepts-unlisted-value", "Values that no enum lists are accepted.", takes("enum"), "enum")
accepting("accepts-out-of-range", "Numbers beyond their limits are accepted.", takes(*LIMITS), *LIMITS)
accepting("accepts-any-length", "Texts and lists of any length are accepted.", takes(*LENGTHS), *LENGTHS)
accepting("accepts-any-text", "Texts that break their pattern are accepted.", takes("pattern"), "pattern")
accepting("accepts-any-format", "Texts that are not of their format are accepted.", takes("format"), "format")
accepting("accepts-duplicates", "Lists with duplicates are accepted.", takes("uniqueItems"), "uniqueItems")
accepting("accepts-broken-json", "A body that is no JSON is accepted.", with_body, "json")
accepting(
    "accepts-any-media-type", "A body of any media type is accepted.", with_body, "media", check="media_type_rejection"
)

when_sent(
    REFUSES, "refuses-without-optional", "A body without its optional members is refused.",
    lambda document, operation: bool(_optional(document, operation)), _lacks_optional, BAD_REQUEST,
)  # fmt: skip
when_sent(
    REFUSES, "refuses-limit", "A number exactly at its limit is refused.", takes("minimum", "maximum"),
    _at_limit, BAD_REQUEST,
)  # fmt: skip
when_sent(
    REFUSES, "refuses-last-value", "The last value that an enum lists is refused.", takes("enum"),
    _is_last_of_enum, BAD_REQUEST,
)  # fmt: skip
when_sent(
    REFUSES, "refuses-other-alphabets", "Texts with anything but ASCII are refused.", takes_type("string"),
    _is_text(lambda text: not text.isascii()), BAD_REQUEST,
)  # fmt: skip
when_sent(
    REFUSES, "refuses-parameters", "A request with any query parameter is refused.",
    lambda _, operation: any(p["in"] == "query" for p in operation.parameters),
    lambda _, request: bool(request.query), BAD_REQUEST,
)  # fmt: skip
when_sent(
    REFUSES, "refuses-null", "A null where null is documented is refused.", takes_type("null"),
    lambda site, request: None in _values(site, request), BAD_REQUEST,
)  # fmt: skip

when_sent(
    FAILS, "fails-on-empty-text", "An empty text is too much for the server: 500.", takes_type("string"),
    _is_text(lambda text: not text), 500,
)  # fmt: skip
when_sent(
    FAILS, "fails-on-large-number", "A number beyond 32 bits is too much for the server: 500.",
    takes_number, _is_large, 500,
)  # fmt: skip
when_sent(
    FAILS, "fails-on-other-alphabets", "Texts with anything but ASCII are too much for the server: 500.",
    takes_type("string"), _is_text(lambda text: not text.isascii()), 500,
)  # fmt: skip
when_sent(
    FAILS, "fails-on-high-page", "A page far behind the last one is too much for the server: 500.",
    both(lists, lambda _, o: any(p["name"].lower() == "page" for p in o.parameters)),
    lambda site, request: "page=" in request.query.lower() and _is_large(site, request), 500,
)  # fmt: skip


@FAILS.change(ERRORS, can_be_missed)
def fails_on_missing(site: Site, request: Request, answer: Answer) -> Answer:
    """What is not there is too much for the server: 500 instead of 404."""
    del request
    return refusal(site, 500, "sequence contains no elements") if answer.status == NOT_FOUND else answer


@FAILS.change(ERRORS, both(listed_status(BAD_REQUEST), with_body))
def fails_on_invalid(site: Site, request: Request, answer: Answer) -> Answer:
    """A request that is not as documented is too much for the server: 500 instead of 400."""
    del request
    return refusal(site, 500, "object reference not set") if answer.status == BAD_REQUEST else answer


@FAILS.around(ERRORS, anywhere)
async def fails_now_and_then(site: Site, request: Request, ask: Ask) -> Answer:
    """Every seventh request is answered with 500."""
    site.memory["asked"] = site.memory.get("asked", 0) + 1
    return refusal(site, 500, "try again") if site.memory["asked"] % OFTEN == 0 else await ask(request)
