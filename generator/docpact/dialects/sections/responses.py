"""What an operation responds with: statuses of tables, lists, lines and samples; fields nested as the samples show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.assign import Assigned, joined_groups
from docpact.dialects.sections.columns import Column, find_column, with_header
from docpact.dialects.sections.fields import type_statement
from docpact.dialects.sections.line_labels import labelled_values
from docpact.dialects.sections.nested import fields_from_samples, nest
from docpact.dialects.sections.request_line import METHOD
from docpact.dialects.sections.roles import Role, Taken
from docpact.dialects.sections.rows import status_column
from docpact.dialects.sections.samples import TopicSamples
from docpact.dialects.sections.statuses import CODES, labelled_statuses, status_alone, statuses_in_sentence, statuses_of
from docpact.dialects.sections.type_text import parse_type
from docpact.dialects.sections.vocabulary import NO_BODY_WORDS, STATUS_CELL, WITHOUT_ENVELOPE
from docpact.dialects.statements import FieldStatement, ResponseStatement, SampleStatement, Source, TypeStatement
from docpact.dialects.words.calls import OCTETS, is_json_type
from docpact.dialects.words.telling import read_status
from docpact.read.page import Paragraph, Row, Span, Table, Text, flat_blocks

DEFAULT = "default"
MOST_CHARACTERS = 600
OF_METHOD = re.compile(rf"({METHOD})\b")


def read_responses(  # noqa: PLR0913, PLR0917 - all that states responses.
    taken: Sequence[Taken],
    assigned: Assigned,
    samples: TopicSamples,
    report: Report,
    told: Sequence[tuple[str, TypeStatement]] = (),
    method: str = "",
) -> tuple[ResponseStatement, ...]:
    """Return the responses by what states them: tables and lists; else sentences; else samples.

    `told` are the structures that sentences name for what is returned, each with its status or an empty one.

    Where nothing states a status, what comes back is the `default` response: no status is made up.
    """
    found: dict[str, ResponseStatement] = {}
    for one in taken:
        _from_block(one, found, report, method)
    for status, text in _over_blocks(taken):
        _add(found, status, text, Source.PROSE, text.origin)
    succeeds = any(status[0] in "23" for status in found)
    for text in (text for one in taken for text in _sentences(one)):
        # Where successes are listed, a sentence counts only if it is such a list itself.
        if not succeeds or CODES.match(text.plain):
            for status in statuses_in_sentence(text):
                _add(found, status, text, Source.PROSE, text.origin)
    _from_samples(found, samples)
    _with_fields(found, assigned, samples, report)
    for status, kind in told:
        _with_told(found, status, kind)
    success = next((status for status in found if status[0] in "23"), DEFAULT)
    return tuple(_with_media_types(one, samples, success) for one in found.values())


# A description that names the media type of what comes back: `the bill (application/pdf)`.
MEDIA_TYPE = re.compile(r"\b(?:application|audio|image|text|video)/[A-Za-z0-9.+-]*\w")


def _with_media_types(response: ResponseStatement, samples: TopicSamples, success: str) -> ResponseStatement:
    """Return the response with the media types that its samples have; without any, with the one that is described."""
    shown = [
        one.media_type
        for one in (*samples.samples, *samples.sketches)
        if one.direction == "response" and (one.status or success) == response.status
    ]
    others = tuple(dict.fromkeys(filter(None, shown)))
    if others and "" in shown:
        return replace(response, other_media_types=others)
    if others:
        return replace(response, media_type=others[0], other_media_types=others[1:])
    named = list(dict.fromkeys(MEDIA_TYPE.findall(response.description.plain[:MOST_CHARACTERS])))
    if shown or not response.types:
        return response
    binary = any(kind.format == "binary" for kind in response.types)
    if len(named) == 1 and not is_json_type(named[0]):
        return replace(response, media_type=named[0])
    return replace(response, media_type=OCTETS) if binary else response


def _sentences(one: Taken) -> Iterator[Text]:
    """Yield the paragraphs and entries of lists that are no example."""
    if not one.found.about.example and one.role is Role.REST:
        for block in flat_blocks((one.found.block,)):
            if isinstance(block, Paragraph):
                yield block.text


def _from_block(one: Taken, found: dict[str, ResponseStatement], report: Report, method: str) -> None:
    """Add the statuses of a table or list of them; codes of the API's own are reported."""
    block = one.found.block
    if one.role is Role.CODES:
        message = "the codes here are the API's own: no response of HTTP ends with a status from 100 on"
        report(Diagnostic(code="codes-own", message=message, origin=block.origin))  # type: ignore[union-attr]
    elif one.role is Role.STATUSES and isinstance(block, Table):
        _from_table(with_header(block), found, report, method)
    elif one.role is Role.STATUSES:
        for listed in statuses_of(block):
            _add(found, listed.status, listed.description, Source.FIELD_LIST, listed.origin)


def _from_table(table: Table, found: dict[str, ResponseStatement], report: Report, method: str) -> None:
    statuses, types = status_column(table) or 0, find_column(table, Column.TYPE)
    descriptions = find_column(table, Column.DESCRIPTION)
    names = find_column(table, Column.NAME)
    if descriptions is None:
        rest = [i for i in range(len(table.header)) if i not in {statuses, types}]
        descriptions = rest[-1] if rest else names
    last = ""
    for row in table.rows:
        kind, status = _cell(row, types), _cell(row, statuses)
        match = STATUS_CELL.fullmatch(status.plain.strip("*` "))
        of_other = OF_METHOD.match(_cell(row, descriptions).plain)
        if of_other and method and of_other[1] != method:
            # `PUT that changes the name | 403`, below several operations.
            continue
        named = match[1].upper() if match else read_status(status.plain)
        if named in found and found[named].source is Source.TABLE:
            message = f"status {named} is listed twice; the first is taken"
            report(Diagnostic(code="row-repeated", message=message, origin=row.origin))
        elif named:
            description = _cell(row, descriptions)
            words = description if description.plain else Text(status.spans, row.origin)
            last = named
            found[last] = _response(last, kind if types is not None else None, words, row.origin)
        elif row.continued and last:
            found[last] = _with_type(found[last], kind)
        else:
            message = f"a response row without a status: `{status.plain[:40]}`"
            report(Diagnostic(code="row-nameless", message=message, origin=row.origin))


def _response(status: str, kind: Text | None, description: Text, origin: Origin) -> ResponseStatement:
    bare = WITHOUT_ENVELOPE.search(description.plain) or (kind is not None and _says_no_body(kind))
    return ResponseStatement(
        status=status,
        types=(_type(kind),) if kind is not None else (),
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


def _cell(row: Row, index: int | None) -> Text:
    return row.cells[index] if index is not None and index < len(row.cells) else Text((), row.origin)


def _over_blocks(taken: Sequence[Taken]) -> Iterator[tuple[str, Text]]:
    """Yield the statuses of lines that consist of one, and of labels over fields."""
    for one in taken:
        block, about = one.found.block, one.found.about
        if about.example:
            continue
        status = (status_alone(block.text) or _under_status(one)) if isinstance(block, Paragraph) else ""
        if isinstance(block, Paragraph) and status:
            yield status, block.text
        elif one.role in {Role.REST, Role.LINE} and not isinstance(block, Paragraph):
            yield from ((found.status, found.description) for found in labelled_statuses(labelled_values(block)))
        elif about.status and (one.role in {Role.RESPONSE, Role.RESPONSE_HEADER} or _shows(one)):
            words = next((text for text in one.found.texts if about.status.lower() in text.lower()), about.status)
            yield about.status, Text((Span(words.strip(" :")),), block.origin)  # type: ignore[union-attr]


def _under_status(one: Taken) -> str:
    """Return the status that the title or label right over a paragraph consists of; empty for another."""
    return status_alone(Text((Span(one.found.about.near),), Origin("", 0))) if one.found.about.near else ""


def _shows(one: Taken) -> bool:
    """Tell whether it is a response's sample that is no part of an example."""
    return one.role is Role.SAMPLE and not one.found.about.example and one.found.about.direction == "response"


def _add(found: dict[str, ResponseStatement], status: str, words: Text, source: Source, origin: Origin) -> None:
    if status not in found:
        found[status] = ResponseStatement(status=status, description=words, source=source, origin=origin)


def _from_samples(found: dict[str, ResponseStatement], samples: TopicSamples) -> None:
    """Add the statuses of start lines where nothing else states any, and `default` where samples state none.

    Where words state only failures, the start lines say what success is.
    """
    if any(status[0] in "23" for status in found):
        return
    for status, origin in samples.statuses:
        if found and status[0] not in "23":
            continue
        _add(found, status, Text((), origin), Source.SAMPLE_RESPONSE, origin)
    shown = [one for one in (*samples.samples, *samples.sketches) if one.direction == "response" and not one.status]
    if shown and not any(status[0] in "23" for status in found):
        _add(found, DEFAULT, Text((), shown[0].origin), Source.SAMPLE_RESPONSE, shown[0].origin)


def _with_fields(
    found: dict[str, ResponseStatement], assigned: Assigned, samples: TopicSamples, report: Report
) -> None:
    success = next((status for status in found if status[0] in "23"), DEFAULT)
    named = {status: groups for status, groups in assigned.responses.items() if status != "error"}
    for status, groups in named.items():
        key = status or success
        fields = joined_groups(groups, report)
        shown = _shown(samples, key, success)
        _put(found, key, fields, shown, report)
    for status, headers in assigned.headers.items():
        key = status or success
        _add(found, key, Text((), headers[0].origin), headers[0].source, headers[0].origin)
        found[key] = replace(found[key], headers=tuple(headers))
    if "error" in assigned.responses:
        _put_errors(found, joined_groups(assigned.responses["error"], report), samples, success, report)
    for sketch in samples.sketches:
        key = sketch.status or success
        response = found.get(key)
        if sketch.direction == "response" and response is not None and not response.fields and not response.types:
            _put(found, key, fields_from_samples([sketch], "response"), [sketch], report)


def _with_told(found: dict[str, ResponseStatement], status: str, told: TypeStatement) -> None:
    """Give a response, the success where no status is said, the structure that a sentence names if it has none."""
    key = status or next((status for status in found if status[0] in "23"), DEFAULT)
    _add(found, key, told.words, Source.PROSE, told.words.origin)
    if not (found[key].fields or found[key].types) and key != "204":
        found[key] = replace(found[key], types=(told,))


def _put_errors(
    found: dict[str, ResponseStatement],
    fields: tuple[FieldStatement, ...],
    samples: TopicSamples,
    success: str,
    report: Report,
) -> None:
    """Put the fields of errors into the statuses of errors; without any, into `default` unless successes have it."""
    failed = [status for status in found if status[0] in "45"]
    if not failed and success != DEFAULT:
        failed = [DEFAULT]
    for status in failed:
        if not (found[status].fields if status in found else ()):
            _put(found, status, fields, _shown(samples, status, success), report)


def _shown(samples: TopicSamples, status: str, success: str) -> list[SampleStatement]:
    return [
        one
        for one in (*samples.samples, *samples.sketches)
        if one.direction == "response" and not one.media_type and (one.status or success) == status
    ]


def _put(
    found: dict[str, ResponseStatement],
    status: str,
    fields: tuple[FieldStatement, ...],
    shown: Sequence[SampleStatement],
    report: Report,
) -> None:
    if not fields:
        return
    nested = nest(fields, shown, report)
    words = Text((), fields[0].origin)
    types = (TypeStatement(words=words, lists=nested.lists),) if nested.lists else ()
    before = found.get(status)
    if before is None:
        before = ResponseStatement(status=status, description=words, source=fields[0].source, origin=fields[0].origin)
    found[status] = replace(before, fields=nested.fields, types=types or before.types)
