"""What it means that a table or list doesn't mark a field: the other of what the documentation ever marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docpact.dialects.statements import FieldStatement, OperationStatement


def settle_silence(operations: Sequence[OperationStatement]) -> list[OperationStatement]:
    """Return the operations with the meaning of silence where their own table marks nothing.

    An author who only ever writes `optional` means that all else is required, and the other way round. Where both
    words are used, or none, silence says nothing.
    """
    marks = {
        one.required for operation in operations for one in _all_fields(operation) if one.unmarked != one.required
    } - {None}
    silence = not marks.pop() if len(marks) == 1 else None
    return [_settled(operation, silence) for operation in operations]


def _all_fields(operation: OperationStatement) -> Iterator[FieldStatement]:
    yield from _nested(one for one in operation.fields if one.location != "path")
    for body in operation.bodies:
        yield from _nested(body.fields)


def _nested(fields: Iterable[FieldStatement]) -> Iterator[FieldStatement]:
    for one in fields:
        yield one
        yield from _nested(one.fields)


def _settled(operation: OperationStatement, silence: bool | None) -> OperationStatement:  # noqa: FBT001 - three values.
    bodies = tuple(replace(body, fields=_with(body.fields, silence)) for body in operation.bodies)
    return replace(operation, fields=_with(operation.fields, silence), bodies=bodies)


def _with(fields: Sequence[FieldStatement], silence: bool | None) -> tuple[FieldStatement, ...]:  # noqa: FBT001
    return tuple(
        replace(one, unmarked=silence if one.unmarked is None else one.unmarked, fields=_with(one.fields, silence))
        for one in fields
    )
