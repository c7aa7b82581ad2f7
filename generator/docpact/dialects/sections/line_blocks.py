"""Literal blocks that are request lines, or begin with one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.captions import EXAMPLE
from docpact.dialects.sections.request_line import LINE_ALONE, REQUEST_LINE, RequestLine
from docpact.dialects.sections.spots import LONGEST_LINE, Spot, make_lines, malformed
from docpact.read.page import Block, Sample

SYNTAX = re.compile(r"\b(syntax|definition|format|synopsis|prototype)\b", re.IGNORECASE)
# A field of a message, or `Headers:` over several; `Content: {` begins a body.
HEADER_LINE = re.compile(r"\s*(?:Headers:|[A-Za-z][A-Za-z0-9-]*:\s*(?![{\[]\s*$)\S)", re.IGNORECASE)


def block_is_line(blocks: Sequence[tuple[int, Block]], report: Report, title: str) -> Iterator[Spot]:
    """Find literal blocks of nothing but request lines.

    A line with header lines below it is a message, and so an example, unless the title says that it is the syntax.
    """
    syntax = [block for _, block in blocks if isinstance(block, Sample)][:1] if SYNTAX.search(title) else []
    for index, block in blocks:
        if not isinstance(block, Sample) or EXAMPLE.search(block.caption):
            continue
        lines = joined_lines(block)
        found = [(LINE_ALONE.fullmatch(line), origin) for line, origin in lines]
        if lines and all(match for match, _ in found):
            parsed = tuple(
                one
                for match, origin in found
                if match
                for one in make_lines(match["methods"], match["url"], origin, report)
            )
            yield Spot(index=index, lines=parsed, rule="literal block")
        elif found and found[0][0] and _is_message(lines) and block in syntax:
            parsed = make_lines(found[0][0]["methods"], found[0][0]["url"], found[0][1], report)
            yield Spot(index=index, lines=parsed, rule="start line under a title for syntax")
        elif found and not _is_message(lines):
            yield from _begins_with_line(index, lines, report)


def _begins_with_line(index: int, lines: Sequence[tuple[str, Origin]], report: Report) -> Iterator[Spot]:
    """Find the lines in a literal block that has a body below them, or comments around them."""
    own: list[RequestLine] = []
    for line, origin in lines:
        match = LINE_ALONE.fullmatch(line)
        if match:
            own += make_lines(match["methods"], match["url"], origin, report)
        elif REQUEST_LINE.match(line):
            malformed(line, origin, report)
    if own:
        unread = next((origin for line, origin in lines if PART_LINE.fullmatch(line)), None)
        if unread is not None:
            message = "what is described inside the literal block isn't read"
            report(Diagnostic(code="literal-unread", message=message, origin=unread))
        yield Spot(index=index, lines=tuple(own), rule="line of a literal block", certain=_is_template(own[0]))


def _is_template(line: RequestLine) -> bool:
    """Tell whether a variable in its path or query string says that a line is no example."""
    return bool(line.placeholders) or any(VARIABLE.match(value) for _, value in line.query)


VARIABLE = re.compile(r"[:$][A-Za-z_]|[<{]")
# A line of a literal block that heads parameters or the response in plain text.
PART_LINE = re.compile(
    r"(?:(?:request|response|query|path|url|body|header|form|input|output|required|optional) )?"
    r"(?:parameters?|params|arguments?|args|fields|headers|body|responses?|returns|attributes|properties)\s*:",
    re.IGNORECASE,
)


def _is_message(lines: Sequence[tuple[str, Origin]]) -> bool:
    """Tell whether the second line is a header field: then the first is the start line of a message."""
    return len(lines) > 1 and bool(HEADER_LINE.match(lines[1][0])) and not LINE_ALONE.fullmatch(lines[1][0])


def joined_lines(block: Sample) -> list[tuple[str, Origin]]:
    """Return the block's lines, a query string on lines of its own joined to its path."""
    found: list[tuple[str, Origin]] = []
    for offset, line in enumerate(block.text.splitlines()):
        words = line.strip().rstrip("\\").strip()[:LONGEST_LINE]
        if words[:1] in {"?", "&"} and found:
            found[-1] = (found[-1][0] + words, found[-1][1])
        elif words:
            found.append((words, Origin(block.origin.path, block.origin.line + offset)))
    return found
