"""Table rows → rows about fields: a name, what the type cell says, what the description states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.columns import Column, find_column, find_columns
from docpact.dialects.sections.listed_values import listed_values, typed_members
from docpact.dialects.sections.names import NameText, parse_name, with_marks
from docpact.dialects.sections.need import cell_need, described_need, has_default, marked_need
from docpact.dialects.sections.type_in_words import type_in_words
from docpact.dialects.sections.type_text import TypeText, parse_type
from docpact.dialects.sections.vocabulary import OPEN_WORDS
from docpact.dialects.statements import Member, Source, TypeStatement
from docpact.dialects.words.limits import Stated, parse_stated
from docpact.read.page import Block, LinkKind, Paragraph, Row, Span, Style, Table, Text
from docpact.spelling import ALIKE, likeness

# `enum(red, green)`
ENUM_CELL = re.compile(r"(?:enum|choice|one of)\s*[(\[{<](?P<values>[^()\[\]{}<>]+)[)\]}>]", re.IGNORECASE)
# `1`, `0..1`, `1-N`
CARDINALITY = re.compile(r"\s*(?P<least>[0-9])(?:\s*(?:\.\.\.?|-|to|\u2013)\s*(?P<most>[0-9]+|[NnMm*]))?\s*")
MARKS = re.compile(r"\([^()]*\d[^()]*\)")
# What a cell of a column headed `Default` says without a default.
WITHOUT_DEFAULT = frozenset({"", "-", "\u2013", "none", "null", "n/a"})
STATUS = re.compile(r"(?:HTTP(?:/[\d.]+)?\s+)?[1-5](?:\d\d|xx)\b", re.IGNORECASE)
# What a cell says that another row's value is the same as, or that no row is a field.
NO_NAMES = frozenset({"none", "n/a", "-", "\u2013", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A row or entry that describes a parameter or property."""

    name: str
    type: TypeText | None
    """None where nothing is said about it."""
    type_cell: Text
    stated: Stated
    description: Text
    blocks: tuple[Block, ...] = ()
    """The description as blocks; none where the cell is empty."""
    required: bool | None = None
    defaulted: bool = False
    """Whether its words say what is taken where it is left out, and nothing marks it."""
    by_column: bool = False
    """Whether a column says that of every row, so that nothing is left unmarked."""
    said: TypeStatement | None = None
    """The type that the description's words name."""
    place: str = ""
    """What the row itself says about where it travels."""
    parent: str = ""
    """The name of the row's field whose property it is, where the row itself names it."""
    nested: tuple[FieldRow, ...] = ()
    source: Source = Source.TABLE
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a table or list, read once for all who ask."""

    rows: tuple[FieldRow, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with them; whoever uses the rows reports it."""

    def reported(self, report: Report) -> tuple[FieldRow, ...]:
        """Return the rows, and report what is wrong with them."""
        for fault in self.faults:
            report(fault)
        return self.rows


def is_field_table(table: Table) -> bool:
    """Tell whether the table describes parameters or properties: a name and a type column."""
    return find_column(table, Column.NAME) is not None and find_column(table, Column.TYPE) is not None


def lists_names(table: Table) -> bool:
    """Tell whether a column holds names and another what they mean, and the table isn't one of statuses."""
    names = find_column(table, Column.NAME)
    others = (Column.TYPE, Column.DESCRIPTION, Column.REQUIRED, Column.OPTIONAL, Column.LIMITS, Column.PLACE)
    if names is None or is_status_table(table):
        return False
    return find_column(table, *others) is not None or len(table.header) == 2  # noqa: PLR2004 - a name and its meaning.


def status_column(table: Table) -> int | None:
    """Return the column of a table of statuses: the first of its cells, and a third of all, begin with three digits."""
    for column in (Column.STATUS, Column.VALUE, Column.NAME):
        index = find_column(table, column)
        if index is None or not table.rows:
            continue
        cells = [row.cells[index].plain.strip("*` ") for row in table.rows if index < len(row.cells)]
        begin = [bool(STATUS.match(cell)) for cell in cells if cell]
        if begin and begin[0] and 3 * sum(begin) >= len(begin):
            return index
    return None


def read_table(table: Table) -> Rows:
    """Return the rows of a table that lists names and what they mean; none of another."""
    if not lists_names(table):
        return Rows()
    faults: list[Diagnostic] = []
    return Rows(rows=tuple(read_fields(table, faults.append)), faults=tuple(faults))


def is_status_table(table: Table) -> bool:
    """Tell whether the table lists statuses."""
    return status_column(table) is not None


def read_fields(table: Table, report: Report) -> Iterator[FieldRow]:
    """Yield the table's fields; a row without a name is reported and left out."""
    columns = find_columns(table.header)
    bold = _bold_names(table, columns.get(Column.NAME, 0))
    found: list[FieldRow] = []
    unnamed = [index for index, word in enumerate(table.header) if not word and index not in columns.values()]
    for index, word in enumerate(table.header):
        if word and index not in columns.values() and not SHOWS.match(word) and _states_needs(table, index):
            message = f"what the column `{word}` says isn't read"
            report(Diagnostic(code="column-unread", message=message, origin=table.origin))
    for row in table.rows:
        cells = {column: _cell(row, index) for column, index in columns.items()}
        named = with_marks(parse_name(cells[Column.NAME]), [_cell(row, index).plain for index in unnamed])
        if not named.name:
            if cells[Column.NAME].plain.lower() in NO_NAMES and len(table.rows) == 1:
                continue
            message = f"a row without a usable name: `{cells[Column.NAME].plain[:40]}`"
            report(Diagnostic(code="row-nameless", message=message, origin=row.origin))
            continue
        if named.blank:
            message = f"`{named.name}` has blanks; it is taken as it stands"
            report(Diagnostic(code="name-blank", message=message, origin=row.origin))
        read = _row(row, cells, columns, named)
        found.append(replace(read, required=True) if read.required is None and id(row) in bold else read)
    yield from _with_silence_of_marks(found) if unnamed else found


SHOWS = re.compile(r"\W*(?:examples?|samples?|version|since|added|introduced)\b", re.IGNORECASE)


def _states_needs(table: Table, index: int) -> bool:
    """Tell whether the cells of a column say yes or no, required or optional: of something that no rule knows."""
    words = [row.cells[index].plain for row in table.rows if index < len(row.cells)]
    said = [word for word in words if word]
    return bool(said) and all(cell_need(word) is not None or word.lower() in NOT_APPLICABLE for word in said)


NOT_APPLICABLE = frozenset({"n/a", "na", "forbidden", "ignored", "read-only"})


def _with_silence_of_marks(rows: Sequence[FieldRow]) -> Iterator[FieldRow]:
    """Yield the rows; where a column without a heading marks optional ones only, the others must be given."""
    marks = {row.required for row in rows} - {None}
    for row in rows:
        yield replace(row, required=True) if row.required is None and marks == {False} else row


def under_parents(rows: Sequence[FieldRow]) -> list[FieldRow]:
    """Return the rows with those that name another of them as their parent among its properties."""
    by_name = {row.name: row for row in reversed(rows)}
    below: dict[str, list[FieldRow]] = {}
    for row in rows:
        parent = PARENT_END.split(row.parent)[-1] if row.parent else ""
        if parent in by_name and parent != row.name and not _is_above(row.name, parent, by_name):
            below.setdefault(parent, []).append(row)
    moved = {id(row) for own in below.values() for row in own}

    def filled(row: FieldRow) -> FieldRow:
        own = below.get(row.name, ()) if by_name[row.name] is row else ()
        return replace(row, nested=(*row.nested, *map(filled, own))) if own else row

    return [filled(row) for row in rows if id(row) not in moved]


# `usage.entries` and `usage/entries` name the inner one last.
PARENT_END = re.compile(r"[./>]\s*")


def _is_above(name: str, parent: str, by_name: Mapping[str, FieldRow]) -> bool:
    """Tell whether the row of that name is the parent's own, at any remove."""
    seen: set[str] = set()
    while parent in by_name and parent not in seen:
        seen.add(parent)
        parent = PARENT_END.split(by_name[parent].parent)[-1]
        if parent == name:
            return True
    return False


def _bold_names(table: Table, index: int) -> frozenset[int]:
    """Return the rows whose names are bold, where others are not: those must be given."""
    bold = [row for row in table.rows if index < len(row.cells) and _is_bold(row.cells[index])]
    return frozenset(map(id, bold)) if 0 < len(bold) < len(table.rows) else frozenset()


def _is_bold(cell: Text) -> bool:
    marked = [span for span in cell.spans if span.text.strip()]
    return bool(marked) and all(span.style is Style.STRONG for span in marked)


def unrepeated(rows: Sequence[FieldRow], report: Report) -> list[FieldRow]:
    """Return the rows without those whose name another has already; they are reported."""
    seen: set[str] = set()
    found: list[FieldRow] = []
    for row in rows:
        if row.name.lower() in seen:
            message = f"`{row.name}` is described twice in one table; the first is taken"
            report(Diagnostic(code="row-repeated", message=message, origin=row.origin))
        else:
            seen.add(row.name.lower())
            found.append(row)
    return found


def _row(row: Row, cells: Mapping[Column, Text], columns: Mapping[Column, int], named: NameText) -> FieldRow:
    description = cells.get(Column.DESCRIPTION, Text((), row.origin))
    type_cell = cells.get(Column.TYPE)
    marks, kind = "", None
    if type_cell is not None:
        # The type cell's words come last: its marks may carry limits, `integer (min: 1, max: 100)`.
        marks, kind = " ".join(MARKS.findall(type_cell.plain)), _linked_type(parse_type(type_cell), description)
    elif named.type_words:
        type_cell = Text((Span(named.type_words),), row.origin)
        kind = parse_type(type_cell)
    words = f"{description.plain} {named.remark} {marks} {_limits_words(cells)}"
    index = columns.get(Column.DESCRIPTION)
    blocks: tuple[Block, ...] = (Paragraph(description),) if description.plain else ()
    if row.blocks and index is not None and index < len(row.blocks) and description.plain:
        blocks = row.blocks[index]
    place = cells.get(Column.PLACE)
    required = _required(cells, named, kind, description)
    often = CARDINALITY.fullmatch(cells[Column.CARDINALITY].plain) if Column.CARDINALITY in cells else None
    if often and kind is not None and often["most"] not in {None, "0", "1"} and not kind.array:
        kind = replace(kind, array=True)
    if often and required is None:
        required = int(often["least"]) > 0
    said = type_in_words(description) if kind is None else None
    limits = cells.get(Column.LIMITS, Text((), row.origin))
    if kind is None and said is None:
        said = type_in_words(limits)
    scalar = kind.type if kind is not None else said.type if said is not None else None
    listed = listed_values(limits, (), whole=True) or listed_values(
        description, blocks, scalar=kind is not None and kind.type in {"string", "integer"}
    )
    if type_cell is not None and (inside := ENUM_CELL.fullmatch(type_cell.plain)):
        listed = listed_values(Text((Span(inside["values"]),), row.origin), (), whole=True)
        scalar = None
    stated = with_members(parse_stated(words.strip()), scalar, listed)
    return FieldRow(
        name=named.name,
        type=kind,
        type_cell=type_cell if type_cell is not None else Text((), row.origin),
        stated=stated,
        description=description,
        blocks=blocks,
        required=required,
        defaulted=required is None and has_default(description.plain),
        by_column=Column.REQUIRED in cells or Column.OPTIONAL in cells,
        said=said if kind is not None else said or type_of_stated(stated, description),
        parent=cells[Column.PARENT].plain.strip("`*\"' ") if Column.PARENT in cells else "",
        place=place.plain.lower().strip("*`") if place is not None else "",
        origin=row.origin,
    )


def with_members(stated: Stated, kind: str | None, members: Sequence[Member]) -> Stated:
    """Return what is stated with the values that are listed, where its words name none."""
    fitting = typed_members(members, kind) if not stated.members else ()
    return replace(stated, members=fitting) if fitting else stated


def type_of_stated(stated: Stated, words: Text) -> TypeStatement | None:
    """Return the type that the listed values or the default have, for a field of which nothing else is said."""
    members = stated.members
    if isinstance(stated.limits.default, bool):
        return TypeStatement(words=words, type="boolean")
    if not members:
        return None
    whole = all(isinstance(one.value, int) for one in members)
    return TypeStatement(words=words, type="integer" if whole else "string")


def _linked_type(kind: TypeText, description: Text) -> TypeText:
    """Return the type; of an object or list whose cell names no more, with the label that the description leads to."""
    vague = kind.name.lower() in OPEN_WORDS if kind.name else kind.array and kind.type is None
    links = [span.link for span in description.links if span.link and span.link.kind is LinkKind.LABEL]
    if kind.link is not None or not vague or len(links) != 1:
        return kind
    return replace(kind, link=links[0], name="", certain=False)


def _required(cells: Mapping[Column, Text], named: NameText, kind: TypeText | None, description: Text) -> bool | None:
    """Return whether a value must be given: a column says so, or a mark in a cell, or the description."""
    if (column := cells.get(Column.REQUIRED)) is not None:
        return cell_need(column.plain)
    if (column := cells.get(Column.OPTIONAL)) is not None:
        said = cell_need(column.plain)
        word = marked_need(column.plain)
        return word if word is not None else None if said is None else not said
    if kind is not None and kind.optional is not None:
        return not kind.optional
    if named.required is not None:
        return named.required
    default = cells.get(Column.DEFAULT)
    if default is not None and (said := marked_need(default.plain)) is not None:
        return said
    return described_need(description.plain)


def _limits_words(cells: Mapping[Column, Text]) -> str:
    """Return what columns of their own say about limits and the default, in the words that descriptions use."""
    limits, default = (cells[c].plain if c in cells else "" for c in (Column.LIMITS, Column.DEFAULT))
    if default.lower() in WITHOUT_DEFAULT or marked_need(default) is not None:
        return limits
    return f"{limits} default: {default}"


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


def _cell(row: Row, index: int) -> Text:
    return row.cells[index] if index < len(row.cells) else Text((), row.origin)
