"""Labels that the types of tables refer to."""

from __future__ import annotations

from collections.abc import Iterator

from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.rows import read_fields
from docpact.read.page import LinkKind, Section, Table


def labels_in(section: Section) -> Iterator[str]:
    """Yield the labels that the type cells of the section's tables lead to, in lower case."""
    for table in section.blocks:
        if not isinstance(table, Table):
            continue
        if find_column(table, Column.TYPE) is None or find_column(table, Column.NAME) is None:
            continue
        for row in read_fields(table, lambda _: None):
            link = row.type.link if row.type is not None else None
            if link is not None and link.kind is LinkKind.LABEL:
                yield link.target.lower()
