"""Several descriptions of one method and path → one operation.

References describe one operation several times: a create and its bulk form, each action of `POST /servers/{id}/action`,
or a section that adds some properties. Bodies that have a name at their root in common are one body with the properties
of all; bodies that have none are alternatives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from docpact.dialects.os_api_ref.rest_method import VARIABLE
from docpact.dialects.statements import (
    BodyStatement,
    FieldStatement,
    OperationStatement,
    ResponseStatement,
    SampleStatement,
)
from docpact.read.page import Block, Paragraph, Span, Style, Text


def unite_operations(operations: Sequence[OperationStatement]) -> list[OperationStatement]:
    """Return each operation once, at the place of its first description; names of path variables make no difference."""
    groups: dict[tuple[str, str, str], list[OperationStatement]] = {}
    for one in operations:
        groups.setdefault((one.method, one.server, VARIABLE.sub("{}", one.path)), []).append(one)
    return [group[0] if len(group) == 1 else _unite(group) for group in groups.values()]


def _unite(group: Sequence[OperationStatement]) -> OperationStatement:
    first = group[0]
    return replace(
        first,
        blocks=tuple(_descriptions(group)),
        query=tuple(dict.fromkeys(pair for one in group for pair in one.query)),
        fields=_parameters(group),
        bodies=tuple(unite_bodies([body for one in group for body in one.bodies])),
        responses=tuple(_responses(group)),
        samples=_samples(group),
        calls=tuple(dict.fromkeys(call for one in group for call in one.calls)),
        deprecated=True if all(one.deprecated for one in group) else None,
        extensions=first.extensions if len({one.extensions for one in group}) == 1 else (),
    )


def _descriptions(group: Sequence[OperationStatement]) -> Iterator[Block]:
    yield from group[0].blocks
    for one in group[1:]:
        said = [f"{name.removeprefix('x-')} {value}" for name, value in one.extensions]
        title = f"{one.title} ({', '.join(said)})" if said else one.title
        yield Paragraph(Text((Span(title, Style.STRONG),), one.page_origin))
        yield from one.blocks


def _parameters(group: Sequence[OperationStatement]) -> tuple[FieldStatement, ...]:
    """Return the parameters of all; one that some descriptions don't list isn't required, unless it is in the path."""
    positions = {name: n for one in group for n, name in enumerate(VARIABLE.findall(one.path))}
    names = VARIABLE.findall(group[0].path)
    found: dict[tuple[str, str], list[FieldStatement]] = {}
    for one in group:
        for parameter in one.fields:
            place = positions.get(parameter.name) if parameter.location == "path" else None
            named = replace(parameter, name=names[place]) if place is not None else parameter
            found.setdefault((named.location, named.name), []).append(named)
    return tuple(
        known[0] if known[0].location == "path" or len(known) == len(group) else _optional(known[0])
        for known in found.values()
    )


def unite_bodies(bodies: Sequence[BodyStatement]) -> list[BodyStatement]:
    """Return the alternatives: bodies with a name at the root in common become one."""
    found: list[BodyStatement] = []
    for body in bodies:
        names = {one.name for one in body.fields}
        place = next((n for n, known in enumerate(found) if _is_one(known, body, names)), None)
        if place is None:
            found.append(body)
        else:
            found[place] = replace(found[place], fields=unite_fields(found[place].fields, body.fields))
    return found


def _is_one(known: BodyStatement, body: BodyStatement, names: set[str]) -> bool:
    same_lists = (known.type.lists if known.type else 0) == (body.type.lists if body.type else 0)
    return same_lists and any(one.name in names for one in known.fields)


def unite_fields(known: Sequence[FieldStatement], more: Sequence[FieldStatement]) -> tuple[FieldStatement, ...]:
    """Return the properties of two descriptions of one object. The first description of each counts.

    The second often lists only what it adds, so that its silence says nothing; what it calls optional, is.
    """
    found = {one.name: one for one in known}
    for one in more:
        first = found.get(one.name)
        if first is None:
            found[one.name] = _optional(one)
            continue
        required = False if one.required is False else first.required
        found[one.name] = replace(first, required=required, fields=unite_fields(first.fields, one.fields))
    return tuple(found.values())


def _responses(group: Sequence[OperationStatement]) -> Iterator[ResponseStatement]:
    by_status: dict[str, list[tuple[OperationStatement, ResponseStatement]]] = {}
    for one in group:
        for response in one.responses:
            by_status.setdefault(response.status, []).append((one, response))
    for known in by_status.values():
        first = next((r for _, r in known if r.description.spans), known[0][1])
        payloads = unite_bodies([_payload(one, r) for one, r in known if r.fields or r.types])
        headers = {header.name: header for _, r in reversed(known) for header in r.headers}
        alone = payloads[0] if len(payloads) == 1 else None
        yield replace(
            first,
            types=(alone.type,) if alone and alone.type else (),
            fields=alone.fields if alone else (),
            alternatives=tuple(payloads) if len(payloads) > 1 else (),
            headers=tuple(headers.values()),
        )


def _payload(operation: OperationStatement, response: ResponseStatement) -> BodyStatement:
    return BodyStatement(
        title=operation.title,
        type=response.types[0] if response.types else None,
        fields=response.fields,
        source=response.source,
        origin=response.origin,
    )


def _samples(group: Sequence[OperationStatement]) -> tuple[SampleStatement, ...]:
    found: dict[Any, SampleStatement] = {}
    for one in group:
        for sample in one.samples:
            found.setdefault((sample.origin, sample.direction), sample)
    return tuple(found.values())


def _optional(one: FieldStatement) -> FieldStatement:
    return replace(one, required=False) if one.required else one
