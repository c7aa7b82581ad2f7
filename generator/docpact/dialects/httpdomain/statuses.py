"""Where pages list statuses outside of `:statuscode:` fields: bullet lists, definition lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus

from docpact.diagnostics import Origin
from docpact.dialects.httpdomain.columns import TableColumns
from docpact.dialects.statements import Source
from docpact.read.page import Block, DefinitionList, List, Paragraph, Span, Table, Text

STATUS = re.compile(r"\W{0,3}(?:HTTP(?:/[\d.]+)?\s+)?(?P<code>[1-5](?:\d\d|xx))(?![\w.])", re.IGNORECASE)
NEXT = re.compile(r"[\s`*]*(?:,|/|\bor\b|\band\b|\bou\b|\bet\b)[\s`*]*(?=[1-5](?:\d\d|xx)(?!\w))", re.IGNORECASE)
BEHIND = re.compile(r"^[\s:,.`*)\]\u2013\u2014-]+")

# `200 OK: the book`: what HTTP calls the status says nothing about the operation.
REASON = re.compile(
    rf"(?:{'|'.join(re.escape(one.phrase) for one in HTTPStatus)})[`*]*\s*[:.\u2013\u2014-]\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """A status and what is said about it."""

    status: str
    """`404` or `4XX`."""
    text: Text
    blocks: tuple[Block, ...] = ()
    """The paragraphs that `text` is made of, and what else stands there."""
    source: Source
    origin: Origin


def parse_statuses(words: str) -> tuple[str, ...]:
    """Return the statuses that a text begins with: `404`, `404 Not Found`, `401, 403`, `4xx`; none where it doesn't."""
    found: list[str] = []
    place = 0
    while match := STATUS.match(words, place):
        found.append(match["code"].upper())
        after = NEXT.match(words, match.end())
        if not after:
            break
        place = after.end()
    return tuple(found)


def read_status_block(block: Block) -> tuple[StatusLine, ...]:
    """Return the statuses of a list or table in which every entry is one; none for any other block."""
    lines: list[StatusLine] = []
    count = 0
    for first, blocks, origin in _entries(block):
        count += 1
        found = parse_statuses(first.plain)
        text = _behind(first) if found else first
        rest = [one.text for one in blocks if isinstance(one, Paragraph)]
        lines += [
            StatusLine(
                status=status,
                text=join(text, *rest),
                source=Source.TABLE if isinstance(block, Table) else Source.FIELD_LIST,
                origin=origin,
            )
            for status in found
        ]
        if not found:
            return ()
    return tuple(lines) if count else ()


def join(first: Text, *others: Text) -> Text:
    """Return several texts as one, a line break between them."""
    spans: list[Span] = list(first.spans)
    for text in others:
        spans += [Span("\n"), *text.spans] if any(span.text.strip() for span in spans) else text.spans
    return Text(tuple(spans), first.origin)


def _entries(block: Block) -> Iterator[tuple[Text, tuple[Block, ...], Origin]]:
    """Yield the text that each entry begins with, what follows it, and its place."""
    match block:
        case List(entries=entries):
            for entry in entries:
                match entry:
                    case (Paragraph(text=text), *rest):
                        yield text, tuple(rest), text.origin
                    case _:
                        yield Text((), block.origin), (), block.origin
        case DefinitionList(definitions=definitions):
            for one in definitions:
                yield one.term, one.blocks, one.origin
        case Table(rows=rows) if (columns := TableColumns.of(block)).status is not None:
            for row in rows:
                status = columns.cell(row, "status")
                others = [cell for cell in row.cells if cell is not status and cell.plain]
                yield status, tuple(Paragraph(cell) for cell in others), row.origin
        case _:
            return


def _behind(text: Text) -> Text:
    """Return what stands behind the statuses that a text begins with."""
    words = "".join(span.text for span in text.spans)
    place = len(words) - len(words.lstrip())
    while match := STATUS.match(words, place):
        place = match.end()
        after = NEXT.match(words, place)
        if not after:
            break
        place = after.end()
    rest = BEHIND.sub("", words[place:])
    if (reason := REASON.match(rest)) is not None and reason.end() < len(rest):
        rest = rest[reason.end() :]
    return cut_text(text, len(words) - len(rest))[1]


def cut_text(text: Text, start: int, end: int | None = None) -> tuple[Text, Text]:
    """Return what stands before one place in the words of the spans, and what behind the other or the same."""
    before: list[Span] = []
    after: list[Span] = []
    place = 0
    end = start if end is None else end
    for span in text.spans:
        length = len(span.text)
        if place < start:
            before.append(replace(span, text=span.text[: start - place]))
        if place + length > end:
            after.append(replace(span, text=span.text[max(0, end - place) :]))
        place += length
    return Text(tuple(before), text.origin), Text(tuple(after), text.origin)
