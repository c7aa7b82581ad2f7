"""Decisions → diagnostics: where the pages contradict one another or their samples, what was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.statements import Source
from docpact.model.describe import describe_observed, describe_schema
from docpact.model.evidence import Aspect, Claim, Decision, Observed
from docpact.model.types import Property, Scalar, Unknown

SAMPLES = frozenset({Source.SAMPLE_REQUEST, Source.SAMPLE_RESPONSE})


def report_contradictions(prop: Property, decisions: Mapping[Aspect, Decision], report: Report) -> None:
    """Report every claim about the property that lost against another, and nulls that only samples show."""
    for code, message, origin, related in _contradictions(prop, decisions):
        report(Diagnostic(code=code, message=message, origin=origin, related=related))


def _contradictions(
    prop: Property, decisions: Mapping[Aspect, Decision]
) -> Iterator[tuple[str, str, Origin, tuple[Origin, ...]]]:
    for aspect, (code, words) in MESSAGES.items():
        decision = decisions.get(aspect)
        if decision is None:
            continue
        for claim in decision.losers:
            if said := words(decision, claim):
                yield code, f"`{prop.name}` {said}", prop.origin, (_other(decision, claim),)
    nullable = decisions.get(Aspect.NULLABLE)
    if nullable is not None and nullable.winner.source in SAMPLES and not nullable.agreeing and not nullable.losers:
        message = f"`{prop.name}` is null in a sample, its {_place(prop)} does not say so"
        yield "null-unmarked", message, prop.origin, (nullable.winner.origin,)


def _name(decision: Decision, _: Claim) -> str:
    return f"is `{decision.value}` in the samples; the samples are taken"


def _type(decision: Decision, claim: Claim) -> str:
    stated, taken = (claim, decision.winner) if not isinstance(claim.value, Observed) else (decision.winner, claim)
    kind = describe_schema(stated.value) if not isinstance(stated.value, Observed) else describe_observed(stated.value)
    if isinstance(taken.value, Observed) and taken.value.no_date and kind.endswith(("(date-time)", "(date)")):
        if taken.source is Source.NAMESAKE:
            return "is typed as a date; properties of that name are never dates in samples"
        return "is typed as a date; no sample is one"
    shown = describe_observed(taken.value) if isinstance(taken.value, Observed) else describe_schema(taken.value)
    kind = stated.value.type if isinstance(stated.value, Scalar) else kind
    end = "left open" if isinstance(decision.value, Unknown) else f"taken as {_taken(decision.value)}"
    who = "samples show" if isinstance(taken.value, Observed) else f"the {taken.source} says"
    return f"is typed {kind}, but {who} {shown}; {end}"


def _array(decision: Decision, claim: Claim) -> str:
    if decision.winner.source in SAMPLES:
        return (
            f"is a list in the samples, its {_row(claim)} says one"
            if decision.value
            else f"is one in the samples, its {_row(claim)} says a list"
        )
    if decision.winner.source is Source.REQUEST_LINE:
        # The request line repeats the name; a row's type is that of one of its values.
        return ""
    return f"is {'a list' if decision.value else 'one'} by the {decision.winner.source}, not by the {claim.source}"


def _required(decision: Decision, claim: Claim) -> str:
    if claim.source is Source.UNMARKED:
        return "is not marked optional, but a sample leaves it out; it is optional"
    state = "required" if decision.value else "optional"
    said = "a sample leaves it out" if claim.source in SAMPLES else f"the {claim.source} says otherwise"
    return f"is marked {state}, but {said}; it is {state}"


def _taken(value: Any) -> str:  # noqa: ANN401 - a schema.
    return value.type if isinstance(value, Scalar) else describe_schema(value)


def _row(claim: Claim) -> str:
    return "row" if claim.source is Source.TABLE else str(claim.source)


def _place(prop: Property) -> str:
    return next((_row(claim) for claim in prop.claims if claim.source is not Source.LINKED_PAGE), "page")


def _other(decision: Decision, claim: Claim) -> Origin:
    """Return the place that isn't the property's own row."""
    return claim.origin if claim.source in SAMPLES else decision.winner.origin


MESSAGES = {
    Aspect.NAME: ("name-contradicted", _name),
    Aspect.ARRAY: ("array-contradicted", _array),
    Aspect.TYPE: ("type-contradicted", _type),
    Aspect.REQUIRED: ("required-contradicted", _required),
}
"""Aspect → the code of its contradictions, and the words after the property's name."""
