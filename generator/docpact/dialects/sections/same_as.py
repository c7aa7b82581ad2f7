"""Operations that share parameters with another one: "Takes the same fields as `Create a book`_; all are optional."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.sections.blocks import labels_of
from docpact.dialects.sections.context import About, blocks_in_context
from docpact.dialects.sections.kinds import Topic, Topics
from docpact.dialects.sections.request_line import METHOD, parse_address
from docpact.dialects.sections.roles import WITHOUT_BODY
from docpact.dialects.statements import BodyStatement, FieldStatement, OperationStatement, ResponseStatement
from docpact.read.page import Link, LinkKind, Paragraph, Text

SAME = re.compile(
    r"\b(?:(?:the )?same\b(?P<what>[^.:]{0,60}?)\b(?:as|of|that)\b|(?:identical|equal|equivalent) to\b"
    r"|(?:see|as (?:in|for|with))\b(?=.{0,40}\bfor (?:the )?(?P<seen>parameters|arguments|fields|body)))",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:param(?:eter)?s?|arguments?|fields?|body|payload|input|options?|request|attributes|data)\b", re.IGNORECASE
)
RETURNED = re.compile(r"\b(?:responses?|returns?|results?|output|returned)\b", re.IGNORECASE)
PARAMETERS = re.compile(r"\b(?:param(?:eter)?s|arguments|filters)\b", re.IGNORECASE)
OPTIONAL = re.compile(
    r"\b(?:all|every|each|everything)\b[^.]{0,40}\boptional\b|\bnone\b[^.]{0,40}\brequired\b", re.IGNORECASE
)
LINE = re.compile(rf"\b(?P<method>{METHOD}) (?P<url>/\S*)")
HEDGED = re.compile(r"\b(?:mostly|nearly|almost|similar\w*|some of|not)\b", re.IGNORECASE)
ADDS = re.compile(
    r"\b(?:and|plus|also|as well as|additional(?:ly)?)\b[^.]{0,80}:\s*$|\bin addition\b|\bas well\b", re.IGNORECASE
)
MOST_CHARACTERS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """How texts name operations."""

    by_label: Mapping[str, OperationStatement]
    by_title: Mapping[str, OperationStatement]
    """By titles, in small letters, that only one has."""
    by_line: Mapping[tuple[str, str], OperationStatement]


def take_same(operations: Sequence[OperationStatement], topics: Topics, report: Report) -> list[OperationStatement]:
    """Return the operations with what a sentence says that they share with another one; each is reported.

    Names of a path aren't shared. Where the sentence names no operation, or several, or one that lists nothing, that is
    reported, and nothing is taken.
    """
    named = _names(operations, topics)
    return [_with_shared(one, topics.by_name.get(one.page), named, report) for one in operations]


def _with_shared(one: OperationStatement, topic: Topic | None, named: _Named, report: Report) -> OperationStatement:
    for text, about in _texts(topic):
        for span in text.links:
            if PARAMETERS.search(span.text) and not (span.link and span.link.target.lower() in named.by_label):
                message = f"`{span.text:.60}` are described elsewhere: they aren't in the document"
                report(Diagnostic(code="same-unknown", message=message, origin=text.origin))
        match = SAME.search(text.plain[:MOST_CHARACTERS])
        if match is None:
            continue
        other = _named_in(text, text.plain[match.start() : MOST_CHARACTERS], one, named)
        sentence = text.plain[:MOST_CHARACTERS].split(". ", 1)[0] if match.start() == 0 else text.plain[: match.end()]
        # A paragraph that speaks of what comes back itself stands under no words for that.
        returned = about.direction == "response" and not RETURNED.search(text.plain[:MOST_CHARACTERS])
        sent = bool(SENT.search(match[0])) or not (RETURNED.search(sentence) or returned)
        if other is None:
            if SENT.search(match[0]):
                message = "this names no operation that is known: what is the same isn't in the document"
                report(Diagnostic(code="same-unknown", message=message, origin=text.origin))
            continue
        if HEDGED.search(text.plain[: match.end()]) or (sent and one.bodies and not ADDS.search(text.plain)):
            # What the operation lists itself counts, unless the sentence adds to it.
            continue
        taken = _shared(one, other, optional=bool(OPTIONAL.search(text.plain))) if sent else _returned(one, other)
        if taken is not one:
            message = f"taken from {other.method} {other.path}, which is said to have the same"
            report(Diagnostic(code="same-taken", message=message, origin=text.origin, related=(other.origin,)))
            one = taken
    return one


def _shared(one: OperationStatement, other: OperationStatement, *, optional: bool) -> OperationStatement:
    """Return the operation with the other's parameters and body fields beside its own."""
    known = {(field.location, field.name.lower()) for field in one.fields}
    added = tuple(
        field
        for field in other.fields
        if field.location != "path" and (field.location, field.name.lower()) not in known
    )
    bodies = one.bodies
    if other.bodies and one.method not in WITHOUT_BODY:
        bodies = (_joined(one.bodies[0] if one.bodies else None, other.bodies[0], optional=optional), *one.bodies[1:])
    return replace(one, fields=(*one.fields, *added), bodies=bodies) if added or bodies is not one.bodies else one


def _joined(own: BodyStatement | None, other: BodyStatement, *, optional: bool) -> BodyStatement:
    fields = tuple(_optional(field) for field in other.fields) if optional else other.fields
    if own is None:
        return replace(other, fields=fields, required=None if optional else other.required)
    listed = {field.name.lower() for field in own.fields}
    return replace(own, fields=(*own.fields, *(field for field in fields if field.name.lower() not in listed)))


def _optional(field: FieldStatement) -> FieldStatement:
    return replace(field, required=False, unmarked=False)


def _returned(one: OperationStatement, other: OperationStatement) -> OperationStatement:
    """Return the operation with what the other returns on success, where it lists nothing of its own."""
    success = next((found for found in other.responses if found.status[0] not in "45" and _says(found)), None)
    own = next((found for found in one.responses if found.status[0] not in "45"), None)
    if success is None or (own is not None and _says(own)):
        return one
    if own is None:
        return replace(one, responses=(*one.responses, replace(success, origin=success.origin)))
    filled = replace(own, fields=success.fields, types=success.types)
    return replace(one, responses=tuple(filled if found is own else found for found in one.responses))


def _says(response: ResponseStatement) -> bool:
    return bool(response.fields or response.types)


def _texts(topic: Topic | None) -> Iterator[tuple[Text, About]]:
    """Yield the paragraphs of a topic, each with what the words over it say."""
    for found in blocks_in_context(topic) if topic is not None else ():
        if isinstance(found.block, Paragraph) and not found.about.example:
            yield found.block.text, found.about


def _named_in(text: Text, words: str, one: OperationStatement, named: _Named) -> OperationStatement | None:
    """Return the operation that a sentence names: by link, request line or title; None for none or several."""
    links = [span.link for span in text.spans if span.link is not None]
    found = [
        named.by_label[link.target.lower()]
        for link in links
        if _is_label(link) and link.target.lower() in named.by_label
    ]
    for line in LINE.finditer(words):
        written = parse_address(line["method"], line["url"].rstrip(".,;:"), text.origin)
        known = named.by_line.get((written.method, written.path)) if written is not None else None
        found += [known] if known is not None else []
    if not found:
        titles = [title for title in named.by_title if title in words.lower()]
        found = [named.by_title[title] for title in sorted(titles, key=len)[-1:]]
    others = {(other.method, other.path): other for other in found if other is not one}
    return next(iter(others.values())) if len(others) == 1 else None


def _is_label(link: Link) -> bool:
    return link.kind is LinkKind.LABEL


def _names(operations: Sequence[OperationStatement], topics: Topics) -> _Named:
    by_label: dict[str, OperationStatement] = {}
    titles: dict[str, list[OperationStatement]] = {}
    for one in operations:
        topic = topics.by_name.get(one.page)
        for label in labels_of(topic) if topic is not None else ():
            by_label.setdefault(label.lower(), one)
        if len(one.title.split()) > 1:
            titles.setdefault(one.title.lower(), []).append(one)
    return _Named(
        by_label=by_label,
        by_title={title: found[0] for title, found in titles.items() if len(found) == 1},
        by_line={(one.method, one.path): one for one in operations},
    )
