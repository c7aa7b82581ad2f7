"""What a request rule finds, and what all rules share: texts → request lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.captions import EXAMPLE
from docpact.dialects.sections.request_line import (
    LINE_ALONE,
    LINE_TURNED,
    METHOD,
    REQUEST_LINE,
    RequestLine,
    parse_address,
)
from docpact.read.page import Block, DefinitionList, FieldList, List, Paragraph, Sample, Style, Text

LINE_LABEL = re.compile(
    r"\b(requests?|ur[il]|path|endpoint|route|resource|syntax|methods?|call|http|operation|usage|api|command|verb|format)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(r"\s*(?P<label>[A-Za-z][\w ./-]{0,40}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)
# `/books[/{id}]`
OPTIONAL_SEGMENT = re.compile(r"\[/[^\[\]]*\]")
LONGEST_LINE = 1_000
"""No request line has more characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that names operations."""

    index: int
    """Of the block in its section; -1 for the heading."""
    lines: tuple[RequestLine, ...]
    rule: str
    certain: bool = True
    title: str = ""
    """What else the line says, in place of a heading."""
    own: tuple[Block, ...] | None = None
    """What stands in the entry that the line begins; None where the line is no entry."""


def entries_of(block: Block) -> Iterator[tuple[Text, tuple[Block, ...]]]:
    """Yield the first text of each entry of a list with what stands below it."""
    match block:
        case DefinitionList(definitions=definitions):
            yield from ((one.term, one.blocks) for one in definitions)
        case FieldList(fields=fields):
            yield from ((one.name, one.blocks) for one in fields)
        case List(entries=entries):
            for entry in entries:
                if entry and isinstance(entry[0], Paragraph) and (len(entry) > 1 or len(entries) == 1):
                    yield entry[0].text, entry[1:]
        case _:
            pass


def lines_of_text(text: Text, report: Report) -> tuple[RequestLine, ...]:
    """Return the request lines that a text consists of; a label before one is passed over."""
    found: list[RequestLine] = []
    whole = text.plain[:LONGEST_LINE]
    plain = all(span.style is Style.PLAIN for span in text.spans if span.text.strip())
    for line in [whole] if LINE_ALONE.fullmatch(whole) else raw_lines(text):
        labelled = LABELLED.fullmatch(line)
        alone = LINE_ALONE.fullmatch(line) or LINE_TURNED.fullmatch(line) if line == whole or not plain else None
        if (
            alone is None
            and labelled
            and LINE_LABEL.search(labelled["label"])
            and not EXAMPLE.search(labelled["label"])
        ):
            alone = LINE_ALONE.fullmatch(labelled["value"])
        if alone:
            found += make_lines(alone["methods"], alone["url"], text.origin, report)
        elif REQUEST_LINE.match(line) and not plain and "{" in line and " " not in line.split(None, 1)[1]:
            malformed(line, text.origin, report)
    return tuple(found)


def is_marked_label(text: Text) -> bool:
    """Tell whether a paragraph is bold or slanted from end to end, but for a colon."""
    marked = [span for span in text.spans if span.text.strip(" :")]
    return bool(marked) and all(span.style in {Style.STRONG, Style.EMPHASIS} for span in marked)


def raw_lines(text: Text) -> list[str]:
    """Return the lines of a text as they stand in the source, none longer than a request line may be."""
    lines = "".join(span.text for span in text.spans).split("\n")
    return [" ".join(line.split())[:LONGEST_LINE] for line in lines if line.strip()]


def first_words(blocks: Sequence[Block]) -> str:
    """Return the words of the first block, or of a list's only entry; empty for one that isn't text."""
    first = blocks[0] if blocks else None
    if isinstance(first, List) and len(first.entries) == 1:
        return first_words(first.entries[0])
    return first.text.plain if isinstance(first, Paragraph) else first.text.strip() if isinstance(first, Sample) else ""


def make_lines(methods: str, url: str, origin: Origin, report: Report) -> tuple[RequestLine, ...]:
    """Return a request line for each method; none, and a diagnostic, where the address is no path template."""
    url = url.rstrip("'\"`;.,")
    if not url.startswith(("/", "http://", "https://", "|", "{", "<")):
        url = url if _is_host(url) else f"/{url}"
    found = [parse_address(method, url, origin) for method in re.findall(METHOD, methods)]
    if OPTIONAL_SEGMENT.search(url):
        message = f"`{url:.80}` has a part that may be left out: the path without it is taken, the other one is missing"
        report(Diagnostic(code="path-optional", message=message, origin=origin))
    if any(one is None for one in found):
        malformed(f"{methods} {url}", origin, report)
    return tuple(one for one in found if one is not None)


def _is_host(url: str) -> bool:
    first = url.split("/", 1)[0]
    return "/" in url and ("." in first or ":" in first)


def malformed(line: str, origin: Origin, report: Report) -> None:
    """Report an address that is no path template."""
    message = f"`{line:.80}` has no path template: braces that don't match, or one name twice"
    report(Diagnostic(code="request-line-malformed", message=message, origin=origin))
