"""Rows to paste into a table of a page, in the form of the row beside which they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

UNKNOWN = "…"
"""What stands in a cell that only a person can fill."""
BORDER = re.compile(r"\s*\+(?:[-=]+\+)+\s*")
LIST_ROW, LIST_CELL = re.compile(r"(\s*)\* - (.*)"), re.compile(r"(\s*)- (.*)")
RULE = re.compile(r"\s*=+(?: +=+)+\s*")
CSV_CELL = re.compile(r'\s*("(?:[^"]|"")*"|[^,]*)\s*(?:,|$)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Lines to paste."""

    after: int
    """The line that they come after, from 1."""
    lines: tuple[str, ...]


def build_row(page: Sequence[str], line: int, name: str, kind: str) -> Row | None:
    """Return a row for something with that name and type, in the table that has a row at that line of a page.

    The type stands where the neighbour's cells say something of types: in the second column. None where no table of a
    known form (grid, simple, list, CSV) is there.
    """
    if not 0 < line <= len(page):
        return None
    text = page[line - 1]
    if text.lstrip().startswith("|"):
        return _build_grid(page, line, name, kind)
    if LIST_ROW.fullmatch(text):
        return _build_list(page, line, name, kind)
    if _is_in_simple(page, line):
        return _build_simple(page, line, name, kind)
    if text.count(",") and any(".. csv-table::" in above for above in page[max(0, line - 40) : line]):
        cells = [match[1] for match in CSV_CELL.finditer(text) if match[0]]
        indent = text[: len(text) - len(text.lstrip())]
        return Row(after=line, lines=(indent + ", ".join(_fill(len(cells), name, kind)),))
    return None


def _fill(columns: int, name: str, kind: str) -> list[str]:
    return [name, kind, *([UNKNOWN] * columns)][:columns] if columns > 1 else [name]


def _build_grid(page: Sequence[str], line: int, name: str, kind: str) -> Row | None:
    last = next((n for n in range(line, len(page)) if BORDER.fullmatch(page[n])), None)
    if last is None:
        return None
    border = page[last].rstrip().replace("=", "-")
    indent = border[: border.index("+")]
    widths = [len(part) for part in border.strip().strip("+").split("+")]
    cells = _fill(len(widths), name, kind)
    if any(len(cell) + 2 > width for cell, width in zip(cells, widths, strict=True)):
        # A grid has no room for a longer cell; whoever pastes it widens the table.
        widths = [max(width, len(cell) + 2) for cell, width in zip(cells, widths, strict=True)]
        border = f"{indent}+{'+'.join('-' * width for width in widths)}+"
    row = "|".join(f" {cell}".ljust(width) for cell, width in zip(cells, widths, strict=True))
    return Row(after=last + 1, lines=(f"{indent}|{row}|", border))


def _build_list(page: Sequence[str], line: int, name: str, kind: str) -> Row:
    first = LIST_ROW.fullmatch(page[line - 1])
    indent = first[1] if first else ""
    columns, last = 1, line
    for number, text in enumerate(page[line:], line + 1):
        if LIST_ROW.fullmatch(text) or (text.strip() and len(text) - len(text.lstrip()) <= len(indent)):
            break
        cell = LIST_CELL.fullmatch(text)
        columns += cell is not None and len(cell[1]) == len(indent) + 2
        last = number if text.strip() else last
    cells = _fill(columns, name, kind)
    return Row(after=last, lines=(f"{indent}* - {cells[0]}", *(f"{indent}  - {cell}" for cell in cells[1:])))


def _is_in_simple(page: Sequence[str], line: int) -> bool:
    above = next((text for text in reversed(page[: line - 1]) if RULE.fullmatch(text)), None)
    return above is not None and "" not in [text.strip() for text in page[line - 1 : line]]


def _build_simple(page: Sequence[str], line: int, name: str, kind: str) -> Row:
    rule = next(text for text in reversed(page[: line - 1]) if RULE.fullmatch(text))
    starts = [match.start() for match in re.finditer("=+", rule)]
    text = ""
    for start, cell in zip(starts, _fill(len(starts), name, kind), strict=True):
        text = text.ljust(start if not text or len(text) < start else len(text) + 1) + cell
    return Row(after=line, lines=(text,))
