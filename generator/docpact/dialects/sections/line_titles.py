"""Titles that are request lines, and what titles say of those below them: a path, a method."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docpact.diagnostics import Report
from docpact.dialects.sections.captions import EXAMPLE
from docpact.dialects.sections.request_line import ADDRESS, LINE_ALONE, LINE_TURNED, METHODS, PATH_ALONE, VERSION
from docpact.dialects.sections.spots import LONGEST_LINE, Spot, make_lines
from docpact.dialects.words.paths import is_path_of
from docpact.read.page import Sample, Section, Style, Text

# `GET /books: all books`, `All books (GET /books)`
TITLE_BEFORE = re.compile(
    rf"(?P<methods>{METHODS})\s+(?P<url>{ADDRESS}?){VERSION}(?:\s+|:\s*|(?=\())[-\u2013\u2014:(]*\s*(?P<rest>[^)]+)\)?"
)
TITLE_AFTER = re.compile(
    rf"(?P<rest>.+?)\s*[-\u2013\u2014:(\[]\s*(?P<methods>{METHODS})\s+(?P<url>{ADDRESS}?){VERSION}\s*[\])]?"
)
METHOD_ALONE = re.compile(rf"(?:HTTP\s+)?(?P<methods>{METHODS})(?:\s+(?:method|request)s?)?\s*[.:]?", re.IGNORECASE)
METHOD_CAPITALS = re.compile(METHODS)
PATH_TITLE = re.compile(r"(?:ur[il]|path|endpoint|resource|route)s?\s*:\s*(?=/)", re.IGNORECASE)
# A title that is a path without a slash before it: `books`, `books/{{id}}`, `search.json`.
TITLE_PATH = re.compile(r"/?[\w.{}<>:-]+(?:/[\w.{}<>:()-]*)*")
FILE_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*\.(?:json|xml|php|cgi|aspx?|do|html?|txt|csv)")


def heading_path(heading: Text) -> str:
    """Return the path that a title is: marked as a literal, beginning with a slash, or a file's name; else empty."""
    words = heading.plain
    marked = [span for span in heading.spans if span.text.strip()]
    if found := PATH_TITLE.match(words):
        # `URL: /books`
        return words[found.end() :] if PATH_ALONE.fullmatch(words, found.end()) else ""
    literal = bool(marked) and all(span.style is Style.LITERAL for span in marked)
    if METHOD_CAPITALS.fullmatch(words):
        return ""
    if (literal and TITLE_PATH.fullmatch(words)) or FILE_NAME.fullmatch(words):
        return words if words.startswith(("/", "http", "{", "<")) else f"/{words}"
    return words if words.startswith("/") and PATH_ALONE.fullmatch(words) else ""


def is_method(words: str) -> bool:
    """Tell whether a title is nothing but a method."""
    return bool(METHOD_ALONE.fullmatch(words)) and any(word.isupper() for word in words.split())


def path_with_example(section: Section, report: Report) -> Iterator[Spot]:
    """Find a title that is a path over an example that requests that path: the example's method is the operation's."""
    path = heading_path(section.heading)
    for block in section.blocks if path.startswith("/") else ():
        if not isinstance(block, Sample):
            continue
        line = LINE_ALONE.fullmatch(block.text.strip().split("\n", 1)[0][:LONGEST_LINE])
        shown = line["url"].partition("?")[0] if line else ""
        if line and is_path_of(path, shown, anywhere=True):
            lines = make_lines(line["methods"], path, section.heading.origin, report)
            yield Spot(index=-1, lines=lines, rule="title that is a path over an example of it")
            return


def heading_is_line(section: Section, path: str, report: Report) -> Iterator[Spot]:
    """Find a title that is a method and a path, alone or beside a summary, or a method below a path as title."""
    words = section.title[:LONGEST_LINE]
    for pattern in (LINE_ALONE, LINE_TURNED, TITLE_BEFORE, TITLE_AFTER):
        if found := pattern.fullmatch(words):
            rest = found.groupdict().get("rest") or ""
            if EXAMPLE.search(rest):
                return
            lines = make_lines(found["methods"], found["url"], section.heading.origin, report)
            yield Spot(index=-1, lines=lines, rule="title", title=rest.strip(" -:\u2013\u2014"))
            return
    if is_method(words) and path:
        found = METHOD_ALONE.fullmatch(words)
        lines = make_lines(found["methods"] if found else "", path, section.heading.origin, report)
        yield Spot(index=-1, lines=lines, rule="method below a title that is a path")
