"""One operation that is described in several places → one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.statements import BodyStatement, FieldStatement, OperationStatement, ResponseStatement


def unite_retold(
    operations: Sequence[OperationStatement], report: Report, unindexed: frozenset[int]
) -> list[OperationStatement]:
    """Return each operation once, at the place of its first telling; what only a later one says is added.

    `unindexed` has the places of those that ask to be left out of the routing table, as a second telling does: they
    come second wherever they stand, and are no mistake.
    """
    groups: dict[tuple[str, str, str], list[int]] = {}
    for place, one in enumerate(operations):
        key = (one.method, one.server, re.sub(r"\{[^{}]*\}", "{}", one.path))
        groups.setdefault(key, []).append(place)
    found: list[OperationStatement] = []
    for places in groups.values():
        first, *others = sorted(places, key=lambda place: (place in unindexed, place))
        united = operations[first]
        for place in others:
            second = operations[place]
            if place not in unindexed:
                message = f"{second.method} {second.path} is described in two places; what only this one says is added"
                report(
                    Diagnostic(code="operation-retold", message=message, origin=second.origin, related=(united.origin,))
                )
            united = _unite(united, second)
        found.append(united)
    return found


def _unite(first: OperationStatement, second: OperationStatement) -> OperationStatement:
    fields = {(one.location, one.name) for one in first.fields}
    statuses = {one.status for one in first.responses}
    again = {one.status: one for one in second.responses}
    variables = {one.name for one in first.fields if one.location == "path"}
    added = [one for one in second.fields if (one.location, one.name) not in fields]
    if first.path != second.path:
        # The second has other names for the variables.
        added = [one for one in added if one.location != "path" or one.name in variables]
    return replace(
        first,
        title=first.title or second.title,
        blocks=first.blocks or second.blocks,
        fields=(*first.fields, *added),
        bodies=_unite_bodies(first.bodies, second.bodies),
        responses=(
            *(_with_more(one, again.get(one.status)) for one in first.responses),
            *(one for one in second.responses if one.status not in statuses),
        ),
        samples=(*first.samples, *second.samples),
        calls=(*first.calls, *second.calls),
        statuses=(*first.statuses, *second.statuses),
        security=first.security if first.security is not None else second.security,
        deprecated=first.deprecated or second.deprecated,
    )


def _unite_bodies(first: tuple[BodyStatement, ...], second: tuple[BodyStatement, ...]) -> tuple[BodyStatement, ...]:
    """Return the first telling's bodies with the fields that the second adds to that of the same media type."""
    again = {one.media_type: one for one in second}
    known = {one.media_type for one in first}
    united: list[BodyStatement] = []
    for one in first:
        other = again.get(one.media_type)
        united.append(replace(one, fields=(*one.fields, *_missing(one.fields, other.fields))) if other else one)
    return (*united, *(one for one in second if one.media_type not in known))


def _with_more(first: ResponseStatement, second: ResponseStatement | None) -> ResponseStatement:
    if second is None:
        return first
    return replace(
        first,
        types=first.types or second.types,
        fields=(*first.fields, *_missing(first.fields, second.fields)),
        headers=(*first.headers, *_missing(first.headers, second.headers)),
    )


def _missing(first: Sequence[FieldStatement], second: Sequence[FieldStatement]) -> tuple[FieldStatement, ...]:
    names = {one.name for one in first}
    return tuple(one for one in second if one.name not in names)
