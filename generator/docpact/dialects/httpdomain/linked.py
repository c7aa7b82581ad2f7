"""Properties that link another operation → the properties that that operation sends or receives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from docpact.dialects.httpdomain.markers import texts_of
from docpact.dialects.httpdomain.operations import Read
from docpact.dialects.statements import FieldStatement, OperationStatement, TypeStatement
from docpact.read.page import LinkKind

# What has some of another's properties only isn't like it.
PARTLY = re.compile(
    r"\b(?:only|subset|simplified|partial|shortened|some of|seulement|uniquement|simplifiée?)\b", re.IGNORECASE
)


def fill_linked(read: Sequence[Read]) -> list[Read]:
    """Return the operations with the properties of the objects that their properties link to.

    `results: An array of :ref:`books <book-detail>`` has what the operation with that label describes. Objects in
    these objects stay open, so that two that link one another end.
    """
    labels = {label: one.operation for one in reversed(read) for label in one.labels}
    return [replace(one, operation=_filled(one.operation, labels)) for one in read] if labels else list(read)


def _filled(operation: OperationStatement, labels: Mapping[str, OperationStatement]) -> OperationStatement:
    return replace(
        operation,
        bodies=tuple(replace(one, fields=_fields(one.fields, operation, labels)) for one in operation.bodies),
        responses=tuple(replace(one, fields=_fields(one.fields, operation, labels)) for one in operation.responses),
    )


def _fields(
    fields: tuple[FieldStatement, ...], operation: OperationStatement, labels: Mapping[str, OperationStatement]
) -> tuple[FieldStatement, ...]:
    found: list[FieldStatement] = []
    for field in fields:
        if field.fields:
            found.append(replace(field, fields=_fields(field.fields, operation, labels)))
        else:
            found.append(_linked(field, operation, labels))
    return tuple(found)


def _linked(
    field: FieldStatement, operation: OperationStatement, labels: Mapping[str, OperationStatement]
) -> FieldStatement:
    """Return an object or a list of objects with the fields of the one operation that its text links to."""
    kind = field.type
    if kind is None or kind.one_of or kind.type is not None or not (kind.map or kind.lists):
        return field
    texts = list(texts_of(field.description))
    links = [span.link for text in texts for span in text.links if span.link is not None]
    targets = [labels.get(link.target.lower()) for link in links if link.kind is LinkKind.LABEL]
    known = [target for target in targets if target is not None and target is not operation]
    if len(known) != 1 or any(PARTLY.search(text.plain) for text in texts):
        return field
    inner = _described(known[0], sent=field.location == "body")
    return replace(field, type=TypeStatement(words=kind.words, lists=kind.lists), fields=inner) if inner else field


def _described(operation: OperationStatement, *, sent: bool) -> tuple[FieldStatement, ...]:
    """Return the properties of what the operation sends or receives; none where that is no object."""
    if sent:
        return next((one.fields for one in operation.bodies if one.type is None), ())
    success = (one for one in operation.responses if one.status[0] in {"2", "d"} and one.fields)
    return next((one.fields for one in success if not one.types), ())
