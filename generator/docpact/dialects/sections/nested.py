"""Flat lists of fields and JSON samples → fields in the places that the samples show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.nesting import Nested, nest_fields
from docpact.dialects.shapes import merge_shapes, read_shape
from docpact.dialects.statements import FieldStatement, JsonType, Location, SampleStatement, Source, TypeStatement
from docpact.read.page import Text

WRITTEN = frozenset({Source.TABLE, Source.FIELD_LIST})
SHOWN = frozenset({Source.SAMPLE_REQUEST, Source.SAMPLE_RESPONSE})
JSON_TYPES: dict[type, JsonType] = {bool: "boolean", int: "integer", float: "number", str: "string"}
DEEPEST = 16


def nest(fields: Sequence[FieldStatement], samples: Sequence[SampleStatement], report: Report) -> Nested:
    """Return the fields as the samples nest them; as they are where all of them stand at the samples' root.

    A name that is listed twice means two properties where the samples show two; else the first counts.
    """
    shape = merge_shapes([read_shape(one.value) for one in samples])
    names = {one.name for one in fields}
    dotted = any("." in name for name in names)
    twice = _repeated(fields)
    deeper = any(_is_deeper(name, shape.properties) for name in names)
    again = bool(twice) and any(below.has(one.name) for one in twice for below in shape.properties.values())
    if shape.lists == 0 and not dotted and not deeper and not again:
        _report_repeated(twice, report)
        kept = [one for one in fields if one not in twice]
        return Nested(fields=tuple(_completed(kept, [one.value for one in samples], samples)))
    groups = _groups(fields)
    bare = [replace(own[0], fields=()) for own in groups]
    known = {(own[0].origin, _last(own[0].name)): own for own in groups}
    found = nest_fields(bare, samples)
    _report_repeated(found.repeated, report)
    values = [one.value for one in samples]
    listed = tuple(_completed(tuple(_restored(found.fields, known)), values, samples))
    return replace(found, fields=tuple(_with_unlisted(listed, values, samples)))


def _repeated(fields: Sequence[FieldStatement]) -> list[FieldStatement]:
    seen: set[str] = set()
    found: list[FieldStatement] = []
    for one in fields:
        if one.source in WRITTEN and one.name.lower() in seen:
            found.append(one)
        elif one.source in WRITTEN:
            seen.add(one.name.lower())
    return found


def _report_repeated(fields: Sequence[FieldStatement], report: Report) -> None:
    for one in fields:
        message = f"`{one.name}` is described twice; the first is taken"
        report(Diagnostic(code="row-repeated", message=message, origin=one.origin))


def _is_deeper(name: str, root: Any) -> bool:  # noqa: ANN401 - a mapping of shapes.
    return name not in root and any(below.has(name) for below in root.values())


def _groups(fields: Sequence[FieldStatement]) -> list[list[FieldStatement]]:
    """Return each written statement with the notes and sentences about its field."""
    found: list[list[FieldStatement]] = []
    by_name: dict[str, list[FieldStatement]] = {}
    for one in fields:
        if one.source in WRITTEN or one.name.lower() not in by_name:
            found.append([one])
            by_name[one.name.lower()] = found[-1]
        else:
            by_name[one.name.lower()].append(one)
    return found


def _restored(
    fields: Sequence[FieldStatement], known: dict[tuple[Origin, str], list[FieldStatement]]
) -> Iterator[FieldStatement]:
    """Yield the nested fields with the properties and notes that they had before."""
    for one in fields:
        inner = tuple(_restored(one.fields, known))
        own = known.get((one.origin, _last(one.name)), [])
        taken = {field.name for field in inner}
        before = own[0].fields if own and one.source in WRITTEN else ()
        yield replace(one, fields=(*(field for field in before if field.name not in taken), *inner))
        for other in own[1:] if one.source in WRITTEN else ():
            yield replace(other, name=one.name)


def _last(name: str) -> str:
    return name.rsplit(".", 1)[-1].lower()


def _with_unlisted(
    fields: Sequence[FieldStatement], values: Sequence[Any], samples: Sequence[SampleStatement]
) -> Iterator[FieldStatement]:
    """Yield the fields and, on a level that the pages list nothing of, what the samples show beside them."""
    objects = [one for value in values for one in _objects(value)]
    if any(one.source not in SHOWN for one in fields) or not fields:
        yield from fields
        return
    for one in fields:
        inner = [value[one.name] for value in objects if one.name in value]
        yield replace(one, fields=tuple(_with_unlisted(one.fields, inner, samples)))
    listed = {one.name for one in fields}
    first = samples[0]
    for name in dict.fromkeys(name for value in objects for name in value if name not in listed):
        shown = [value[name] for value in objects if name in value]
        yield field_from_values(name, shown, fields[0].location, first.origin)


def _completed(
    fields: Sequence[FieldStatement], values: Sequence[Any], samples: Sequence[SampleStatement]
) -> Iterator[FieldStatement]:
    """Yield the fields; an object or list whose properties no page lists has those that the samples show."""
    objects = [one for value in values for one in _objects(value)]
    for one in fields:
        shown = [value[one.name] for value in objects if one.name in value]
        if one.fields:
            yield replace(one, fields=tuple(_completed(one.fields, shown, samples)))
        elif one.source in WRITTEN and _is_bare(one) and any(True for value in shown for _ in _objects(value)):
            sample = field_from_values(one.name, shown, one.location, samples[0].origin)
            yield replace(one, fields=sample.fields, type=one.type or sample.type)
        else:
            yield one


def _is_bare(one: FieldStatement) -> bool:
    kind = one.type
    return kind is None or not (kind.type or kind.link or kind.map or kind.one_of or (kind.name and not kind.open))


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON value.
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one)


def fields_from_samples(samples: Sequence[SampleStatement], location: Location) -> tuple[FieldStatement, ...]:
    """Return the properties that samples show, where no page lists them."""
    objects = [one for sample in samples for one in _objects(sample.value)]
    names = dict.fromkeys(name for value in objects for name in value)
    origin = samples[0].origin if samples else Origin("", 0)
    return tuple(
        field_from_values(name, [value[name] for value in objects if name in value], location, origin) for name in names
    )


def field_from_values(
    name: str, values: Sequence[Any], location: Location, origin: Origin, depth: int = 0
) -> FieldStatement:
    """Return what values say of the property that has them."""
    lists, inner = 0, list(values)
    while lists < DEEPEST and (nested := [one for one in inner if isinstance(one, list)]):
        lists, inner = lists + 1, [value for one in nested for value in one]
    objects = [one for value in inner for one in _objects(value)] if depth < DEEPEST else []
    names = dict.fromkeys(key for value in objects for key in value)
    kinds = {JSON_TYPES[type(value)] for value in inner if type(value) in JSON_TYPES}
    kind = kinds.pop() if len(kinds) == 1 and not objects else None
    typed = bool(lists or objects or kind)
    return FieldStatement(
        name=name,
        location=location,
        type=TypeStatement(words=Text((), origin), type=kind, lists=lists, open=bool(objects)) if typed else None,
        nullable=None,
        fields=tuple(
            field_from_values(key, [value[key] for value in objects if key in value], location, origin, depth + 1)
            for key in names
        ),
        source=Source.SAMPLE_RESPONSE if location == "response" else Source.SAMPLE_REQUEST,
        origin=origin,
    )
