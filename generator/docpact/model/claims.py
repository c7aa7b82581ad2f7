"""Rows, notes and samples → claims: who says what about a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docpact.model.describe import describe_limits, describe_schema
from docpact.model.evidence import LIST, NULLABLE, ONE, OPTIONAL, REQUIRED, Aspect, Claim, Source
from docpact.model.limits import Stated, parse_stated
from docpact.model.observe import Seen
from docpact.model.rows import Field
from docpact.model.types import Array, Scalar, Schema
from docpact.read import Text


def row_claims(field: Field, about: Sequence[Text], stated: Stated, schema: Schema) -> Iterator[Claim]:
    """Yield what the row, and the notes about it, say."""
    inner = schema.items if isinstance(schema, Array) else schema
    source = Source.LINKED_PAGE if field.type.link else Source.TABLE
    yield make_claim(Aspect.TYPE, source, describe_schema(inner), field.type_cell)
    yield make_claim(Aspect.ARRAY, Source.TABLE, LIST if field.type.array else ONE, field.type_cell)
    if field.type.optional:
        yield make_claim(Aspect.REQUIRED, Source.TABLE, OPTIONAL, field.type_cell)
    elif stated.required_if or stated.uncertain:
        yield make_claim(Aspect.REQUIRED, Source.PROSE, OPTIONAL, field.description)
    else:
        yield make_claim(Aspect.REQUIRED, Source.UNMARKED, REQUIRED, field.type_cell)
    if field.type.nullable:
        yield make_claim(Aspect.NULLABLE, Source.TABLE, NULLABLE, field.type_cell)
    if limits := describe_limits(Scalar(type="string", limits=field.stated.limits)):
        yield make_claim(Aspect.LIMITS, Source.TABLE, limits, field.description)
    for note in about:
        if limits := describe_limits(Scalar(type="string", limits=parse_stated(note.plain).limits)):
            yield make_claim(Aspect.LIMITS, Source.NOTE, limits, note)
    if stated.members:
        values = ", ".join(str(member.value) for member in stated.members)
        yield make_claim(Aspect.VALUES, Source.TABLE, values, field.description)


def make_claim(aspect: Aspect, source: Source, value: str, text: Text) -> Claim:
    """Return what that text says."""
    return Claim(aspect=aspect, source=source, value=value, origin=text.origin, text=text.plain)


def sample_claims(schema: Schema, seen: Seen, source: Source) -> Iterator[Claim]:
    """Yield what the samples show of a member whose schema has been settled."""
    inner = schema.items if isinstance(schema, Array) else schema
    for kind, origin in seen.types.items():
        # A whole number is a number, and a date is a string: a sample that fits says what the schema says.
        fits = isinstance(inner, Scalar) and (kind == inner.type or (kind, inner.type) == ("integer", "number"))
        value = describe_schema(inner) if fits or not isinstance(inner, Scalar) else kind
        yield Claim(aspect=Aspect.TYPE, source=source, value=value, origin=origin, text="")
    for value, where in ((LIST, seen.array), (ONE, seen.single)):
        if where:
            yield Claim(aspect=Aspect.ARRAY, source=source, value=value, origin=where, text="")
    if seen.missing:
        text = "a sample leaves it out"
        yield Claim(aspect=Aspect.REQUIRED, source=source, value=OPTIONAL, origin=seen.missing, text=text)
    elif seen.shown and (where := seen.first):
        text = "every sample shows it"
        yield Claim(aspect=Aspect.REQUIRED, source=source, value=REQUIRED, origin=where, text=text)
    if seen.null:
        yield Claim(aspect=Aspect.NULLABLE, source=source, value=NULLABLE, origin=seen.null, text="null")
