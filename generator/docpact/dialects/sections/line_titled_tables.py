"""Tables that hold one half of each request line, below a title that is the other half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.diagnostics import Report
from docpact.dialects.sections.columns import bare_words
from docpact.dialects.sections.line_labels import METHOD_LABEL, PATH_LABEL
from docpact.dialects.sections.line_tables import EXPLAINS, cell_blocks
from docpact.dialects.sections.line_titles import METHOD_CAPITALS
from docpact.dialects.sections.request_line import METHODS, PATH_ALONE, RequestLine
from docpact.dialects.sections.spots import Spot, make_lines
from docpact.read.page import Block, Row, Table

# `GETs (Reading Data)`, `POST requests`
METHOD_TITLE = re.compile(
    rf"(?:HTTP )?(?P<method>{METHODS})s?(?:\s+(?:requests?|calls?|operations?|methods?))?(?:\s*\(.*\))?"
)
FORMATS = re.compile(
    r"(?:(?:default|supported|allowed|response|request) )?(?:formats?|media types?|content types?)", re.IGNORECASE
)
# What a row says of a method that the path doesn't have.
REFUSED = re.compile(
    r"405\b.*|(?:not|un)[ -]?(?:allowed|supported|implemented|available)\W*|n/?a|none|no|-+", re.IGNORECASE
)
SUMMARY = re.compile(r"actions?|summary|title|operation|purpose|what it does", re.IGNORECASE)
MOST_WORDS = 8
"""A summary in a cell has no more."""


def methods_of_a_path(blocks: Sequence[tuple[int, Block]], path: str, report: Report) -> Iterator[Spot]:
    """Find the rows of a table of methods and what they do, below a title that is a path.

    A method with status 405, or none but that it isn't allowed, is no operation of that path.
    """
    for index, block in blocks if path else ():
        if not isinstance(block, Table):
            continue
        at = _column(block, METHOD_LABEL)
        if at is None:
            continue
        for row in block.rows:
            words = [cell.plain for cell in row.cells]
            others = [word for i, word in enumerate(words) if i != at and word]
            if at >= len(words) or not METHOD_CAPITALS.fullmatch(words[at]) or any(map(REFUSED.fullmatch, others)):
                continue
            lines = make_lines(words[at], path, row.origin, report)
            if lines:
                yield _spot(index, lines, block, row, at, "method in a table below a title that is a path")


def paths_of_a_method(blocks: Sequence[tuple[int, Block]], title: str, report: Report) -> Iterator[Spot]:
    """Find the rows of a table of paths and what they do, below a title that is a method: `GETs (Reading Data)`."""
    method = METHOD_TITLE.fullmatch(title[:120])
    for index, block in blocks if method else ():
        at = _column(block, PATH_LABEL) if isinstance(block, Table) else None
        if method is None or not isinstance(block, Table) or at is None:
            continue
        for row in block.rows:
            words = row.cells[at].plain if at < len(row.cells) else ""
            if words.startswith("/") and PATH_ALONE.fullmatch(words):
                lines = make_lines(method["method"], words, row.origin, report)
                if lines:
                    yield _spot(index, lines, block, row, at, "path in a table below a title that is a method")


def _column(table: Table, label: re.Pattern[str]) -> int | None:
    """Return the column with such a head; None without one, or beside columns that explain nothing."""
    heads = [bare_words(word) for word in table.header]
    found = next((i for i, word in enumerate(heads) if label.search(word)), None)
    rest = [word for i, word in enumerate(heads) if i != found]
    told = all(EXPLAINS.fullmatch(word) or FORMATS.fullmatch(word) for word in rest)
    return found if found is not None and rest and told else None


def _spot(  # noqa: PLR0913, PLR0917 - a row's parts.
    index: int, lines: tuple[RequestLine, ...], table: Table, row: Row, at: int, rule: str
) -> Spot:
    """Return the spot of a row: a few words on what it does are its title, its other cells are its own blocks."""
    own: list[Block] = []
    title = ""
    for i, cell in enumerate(row.cells):
        head = table.header[i] if i < len(table.header) else ""
        if i == at or not cell.plain or FORMATS.fullmatch(bare_words(head)):
            continue
        if not title and SUMMARY.fullmatch(bare_words(head)) and len(cell.plain.split()) <= MOST_WORDS:
            title = cell.plain.rstrip(".")
        own += cell_blocks(head, cell, row.blocks[i] if i < len(row.blocks) else ())
    return Spot(index=index, lines=lines, rule=rule, title=title, own=tuple(own))
