"""Who is believed: the ranking of the places that speak of one fact, in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from docpact.diagnostics import Origin


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
    NAMESAKE = "sample of that name on another page"
    UNMARKED = "row without a mark"


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
        Source.LINKED_PAGE, Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST, Source.NAMESAKE, Source.TABLE,
        Source.SIBLING, Source.REQUEST_LINE,
    ),
    Aspect.ARRAY: (Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST, Source.TABLE, Source.SIBLING),
    Aspect.REQUIRED: (
        Source.REQUEST_LINE, Source.TABLE, Source.PROSE, Source.SAMPLE_REQUEST, Source.SAMPLE_RESPONSE, Source.UNMARKED,
    ),
    Aspect.NULLABLE: (Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST, Source.TABLE, Source.PROSE),
    Aspect.LIMITS: (Source.NOTE, Source.TABLE, Source.PROSE),
    Aspect.VALUES: (Source.LINKED_PAGE, Source.TABLE, Source.PROSE, Source.NOTE),
}  # fmt: skip
# Why the first is believed where they disagree, for whoever asks.
REASONS: dict[Aspect, str] = {
    Aspect.NAME: "names are case-sensitive on the wire, and samples were copied from there",
    Aspect.TYPE: "a linked page is kept for all who link it; after that, samples show what travels over the wire",
    Aspect.ARRAY: "samples show what travels over the wire",
    Aspect.REQUIRED: "what is said outright counts before what samples show, and that before silence",
    Aspect.NULLABLE: "one null shows that null occurs",
    Aspect.LIMITS: "a note about one thing is more exact than a few words in a table",
    Aspect.VALUES: "a linked page is kept for all who link it",
}
# What claims say, where it is one of two.
LIST, ONE = "a list", "one"
REQUIRED, OPTIONAL = "required", "optional"
NULLABLE = "may be null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one place says about one fact."""

    aspect: Aspect
    source: Source
    value: str
    """What it says, in the words of `describe_schema` or of the constants above."""
    origin: Origin
    text: str
    """The words there."""


def settle(claims: Sequence[Claim], aspect: Aspect) -> Claim | None:
    """Return the claim that wins for that aspect; among equals the first; None where nobody speaks."""
    order = RANKING[aspect]
    speaking = [claim for claim in claims if claim.aspect is aspect]
    return min(speaking, key=lambda claim: order.index(claim.source), default=None)
