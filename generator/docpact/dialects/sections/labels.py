"""Labels that the types of tables refer to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docpact.dialects.sections.rows import is_field_table, read_fields
from docpact.read.page import LinkKind, Section, Table


def labels_in(section: Section) -> Iterator[str]:
    """Yield the labels that the type cells of the section's tables lead to, in lower case."""
    for table in section.blocks:
        if not isinstance(table, Table) or not is_field_table(table):
            continue
        linked = tuple(row for row in table.rows if any(cell.links for cell in row.cells))
        for row in read_fields(replace(table, rows=linked), lambda _: None) if linked else ():
            link = row.type.link if row.type is not None else None
            if link is not None and link.kind is LinkKind.LABEL:
                yield link.target.lower()
