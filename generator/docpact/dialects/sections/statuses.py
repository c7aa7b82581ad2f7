"""Tables, lists and lines → the statuses that an operation responds with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docpact.diagnostics import Origin
from docpact.read.page import Block, DefinitionList, FieldList, List, Paragraph, Span, Text

# `200 OK`, `HTTP 404`, `Status 201: created`, `2xx`
MOST_CHARACTERS = 1_000
BEGINS = re.compile(
    r"\W*(?:(?:HTTP(?:/[\d.]+)?|status(?: code)?|code|response|error|success)\W+){0,3}"
    r"(?P<status>[1-5](?:\d\d|[xX]{2}))(?![\w.]*\w)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# A line that is nothing but a status and its reason.
ALONE = re.compile(
    r"\W*(?:(?:HTTP(?:/[\d.]+)?|(?:response )?status(?: codes?)?|(?:response |return )?codes?|response|error|success"
    r"|normal)\W+){0,4}"
    r"(?P<status>[1-5](?:\d\d|[xX]{2}))\b\W*(?P<rest>[A-Za-z' -]{0,40})\W*",
    re.IGNORECASE,
)
LISTED = re.compile(r"(?<![\w.])[1-5]\d\d(?![\w.]*\w)")
# `Returns 201 on success, or 409 if it exists`, `Normal response codes: 200, 202`, `Answers 204; 410 if it was used`
IN_SENTENCE = re.compile(
    r"\b(?:(?:status|response|return|error|http)\s*(?:status\s*)?codes?|status|returns?|answers?(?: with)?"
    r"|responds? with|fails? with|(?:rejected|refused) with|HTTP)\b"
    r"[^.\d]{0,40}"
    r"(?P<list>[1-5]\d\d\b(?:\W+(?:or|and)?\W*[1-5]\d\d\b(?! \w+s\b)"
    r"|[^.\d]{0,60}?(?:;|,? or|,? and)\W+[1-5]\d\d (?:if|when|for|on|where)\b)*)",
    re.IGNORECASE,
)


# `Possible status codes are 201 (created), 400 and 409.`
CODES_IN_SENTENCE = re.compile(r"\b(?:status|response|return|error|HTTP) codes\b[^.]*[1-5]\d\d\b[^.]*", re.IGNORECASE)
# `Error response codes: 400, 404`
CODES = re.compile(r"\W*(?:\w+ ){0,3}codes?(?:\(s\))?\W*[:\u2013-]", re.IGNORECASE)
# `the book, or 404 if there is none`
OR_ELSE = re.compile(r"(?:^|[.,;]|\bor|\band)\W{0,3}(?<!\w)([45]\d\d)\W{1,3}(?:if|when|where)\b")
# `a 200 response`, `400 Bad Request`
BEFORE_WORD = re.compile(
    r"\b([1-5]\d\d)\W{1,3}(?:responses?\b|status\b|OK\b|Created\b|Accepted\b|No Content|Bad Request|Unauthorized"
    r"|Forbidden|Not Found|Conflict|Internal Server Error|CREATED|ACCEPTED|NO CONTENT)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A status that a page states."""

    status: str
    description: Text
    blocks: tuple[Block, ...] = ()
    """What stands in its entry."""
    origin: Origin


def statuses_of(block: Block) -> list[Status]:
    """Return the statuses that a list's entries begin with; nothing where most begin otherwise."""
    entries: Sequence[tuple[Text, tuple[Block, ...], Origin]]
    match block:
        case FieldList(fields=fields):
            entries = [(one.name, one.blocks, one.origin) for one in fields]
        case DefinitionList(definitions=definitions):
            entries = [(one.term, one.blocks, one.origin) for one in definitions]
        case List(entries=listed):
            firsts = [(entry[0].text, entry[1:]) for entry in listed if entry and isinstance(entry[0], Paragraph)]
            entries = [(text, rest, text.origin) for text, rest in firsts]
        case _:
            return []
    found = [status for text, blocks, origin in entries for status in _begun(text, blocks, origin)]
    return found if found and 2 * len({one.origin for one in found}) > len(entries) else []


def _begun(text: Text, blocks: tuple[Block, ...], origin: Origin) -> Iterator[Status]:
    match = BEGINS.fullmatch(text.plain[:MOST_CHARACTERS])
    if match is None:
        yield from _in_field(blocks, origin)
        return
    first = next((block.text for block in blocks if isinstance(block, Paragraph)), None)
    rest = match["rest"].strip(" :-\u2013\u2014()*,.")
    words = rest or match["status"]
    described = first if first is not None and first.plain else Text((Span(words),), origin)
    yield Status(status=match["status"].upper(), description=described, blocks=blocks, origin=origin)
    # `200, 202: done` and `400/404` name several.
    if more := re.match(r"(?:\s*(?:,|/|or|and)\s*[1-5]\d\d\b)+", match["rest"]):
        for other in LISTED.findall(more[0]):
            yield Status(status=other, description=described, blocks=(), origin=origin)


CODE_FIELD = re.compile(r"(?:http |status |response )*(?:code|status)(?: code)?", re.IGNORECASE)


def _in_field(blocks: tuple[Block, ...], origin: Origin) -> Iterator[Status]:
    """Yield the status that a field of the entry states: `:Code: 409 Conflict`."""
    for fields in (block for block in blocks if isinstance(block, FieldList)):
        for one in fields.fields:
            first = one.blocks[0] if one.blocks else None
            match = BEGINS.fullmatch(first.text.plain[:MOST_CHARACTERS]) if isinstance(first, Paragraph) else None
            if CODE_FIELD.fullmatch(one.name.plain) and match:
                words = next(
                    (b.text for f in fields.fields if f is not one for b in f.blocks if isinstance(b, Paragraph)), None
                )
                described = words or Text((Span(match["status"]),), origin)
                yield Status(status=match["status"].upper(), description=described, blocks=(), origin=origin)


STATUS_LABEL = re.compile(
    r"\b(?:status(?:es)?|codes?|returns?|raises|errors?|responses?|success|failures?|normal|abnormal)\b", re.IGNORECASE
)
STATUS_VALUE = re.compile(r"\W*(?:HTTP\W+)?[1-5]\d\d\b(?![.\w])")


def labelled_statuses(pairs: Iterable[tuple[str, str, Origin]]) -> Iterator[Status]:
    """Yield the statuses of labelled values: `Success code: 200`, `Raises: 404 if there is none`."""
    for label, value, origin in pairs:
        if STATUS_LABEL.search(label) and STATUS_VALUE.match(value):
            for status in dict.fromkeys(LISTED.findall(value)):
                yield Status(status=status, description=Text((Span(value),), origin), origin=origin)


def status_alone(text: Text) -> str:
    """Return the status that a line consists of; empty where it is another line."""
    match = ALONE.fullmatch(text.plain[:MOST_CHARACTERS])
    return match["status"].upper() if match else ""


def statuses_in_sentence(text: Text) -> list[str]:
    """Return the statuses that a sentence about statuses lists."""
    found = [
        status
        for match in IN_SENTENCE.finditer(text.plain[:MOST_CHARACTERS])
        for status in LISTED.findall(match["list"])
    ]
    for match in CODES_IN_SENTENCE.finditer(text.plain[:MOST_CHARACTERS]):
        found += LISTED.findall(match[0])
    if CODES.match(text.plain[:MOST_CHARACTERS]):
        found += LISTED.findall(text.plain[:MOST_CHARACTERS])
    found += OR_ELSE.findall(text.plain[:MOST_CHARACTERS])
    found += BEFORE_WORD.findall(text.plain[:MOST_CHARACTERS])
    return list(dict.fromkeys(found))
