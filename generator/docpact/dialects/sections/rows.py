"""Table rows → rows about fields: a name, what the type cell says, what the description states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.type_text import TypeText, parse_type
from docpact.dialects.words.limits import Stated, parse_stated
from docpact.read.page import Block, Paragraph, Row, Style, Table, Text
from docpact.spelling import ALIKE, likeness

MARKS = re.compile(r"\([^()]*\d[^()]*\)")
NAME = re.compile(r"(?P<name>[^\s()]+)\s*(?P<remark>\(.*\))?", re.DOTALL)
# What a cell of a column headed `Required` says; what it leaves open otherwise is taken for optional.
YES = frozenset({"yes", "true", "required", "mandatory", "always", "y", "x", "\u2713", "\u2714"})
NO = frozenset({"no", "false", "optional", "never", "n", "-", "\u2013", "\u2717", "\u2718", ""})
# What a cell of a column headed `Default` says where there is none.
WITHOUT_DEFAULT = frozenset({"", "-", "\u2013", "none", "null", "n/a"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A row that describes a parameter or property."""

    name: str
    type: TypeText
    type_cell: Text
    stated: Stated
    description: Text
    origin: Origin
    in_path: bool = False
    """Whether the table is headed as one of path parameters."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The description as blocks; none where the cell is empty."""
        return (Paragraph(self.description),) if self.description.plain else ()


def is_field_table(table: Table) -> bool:
    """Tell whether the table describes parameters or properties: a name and a type column."""
    return find_column(table, Column.NAME) is not None and find_column(table, Column.TYPE) is not None


def read_fields(table: Table, report: Report) -> Iterator[FieldRow]:
    """Yield the table's fields; a row without a name is reported and left out, a repeated one too."""
    columns = {column: find_column(table, column) for column in Column}
    seen: set[str] = set()
    for row in table.rows:
        cells = {column: _cell(row, index) for column, index in columns.items() if index is not None}
        found = NAME.fullmatch(cells[Column.NAME].plain)
        if not found:
            message = f"a row without a usable name: `{cells[Column.NAME].plain[:40]}`"
            report(Diagnostic(code="row-nameless", message=message, origin=row.origin))
            continue
        name = found["name"].strip("`*")
        if name.lower() in seen:
            message = f"`{name}` is described twice in one table; the first is taken"
            report(Diagnostic(code="row-repeated", message=message, origin=row.origin))
            continue
        seen.add(name.lower())
        description = cells.get(Column.DESCRIPTION, Text((), row.origin))
        # The type cell's words come last: its marks may carry limits, `integer (min: 1, max: 100)`.
        marks = " ".join(MARKS.findall(cells[Column.TYPE].plain))
        words = f"{description.plain} {found['remark'] or ''} {marks} {_limits_words(cells)}"
        kind, optional = parse_type(cells[Column.TYPE]), _marked_optional(cells)
        yield FieldRow(
            name=name,
            type=kind if optional is None else replace(kind, optional=optional),
            type_cell=cells[Column.TYPE],
            stated=parse_stated(words.strip()),
            description=description,
            origin=row.origin,
        )


def _marked_optional(cells: Mapping[Column, Text]) -> bool | None:
    """Return what a column headed `Required` or `Optional` says of the row; None where there is no such column."""
    if required := cells.get(Column.REQUIRED):
        return required.plain.lower().strip("*`") not in YES
    if optional := cells.get(Column.OPTIONAL):
        return optional.plain.lower().strip("*`") not in NO
    return None


def _limits_words(cells: Mapping[Column, Text]) -> str:
    """Return what columns of their own say about limits and the default, in the words that descriptions use."""
    limits, default = (cells[c].plain if c in cells else "" for c in (Column.LIMITS, Column.DEFAULT))
    return limits if default.lower() in WITHOUT_DEFAULT else f"{limits} default: {default}"


def notes_about(names: Sequence[str], notes: Sequence[Text]) -> dict[str, list[Text]]:
    """Return name → the entries that begin with it, or speak of it in bold: `pin length must be …`.

    A note may spell the name a little otherwise than the table, unless it is another row's name.
    """
    listed = {name.lower() for name in names}
    found: dict[str, list[Text]] = {name: [] for name in names}
    for note in notes:
        first = note.plain.lstrip("* ").split(" ", 1)[0].strip("`*:").lower()
        strong = {span.text for span in note.spans if span.style is Style.STRONG}
        for name, about in found.items():
            alike = first == name.lower() if first in listed else likeness(first, name) >= ALIKE
            if alike or name in strong:
                about.append(note)
    return found


def _cell(row: Row, index: int | None) -> Text:
    return row.cells[index] if index is not None and index < len(row.cells) else Text((), row.origin)
