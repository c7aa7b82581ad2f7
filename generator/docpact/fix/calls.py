"""Fixes of curl lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from docpact.diagnostics import Diagnostic
from docpact.fix.text import Change, Lines, Places, body

HEADER = re.compile(
    r"[ \t]*(?<=[\s\\])(?:-H|--header)[ =]*(?P<quote>[\"'])content-type\s*:(?P<value>[^\"']*)(?P=quote)", re.IGNORECASE
)
METHOD = re.compile(r"(?<=\s)(?:-X|--request)[ =]*(?P<method>[A-Za-z]+)")
DATA = re.compile(r"[ \t]*(?<=\s)(?:-d|--data(?:-raw|-binary)?)[ =]+(?:\"[^\"]*\"|'[^']*'|[^\s\"']+)")
NO_BODY = re.compile(r"the sample request has a Content-Type, `[^`]*`, but no body")
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
STATED = re.compile(r"the sample request is (?P<sent>[A-Z]+), the request line (?P<method>[A-Z]+)")
CURL = re.compile(r"\s*(?:[$%>]\s+)?curl\b")


def fix_content_type(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what takes out a Content-Type without a body, or makes that of a patch one of plain JSON."""
    for line, text in _curl_lines(diagnostic, places):
        for found in HEADER.finditer(text):
            if NO_BODY.fullmatch(diagnostic.message):
                yield Change(line=line, column=found.start(), make=partial(_remove, line, found.span()))
            elif media := MEDIA_TYPE.search(found["value"]):
                start = found.start("value") + media.start()
                span = (start, start + len(media[0]))
                yield Change(line=line, column=start, make=partial(_put, line, span, "application/json"))
            return


def fix_method(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what gives a curl line the method of the request line."""
    stated = STATED.fullmatch(diagnostic.message)
    for line, text in _curl_lines(diagnostic, places):
        if stated and (found := METHOD.search(text)):
            span = found.span("method")
            yield Change(line=line, column=span[0], make=partial(_put, line, span, stated["method"]))
            return


def fix_body(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what takes the body out of a curl line, where it stands in one line."""
    for line, text in _curl_lines(diagnostic, places):
        if found := DATA.search(text):
            yield Change(line=line, column=found.start(), make=partial(_remove, line, found.span()))
            return


def _curl_lines(diagnostic: Diagnostic, places: Places) -> Iterator[tuple[int, str]]:
    """Yield number (from 0) and text of the lines of the curl line at the diagnostic's place."""
    lines = places.source(diagnostic.origin.path)
    number = diagnostic.origin.line - 1
    inside = any(True for _ in places.samples_at(diagnostic.origin.path, diagnostic.origin.line))
    if lines is None or not inside or number >= len(lines) or not CURL.match(lines[number]):
        return
    while number < len(lines):
        text = body(lines[number])
        yield number, text
        if not text.rstrip().endswith("\\"):
            return
        number += 1


def _remove(line: int, span: tuple[int, int], lines: Lines) -> bool:
    """Take a word out; the whole line where nothing else stands in it, but for the backslash that goes on."""
    text = body(lines[line])
    rest = text[: span[0]] + text[span[1] :]
    if rest.strip() == "\\":
        del lines[line]
        return True
    if not rest.strip():
        # The line above would go on into nothing.
        return False
    lines[line] = lines[line][: span[0]] + lines[line][span[1] :]
    return True


def _put(line: int, span: tuple[int, int], text: str, lines: Lines) -> bool:
    lines[line] = lines[line][: span[0]] + text + lines[line][span[1] :]
    return True
