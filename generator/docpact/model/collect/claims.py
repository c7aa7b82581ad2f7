"""Statements and observations → claims: who says what about a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docpact.diagnostics import Origin
from docpact.dialects.statements import NO_LIMITS, FieldStatement, Source
from docpact.model.collect.observe import Observation
from docpact.model.evidence import ALWAYS_SHOWN, Aspect, Claim, Observed
from docpact.model.types import JSON_SCALARS, Schema
from docpact.read.page import Paragraph, Text


def statement_claims(statement: FieldStatement, schema: Schema | None) -> Iterator[Claim]:
    """Yield what the statement says of its field, whose type is that schema, lists taken off; None for no type."""
    kind, words = statement.type, _words(statement)
    if kind is not None and schema is not None:
        source = Source.LINKED_PAGE if kind.link else statement.source
        yield make_claim(Aspect.TYPE, source, schema, kind.words)
        yield make_claim(Aspect.ARRAY, statement.source, kind.lists, kind.words)
    if statement.required is not None:
        yield make_claim(Aspect.REQUIRED, statement.source, statement.required, words)
    if statement.nullable is not None:
        yield make_claim(Aspect.NULLABLE, statement.source, statement.nullable, words)
    described = next((block.text for block in statement.description if isinstance(block, Paragraph)), words)
    if statement.limits != NO_LIMITS:
        yield make_claim(Aspect.LIMITS, statement.source, statement.limits, described)
    if statement.members:
        yield make_claim(Aspect.VALUES, statement.source, statement.members, described)


def silence_claim(statements: Sequence[FieldStatement]) -> Iterator[Claim]:
    """Yield what it means that no statement says whether the field is required; nothing where one does.

    Where the dialect doesn't know what its silence means, it isn't required: nobody says that it is.
    """
    if all(statement.required is None for statement in statements):
        first = statements[0]
        yield make_claim(Aspect.REQUIRED, Source.UNMARKED, bool(first.unmarked), _words(first))


def make_claim(aspect: Aspect, source: Source, value: object, text: Text) -> Claim:
    """Return what that text says."""
    return Claim(aspect=aspect, source=source, value=value, origin=text.origin, text=text.plain)


def sample_claims(seen: Observation, source: Source) -> Iterator[Claim]:
    """Yield what the samples show of a property."""
    types = frozenset(seen.types) & JSON_SCALARS
    if types:
        observed = Observed(types=types, no_date="string" in types and not seen.dates)
        yield Claim(aspect=Aspect.TYPE, source=source, value=observed, origin=_first_scalar(seen), text="")
    if bool(seen.array) != bool(seen.single):
        where = seen.array or seen.single
        if where is not None:
            yield Claim(aspect=Aspect.ARRAY, source=source, value=int(bool(seen.array)), origin=where, text="")
    if seen.missing:
        text = "a sample leaves it out"
        yield Claim(aspect=Aspect.REQUIRED, source=source, value=False, origin=seen.missing, text=text)
    elif seen.shown and (where := seen.first):
        text = "every sample shows it"
        yield Claim(aspect=Aspect.REQUIRED, source=source, value=ALWAYS_SHOWN, origin=where, text=text)
    if seen.null:
        yield Claim(aspect=Aspect.NULLABLE, source=source, value=True, origin=seen.null, text="null")


def _first_scalar(seen: Observation) -> Origin:
    return next(origin for kind, origin in seen.types.items() if kind in JSON_SCALARS)


def _words(statement: FieldStatement) -> Text:
    if statement.words is not None:
        return statement.words
    return statement.type.words if statement.type is not None else Text((), statement.origin)
