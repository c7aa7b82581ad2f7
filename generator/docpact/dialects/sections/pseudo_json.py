"""Samples that only look like JSON, with placeholders and dots → the names that they show."""

from __future__ import annotations

import re
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.words.json_text import UnreadableJsonError, parse_json

# One that nothing closes ends with its line: looking for its end again at each quote would take the square.
STRING = r'"(?:[^"\\\n]|\\[^\n])*(?:"|(?=\n)|\\?\Z)'
# What stands for a value, or for more of the same: none of it is in strings.
PLACEHOLDER = re.compile(rf"({STRING})|<[^<>\n]*>|\{{\{{[^{{}}\n]*\}}\}}")
DOTS = re.compile(rf"({STRING})|\.\.\.,?|\u2026,?")
COMMENT = re.compile(rf"({STRING})|(?:(?<=[\s,\[{{}}])|^)(?://|#)[^\n]*|/\*.*?\*/", re.MULTILINE | re.DOTALL)
LONE_PLACEHOLDER = re.compile(r"(?<=[:\[,])\s*(<[^<>\n]*>|\{\{[^{}\n]*\}\})")
HINTS = re.compile(r":\s*<[^<>\n]+>|(?<![\w\"])\.\.\.(?!\w)|\u2026|[\[,]\s*<[^<>\n]+>")


def without_comments(text: str, origin: Origin, report: Report) -> str:
    """Return the sample without comments, where it isn't JSON with them; its lines stay where they are."""
    plain = COMMENT.sub(lambda m: m[1] or "\n" * m[0].count("\n"), text)
    if plain == text or _is_json(text):
        return text
    report(Diagnostic(code="sample-json", message="the sample has comments", origin=origin))
    return plain


def read_sketch(text: str, origin: Origin, report: Report) -> tuple[Any] | None:
    """Return the sample with null for every placeholder, in a tuple of one; None for a sample that is meant as JSON.

    A sample with placeholders or dots outside of strings shows names, and few of its values are real.
    """
    bare = re.sub(STRING, lambda m: '"' + "x" * (len(m[0]) - 2) + '"', text)
    if not HINTS.search(bare) or _is_json(text):
        return None
    plain = COMMENT.sub(lambda m: m[1] or " ", text)
    plain = PLACEHOLDER.sub(lambda m: m[1] or " null ", plain)
    plain = DOTS.sub(lambda m: m[1] or " ", plain)
    try:
        value, _ = parse_json(plain)
    except UnreadableJsonError as error:
        report(Diagnostic(code="sample-unreadable", message=str(error), origin=origin))
        return None
    message = "the sample has placeholders: its names are taken, not its values"
    report(Diagnostic(code="sample-sketch", message=message, origin=origin))
    return (_without_nulls(value),)


def _is_json(text: str) -> bool:
    try:
        _, repairs = parse_json(text)
    except UnreadableJsonError:
        return False
    return not repairs


def _without_nulls(value: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the value without nulls in lists: they stand for more of the same."""
    match value:
        case dict():
            return {name: _without_nulls(inner) for name, inner in value.items()}
        case list():
            return [_without_nulls(one) for one in value if one is not None]
        case _:
            return value
