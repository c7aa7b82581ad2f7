"""JSON samples → values, each slip of the author's reported."""

from __future__ import annotations

from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.words.json_text import UnreadableJsonError, parse_json


def read_lines(text: str) -> list[Any]:
    """Return the values of a text with one on each line; none where any line is something else."""
    found: list[Any] = []
    for line in filter(str.strip, text.splitlines()):
        try:
            value, repairs = parse_json(line)
        except UnreadableJsonError:
            return []
        if repairs:
            return []
        found.append(value)
    return found


def read_json(text: str, origin: Origin, report: Report) -> tuple[Any] | None:
    """Return the sample's value in a tuple of one (it may be null); None where it cannot be read."""
    try:
        value, repairs = parse_json(text)
    except UnreadableJsonError as error:
        where = Origin(origin.path, origin.line + error.line)
        report(Diagnostic(code="sample-unreadable", message=str(error), origin=where))
        return None
    for repair in repairs:
        where = Origin(origin.path, origin.line + repair.line)
        report(Diagnostic(code="sample-json", message=f"the sample has {repair.what}", origin=where))
    return (value,)
