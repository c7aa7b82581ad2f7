"""Operations that are described in several places → one each, with everything that the places say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.statements import FieldStatement, OperationStatement, ResponseStatement
from docpact.dialects.words.paths import NAME


def unite_retold(operations: Sequence[OperationStatement], report: Report) -> list[OperationStatement]:
    """Return one operation for each method and path: of two bodies either may be sent.

    What only one of the places lists as a parameter can't be required.
    """
    found: dict[tuple[str, str], OperationStatement] = {}
    shared = Counter(title for title, _ in {(one.title, (one.method, NAME.sub("{}", one.path))) for one in operations})
    for one in operations:
        key = one.method, NAME.sub("{}", one.path)
        first = found.get(key)
        if first is None:
            found[key] = one
            continue
        if one.origin == first.origin:
            # A page that others include is read with them, too.
            continue
        message = f"{one.method} {one.path} is described twice; what only this place says is added to the first"
        report(Diagnostic(code="operation-retold", message=message, origin=one.origin, related=(first.origin,)))
        # A title that other operations have as well is that of a text about several.
        title = one.title if shared[first.title] > 1 and shared[one.title] == 1 else first.title
        found[key] = replace(_united(first, one), title=title)
    return list(found.values())


def _united(first: OperationStatement, other: OperationStatement) -> OperationStatement:
    bodies = (*first.bodies, *(body for body in other.bodies if _names(body.fields) not in map(_of, first.bodies)))
    return replace(
        first,
        query=first.query or other.query,
        blocks=first.blocks or other.blocks,
        fields=(*_where_missing(first.fields, other.fields), *_added(first.fields, other.fields)),
        bodies=bodies,
        responses=_responses(first.responses, other.responses),
        samples=(*first.samples, *other.samples),
        calls=(*first.calls, *other.calls),
        statuses=(*first.statuses, *other.statuses),
        scopes=first.scopes or other.scopes,
        deprecated=first.deprecated or other.deprecated,
        interval=first.interval or other.interval,
    )


def _of(body: object) -> frozenset[str]:
    return _names(getattr(body, "fields", ()))


def _names(fields: Sequence[FieldStatement]) -> frozenset[str]:
    return frozenset(one.name for one in fields)


def _keys(fields: Sequence[FieldStatement]) -> frozenset[tuple[str, str]]:
    return frozenset((one.location, one.name.lower()) for one in fields)


def _where_missing(fields: Sequence[FieldStatement], others: Sequence[FieldStatement]) -> list[FieldStatement]:
    """Return the fields; those that the other place doesn't list may be left out."""
    known = _keys(others)
    return [
        one if one.location == "path" or (one.location, one.name.lower()) in known else _optional(one) for one in fields
    ]


def _added(fields: Sequence[FieldStatement], others: Sequence[FieldStatement]) -> list[FieldStatement]:
    known = _keys(fields)
    return [
        one if one.location == "path" else _optional(one)
        for one in others
        if (one.location, one.name.lower()) not in known
    ]


def _optional(one: FieldStatement) -> FieldStatement:
    return replace(one, required=None if one.required is None else False, unmarked=False)


def _responses(first: Sequence[ResponseStatement], other: Sequence[ResponseStatement]) -> tuple[ResponseStatement, ...]:
    """Return the responses of both; of one status, the first that describes what comes back."""
    found = {one.status: one for one in first}
    for one in other:
        before = found.get(one.status)
        if before is None or not (before.fields or before.types or before.alternatives):
            found[one.status] = one
    return tuple(found.values())
