"""docutils tables → `Table`, spans resolved; and tables that docutils refuses, repaired."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from docutils import nodes

from docpact.diagnostics import Origin
from docpact.read.page import Block, Paragraph, Row, Table, Text
from docpact.read.text import join_texts

RULE = re.compile(r"\+[-=+ ]*")
LARGEST_REPAIRED = 1_000_000
"""Characters of a repaired table: each of its rows is as wide as the widest."""

ReadBlocks: TypeAlias = Callable[[nodes.Element, Origin], tuple[Block, ...]]
ReadText: TypeAlias = Callable[[nodes.Element, Origin], Text]


@dataclass(frozen=True, slots=True)
class _Cell:
    text: Text
    blocks: tuple[Block, ...]
    """Empty where the cell holds nothing but running text."""


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads tables; what stands in their cells is read by whoever reads the page."""

    read_text: ReadText
    read_blocks: ReadBlocks
    place: Callable[[nodes.Node, Origin], Origin]
    """Returns where a node stands, the other origin where docutils doesn't say."""

    def read(self, node: nodes.table, origin: Origin, labels: tuple[str, ...] = ()) -> Table:
        """Return the table; a cell over several rows stands in the first of them, over several columns likewise."""
        group = next(iter(node.findall(nodes.tgroup)))
        columns = len(list(group.findall(nodes.colspec)))
        header, rows = (
            [row for part in group.children if isinstance(part, kind) for row in self._rows(part, columns, origin)]
            for kind in (nodes.thead, nodes.tbody)
        )
        if header and header[0].origin.line > 1:
            # docutils gives a grid table no line; its top border stands above its first cell.
            origin = Origin(header[0].origin.path, header[0].origin.line - 1)
        names = tuple(cell.plain for cell in header[0].cells) if header else ()
        if names and "" in names:
            names, rows = _drop_empty_columns(names, rows)
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        return Table(
            names,
            tuple(row for row in rows if any(cell.spans for cell in row.cells) or row.blocks),
            origin,
            caption=self.read_text(title, origin).plain if title is not None else "",
            labels=(*labels, *node.get("names", ())),
        )

    def _rows(self, section: nodes.Element, columns: int, table: Origin) -> list[Row]:
        found: list[Row] = []
        below = [0] * columns
        for row in section.children:
            entries = [child for child in row.children if isinstance(child, nodes.entry)]
            cells: list[_Cell | None] = [None] * columns
            continued = bool(columns and below[0])
            column = 0
            for entry in entries:
                while column < columns and below[column]:
                    below[column] -= 1
                    column += 1
                if column >= columns:
                    break
                cells[column] = self._cell(entry, table)
                for spanned in range(column, min(columns, column + 1 + entry.get("morecols", 0))):
                    below[spanned] = entry.get("morerows", 0)
                    column += 1
            for rest in range(column, columns):
                below[rest] = max(0, below[rest] - 1)
            found.append(_row(cells, continued, table))
        return found

    def _cell(self, entry: nodes.entry, table: Origin) -> _Cell:
        # docutils puts its complaints about a cell into the cell.
        said = [child for child in entry.children if not isinstance(child, nodes.system_message)]
        paragraphs = [node for child in said for node in child.findall(_is_text)]
        texts = [self.read_text(node, self.place(node, table)) for node in paragraphs]
        text = join_texts(texts, texts[0].origin if texts else table)
        if all(isinstance(child, nodes.paragraph | nodes.comment) for child in said):
            return _Cell(text, ())
        return _Cell(text, self.read_blocks(entry, text.origin))


def _row(cells: list[_Cell | None], continued: bool, table: Origin) -> Row:  # noqa: FBT001 - one call, right above.
    origin = next((cell.text.origin for cell in cells if cell and cell.text.spans), table)
    texts = tuple(cell.text if cell else Text((), origin) for cell in cells)
    if not any(cell and cell.blocks for cell in cells):
        return Row(texts, origin, continued)
    blocks = tuple((cell.blocks or _as_blocks(cell.text)) if cell else () for cell in cells)
    return Row(texts, origin, continued, blocks)


def _as_blocks(text: Text) -> tuple[Block, ...]:
    return (Paragraph(text),) if text.spans else ()


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.paragraph | nodes.literal_block)


def _drop_empty_columns(names: tuple[str, ...], rows: list[Row]) -> tuple[tuple[str, ...], list[Row]]:
    """Drop columns that a stray `+` in the header rule made: no name, and nothing in any row."""
    empty = {
        index
        for index, name in enumerate(names)
        if not name and not any(row.cells[index].spans for row in rows if index < len(row.cells))
    }
    kept = [index for index in range(len(names)) if index not in empty]
    return (
        tuple(names[index] for index in kept),
        [
            replace(
                row,
                cells=tuple(row.cells[index] for index in kept),
                blocks=tuple(row.blocks[index] for index in kept) if row.blocks else (),
            )
            for row in rows
        ],
    )


def repair_table(text: str) -> str | None:
    """Return a grid table that docutils refused with its columns lined up again, line for line; None if it can't be.

    Authors rename by search and replace and shift the `|` of single rows. Which cell is which is plain from the
    order of the `|` all the same, if every row has as many as the header.
    """
    lines = [line.strip() for line in text.strip("\n").split("\n")]
    rows = [[part.strip() for part in line.strip("|").split("|")] for line in lines if not RULE.fullmatch(line)]
    if not rows or len({len(row) for row in rows}) != 1:
        return None
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    if len(lines) * (sum(widths) + 4 * len(widths)) > LARGEST_REPAIRED:
        return None
    repaired: list[str] = []
    cells = iter(rows)
    for line in lines:
        if RULE.fullmatch(line):
            mark = "=" if "=" in line else "-"
            repaired.append("+" + "+".join(mark * (width + 2) for width in widths) + "+")
        else:
            row = next(cells)
            repaired.append(
                "|" + "|".join(f" {cell.ljust(width)} " for cell, width in zip(row, widths, strict=True)) + "|"
            )
    return "\n".join(repaired) + "\n"
