"""Fixes of table cells: marks that samples show to be missing. A column that is too narrow is made wider."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from docpact.diagnostics import Diagnostic
from docpact.dialects.sections.columns import Column, find_column, with_header
from docpact.fix.text import Change, Lines, Places, body, ending

BORDER = re.compile(r"\s*\+[-=+]+\+\s*")
RULE = re.compile(r"\s*=+(?:\s+=+)+\s*")
ITEM = re.compile(r"\s*(?:\*\s+)?-(?:\s+(?P<words>.*))?")
MARKED = re.compile(r"\s*[(\[]\s*[A-Za-z][A-Za-z ,:0-9-]*[)\]]\s*$")
QUOTED = re.compile(r"`(?P<name>[^`]+)`(?: is `(?P<other>[^`]+)`)?")
LIST_IN_SAMPLES = "is a list in the samples, its row says one"

Edit = Callable[[str], str]
"""A cell's line → the line that it becomes."""


def fix_null(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what marks the type `(nullable)`."""
    yield from _change(diagnostic, places, Column.TYPE, lambda words: f"{words} (nullable)")


def fix_optional(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what marks the type `(optional)`: an author must say that no sample forgot the property."""
    if "is not marked optional" in diagnostic.message:
        yield from _change(diagnostic, places, Column.TYPE, lambda words: f"{words} (optional)")


def fix_array(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what puts `[]` behind the type, before its marks."""
    if LIST_IN_SAMPLES in diagnostic.message:
        yield from _change(diagnostic, places, Column.TYPE, _with_brackets)


def fix_name(diagnostic: Diagnostic, places: Places) -> Iterator[Change]:
    """Yield what gives a row the name that the samples use."""
    found = QUOTED.match(diagnostic.message)
    if found and found["other"]:
        written, meant = found["name"], found["other"]
        yield from _change(diagnostic, places, Column.NAME, lambda words: words.replace(written, meant, 1))


def differs_by_case(diagnostic: Diagnostic) -> bool:
    """Tell whether page and samples spell a name differently by no more than case."""
    found = QUOTED.match(diagnostic.message)
    return bool(found and found["other"] and found["name"].lower() == found["other"].lower())


def _with_brackets(words: str) -> str:
    marks = MARKED.search(words)
    kind, rest = (words[: marks.start()], words[marks.start() :]) if marks else (words, "")
    # Markup ends only where a blank or a closing mark follows.
    return f"{kind} []{rest}" if kind.endswith(("`", "*", "_")) else f"{kind}[]{rest}"


def _change(diagnostic: Diagnostic, places: Places, column: Column, edit: Edit) -> Iterator[Change]:
    found = places.row_at(diagnostic.origin.path, diagnostic.origin.line)
    lines = places.source(diagnostic.origin.path)
    if found is None or lines is None:
        return
    table, row = found
    index = find_column(with_header(table), column)
    if index is None or index >= len(row.cells):
        return
    first = diagnostic.origin.line - 1
    if lines[first].lstrip().startswith("|"):
        yield Change(line=first, column=0, make=partial(_edit_grid, first, index, len(row.cells), edit))
    elif ITEM.match(lines[first]):
        yield Change(line=first, column=0, make=partial(_edit_list, first, index, edit))
    else:
        yield Change(line=first, column=0, make=partial(_edit_simple, first, index, len(row.cells), edit))


def _edit_list(first: int, index: int, edit: Edit, lines: Lines) -> bool:
    """Edit a cell of a list-table: the last line of the row's entry with that number."""
    items = [n for n in range(first, len(lines)) if ITEM.fullmatch(body(lines[n]))]
    starts = [n for n in items if n == first or not body(lines[n]).lstrip().startswith("*")]
    following = [n for n in items if n > first and body(lines[n]).lstrip().startswith("*")]
    starts = [n for n in starts if not following or n < following[0]]
    if index >= len(starts):
        return False
    line = starts[index]
    indent = lines[line].index("-")
    while line + 1 < len(lines) and lines[line + 1].strip() and _indent(lines[line + 1]) > indent:
        line += 1
    text = body(lines[line]).rstrip()
    lines[line] = edit(text) + ending(lines[line])
    return True


def _edit_simple(first: int, index: int, count: int, edit: Edit, lines: Lines) -> bool:
    """Edit a cell of a simple table, where there is room for it; the last column has all the room that it needs."""
    rule = next((n for n in range(first - 1, -1, -1) if RULE.fullmatch(body(lines[n]))), None)
    text = body(lines[first])
    if rule is None or not text.isascii():
        return False
    starts = [match.start() for match in re.finditer(r"=+", body(lines[rule]))]
    if len(starts) != count:
        return False
    last = index == count - 1
    end = len(text) if last else starts[index + 1]
    words = text[starts[index] : end]
    new = edit(words.rstrip())
    # Between two columns stands at least one blank; text under the gap between them would be an error.
    room = len(new) if last else body(lines[rule]).index(" ", starts[index]) - starts[index]
    if len(new) > room or len(words.rstrip()) == 0:
        return False
    padded = new if last else new.ljust(len(words))
    lines[first] = text[: starts[index]] + padded + text[end:] + ending(lines[first])
    return True


def _edit_grid(first: int, index: int, count: int, edit: Edit, lines: Lines) -> bool:
    """Edit a cell of a grid table: in its last line with words, else in an empty line below, else in a wider column."""
    top, bottom = _grid(first, lines)
    bounds = [n for n, character in enumerate(body(lines[top])) if character == "+"]
    last = next((n for n in range(first, bottom + 1) if BORDER.fullmatch(body(lines[n]))), bottom)
    rows = range(first, last)
    if len(bounds) != count + 1 or not _is_regular([lines[n] for n in rows], bounds):
        return False
    start, end = bounds[index] + 1, bounds[index + 1]
    words = [body(lines[n])[start:end] for n in rows]
    number = next((n for n in reversed(range(len(words))) if words[n].strip()), None)
    if number is None:
        return False
    old = words[number].rstrip()
    new = edit(old)
    if len(new) <= end - start:
        _write(lines, rows[number], (start, end), new)
        return True
    added = new.removeprefix(old).strip()
    if new.startswith(old) and number + 1 < len(words) and len(added) + 1 < end - start:
        _write(lines, rows[number + 1], (start, end), " " * (len(old) - len(old.lstrip())) + added)
        return True
    more = len(new) + 1 - (end - start)
    if not _is_regular([lines[n] for n in range(top, bottom + 1)], [end]):
        return False
    for n in range(top, bottom + 1):
        text = lines[n]
        filling = text[end - 1] if BORDER.fullmatch(body(text)) and text[end - 1] in "-=" else " "
        lines[n] = text[:end] + filling * more + text[end:]
    _write(lines, rows[number], (start, end + more), new)
    return True


def _grid(first: int, lines: Lines) -> tuple[int, int]:
    """Return the first and last line of the grid table that a line is in."""
    top = bottom = first
    while top > 0 and lines[top - 1].lstrip().startswith(("|", "+")):
        top -= 1
    while bottom + 1 < len(lines) and lines[bottom + 1].lstrip().startswith(("|", "+")):
        bottom += 1
    return top, bottom


def _is_regular(lines: Sequence[str], bounds: Sequence[int]) -> bool:
    """Tell whether each line has a column's bound in each place, and only characters of one column's width."""
    return all(
        not any(
            unicodedata.east_asian_width(character) in "WF" or unicodedata.combining(character) for character in line
        )
        and all(bound < len(line) and line[bound] in "|+" for bound in bounds)
        for line in lines
    )


def _write(lines: Lines, number: int, span: tuple[int, int], words: str) -> None:
    text = lines[number]
    lines[number] = text[: span[0]] + words.ljust(span[1] - span[0]) + text[span[1] :]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
