"""docutils tables → `Table`, spans resolved; and tables that docutils refuses, mended."""

from __future__ import annotations

import re

from docutils import nodes

from docpact.diagnostics import Origin
from docpact.read.page import Row, Table, Text
from docpact.read.text import join_texts, read_text_node

RULE = re.compile(r"\s*\+[-=+ ]*\+?\s*")


def read_table(node: nodes.table, path: str, first_line: int) -> Table:
    """Return the table; a cell over several rows stands in the first of them, over several columns likewise."""
    group = next(iter(node.findall(nodes.tgroup)))
    columns = len(list(group.findall(nodes.colspec)))
    origin = Origin(path, first_line)
    header = [
        row for part in group.children if isinstance(part, nodes.thead) for row in _read_rows(part, columns, origin)
    ]
    rows = [
        row for part in group.children if isinstance(part, nodes.tbody) for row in _read_rows(part, columns, origin)
    ]
    if header and header[0].origin.line > 1:
        # docutils gives a grid table no line; its top border stands above its first cell.
        origin = Origin(path, header[0].origin.line - 1)
    names = tuple(cell.plain for cell in header[0].cells) if header else ()
    if names and "" in names:
        names, rows = _drop_empty_columns(names, rows)
    return Table(names, tuple(row for row in rows if any(cell.spans for cell in row.cells)), origin)


def _read_rows(section: nodes.Element, columns: int, table: Origin) -> list[Row]:
    found: list[Row] = []
    below = [0] * columns
    for row in section.children:
        entries = [child for child in row.children if isinstance(child, nodes.entry)]
        cells: list[Text | None] = [None] * columns
        continued = bool(columns and below[0])
        column = 0
        for entry in entries:
            while column < columns and below[column]:
                below[column] -= 1
                column += 1
            if column >= columns:
                break
            cells[column] = _read_cell(entry, table)
            for spanned in range(column, min(columns, column + 1 + entry.get("morecols", 0))):
                below[spanned] = entry.get("morerows", 0)
                column += 1
        for rest in range(column, columns):
            below[rest] = max(0, below[rest] - 1)
        line = next((cell.origin.line for cell in cells if cell and cell.spans), table.line)
        origin = Origin(table.path, line)
        found.append(Row(tuple(cell or Text((), origin) for cell in cells), origin, continued))
    return found


def _read_cell(entry: nodes.entry, table: Origin) -> Text:
    # docutils puts its complaints about a cell into the cell.
    said = [child for child in entry.children if not isinstance(child, nodes.system_message)]

    paragraphs = [node for child in said for node in child.findall(_is_text)]
    texts = [read_text_node(node, Origin(table.path, node.line or table.line)) for node in paragraphs]
    return join_texts(texts, texts[0].origin if texts else table)


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
        [Row(tuple(row.cells[index] for index in kept), row.origin, row.continued) for row in rows],
    )


def mend_table(text: str) -> str | None:
    """Return a grid table that docutils refused with its columns lined up again, line for line; None if it can't be.

    Authors rename by search and replace and shift the `|` of single rows. Which cell is which is plain from the
    order of the `|` all the same, if every row has as many as the header.
    """
    lines = text.strip("\n").split("\n")
    rows = [[part.strip() for part in line.strip().strip("|").split("|")] for line in lines if not RULE.fullmatch(line)]
    if not rows or len({len(row) for row in rows}) != 1:
        return None
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    mended: list[str] = []
    cells = iter(rows)
    for line in lines:
        if RULE.fullmatch(line):
            mark = "=" if "=" in line else "-"
            mended.append("+" + "+".join(mark * (width + 2) for width in widths) + "+")
        else:
            row = next(cells)
            mended.append(
                "|" + "|".join(f" {cell.ljust(width)} " for cell, width in zip(row, widths, strict=True)) + "|"
            )
    return "\n".join(mended) + "\n"
