"""Table rows → fields: a name, what the type cell says, what the description states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rstapi.diagnostics import Diagnostic, Origin, Report
from rstapi.model.limits import Stated, merge_limits, parse_stated
from rstapi.model.names import ALIKE, likeness
from rstapi.model.type_text import TypeText, parse_type
from rstapi.read import Paragraph, Table, Text
from rstapi.read.page import Block, Row, Style

MARKS = re.compile(r"\([^()]*\d[^()]*\)")
NAME = re.compile(r"(?P<name>[^\s()]+)\s*(?P<remark>\(.*\))?", re.DOTALL)
NAMES_COLUMN = ("name", "parameter", "property", "field")
VALUE_COLUMNS = ("number", "value", "code", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A row that describes a parameter or member."""

    name: str
    type: TypeText
    type_cell: Text
    stated: Stated
    description: Text
    origin: Origin

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The description as blocks; none where the cell is empty."""
        return (Paragraph(self.description),) if self.description.plain else ()


def column(table: Table, *names: str) -> int | None:
    """Return the index of the first column with one of these headings."""
    words = [word.strip("* ").lower() for word in table.header]
    return next((words.index(name) for name in names if name in words), None)


def is_field_table(table: Table) -> bool:
    """Tell whether the table describes parameters or members: a name and a type column."""
    return column(table, *NAMES_COLUMN) is not None and column(table, "type") is not None


def read_fields(table: Table, report: Report) -> Iterator[Field]:
    """Yield the table's fields; a row without a name is reported and left out, a repeated one too."""
    names, types = column(table, *NAMES_COLUMN) or 0, column(table, "type")
    descriptions = column(table, "description")
    seen: set[str] = set()
    for row in table.rows:
        found = NAME.fullmatch(row.cells[names].plain)
        if not found:
            message = f"a row without a usable name: `{row.cells[names].plain[:40]}`"
            report(Diagnostic(code="row-nameless", message=message, origin=row.origin))
            continue
        name = found["name"].strip("`*")
        if name.lower() in seen:
            message = f"`{name}` is described twice in one table; the first is taken"
            report(Diagnostic(code="row-repeated", message=message, origin=row.origin))
            continue
        seen.add(name.lower())
        description = _cell(row, descriptions)
        # The type cell's words come last: its marks may carry limits, `integer (min: 1, max: 100)`.
        words = f"{description.plain} {found['remark'] or ''} {' '.join(MARKS.findall(_cell(row, types).plain))}"
        yield Field(
            name=name,
            type=parse_type(_cell(row, types)),
            type_cell=_cell(row, types),
            stated=parse_stated(words.strip()),
            description=description,
            origin=row.origin,
        )


def merge_notes(field: Field, notes: Sequence[Text]) -> Stated:
    """Return what the row and the notes about it state together; a note that speaks of it alone is more exact."""
    stated = field.stated
    for note in notes:
        said = parse_stated(note.plain)
        stated = Stated(
            limits=merge_limits(said.limits, stated.limits),
            members=stated.members or said.members,
            required_if=stated.required_if or said.required_if,
            uncertain=stated.uncertain or said.uncertain,
        )
    return stated


def notes_about(name: str, others: Sequence[str], notes: Sequence[Text]) -> list[Text]:
    """Return the entries that begin with the name, or speak of it in bold: `pin length must be …`.

    A note may spell the name a little otherwise than the table, unless it is another row's name.
    """
    taken = {other.lower() for other in others} - {name.lower()}
    found: list[Text] = []
    for note in notes:
        first = note.plain.lstrip("* ").split(" ", 1)[0].strip("`*:").lower()
        alike = first not in taken and likeness(first, name) >= ALIKE
        if alike or any(span.text == name for span in note.spans if span.style is Style.STRONG):
            found.append(note)
    return found


def _cell(row: Row, index: int | None) -> Text:
    return row.cells[index] if index is not None and index < len(row.cells) else Text((), row.origin)
