"""What an operation is sent: fields from tables and lists, nested as its samples show."""

from __future__ import annotations

from collections.abc import Sequence

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.sections.assign import Assigned, joined_groups
from docpact.dialects.sections.columns import Column, find_column, with_header
from docpact.dialects.sections.fields import type_statement
from docpact.dialects.sections.nested import fields_from_samples, nest
from docpact.dialects.sections.request_line import RequestLine
from docpact.dialects.sections.roles import WITHOUT_BODY, Taken
from docpact.dialects.sections.samples import TopicSamples
from docpact.dialects.sections.type_text import parse_type
from docpact.dialects.statements import (
    BodyStatement,
    FieldStatement,
    JsonType,
    SampleStatement,
    Source,
    TypeStatement,
)
from docpact.dialects.words.calls import FORM
from docpact.read.page import Table, Text

SCALARS: dict[type, JsonType] = {bool: "boolean", int: "integer", float: "number", str: "string"}

UNDOCUMENTED = "a sample request has a body, but no table describes one"


def read_bodies(  # noqa: PLR0913, PLR0917 - what a body is read from.
    taken: Sequence[Taken],
    assigned: Assigned,
    samples: TopicSamples,
    line: RequestLine,
    report: Report,
    told: TypeStatement | None = None,
) -> tuple[BodyStatement, ...]:
    """Return the request body; one that only samples show is theirs, and reported.

    `told` is the structure that a sentence names for it.
    """
    sent = [one for one in (*samples.samples, *samples.sketches) if one.direction == "request" and not one.media_type]
    fields = joined_groups(assigned.body, report)
    if fields:
        nested = nest(fields, sent, report)
        root = Text((), fields[0].origin)
        form = samples.forms[0] if samples.forms else FORM if assigned.form else ""
        return (
            BodyStatement(
                fields=nested.fields,
                media_type=form if not sent else "",
                type=TypeStatement(words=root, lists=nested.lists) if nested.lists else None,
                required=True,
                source=Source.TABLE,
                origin=fields[0].origin,
            ),
        )
    if typed := _typed_body(taken):
        return (typed,)
    if told is not None and line.method not in WITHOUT_BODY:
        return (BodyStatement(type=told, required=True, source=Source.PROSE, origin=told.words.origin),)
    if not sent and samples.form_fields and line.method not in WITHOUT_BODY:
        return (_shown_form(samples, report),)
    if not sent and samples.raw and line.method not in WITHOUT_BODY:
        # The media type is all that there is to say of such a body.
        (first, origin), *rest = samples.raw
        others = tuple(media_type for media_type, _ in rest)
        return (BodyStatement(media_type=first, other_media_types=others, source=Source.SAMPLE_REQUEST, origin=origin),)
    if not sent or line.method in WITHOUT_BODY:
        return ()
    report(Diagnostic(code="body-undocumented", message=UNDOCUMENTED, origin=sent[0].origin))
    shown = fields_from_samples(sent, "body")
    lists = int(all(isinstance(one.value, list) for one in sent))
    if not shown:
        kind = _plain_type(sent)
        return () if kind is None else (BodyStatement(type=kind, source=Source.SAMPLE_REQUEST, origin=sent[0].origin),)
    return (
        BodyStatement(
            fields=shown,
            type=TypeStatement(words=Text((), sent[0].origin), lists=lists) if lists else None,
            source=Source.SAMPLE_REQUEST,
            origin=sent[0].origin,
        ),
    )


def _typed_body(taken: Sequence[Taken]) -> BodyStatement | None:
    """Return the body of which a table says the type as a whole: it has no column of names."""
    for one in taken:
        if not isinstance(one.found.block, Table) or one.found.about.example or one.found.about.place != "body":
            continue
        table = with_header(one.found.block)
        types = find_column(table, Column.TYPE)
        if types is None or find_column(table, Column.NAME) is not None or len(table.rows) != 1:
            continue
        cell = table.rows[0].cells[types]
        kind = type_statement(parse_type(cell), cell)
        if not kind.empty:
            return BodyStatement(type=kind, required=True, source=Source.TABLE, origin=table.rows[0].origin)
    return None


def _plain_type(sent: Sequence[SampleStatement]) -> TypeStatement | None:
    """Return the type of a body that is a plain value, or a list of such, by its samples; None for another."""
    lists = int(all(isinstance(one.value, list) for one in sent))
    values = [entry for one in sent for entry in (one.value if isinstance(one.value, list) else [one.value])]
    kinds = {SCALARS.get(type(value)) for value in values}
    kinds = {"number"} if kinds == {"integer", "number"} else kinds
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    words = Text((), sent[0].origin)
    return TypeStatement(words=words, type=kind, lists=lists) if kind or lists else None


def _shown_form(samples: TopicSamples, report: Report) -> BodyStatement:
    """Return the form that only sample requests show, and report it: a file is binary, of the rest no type is known."""
    origin = samples.form_fields[0][2]
    report(Diagnostic(code="body-undocumented", message=UNDOCUMENTED, origin=origin))
    fields = tuple(
        FieldStatement(
            name=name,
            location="body",
            type=TypeStatement(words=Text((), at), type="string", format="binary") if file else None,
            source=Source.SAMPLE_REQUEST,
            origin=at,
        )
        for name, file, at in samples.form_fields
    )
    return BodyStatement(fields=fields, media_type=samples.forms[0], source=Source.SAMPLE_REQUEST, origin=origin)
