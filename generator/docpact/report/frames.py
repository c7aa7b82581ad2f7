"""Diagnostics → text for people: grouped by file, each with its line, a caret, and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from docpact.diagnostics import CODES, Diagnostic, Severity, file_name, origin_names
from docpact.plain_text import break_commands

Paint: TypeAlias = Callable[[str, str], str]
"""Text and a style, `bold red`, → the text as a terminal shows it so."""
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
QUIET = "dim"
WIDEST = 110
"""Columns of a page's line that are shown."""
QUOTED = re.compile(r"`([^`]+)`")
FIXABLE = "[*]"


def plain(text: str, style: str) -> str:  # noqa: ARG001 - a `Paint` that paints nothing.
    """Return the text as it is."""
    return text


def format_frames(
    diagnostics: Sequence[Diagnostic],
    files: Mapping[str, Path],
    *,
    paint: Paint = plain,
    fixable: frozenset[Diagnostic] = frozenset(),
) -> str:
    """Return the diagnostics by file, each with the line that it is about; the `fixable` ones have a mark.

    Pages are untrusted: characters that steer a terminal are not shown.
    """
    blocks: list[str] = []
    for path, group in groupby(diagnostics, key=lambda d: d.origin.path):
        own = list(group)
        file = files.get(path)
        lines = _lines(file)
        name = file_name(own[0].origin, files)
        blocks.append(f"{paint(_shown(name), 'bold underline')} ({len(own)})")
        blocks += ["\n".join(_frame(one, lines, files, paint, marked=one in fixable)) for one in own]
    return "\n\n".join(blocks)


def format_statistics(diagnostics: Sequence[Diagnostic], fixable: frozenset[Diagnostic] = frozenset()) -> str:
    """Return a line a code, the commonest first: how often, severity, whether a fix is known, what is wrong."""
    counts = Counter(diagnostic.code for diagnostic in diagnostics)
    levels = {diagnostic.code: diagnostic.severity for diagnostic in diagnostics}
    fixes = Counter(diagnostic.code for diagnostic in diagnostics if diagnostic in fixable)
    names = {code: f"{levels[code]}[{code}]" for code in counts}
    width = max(map(len, names.values()), default=0)
    return "\n".join(
        f"{count:5}  {names[code].ljust(width)}  {FIXABLE if fixes[code] else '   '} {CODES[code].meaning}"
        for code, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    )


def _frame(
    diagnostic: Diagnostic, lines: Sequence[str], files: Mapping[str, Path], paint: Paint, *, marked: bool
) -> Iterator[str]:
    style = STYLES[diagnostic.severity]
    place = origin_names(files)
    head = paint(f"{diagnostic.severity}[{diagnostic.code}]", style)
    yield f"{head} {paint(_shown(diagnostic.message), 'bold')}"
    number = diagnostic.origin.line
    gutter = " " * len(str(number))
    yield f"{gutter}{paint('-->', QUIET)} {_shown(place(diagnostic.origin))}"
    if 0 < number <= len(lines) and lines[number - 1].strip():
        shown, start, width = _excerpt(lines[number - 1], diagnostic.message)
        bar = paint("|", QUIET)
        yield f"{gutter} {bar}"
        yield f"{paint(str(number), QUIET)} {bar} {shown}"
        yield f"{gutter} {bar} {' ' * start}{paint('^' * width, style)}"
    mark = f" {FIXABLE}" if marked else ""
    yield f"{gutter} {paint('=', QUIET)} help: {diagnostic.hint}{mark}"
    if diagnostic.suggestion:
        yield f"{gutter} {paint('=', QUIET)} did you mean {_shown(diagnostic.suggestion)}?"
    if diagnostic.related:
        yield f"{gutter} {paint('=', QUIET)} see {', '.join(_shown(place(origin)) for origin in diagnostic.related)}"


def _excerpt(line: str, message: str) -> tuple[str, int, int]:
    """Return what is shown of a line, and where the carets stand below it: under the first words that are quoted."""
    line = _shown(line.expandtabs(8)).rstrip()
    found = next((match[1] for match in QUOTED.finditer(message) if match[1] in line), "")
    start = line.index(found) if found else len(line) - len(line.lstrip())
    end = start + len(found) if found else len(line)
    first = max(0, min(start - 10, len(line) - WIDEST)) if len(line) > WIDEST else 0
    shown = line[first : first + WIDEST]
    before, marked = shown[: start - first], shown[start - first : end - first]
    return shown, _columns(before), max(1, _columns(marked))


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _shown(text: str) -> str:
    """Return the text without what a terminal or a CI runner would obey."""
    shown = ("\ufffd" if unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp"} else one for one in text)
    return break_commands("".join(shown))


def _lines(file: Path | None) -> list[str]:
    try:
        return file.read_text("utf-8", errors="replace").splitlines() if file else []
    except OSError:
        return []
