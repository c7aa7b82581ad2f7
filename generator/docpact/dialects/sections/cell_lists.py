"""Lists in the cells of tables: the properties of the row's object, as those that stand below an entry of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.diagnostics import Report
from docpact.dialects.sections.entries import held_rows
from docpact.dialects.sections.rows import FieldRow
from docpact.dialects.statements import Source
from docpact.read.page import Block


def with_cell_lists(rows: Sequence[FieldRow], report: Report) -> Iterator[FieldRow]:
    """Yield the rows; one of an object, a list or of no stated type has the properties that its cell lists.

    The words before the list say that properties follow, or the type does; a list of values says nothing of them.
    """
    for row in rows:
        if row.source is not Source.TABLE or row.nested or row.stated.members or _is_scalar(row):
            yield row
            continue
        nested: list[FieldRow] = []
        kept: list[Block] = []
        for block in row.blocks:
            found = held_rows(block, kept, row.type_cell.plain, report)
            nested += found
            if not found:
                kept.append(block)
        yield replace(row, nested=tuple(nested), blocks=tuple(kept)) if nested else row


def _is_scalar(row: FieldRow) -> bool:
    kind = row.type.type if row.type is not None else row.said.type if row.said is not None else None
    return kind is not None
