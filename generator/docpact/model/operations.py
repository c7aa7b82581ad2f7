"""An endpoint page → the draft of its operation: all that the page says by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.model.drafts import Context, draft_object, note_texts
from docpact.model.names import operation_id
from docpact.model.outline import Part, Placed, place_blocks, table_part
from docpact.model.request_line import RequestLine, parse_request_line
from docpact.model.rows import Field, is_field_table, read_fields
from docpact.model.samples import PageSamples, read_samples
from docpact.model.type_text import TypeText, parse_type
from docpact.model.types import Object, Scope
from docpact.model.vocabulary import INTERVAL, SAMPLE_BODY, SECONDS, STATUS_CELL
from docpact.read import Column, Page, Paragraph, Sample, Table, Text, find_column
from docpact.read.page import Block, Row
from docpact.read.tree import REQUEST_LINE, find_request_lines

WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRow:
    """A row of the responses table; a row span gives it several types."""

    status: int
    types: tuple[tuple[TypeText, Text], ...]
    """What each type cell says, and the cell."""
    description: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationDraft:
    """An endpoint page, read, before other pages and samples are asked."""

    page: Page
    operation_id: str
    line: RequestLine
    uri_fields: tuple[Field, ...]
    """Rows about path and query parameters."""
    body: Object | None
    responses: tuple[ResponseRow, ...]
    scopes: tuple[Scope, ...]
    samples: PageSamples
    blocks: tuple[Block, ...]
    interval: tuple[int, Origin] | None
    """How many seconds a caller must wait between two calls, and where the page says so."""

    @property
    def owner(self) -> str:
        """The name under which its inline objects are observed."""
        return f"#{self.operation_id}"


def draft_operation(page: Page, context: Context) -> OperationDraft | None:
    """Return the page's operation; None, and a diagnostic, where the page has no request line."""
    placed = list(place_blocks(page))
    line = _request_line(page, placed, context.report)
    if line is None:
        return None
    lead = [p for p in placed if p.part in {Part.LEAD, Part.BODY, Part.URI}]
    notes = note_texts([p.block for p in lead])
    uri, body_tables = _parameter_tables(lead, line, context.report)
    body = draft_object(body_tables, page, notes, context) if body_tables else None
    samples = read_samples(page, context.report)
    if body is None and samples.bodies and line.method not in WITHOUT_BODY:
        message = "a sample request has a body, but no table describes one"
        context.report(Diagnostic(code="body-undocumented", message=message, origin=samples.bodies[0].origin))
    return OperationDraft(
        page=page,
        operation_id=operation_id(page.group if page.group != "endpoints" else "", page.stem),
        line=line,
        uri_fields=tuple(uri),
        body=body,
        responses=tuple(_responses(placed, context.report)),
        scopes=tuple(_scopes(placed)),
        samples=samples,
        blocks=tuple(block for p in lead if (block := _description(p)) is not None),
        interval=_interval(notes),
    )


def _request_line(page: Page, placed: Sequence[Placed], report: Report) -> RequestLine | None:
    examples = {id(p.block) for p in placed if p.part is Part.EXAMPLES}
    found: list[RequestLine] = []
    for section in page.sections:
        kept = tuple(block for block in section.blocks if id(block) not in examples)
        for text, origin in find_request_lines([type(section)(section.title, section.depth, (), kept, section.origin)]):
            if line := parse_request_line(text, origin):
                found.append(line)
            else:
                message = f"`{text:.80}` has no path template: braces that don't match, or one name twice"
                report(Diagnostic(code="request-line-malformed", message=message, origin=origin))
    if not found:
        message = "no request line such as `GET /path` in a literal block; the page is left out"
        report(Diagnostic(code="request-line-missing", message=message, origin=page.origin))
        return None
    if len({(line.method, line.path) for line in found}) > 1:
        message = f"{len(found)} request lines; the first is taken"
        report(
            Diagnostic(
                code="request-line-repeated", message=message, origin=found[1].origin, related=(found[0].origin,)
            )
        )
    return found[0]


def _parameter_tables(
    lead: Sequence[Placed], line: RequestLine, report: Report
) -> tuple[list[Field], list[tuple[str, Table]]]:
    """Return the rows about the URI and the tables about the body.

    A table headed `Parameters` or not at all holds path parameters by their names; the others go into the body of
    a method that has one, else into the query.
    """
    uri: list[Field] = []
    body: list[tuple[str, Table]] = []
    placeholders = {name.lower() for name in line.placeholders}
    for placed in lead:
        if not isinstance(placed.block, Table) or not is_field_table(placed.block):
            continue
        about = table_part(placed)
        if about is Part.LEAD:
            names = [field.name.lower() for field in read_fields(placed.block, lambda _: None)]
            to_uri = line.method in WITHOUT_BODY or any(name in placeholders for name in names)
            about = Part.URI if to_uri else Part.BODY
        if about is Part.URI:
            uri += read_fields(placed.block, report)
        elif about is Part.BODY or body:
            # A table under another bold line describes a member of the body table before it.
            body.append((placed.label, placed.block))
        else:
            message = f"a table headed `{placed.label}` is neither about the URI nor the body; it is left out"
            report(Diagnostic(code="table-unplaced", message=message, origin=placed.block.origin))
    return uri, body


def _responses(placed: Sequence[Placed], report: Report) -> list[ResponseRow]:
    found: list[ResponseRow] = []
    for p in placed:
        if p.part is not Part.RESPONSES or not isinstance(p.block, Table):
            continue
        statuses, types = find_column(p.block, Column.NAME, Column.STATUS), find_column(p.block, Column.TYPE)
        descriptions = find_column(p.block, Column.DESCRIPTION)
        for row in p.block.rows:
            cell = _cell(row, types)
            kind = (parse_type(cell), cell)
            match = STATUS_CELL.fullmatch(_cell(row, statuses or 0).plain)
            if match and any(response.status == int(match[1]) for response in found):
                message = f"status {match[1]} is listed twice; the first is taken"
                report(Diagnostic(code="row-repeated", message=message, origin=row.origin))
            elif match:
                description = _cell(row, descriptions)
                if not description.plain:
                    description = Text((_cell(row, statuses or 0).spans), row.origin)
                found.append(
                    ResponseRow(status=int(match[1]), types=(kind,), description=description, origin=row.origin)
                )
            elif row.continued and found:
                found[-1] = ResponseRow(
                    status=found[-1].status,
                    types=(*found[-1].types, kind),
                    description=found[-1].description,
                    origin=found[-1].origin,
                )
            else:
                message = f"a response row without a status: `{_cell(row, statuses or 0).plain[:40]}`"
                report(Diagnostic(code="row-nameless", message=message, origin=row.origin))
    return found


def _scopes(placed: Sequence[Placed]) -> list[Scope]:
    found: dict[str, Scope] = {}
    for p in placed:
        if p.part is Part.SCOPES and isinstance(p.block, Table):
            names = find_column(p.block, Column.NAME, Column.SCOPE) or 0
            descriptions = find_column(p.block, Column.DESCRIPTION)
            for row in p.block.rows:
                name = _cell(row, names).plain
                if name and " " not in name:
                    found.setdefault(
                        name, Scope(name=name, description=_cell(row, descriptions).plain, origin=row.origin)
                    )
    return list(found.values())


def _description(placed: Placed) -> Block | None:
    """Return the block if it describes the operation to a reader: no table, sample, caption or request line."""
    block = placed.block
    if isinstance(block, Table | Sample):
        return None
    if isinstance(block, Paragraph):
        words = block.text.plain
        if block.text.label or SAMPLE_BODY.fullmatch(words) or REQUEST_LINE.match(words) or not words:
            return None
    return block


def _interval(notes: Sequence[Text]) -> tuple[int, Origin] | None:
    for note in notes:
        if found := INTERVAL.search(note.plain):
            return int(found[1] or 1) * SECONDS[found[2].lower()], note.origin
    return None


def _cell(row: Row, index: int | None) -> Text:
    return row.cells[index] if index is not None and index < len(row.cells) else Text((), row.origin)
