"""The request bodies of an operation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from docpact.diagnostics import Origin, Report
from docpact.dialects.httpdomain.draft import Draft, Property, top_names
from docpact.dialects.httpdomain.media import JSON, main_and_others, media_types
from docpact.dialects.httpdomain.placement import DEEPEST, is_list, rows
from docpact.dialects.httpdomain.properties import build_payload
from docpact.dialects.httpdomain.statement import entry_statement
from docpact.dialects.httpdomain.vocabulary import NEVER_BODY, Kind
from docpact.dialects.statements import BodyStatement, FieldStatement, JsonType, Source, TypeStatement
from docpact.read.page import Span, Text

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def read_bodies(
    draft: Draft, sent: tuple[Property, ...], tabled: tuple[FieldStatement, ...], report: Report
) -> tuple[BodyStatement, ...]:
    """Return the bodies that fields, tables and a `Content-Type` describe: JSON first, then a form."""
    types = media_types(draft, Kind.SENT_HEADER, "content-type")
    bodies: list[BodyStatement] = []
    if sent or tabled:
        bodies.append(_json_body(draft, sent, tabled, types, report))
    bodies += _forms(draft, types)
    if not bodies and draft.sent and draft.method not in NEVER_BODY:
        bodies.append(_shown_body(draft, types))
    if not bodies and types and draft.method not in NEVER_BODY and _sends_other(draft, types):
        main, others = main_and_others(types)
        origin = next(entry.origin for entry in draft.entries if entry.name.lower() == "content-type")
        bodies.append(BodyStatement(media_type=main, other_media_types=others, source=Source.FIELD_LIST, origin=origin))
    return tuple(bodies)


def _json_body(
    draft: Draft,
    sent: tuple[Property, ...],
    tabled: tuple[FieldStatement, ...],
    types: tuple[str, ...],
    report: Report,
) -> BodyStatement:
    payload = build_payload(sent, tabled, draft.sent, "body", report)
    main, others = main_and_others(types)
    as_form = bool(_form_samples(draft)) and not draft.sent and not main
    return BodyStatement(
        media_type=FORM if as_form else main,
        other_media_types=others,
        type=payload.type,
        fields=payload.fields,
        source=Source.FIELD_LIST if sent else Source.TABLE,
        origin=sent[0].entry.origin if sent else tabled[0].origin,
    )


def _shown_body(draft: Draft, types: tuple[str, ...]) -> BodyStatement:
    """Return the body that only samples show: their properties, or the type of a list or a plain value.

    Pages say "the same as for GET" instead of listing the fields.
    """
    main, others = main_and_others(types)
    first = next(one.message for one in draft.requests if one.message.is_json)
    fields = _shown_fields(draft.sent, first.origin)
    words = Text((Span("the sample"),), first.origin)
    kind = TypeStatement(words=words, lists=1) if is_list(draft.sent) else None
    if not fields:
        found = {_scalar(value) for value in draft.sent}
        known = found.pop() if len(found) == 1 else None
        kind = TypeStatement(words=words, type=known, open=known is None)
    return BodyStatement(
        media_type=main,
        other_media_types=others,
        type=kind,
        fields=fields,
        source=Source.SAMPLE_REQUEST,
        origin=first.origin,
    )


def _shown_fields(values: Sequence[Any], origin: Origin, deepest: int = DEEPEST) -> tuple[FieldStatement, ...]:
    """Return the properties that the values have, with their own; the model asks the samples for the other types."""
    shown: dict[str, list[Any]] = {}
    for row in rows(values):
        for name, value in row.items():
            shown.setdefault(name, []).append(value)
    return tuple(
        FieldStatement(
            name=name,
            location="body",
            type=_listed(found, origin),
            fields=_shown_fields(found, origin, deepest - 1) if deepest else (),
            source=Source.SAMPLE_REQUEST,
            origin=origin,
        )
        for name, found in shown.items()
    )


def _listed(values: Sequence[Any], origin: Origin) -> TypeStatement | None:
    lists = any(isinstance(value, list) for value in values)
    return TypeStatement(words=Text((Span("the sample"),), origin), lists=1) if lists else None


def _scalar(value: object) -> JsonType | None:
    """Return the JSON type of a plain value; None for any other."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "integer" if isinstance(value, int) else "number"
    return "string" if isinstance(value, str) else None


def _forms(draft: Draft, types: tuple[str, ...]) -> list[BodyStatement]:
    """Return the form, and the same fields as JSON where a sample sends them so."""
    entries = [entry for entry in draft.entries if entry.kind is Kind.FORM]
    if not entries:
        return []
    fields = tuple({entry.name: entry_statement(entry, "body") for entry in reversed(entries)}.values())[::-1]
    with_file = any(one.type is not None and one.type.format == "binary" for one in fields)
    shown = {one.message.media_type for one in draft.requests}
    multipart = with_file or MULTIPART in types or MULTIPART in shown
    form = BodyStatement(
        media_type=MULTIPART if multipart else FORM, fields=fields, source=Source.FIELD_LIST, origin=entries[0].origin
    )
    if top_names(draft.sent) & {one.name for one in fields}:
        return [form, BodyStatement(media_type=JSON, fields=fields, source=Source.FIELD_LIST, origin=form.origin)]
    return [form]


def _sends_other(draft: Draft, types: tuple[str, ...]) -> bool:
    """Tell whether the operation has a body of which only the media type is said.

    A `Content-Type` of JSON alone says little: pages copy it to operations that send nothing.
    """
    return any("json" not in one for one in types) or any(one.message.body for one in draft.requests)


def _form_samples(draft: Draft) -> bool:
    return any(
        "urlencoded" in one.message.media_type and parse_qsl(one.message.body, keep_blank_values=True)
        for one in draft.requests
    )
