"""Tables of labels and values that describe one operation, `URL | /books`, `Method | GET` → definition lists.

And entries of lists that docutils takes for terms, since the line below is indented → their lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from docpact.dialects.sections.line_labels import is_line_part
from docpact.read.page import (
    Block,
    Definition,
    DefinitionList,
    FieldList,
    List,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Text,
)

MOST_LABEL_WORDS = 5
COLUMNS = 2


def open_tables(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections with such tables as lists: a row's label is a term, what its cell holds stands below it."""
    return tuple(
        replace(section, blocks=tuple(_opened(section.blocks)))
        if any(isinstance(block, Table | List | FieldList) for block in section.blocks)
        else section
        for section in sections
    )


def _opened(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and _describes_operation(block):
            yield _as_list(block)
        elif isinstance(block, List) and any(map(_is_term, block.entries)):
            yield structs.replace(block, entries=tuple(map(_without_term, block.entries)))
        elif isinstance(block, FieldList):
            yield FieldList(
                tuple(replace(one, blocks=tuple(_opened(one.blocks))) for one in block.fields), block.origin
            )
        else:
            yield block


def _is_term(entry: Sequence[Block]) -> bool:
    """Tell whether an entry is a definition list of one term: its text goes on in a line that is indented more."""
    return bool(entry) and isinstance(entry[0], DefinitionList) and len(entry[0].definitions) == 1


def _without_term(entry: tuple[Block, ...]) -> tuple[Block, ...]:
    first = entry[0] if entry else None
    if not _is_term(entry) or not isinstance(first, DefinitionList):
        return entry
    one = first.definitions[0]
    return (Paragraph(one.term), *one.blocks, *entry[1:])


def _describes_operation(table: Table) -> bool:
    """Tell whether the table has two columns, labels in the first, and a method or path among its values."""
    rows = _label_rows(table)
    if not rows or any(len(row.cells) != COLUMNS for row in rows):
        return False
    labels = [row.cells[0].plain for row in rows]
    if not all(0 < len(label.split()) <= MOST_LABEL_WORDS for label in labels):
        return False
    return any(is_line_part(label, row.cells[1].plain) for label, row in zip(labels, rows, strict=True))


def _label_rows(table: Table) -> list[Row]:
    """Return the rows, with the header as first where that is a label and its value."""
    head = table.header
    if len(head) == COLUMNS and is_line_part(head[0], head[1]):
        return [Row(tuple(Text((Span(word),), table.origin) for word in head), table.origin), *table.rows]
    return list(table.rows)


def _as_list(table: Table) -> DefinitionList:
    definitions = []
    for row in _label_rows(table):
        label, value = row.cells
        blocks = row.blocks[1] if len(row.blocks) == COLUMNS else (Paragraph(value),) if value.plain else ()
        definitions.append(Definition(label, blocks, row.origin))
    return DefinitionList(tuple(definitions), table.origin)
