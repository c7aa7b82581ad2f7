"""The samples of an operation: JSON files that it includes, HTTP messages and `curl` lines, below its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docpact.diagnostics import Origin, Report
from docpact.dialects.os_api_ref.outline import Part
from docpact.dialects.os_api_ref.shared import CURL, parse_curl, read_json
from docpact.dialects.os_api_ref.vocabulary import GENERIC_TITLE, METHODS, direction_of, direction_of_file
from docpact.dialects.statements import CallStatement, SampleStatement
from docpact.read.page import Paragraph, Sample, Style

JSON_START = re.compile(r"\s*[\[{]")
JSON_LANGUAGES = frozenset({"json", "json-object", "javascript", "js", ""})
START_LINE = re.compile(
    rf"(?:HTTP/[\d.]+\s+(?P<status>\d{{3}})\b[^\n]*"
    rf"|(?P<method>{'|'.join(sorted(METHODS))})\s+(?P<url>/\S*|https?://\S+)(?:\s+HTTP/[\d.]+)?[ \t]*)(?:\n|$)"
)
"""Of an HTTP message; references show requests without their version, too."""
IN_PARENTHESES = re.compile(r"\((?P<words>[^()]+)\)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a sample shows."""

    sample: SampleStatement | None = None
    call: CallStatement | None = None


def read_sample(block: Sample, part: Part, before: Paragraph | None, operation: str, report: Report) -> Shown | None:
    """Return what the sample shows; None where it shows no JSON, or nothing says whether it is sent or comes back.

    A message says itself what it is. Of a body, it is told by the caption, else by the headings, else by the name of
    its file.
    """
    announced = before.text.plain if before is not None else ""
    caption = block.caption or (announced if before is not None and _is_bold(before) else "")
    title = _title(caption, part.title, operation)
    if CURL.match(block.text):
        call = parse_curl(block.text, block.origin, report)
        return _call(call, title, report) if call is not None else None
    start = START_LINE.match(block.text)
    if start:
        return _message(block, start, title, report)
    told = direction_of(caption) or direction_of(announced) or part.direction
    direction = told or direction_of_file(block.origin.path)
    if direction is None or block.language.lower() not in JSON_LANGUAGES or not JSON_START.match(block.text):
        return None
    value = read_json(block.text, block.origin, report)
    if value is None:
        return None
    return Shown(sample=SampleStatement(direction=direction, title=title, value=value[0], origin=block.origin))


def _message(block: Sample, start: re.Match[str], title: str, report: Report) -> Shown:
    head, _, body = block.text.partition("\n\n")
    origin = Origin(block.origin.path, block.origin.line + head.count("\n") + 2)
    lines = [line.partition(":") for line in head.splitlines()[1:] if ":" in line]
    headers = tuple((name.strip(), value.strip()) for name, _, value in lines)
    if start["method"]:
        call = CallStatement(
            method=start["method"],
            url=start["url"],
            headers=headers,
            body=body.strip(),
            sends_body=bool(body.strip()),
            origin=block.origin,
        )
        return _call(call, title, report, origin)
    value = read_json(body, origin, report) if JSON_START.match(body) else None
    if value is None:
        return Shown()
    sample = SampleStatement(
        direction="response", status=start["status"], title=title, value=value[0], headers=headers, origin=origin
    )
    return Shown(sample=sample)


def _call(call: CallStatement, title: str, report: Report, origin: Origin | None = None) -> Shown:
    where = origin or call.origin
    value = read_json(call.body, where, report) if JSON_START.match(call.body) else None
    if value is None:
        return Shown(call=call)
    return Shown(call=call, sample=SampleStatement(direction="request", title=title, value=value[0], origin=where))


def _title(caption: str, heading: str, operation: str) -> str:
    """Return what the sample is called: what is particular about it, after the operation's title."""
    for words in (caption.strip(" :*"), heading):
        more = IN_PARENTHESES.search(words)
        if more:
            return f"{operation} ({more['words']})"
        if words and not GENERIC_TITLE.fullmatch(words):
            return words
    return operation


def is_caption(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph can announce the sample below it: bold throughout, or closed by a colon."""
    return _is_bold(paragraph) or paragraph.text.plain.endswith(":")


def _is_bold(paragraph: Paragraph) -> bool:
    marked = [span for span in paragraph.text.spans if span.text.strip()]
    return bool(marked) and all(span.style is Style.STRONG for span in marked)
