"""Which diagnostics are reported: the `[lint]` section, and comments `.. docpact: ignore CODE` on the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from docpact.config import Lint
from docpact.diagnostics import CODES, Diagnostic, Origin, Severity, sort_diagnostics
from docpact.regular_files import LARGEST_FILE

COMMENT = re.compile(r"(?P<indent>\s*)\.\. docpact:[ \t]*ignore\b(?P<codes>.*)")
CODE = re.compile(r"[\w-]+")
RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\s*")
"""A line under (or over) a heading: one punctuation character, repeated."""
WHOLE = range(1, 1_000_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Diagnostics after the rules."""

    kept: tuple[Diagnostic, ...]
    ignored: int
    """How many the rules keep back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """One comment."""

    lines: range
    """What it holds for: the whole page, a section, or the block below it."""
    codes: frozenset[str]
    line: int
    """Where it stands."""


def apply_lint_rules(diagnostics: Sequence[Diagnostic], lint: Lint, files: Mapping[str, Path]) -> Judged:
    """Return the diagnostics that are to be reported, with their configured severities.

    A comment that names a code which doesn't exist is one more. Only files that can hold a comment are read: those of
    `files`, by the paths that origins name.
    """
    comments = {path: find_ignores(text) for path, text in _commented(files)}
    unknown = [
        Diagnostic(code="ignore-unknown", message=f"there is no code `{code}`", origin=Origin(path, ignore.line))
        for path, ignores in comments.items()
        for ignore in ignores
        for code in sorted(ignore.codes - CODES.keys())
    ]
    kept: list[Diagnostic] = []
    found = [*diagnostics, *unknown]
    for diagnostic in found:
        by_comment = any(
            diagnostic.code in one.codes and diagnostic.origin.line in one.lines
            for one in comments.get(diagnostic.origin.path, ())
        )
        if not by_comment and not _is_ignored(diagnostic, lint):
            level = lint.severities.get(diagnostic.code)
            kept.append(replace(diagnostic, level=Severity(level)) if level else diagnostic)
    return Judged(kept=tuple(sort_diagnostics(kept) if unknown else kept), ignored=len(found) - len(kept))


def find_ignores(text: str) -> list[Ignore]:
    """Return the comments of a page.

    One before everything else holds for the page, one above a heading for its section (with those nested in it), any
    other for the block below it: a paragraph, a table, a directive with its content.
    """
    lines = text.splitlines()
    return [
        Ignore(
            lines=_scope(lines, index, len(match["indent"])),
            codes=frozenset(CODE.findall(match["codes"])),
            line=index + 1,
        )
        for index, line in enumerate(lines)
        if (match := COMMENT.fullmatch(line))
    ]


def _commented(files: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files with a comment for us."""
    for path, file in files.items():
        if file.suffix in {".rst", ".inc", ".txt"}:
            try:
                # Neither a pipe nor what is too large for a page.
                content = file.read_bytes() if file.is_file() and file.stat().st_size <= LARGEST_FILE else b""
            except OSError:
                # A diagnostic says so.
                continue
            if b"docpact:" in content:
                yield path, content.decode("utf-8", errors="replace")


def _is_ignored(diagnostic: Diagnostic, lint: Lint) -> bool:
    if (lint.select and diagnostic.code not in lint.select) or diagnostic.code in lint.ignore:
        return True
    return any(
        diagnostic.code in codes and fnmatchcase(diagnostic.origin.path, pattern)
        for pattern, codes in lint.per_page_ignores.items()
    )


def _scope(lines: Sequence[str], comment: int, indent: int) -> range:
    if all(not line.strip() or line.startswith(("..", " ")) for line in lines[:comment]) and not indent:
        return WHOLE
    first = next((i for i in range(comment + 1, len(lines)) if lines[i].strip() and not COMMENT.match(lines[i])), None)
    if first is None:
        return range(0)
    if heading := _heading(lines, first):
        return range(first + 1, _section_end(lines, first, heading) + 1)
    inner = len(lines[first]) - len(lines[first].lstrip())
    end = first + 1
    while end < len(lines) and (_continues(lines, end, inner)):
        end += 1
    return range(first + 1, end + 1)


def _continues(lines: Sequence[str], index: int, indent: int) -> bool:
    """Tell whether a line belongs to the block: it follows without an empty line, or is indented deeper."""
    if not lines[index].strip():
        after = next((line for line in lines[index:] if line.strip()), "")
        return len(after) - len(after.lstrip()) > indent
    deeper = len(lines[index]) - len(lines[index].lstrip()) > indent
    return deeper or bool(lines[index - 1].strip())


def _heading(lines: Sequence[str], index: int) -> str:
    """Return the style of the heading that begins at a line: its character, twice where it is over the words, too."""
    after = lines[index + 1] if index + 1 < len(lines) else ""
    if RULE.fullmatch(lines[index]):
        closing = lines[index + 2] if index + 2 < len(lines) else ""
        return lines[index][0] * 2 if after.strip() and closing.rstrip() == lines[index].rstrip() else ""
    return after[0] if RULE.fullmatch(after) and lines[index][:1].strip() and not lines[index].startswith("..") else ""


def _section_end(lines: Sequence[str], first: int, style: str) -> int:
    """Return the line before the next heading of the style, or of one that the page used before: those are higher."""
    higher = {found for index in range(first) if (found := _heading(lines, index))} | {style}
    start = first + (3 if len(style) > 1 else 2)
    return next((index for index in range(start, len(lines)) if _heading(lines, index) in higher), len(lines))
