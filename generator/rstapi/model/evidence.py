"""Who is believed: the ranking of the places that speak of one fact, in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rstapi.diagnostics import Origin


class Source(StrEnum):
    """A kind of place that states facts."""

    REQUEST_LINE = "request line"
    TABLE = "table"
    LINKED_PAGE = "linked page"
    SAMPLE_REQUEST = "sample request"
    SAMPLE_RESPONSE = "sample response"
    PROSE = "prose"
    NOTE = "note"
    SIBLING = "same name on another page"


class Aspect(StrEnum):
    """What is being settled."""

    NAME = "name"
    TYPE = "type"
    ARRAY = "array"
    REQUIRED = "required"
    NULLABLE = "nullable"
    LIMITS = "limits"
    VALUES = "values"


# Best first. Samples are copied from a running system, so they win on what travels over the wire: names, types,
# nesting, nulls. Tables are written by hand, so they win on what a sample cannot show: that something is optional,
# or limited. A linked page is maintained once for all its users. Prose and notes speak where the others are silent.
RANKING: dict[Aspect, tuple[Source, ...]] = {
    Aspect.NAME: (
        Source.REQUEST_LINE, Source.SAMPLE_REQUEST, Source.SAMPLE_RESPONSE, Source.TABLE, Source.NOTE, Source.PROSE,
    ),
    Aspect.TYPE: (
        Source.LINKED_PAGE, Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST, Source.TABLE, Source.SIBLING,
        Source.REQUEST_LINE,
    ),
    Aspect.ARRAY: (Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST, Source.TABLE, Source.SIBLING),
    Aspect.REQUIRED: (Source.REQUEST_LINE, Source.PROSE, Source.TABLE, Source.SAMPLE_REQUEST, Source.SAMPLE_RESPONSE),
    Aspect.NULLABLE: (Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST, Source.TABLE, Source.PROSE),
    Aspect.LIMITS: (Source.NOTE, Source.TABLE, Source.PROSE),
    Aspect.VALUES: (Source.LINKED_PAGE, Source.TABLE, Source.PROSE, Source.NOTE),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one place says about one fact."""

    aspect: Aspect
    source: Source
    value: object
    origin: Origin
    text: str
    """The words there."""


def settle(claims: Sequence[Claim], aspect: Aspect) -> Claim | None:
    """Return the claim that wins for that aspect; among equals the first; None where nobody speaks."""
    order = RANKING[aspect]
    speaking = [claim for claim in claims if claim.aspect is aspect]
    return min(speaking, key=lambda claim: order.index(claim.source), default=None)
