"""A topic about an operation → the statement of all that it says about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.assign import assign_fields
from docpact.dialects.sections.bodies import read_bodies
from docpact.dialects.sections.captions import parse_caption
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.context import is_label
from docpact.dialects.sections.fields import note_texts, type_statement
from docpact.dialects.sections.kinds import Topic, Topics
from docpact.dialects.sections.line_labels import is_line_part, labelled_values
from docpact.dialects.sections.line_titles import is_method
from docpact.dialects.sections.outline import Part, Placed, bold_words, place_blocks
from docpact.dialects.sections.prose_queries import query_in_prose, report_prose_only
from docpact.dialects.sections.request_line import LINE_ALONE, REQUEST_LINE, RequestLine
from docpact.dialects.sections.responses import read_responses
from docpact.dialects.sections.roles import Role, Taken, take_blocks
from docpact.dialects.sections.samples import read_samples
from docpact.dialects.sections.statuses import status_alone
from docpact.dialects.sections.tags import read_tag
from docpact.dialects.sections.told_types import find_told_types
from docpact.dialects.sections.type_text import parse_type
from docpact.dialects.sections.vocabulary import INTERVAL, SAMPLE_BODY
from docpact.dialects.statements import FieldStatement, OperationStatement, ScopeStatement, Source
from docpact.dialects.words.telling import is_deprecated, needs_no_credentials, says_deprecated
from docpact.dialects.words.units import SECONDS
from docpact.read.page import Block, Note, Paragraph, Row, Sample, Span, Table, Text, flat_blocks

# What says what pages are, or that one is the first, names no group of operations.
NO_GROUP = frozenset({"endpoints", "index"})


def read_operation(
    topic: Topic,
    topics: Topics,
    report: Report,
    referred: frozenset[str] = frozenset(),
    structures: frozenset[str] = frozenset(),
) -> OperationStatement | None:
    """Return what the topic says about its operation; None, and a diagnostic, where it has no request line.

    `referred` are the labels that types refer to: what stands under them is no part of the operation itself.
    `structures` are the labels and names of tables that sentences may name as what is sent or returned.
    """
    line = _request_line(topic, report)
    if line is None:
        return None
    placed = list(place_blocks(topic))
    lead = [p for p in placed if p.part in {Part.LEAD, Part.BODY, Part.URI}]
    notes = note_texts([p.block for p in lead])
    taken = take_blocks(topic, referred)
    assigned = assign_fields(taken, line, notes, report, topic.siblings)
    samples = read_samples(topic, report)
    told = find_told_types(taken, structures)
    typed = tuple(_typed_variables(line, assigned.parameters))
    prose = tuple(query_in_prose(taken, line, assigned.parameters))
    bodies = read_bodies(taken, assigned, samples, line, report, assigned.whole or told.sent)
    listed = (*assigned.parameters, *prose, *(field for body in bodies for field in body.fields))
    report_prose_only(taken, line, listed, report)
    is_told = _told_elsewhere(taken, assigned.consumed)
    return OperationStatement(
        method=line.method,
        path=line.path,
        server=line.server,
        query=line.query,
        page=topic.name,
        group="" if topic.group in NO_GROUP else topic.group,
        name=topic.stem,
        title=_title(topic, line),
        blocks=tuple(b for p in lead if (b := _description(p)) is not None and not is_told(b)),
        tag=read_tag(topics, topic),
        fields=(*assigned.parameters, *typed, *prose),
        bodies=bodies,
        responses=read_responses(taken, assigned, samples, report, told.returned, line.method),
        samples=samples.samples,
        calls=samples.calls,
        statuses=samples.statuses,
        scopes=tuple(_scopes(placed)),
        security=() if needs_no_credentials(notes) else None,
        deprecated=is_deprecated([p.block for p in lead]) or says_deprecated(topic.title) or None,
        interval=_interval(notes),
        origin=line.origin,
        page_origin=topic.origin,
    )


def _title(topic: Topic, line: RequestLine) -> str:
    """Return the operation's title; where that is its request line, what stands under a title for a summary."""
    if not (is_method(topic.title) or LINE_ALONE.fullmatch(topic.title)):
        return topic.title
    for section in topic.structured:
        first = section.blocks[0] if section.blocks else None
        if (
            SUMMARY.fullmatch(section.title)
            and isinstance(first, Paragraph)
            and len(first.text.plain) <= MOST_CHARACTERS
        ):
            return first.text.plain.rstrip(".")
    return f"{line.method} {line.path}" if is_method(topic.title) else topic.title


def _typed_variables(line: RequestLine, known: Sequence[FieldStatement]) -> Iterator[FieldStatement]:
    """Yield the variables of the path that the request line types, `<int:id>`, where no row does."""
    listed = {one.name for one in known if one.location == "path" and one.type is not None}
    for name, word in line.types:
        if name not in listed and name in line.placeholders:
            words = Text((Span(word),), line.origin)
            yield FieldStatement(
                name=name,
                location="path",
                type=type_statement(parse_type(words), words, name),
                required=True,
                words=words,
                source=Source.REQUEST_LINE,
                origin=line.origin,
            )


SUMMARY = re.compile(r"summary|title|name|purpose", re.IGNORECASE)
MOST_CHARACTERS = 120
"""A summary has no more."""


def _told_elsewhere(taken: Sequence[Taken], consumed: Sequence[Block]) -> Callable[[Block], bool]:
    """Return a function that tells of a block whether its words are told as fields or statuses."""
    told = [
        *consumed,
        *(one.found.block for one in taken if one.role in {Role.STATUSES, Role.SCOPES, Role.STRUCTURE, Role.LINE}),
    ]
    flat = list(flat_blocks(tuple(told)))
    texts = {id(block.text) for block in flat if isinstance(block, Paragraph)}
    notes = {block.origin for block in flat if isinstance(block, Note)}

    def is_told(block: Block) -> bool:
        if isinstance(block, Note):
            return block.origin in notes
        return isinstance(block, Paragraph) and id(block.text) in texts

    return is_told


def _request_line(topic: Topic, report: Report) -> RequestLine | None:
    if topic.line is None:
        message = "no request line such as `GET /path` in a literal block; the page is left out"
        report(Diagnostic(code="request-line-missing", message=message, origin=topic.origin))
    elif any(topic.line.origin < other.origin for other in topic.siblings):
        others = ", ".join(f"`{other.method} {other.path}`" for other in topic.siblings)
        message = f"{others} {'have' if len(topic.siblings) > 1 else 'has'} no description but this one"
        report(Diagnostic(code="request-line-repeated", message=message, origin=topic.siblings[-1].origin))
    return topic.line


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
        if _is_caption(block.text) or SAMPLE_BODY.fullmatch(words) or REQUEST_LINE.match(words) or not words:
            return None
    return block


def _is_caption(text: Text) -> bool:
    """Tell whether a paragraph stands over something, or is a status or a part of the request line."""
    if bold_words(text) or status_alone(text):
        return True
    lines = list(labelled_values(Paragraph(text)))
    if lines and all(is_line_part(label, value) for label, value, _ in lines):
        return True
    caption = parse_caption(text.plain)
    return is_label(text) and bool(caption.direction or caption.place or caption.parameters or caption.example)


def _interval(notes: Sequence[Text]) -> tuple[int, Origin] | None:
    for note in notes:
        if found := INTERVAL.search(note.plain):
            return int(found[1] or 1) * SECONDS[found[2].lower()], note.origin
    return None


def _cell(row: Row, index: int | None) -> Text:
    return row.cells[index] if index is not None and index < len(row.cells) else Text((), row.origin)
