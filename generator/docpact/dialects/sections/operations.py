"""A topic about an operation → the statement of all that it says about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.fields import note_texts, object_statements, row_statements, type_statement
from docpact.dialects.sections.kinds import Topic, Topics
from docpact.dialects.sections.outline import Part, Placed, bold_words, place_blocks, table_part
from docpact.dialects.sections.request_line import REQUEST_LINE, RequestLine, find_request_lines, parse_request_line
from docpact.dialects.sections.rows import FieldRow, is_field_table, read_fields
from docpact.dialects.sections.samples import read_samples
from docpact.dialects.sections.tags import read_tag
from docpact.dialects.sections.type_text import parse_type
from docpact.dialects.sections.vocabulary import (
    INTERVAL,
    NO_BODY_WORDS,
    PATH_TABLE,
    SAMPLE_BODY,
    STATUS_CELL,
    WITHOUT_ENVELOPE,
)
from docpact.dialects.statements import (
    BodyStatement,
    FieldStatement,
    OperationStatement,
    ResponseStatement,
    ScopeStatement,
    Source,
    TypeStatement,
)
from docpact.dialects.words.units import SECONDS
from docpact.read.page import Block, Paragraph, Row, Sample, Table, Text

WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
# The folder that says what its pages are names no group of operations.
NO_GROUP = "endpoints"


def read_operation(topic: Topic, topics: Topics, report: Report) -> OperationStatement | None:
    """Return what the topic says about its operation; None, and a diagnostic, where it has no request line."""
    placed = list(place_blocks(topic))
    line = _request_line(topic, placed, report)
    if line is None:
        return None
    lead = [p for p in placed if p.part in {Part.LEAD, Part.BODY, Part.URI}]
    notes = note_texts([p.block for p in lead])
    rows, body_tables = _parameter_tables(lead, line, report)
    body = object_statements(body_tables, "body", notes, report)
    samples = read_samples(topic, report)
    sent = [sample for sample in samples.samples if sample.direction == "request"]
    if not body_tables and sent and line.method not in WITHOUT_BODY:
        message = "a sample request has a body, but no table describes one"
        report(Diagnostic(code="body-undocumented", message=message, origin=sent[0].origin))
    blocks = tuple(block for p in lead if (block := _description(p)) is not None)
    return OperationStatement(
        method=line.method,
        path=line.path,
        server=line.server,
        query=line.query,
        page=topic.name,
        group=topic.group if topic.group != NO_GROUP else "",
        name=topic.stem,
        title=topic.title,
        blocks=blocks,
        tag=read_tag(topics, topic),
        fields=tuple(_parameters(line, rows, note_texts(blocks))),
        bodies=_bodies(body),
        responses=tuple(_responses(placed, report)),
        samples=samples.samples,
        calls=samples.calls,
        statuses=samples.statuses,
        scopes=tuple(_scopes(placed)),
        interval=_interval(notes),
        origin=line.origin,
        page_origin=topic.origin,
    )


def _bodies(fields: tuple[FieldStatement, ...]) -> tuple[BodyStatement, ...]:
    if not fields:
        return ()
    return (BodyStatement(fields=fields, required=True, source=Source.TABLE, origin=fields[0].origin),)


def _request_line(topic: Topic, placed: Sequence[Placed], report: Report) -> RequestLine | None:
    examples = {id(p.block) for p in placed if p.part is Part.EXAMPLES}
    found: list[RequestLine] = []
    malformed = False
    for section in topic.sections:
        kept = tuple(block for block in section.blocks if id(block) not in examples)
        for text, origin in find_request_lines([replace(section, labels=(), blocks=kept)]):
            if line := parse_request_line(text, origin):
                found.append(line)
            else:
                malformed = True
                message = f"`{text:.80}` has no path template: braces that don't match, or one name twice"
                report(Diagnostic(code="request-line-malformed", message=message, origin=origin))
    if not found and malformed:
        return None
    if not found:
        message = "no request line such as `GET /path` in a literal block; the page is left out"
        report(Diagnostic(code="request-line-missing", message=message, origin=topic.origin))
        return None
    first = found[0]
    for other in found[1:]:
        if (other.method, other.path) != (first.method, first.path):
            message = f"`{other.method} {other.path}` is another request line here; the first is taken"
            report(
                Diagnostic(code="request-line-repeated", message=message, origin=other.origin, related=(first.origin,))
            )
    return first


def _parameters(line: RequestLine, rows: Sequence[FieldRow], notes: Sequence[Text]) -> Iterator[FieldStatement]:
    """Yield what the rows and notes say: a name of the path is a path parameter, another a query parameter.

    A row of a table that is headed as the path's stays there: where the path hasn't its name, one of both is wrong.
    """
    in_path = {name.lower() for name in line.placeholders} | {row.name.lower() for row in rows if row.in_path}
    for statement in row_statements(rows, "query", notes):
        yield replace(statement, location="path") if statement.name.lower() in in_path else statement


def _parameter_tables(lead: Sequence[Placed], line: RequestLine, report: Report) -> tuple[list[FieldRow], list[Table]]:
    """Return the rows about the URI and the tables about the body.

    A table headed `Parameters` or not at all holds path parameters by their names; the others go into the body of
    a method that has one, else into the query.
    """
    uri: list[FieldRow] = []
    body: list[Table] = []
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
            in_path = bool(PATH_TABLE.match(placed.label))
            uri += (replace(row, in_path=in_path) for row in read_fields(placed.block, report))
        elif about is Part.BODY or body:
            # A table under another bold line describes a member of the body table before it.
            body.append(placed.block)
        else:
            message = f"a table headed `{placed.label}` is neither about the URI nor the body; it is left out"
            report(Diagnostic(code="table-unplaced", message=message, origin=placed.block.origin))
    return uri, body


def _responses(placed: Sequence[Placed], report: Report) -> list[ResponseStatement]:
    found: list[ResponseStatement] = []
    for p in placed:
        if p.part is not Part.RESPONSES or not isinstance(p.block, Table):
            continue
        statuses, types = find_column(p.block, Column.NAME, Column.STATUS), find_column(p.block, Column.TYPE)
        descriptions = find_column(p.block, Column.DESCRIPTION)
        for row in p.block.rows:
            kind, status = _cell(row, types), _cell(row, statuses or 0)
            match = STATUS_CELL.fullmatch(status.plain)
            if match and any(response.status == match[1] for response in found):
                message = f"status {match[1]} is listed twice; the first is taken"
                report(Diagnostic(code="row-repeated", message=message, origin=row.origin))
            elif match:
                description = _cell(row, descriptions)
                words = description if description.plain else Text(status.spans, row.origin)
                found.append(_response(match[1], kind, words, row.origin))
            elif row.continued and found:
                found[-1] = _with_type(found[-1], kind)
            else:
                message = f"a response row without a status: `{status.plain[:40]}`"
                report(Diagnostic(code="row-nameless", message=message, origin=row.origin))
    return found


def _response(status: str, kind: Text, description: Text, origin: Origin) -> ResponseStatement:
    bare = WITHOUT_ENVELOPE.search(description.plain) or _says_no_body(kind)
    return ResponseStatement(
        status=status,
        types=(_type(kind),),
        enveloped=False if bare else None,
        description=description,
        source=Source.TABLE,
        origin=origin,
    )


def _with_type(response: ResponseStatement, kind: Text) -> ResponseStatement:
    """Return the response with another part of its payload: a row span gives it several types."""
    bare = response.enveloped is False or _says_no_body(kind)
    return replace(response, types=(*response.types, _type(kind)), enveloped=False if bare else None)


def _type(kind: Text) -> TypeStatement:
    return type_statement(parse_type(kind), kind)


def _says_no_body(kind: Text) -> bool:
    return bool(kind.plain) and kind.plain.lower() in NO_BODY_WORDS


def _scopes(placed: Sequence[Placed]) -> Iterator[ScopeStatement]:
    found: dict[str, ScopeStatement] = {}
    for p in placed:
        if p.part is Part.SCOPES and isinstance(p.block, Table):
            names = find_column(p.block, Column.NAME, Column.SCOPE) or 0
            descriptions = find_column(p.block, Column.DESCRIPTION)
            for row in p.block.rows:
                name = _cell(row, names).plain
                if name and " " not in name and name not in found:
                    words = _cell(row, descriptions).plain
                    found[name] = ScopeStatement(name=name, description=words, origin=row.origin)
    yield from found.values()


def _description(placed: Placed) -> Block | None:
    """Return the block if it describes the operation to a reader: no table, sample, caption or request line."""
    block = placed.block
    if isinstance(block, Table | Sample):
        return None
    if isinstance(block, Paragraph):
        words = block.text.plain
        if bold_words(block.text) or SAMPLE_BODY.fullmatch(words) or REQUEST_LINE.match(words) or not words:
            return None
    return block


def _interval(notes: Sequence[Text]) -> tuple[int, Origin] | None:
    for note in notes:
        if found := INTERVAL.search(note.plain):
            return int(found[1] or 1) * SECONDS[found[2].lower()], note.origin
    return None


def _cell(row: Row, index: int | None) -> Text:
    return row.cells[index] if index is not None and index < len(row.cells) else Text((), row.origin)
