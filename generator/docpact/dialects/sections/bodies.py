"""What an operation is sent: fields from tables and lists, nested as its samples show."""

from __future__ import annotations

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.sections.assign import Assigned, joined_groups
from docpact.dialects.sections.nested import fields_from_samples, nest
from docpact.dialects.sections.request_line import RequestLine
from docpact.dialects.sections.roles import WITHOUT_BODY
from docpact.dialects.sections.samples import TopicSamples
from docpact.dialects.statements import BodyStatement, Source, TypeStatement
from docpact.dialects.words.calls import FORM
from docpact.read.page import Text


def read_bodies(
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
    if told is not None and line.method not in WITHOUT_BODY:
        return (BodyStatement(type=told, required=True, source=Source.PROSE, origin=told.words.origin),)
    if not sent or line.method in WITHOUT_BODY:
        return ()
    message = "a sample request has a body, but no table describes one"
    report(Diagnostic(code="body-undocumented", message=message, origin=sent[0].origin))
    shown = fields_from_samples(sent, "body")
    lists = int(all(isinstance(one.value, list) for one in sent))
    if not shown:
        return ()
    return (
        BodyStatement(
            fields=shown,
            type=TypeStatement(words=Text((), sent[0].origin), lists=lists) if lists else None,
            source=Source.SAMPLE_REQUEST,
            origin=sent[0].origin,
        ),
    )
