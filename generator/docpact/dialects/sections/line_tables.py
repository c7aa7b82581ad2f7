"""Tables with a method and a path in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.diagnostics import Report
from docpact.dialects.sections.columns import bare_words
from docpact.dialects.sections.line_labels import METHOD_LABEL, PATH_LABEL
from docpact.dialects.sections.line_titles import METHOD_CAPITALS
from docpact.dialects.sections.request_line import PATH_ALONE
from docpact.dialects.sections.spots import Spot, make_lines
from docpact.read.page import Block, DefinitionList, FieldList, List, Paragraph, Row, Span, Style, Table, Text


def table_of_lines(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find tables of a method and a path a row, and what they do; other columns are of tables about other things."""
    for index, block in blocks:
        columns = line_columns(block) if isinstance(block, Table) else None
        if not isinstance(block, Table) or columns is None:
            continue
        spots = [spot for row in block.rows if (spot := _row_spot(index, block, row, columns, report)) is not None]
        explained = len(block.header) > 2  # noqa: PLR2004 - method and path.
        told = any(OUTCOME_HEAD.fullmatch(word) or INPUT_HEAD.fullmatch(word) for word in block.header)
        if explained and len(block.rows) > 1:
            # Without a column for responses it may be an overview of what other pages document.
            yield from (spot if told else replace(spot, certain=False, rule=OVERVIEW) for spot in spots)
        elif spots:
            lines = tuple(line for spot in spots for line in spot.lines)
            yield Spot(index=index, lines=lines, rule="table of methods and paths", certain=not explained)


OVERVIEW = "overview of methods and paths"


def line_columns(table: Table) -> tuple[int, int] | None:
    """Return the columns of methods and of paths; None where there are none, or others than of explanations."""
    heads = [bare_words(word) for word in table.header]
    methods = next((i for i, word in enumerate(heads) if METHOD_LABEL.search(word)), None)
    paths = next((i for i, word in enumerate(heads) if PATH_LABEL.search(word) and i != methods), None)
    if methods is None or paths is None:
        return None
    rest = [word for i, word in enumerate(heads) if i not in {methods, paths}]
    return (methods, paths) if all(EXPLAINS.fullmatch(word) for word in rest) else None


# What heads a column about what an operation does, or responds with.
EXPLAINS = re.compile(
    r"(?:(?:short|entity|request|http|response|return(?:ed)?|query|path|url|and|/| )*"
    r"(?:descriptions?|summary|meaning|purpose|actions?"
    r"|function|what it does|operation|effect|notes?|remarks|comments?|responses?|returns?|status(?:es)?|codes?|result"
    r"|body|name|title|usage|details|param(?:eter)?s?|arguments?|inputs?|payload))+",
    re.IGNORECASE,
)
OUTCOME_HEAD = re.compile(r".*\b(?:responses?|returns?|returned|status(?:es)?|codes?|result)\b.*", re.IGNORECASE)
INPUT_HEAD = re.compile(r".*\b(?:param(?:eter)?s?|arguments?|inputs?|payload|request body)\b.*", re.IGNORECASE)


def _row_spot(index: int, table: Table, row: Row, columns: tuple[int, int], report: Report) -> Spot | None:
    """Return the spot of a row, with what its other cells say as the operation's own blocks."""
    cells = [cell.plain for cell in row.cells]
    methods, paths = columns
    if max(columns) >= len(cells):
        return None
    if not (METHOD_CAPITALS.fullmatch(cells[methods]) and PATH_ALONE.fullmatch(cells[paths]) and "/" in cells[paths]):
        return None
    own: list[Block] = []
    for at, cell in enumerate(row.cells):
        if at in columns or not cell.plain:
            continue
        own += cell_blocks(table.header[at], cell, row.blocks[at] if at < len(row.blocks) else ())
    lines = make_lines(cells[methods], cells[paths], row.origin, report)
    return Spot(index=index, lines=lines, rule="table of methods and paths", own=tuple(own)) if lines else None


def cell_blocks(head: str, cell: Text, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield what a cell says under the head of its column: fields and responses as lists, all else as prose."""
    outcome, sent = OUTCOME_HEAD.fullmatch(head), INPUT_HEAD.fullmatch(head)
    if not (outcome or sent):
        yield Paragraph(cell)
        return
    yield Paragraph(Text((Span("Responses" if outcome else head, Style.STRONG),), cell.origin))
    if any(isinstance(block, List | FieldList | DefinitionList) for block in blocks):
        yield from blocks
    else:
        yield List(((Paragraph(cell),),), cell.origin)
