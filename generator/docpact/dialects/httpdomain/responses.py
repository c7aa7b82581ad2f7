"""The responses of an operation: its statuses, and which of them the described properties and headers belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.httpdomain.draft import Draft, Property
from docpact.dialects.httpdomain.fields import Entry
from docpact.dialects.httpdomain.media import main_and_others, response_media_types
from docpact.dialects.httpdomain.placement import rows, seen_names
from docpact.dialects.httpdomain.properties import Payload, build_payload
from docpact.dialects.httpdomain.statement import entry_statement
from docpact.dialects.httpdomain.statuses import StatusLine, join, parse_statuses
from docpact.dialects.httpdomain.vocabulary import NO_CONTENT, Kind
from docpact.dialects.statements import FieldStatement, ResponseStatement, Source
from docpact.read.page import Paragraph, Text, flat_blocks

DEFAULT = "default"
# `Available if response code is 4xx`: the property belongs to these responses.
ONLY_IN = re.compile(
    r"(?:response|status|http|error|réponse|statut|code)[^.;]{0,30}?\b(?P<codes>[45](?:\d\d|xx)(?:\s*(?:,|or|and|/|ou|et)\s*[45](?:\d\d|xx))*)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"[45](?:\d\d|xx)", re.IGNORECASE)


def read_responses(
    draft: Draft, received: tuple[Property, ...], tabled: tuple[FieldStatement, ...], report: Report
) -> tuple[ResponseStatement, ...]:
    """Return a response for each status; those that the page lists first, in its order."""
    listed = _listed(draft, report)
    known = [line.status for line in listed]
    groups = _by_status(received, listed)
    names = [one.entry.name for one in received] + [field.name for field in tabled]
    main = _main_status(listed, draft, names)
    headers = tuple(
        entry_statement(entry, "header")
        for entry in draft.entries
        if entry.kind is Kind.RECEIVED_HEADER and entry.name.lower() != "content-type"
    )
    nothing = Text((), draft.origin)
    if (names or headers or response_media_types(draft) or draft.received) and main not in known:
        source = Source.SAMPLE_RESPONSE if main != DEFAULT else Source.FIELD_LIST
        listed.insert(0, StatusLine(status=main, text=nothing, source=source, origin=draft.origin))
    listed += [
        StatusLine(status=status, text=nothing, source=Source.FIELD_LIST, origin=draft.origin)
        for status in groups
        if status and status not in known
    ]
    found: list[ResponseStatement] = []
    for line in listed:
        properties = groups.get(line.status, ())
        response = _response(line, draft, headers if line.status == main or line.status[0] == "2" else ())
        if line.status == main:
            found.append(_filled(response, (*groups[""], *properties), tabled, _main_values(draft, main), report))
        else:
            found.append(_filled(response, properties, (), _values(draft, line.status), report))
    return tuple(found)


def _listed(draft: Draft, report: Report) -> list[StatusLine]:
    """Return the statuses that fields, lists and tables name; what is said of one twice is put together."""
    lines: list[StatusLine] = []
    for entry in draft.entries:
        if entry.kind is Kind.STATUS:
            statuses = parse_statuses(entry.name)
            if not statuses:
                message = f"`{entry.name}` is no HTTP status; it is left out"
                report(Diagnostic(code="status-unreadable", message=message, origin=entry.origin))
            text = _text(entry)
            lines += [
                StatusLine(status=status, text=text, source=Source.FIELD_LIST, origin=entry.origin)
                for status in statuses
            ]
    found: dict[str, StatusLine] = {}
    for line in [*lines, *draft.statuses]:
        first = found.get(line.status)
        found[line.status] = replace(first, text=join(first.text, line.text)) if first else line
    return list(found.values())


def _text(entry: Entry) -> Text:
    texts = [block.text for block in flat_blocks(entry.blocks) if isinstance(block, Paragraph)]
    return join(texts[0], *texts[1:]) if texts else Text((), entry.origin)


def _by_status(received: Sequence[Property], listed: Sequence[StatusLine]) -> dict[str, list[Property]]:
    """Return the properties by the status that their texts confine them to; "" for those without such words."""
    groups: dict[str, list[Property]] = {"": []}
    for one in received:
        words = " ".join(b.text.plain for b in flat_blocks(one.entry.blocks) if isinstance(b, Paragraph))
        found = ONLY_IN.search(words)
        codes = [code.upper() for code in CODE.findall(found["codes"])] if found else []
        statuses: list[str] = []
        for code in codes:
            same = [line.status for line in listed if line.status[0] == code[0]] if code.endswith("XX") else [code]
            statuses += same or [code]
        for status in dict.fromkeys(statuses) if statuses else ("",):
            groups.setdefault(status, []).append(one)
    return groups


def _main_status(listed: Sequence[StatusLine], draft: Draft, names: Sequence[str]) -> str:
    """Return the status whose body the properties describe.

    Of the listed successes with a body the one whose samples show most of the names, else the first; where no
    success is listed the sample's, a redirection, or `default`.
    """
    shown = [one.message.status for one in draft.responses if one.message.status[:1] == "2"]
    successes = [line.status for line in listed if line.status[0] == "2"]
    bodies = [status for status in successes if status not in NO_CONTENT]
    if bodies:
        return max(bodies, key=lambda status: (_hits(status, draft, names), -bodies.index(status)))
    if successes:
        return successes[0]
    if shown:
        return max(dict.fromkeys(shown), key=lambda status: _hits(status, draft, names))
    return next((line.status for line in listed if line.status[0] == "3"), DEFAULT)


def _hits(status: str, draft: Draft, names: Sequence[str]) -> int:
    values = _values(draft, status)
    return len(seen_names(values) & set(names))


def _values(draft: Draft, status: str) -> tuple[Any, ...]:
    return tuple(one.message.value for one in draft.responses if one.message.is_json and one.message.status == status)


def _main_values(draft: Draft, main: str) -> tuple[Any, ...]:
    """Return the samples of the main response: its own and those without a status, else those of any success."""
    values = (*_values(draft, main), *_values(draft, ""))
    return values if any(True for _ in rows(values)) else draft.received


def _response(line: StatusLine, draft: Draft, headers: tuple[FieldStatement, ...]) -> ResponseStatement:
    success = line.status[0] in {"2", "d"} and line.status not in NO_CONTENT
    media, others = main_and_others(response_media_types(draft) if success else ())
    return ResponseStatement(
        status=line.status,
        description=line.text,
        headers=headers,
        media_type=media,
        other_media_types=others,
        source=line.source,
        origin=line.origin,
    )


def _filled(
    response: ResponseStatement,
    properties: Sequence[Property],
    tabled: tuple[FieldStatement, ...],
    values: Sequence[Any],
    report: Report,
) -> ResponseStatement:
    """Return the response with its properties."""
    if not properties and not tabled:
        return response
    payload: Payload = build_payload(properties, tabled, values, "response", report)
    return replace(response, types=(payload.type,) if payload.type else (), fields=payload.fields)
