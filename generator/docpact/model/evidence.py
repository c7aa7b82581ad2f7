"""Which source is believed: one ranking for each aspect of a fact, and the one function that decides by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from docpact.diagnostics import Origin
from docpact.dialects.statements import Limits, Source
from docpact.model.types import Map, Object, Reference, Scalar, Schema, Unknown

ALWAYS_SHOWN = "always shown"
"""What samples say of a property that all of them have: it may be required, and nothing speaks against optional."""


class Aspect(StrEnum):
    """What is decided."""

    NAME = "name"
    TYPE = "type"
    ARRAY = "array"
    REQUIRED = "required"
    NULLABLE = "nullable"
    LIMITS = "limits"
    VALUES = "values"


_WRITTEN = (Source.TABLE, Source.FIELD_LIST, Source.DIRECTIVE)
_TABLES = (*_WRITTEN, Source.DEFINITION)
_SAMPLES = (Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST)
# Best first. Samples are copied from a running system, so they win on what travels over the wire: names, types,
# nesting, nulls. Tables are written by hand, so they win on what a sample cannot show: that something is optional,
# or limited. A linked page is maintained once for all its users, and so is a shared definition: of types it knows more
# than a sample request, which people write, and whose texts servers convert. Prose and notes speak where the others are
# silent.
RANKING: dict[Aspect, tuple[Source, ...]] = {
    Aspect.NAME: (Source.REQUEST_LINE, *_SAMPLES, *_TABLES, Source.NOTE, Source.PROSE),
    Aspect.TYPE: (
        Source.LINKED_PAGE, Source.SAMPLE_RESPONSE, Source.DEFINITION, Source.SAMPLE_REQUEST, Source.NAMESAKE,
        *_WRITTEN, Source.NOTE, Source.PROSE, Source.SIBLING, Source.REQUEST_LINE,
    ),
    Aspect.ARRAY: (
        Source.REQUEST_LINE, *_SAMPLES, *_TABLES, Source.LINKED_PAGE, Source.NOTE, Source.PROSE, Source.SIBLING,
    ),
    Aspect.REQUIRED: (
        Source.REQUEST_LINE, *_TABLES, Source.PROSE, Source.NOTE, *_SAMPLES, Source.SIBLING, Source.UNMARKED,
    ),
    Aspect.NULLABLE: (*_SAMPLES, *_TABLES, Source.NOTE, Source.PROSE, Source.LINKED_PAGE),
    Aspect.LIMITS: (Source.NOTE, *_TABLES, Source.PROSE, Source.SIBLING, Source.REQUEST_LINE),
    Aspect.VALUES: (Source.LINKED_PAGE, *_TABLES, Source.PROSE, Source.NOTE, Source.SIBLING),
}  # fmt: skip
REASONS: dict[Aspect, str] = {
    Aspect.NAME: "names are case-sensitive on the wire, and samples were copied from there",
    Aspect.TYPE: "a linked page is kept for all who link it; after that, samples show what travels over the wire",
    Aspect.ARRAY: "samples show what travels over the wire",
    Aspect.REQUIRED: "what is said outright counts before what samples show, and that before silence",
    Aspect.NULLABLE: "one null shows that null occurs",
    Aspect.LIMITS: "a note about one thing is more exact than a few words in a table",
    Aspect.VALUES: "a linked page is kept for all who link it",
}
"""Why the first of the ranking is believed where claims disagree, for `explain`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one place says about one aspect of one fact."""

    aspect: Aspect
    source: Source
    value: Any
    """A name; a `Schema` without limits, or `Observed`; a number of lists; whether it is required (or `ALWAYS_SHOWN`)
    or nullable; `Limits`; a tuple of members."""
    origin: Origin
    text: str
    """The words there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What samples show of a value's type: what occurs, not what else may occur."""

    types: frozenset[str]
    """The scalar JSON types that occur."""
    no_date: bool = False
    """Whether texts occur, and none of them is a date or time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is true of one aspect, and why."""

    aspect: Aspect
    value: Any
    winner: Claim
    agreeing: tuple[Claim, ...] = ()
    losers: tuple[Claim, ...] = ()
    """The claims that contradict the value."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, the winner first, the others by their rank."""
        rest = sorted((*self.agreeing, *self.losers), key=lambda claim: RANKING[self.aspect].index(claim.source))
        return (self.winner, *rest)


def decide(claims: Sequence[Claim], aspect: Aspect) -> Decision | None:
    """Return the value of the aspect by the ranking; None where no claim is about it.

    The highest-ranked claim wins, among equals the first. A claim of lower rank that fits it may add to the value: a
    sample shows an integer, and a table's `number` fits it and says more.
    """
    speaking = [claim for claim in claims if claim.aspect is aspect]
    if not speaking:
        return None
    order = RANKING[aspect]
    winner, *rest = sorted(speaking, key=lambda claim: order.index(claim.source))
    value = winner.value
    agreeing: list[Claim] = []
    losers: list[Claim] = []
    for claim in rest:
        value, agrees = _reconcile(aspect, value, claim.value)
        (agreeing if agrees else losers).append(claim)
    if value == ALWAYS_SHOWN and winner.source is Source.SAMPLE_REQUEST:
        # A caller may always send what may be left out: what silence means at that place decides.
        value = next((claim.value for claim in rest if claim.source is Source.UNMARKED), value)
    return Decision(aspect=aspect, value=_final(value), winner=winner, agreeing=tuple(agreeing), losers=tuple(losers))


def _reconcile(aspect: Aspect, stronger: Any, weaker: Any) -> tuple[Any, bool]:  # noqa: ANN401 - as `Claim.value`.
    """Return what both claims make together, and whether the weaker agrees with the stronger."""
    if aspect is Aspect.TYPE:
        return _reconcile_types(stronger, weaker)
    if aspect is Aspect.ARRAY and bool(stronger) == bool(weaker):
        # A sample shows whether it is a list; only words tell of lists in lists.
        return max(stronger, weaker), True
    if aspect is Aspect.LIMITS:
        return _merge_limits(stronger, weaker)
    if aspect is Aspect.REQUIRED and ALWAYS_SHOWN in {stronger, weaker}:
        return stronger, True
    return stronger, stronger == weaker


BARE_OBJECT = Object(properties=())


def _reconcile_types(stronger: Schema | Observed, weaker: Schema | Observed) -> tuple[Schema | Observed, bool]:
    if isinstance(stronger, Observed):
        return _reconcile_observed(stronger, weaker)
    if isinstance(weaker, Observed):
        fits = not isinstance(stronger, Scalar) or weaker.types <= accepted_types(stronger.type)
        return stronger, fits
    if isinstance(stronger, Unknown):
        return weaker, True
    if BARE_OBJECT in {stronger, weaker} and all(
        isinstance(one, Object | Map | Reference) for one in (stronger, weaker)
    ):
        # `object` says less than its properties do.
        return (weaker if stronger == BARE_OBJECT else stronger), True
    return stronger, isinstance(weaker, Unknown) or stronger == weaker


def _reconcile_observed(observed: Observed, weaker: Schema | Observed) -> tuple[Schema | Observed, bool]:
    """Return the described type where all that samples show is one of its values, else what they show."""
    if isinstance(weaker, Observed):
        return Observed(types=observed.types | weaker.types, no_date=observed.no_date or weaker.no_date), True
    if isinstance(weaker, Unknown):
        return (observed, True) if observed.types else (weaker, True)
    if not isinstance(weaker, Scalar):
        return weaker, True
    if len(observed.types) > 1 and weaker.type in observed.types and observed.types != {"integer", "number"}:
        # The samples contradict one another: what is said outright, and some of them show, is taken.
        return weaker, False
    if observed.types <= accepted_types(weaker.type):
        if observed.no_date and weaker.format.startswith("date"):
            return Scalar(type=weaker.type), False
        return weaker, True
    # JSON has one type of number: a fraction in a sample shows that the others were whole by chance.
    if weaker.type == "integer" and observed.types <= {"integer", "number"}:
        return Scalar(type="number"), True
    return observed, False


def _merge_limits(stronger: Limits, weaker: Limits) -> tuple[Limits, bool]:
    """Return both together, the stronger's where they state one limit differently."""
    pairs = {f.name: (getattr(stronger, f.name), getattr(weaker, f.name)) for f in fields(Limits)}
    agree = all(one is None or other is None or one == other for one, other in pairs.values())
    return Limits(**{name: one if one is not None else other for name, (one, other) in pairs.items()}), agree


def _final(value: Any) -> Any:  # noqa: ANN401 - as `Claim.value`.
    """Return a schema for what was observed: one scalar type, or anything where several types occur."""
    if value == ALWAYS_SHOWN:
        return True
    if not isinstance(value, Observed):
        return value
    types = {"number"} if value.types == {"integer", "number"} else value.types
    return Scalar(type=next(iter(types))) if len(types) == 1 else Unknown()  # type: ignore[arg-type]


def accepted_types(kind: str) -> frozenset[str]:
    """Return the JSON types whose values are values of that type: a number may be whole."""
    return frozenset({"integer", "number"}) if kind == "number" else frozenset({kind})
