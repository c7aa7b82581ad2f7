"""Fixes of samples: the punctuation of JSON, and times without an offset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from docpact.diagnostics import Diagnostic
from docpact.dialects.words.json_text import Repair, UnreadableJsonError, parse_json
from docpact.fix.text import Change, Lines, Places, body, replace_span
from docpact.json_schema import TIMESTAMP
from docpact.read.page import Sample

WHAT = re.compile(r"the sample has (?P<what>.+)")
STRING = re.compile(r'"([^"\\\n]*)"')


def fix_json(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what makes the sample say in JSON what it was read as: a comma put in, a bracket closed.

    Nothing where the author must say what was meant, or where the page's line isn't the sample's: it has a `|name|`.
    """
    lines = places.source(diagnostic.origin.path)
    found = WHAT.fullmatch(diagnostic.message)
    if lines is None or found is None:
        return
    for sample in places.samples_at(diagnostic.origin.path, diagnostic.origin.line):
        yield from _json_changes(sample, diagnostic.origin.line - sample.origin.line, found["what"], lines)


def fix_times(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what puts `Z` behind each time of the sample that has no offset: an author must say that UTC is meant."""
    lines = places.source(diagnostic.origin.path)
    for sample in places.samples_at(diagnostic.origin.path, diagnostic.origin.line) if lines else ():
        for number in range(sample.text.count("\n") + 1):
            line = sample.origin.line - 1 + number
            for found in STRING.finditer(body(lines[line])) if lines and line < len(lines) else ():
                stamp = TIMESTAMP.fullmatch(found[1])
                if stamp and not stamp["offset"]:
                    place = (line, found.end() - 1)
                    yield Change(line=line, column=place[1], make=partial(_replace, place, place, "Z"))


def _json_changes(sample: Sample, fault: int, what: str, lines: Lines) -> Iterator[Change]:
    """Yield the corrections of one kind of fault in one line of a sample.

    A sample may have more before its JSON: a request, headers. So the text is read from each line that could begin it.
    """
    rows = sample.text.split("\n")
    for start in (number for number in range(fault + 1) if rows[number].lstrip()[:1] in {"{", "["}):
        text = "\n".join(rows[start:])
        repairs = _repairs(text)
        wanted = [(rank, one) for rank, one in enumerate(repairs) if (one.line + start, one.what) == (fault, what)]
        if wanted:
            for rank, repair in wanted:
                if repair.correction is not None:
                    first = _position(text, repair.correction.start, sample.origin.line - 1 + start, lines)
                    last = _position(text, repair.correction.end, sample.origin.line - 1 + start, lines)
                    if first and last:
                        inserted = _indented(repair.correction.text, text, repair.correction.start, first)
                        make = partial(_replace, first, last, inserted)
                        yield Change(line=first[0], column=first[1], rank=rank, make=make)
            return


def _repairs(text: str) -> Sequence[Repair]:
    try:
        return parse_json(text)[1]
    except UnreadableJsonError:
        return ()


def _position(text: str, offset: int, first: int, lines: Lines) -> tuple[int, int] | None:
    """Return line and column in the file of an offset in a sample; None where the file's line has other words."""
    number = text.count("\n", 0, offset)
    begin = text.rfind("\n", 0, offset) + 1
    line = text[begin:].partition("\n")[0].rstrip()
    if first + number >= len(lines):
        return None
    there = body(lines[first + number]).rstrip()
    if not there.endswith(line):
        return None
    return first + number, len(there) - len(line) + offset - begin


def _indented(inserted: str, text: str, offset: int, place: tuple[int, int]) -> str:
    """Return what is inserted with its new lines indented as the sample is on the page."""
    shift = place[1] - (offset - text.rfind("\n", 0, offset) - 1)
    return inserted.replace("\n", "\n" + " " * shift)


def _replace(start: tuple[int, int], end: tuple[int, int], text: str, lines: Lines) -> bool:
    replace_span(lines, start, end, text)
    return True
