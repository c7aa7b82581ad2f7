"""The columns of a table, by the words of its header."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docpact.dialects.httpdomain.vocabulary import HEADERS, Part
from docpact.read.page import Block, Paragraph, Row, Table, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumns:
    """Which column says what."""

    places: Mapping[Part, int] = field(default_factory=dict)
    headers: tuple[str, ...] = ()

    @classmethod
    def of(cls, table: Table) -> TableColumns:
        """Return the columns that the header's words name; of two that say the same the first counts."""
        found: dict[Part, int] = {}
        words = tuple(" ".join(header.lower().split()) for header in table.header)
        for place, header in enumerate(words):
            part = HEADERS.get(header.rstrip(" :"))
            if part is not None:
                found.setdefault(part, place)
        return cls(places=found, headers=words)

    @property
    def status(self) -> int | None:
        """The column of statuses, if there is one."""
        return self.places.get("status")

    def cell(self, row: Row, part: Part) -> Text:
        """Return the row's cell of that column; an empty text without one."""
        place = self.places.get(part)
        return row.cells[place] if place is not None and place < len(row.cells) else Text((), row.origin)

    def blocks(self, row: Row, part: Part) -> tuple[Block, ...]:
        """Return what stands in the cell as blocks."""
        place = self.places.get(part)
        if place is not None and place < len(row.blocks) and row.blocks[place]:
            return row.blocks[place]
        cell = self.cell(row, part)
        return (Paragraph(cell),) if cell.plain else ()
