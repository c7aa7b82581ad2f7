"""Draft objects and observations → decided objects; what contradicts a decision is reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.statements import Source
from docpact.model.collect.claims import sample_claims
from docpact.model.collect.drafts import compose_schema
from docpact.model.collect.observe import Observation, Observations
from docpact.model.decide.contradictions import report_contradictions
from docpact.model.evidence import RANKING, Aspect, Claim, Decision, Observed, decide
from docpact.model.types import Array, Enum, Map, Object, OneOf, Property, Reference, Scalar, Schema, Unknown
from docpact.spelling import ALIKE, likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the samples show, and of which kind they are."""

    observations: Observations
    source: Source
    """Whether the samples are of requests or responses."""
    report: Report


def decide_object(owner: str, draft: Object, evidence: Evidence) -> Object:
    """Return the object with every aspect of its properties decided by the claims of pages and samples.

    `owner` is the name that the samples of the object were observed by.
    """
    renames = _renames(owner, draft, evidence)
    _report_extra(owner, renames, evidence)
    return Object(
        properties=tuple(_decide_property(owner, prop, renames.get(prop.name), evidence) for prop in draft.properties)
    )


def decide_schema(owner: str, schema: Schema, evidence: Evidence) -> Schema:
    """Return the schema with the objects in it decided."""
    match schema:
        case Array(items=items):
            return replace(schema, items=decide_schema(owner, items, evidence))
        case Map(values=values):
            return Map(values=decide_schema(f"{owner}.*", values, evidence))
        case OneOf(options=options):
            return OneOf(options=tuple(decide_schema(owner, option, evidence) for option in options))
        case Object():
            return decide_object(owner, schema, evidence)
        case _:
            return schema


def _decide_property(owner: str, prop: Property, renamed: tuple[str, Origin] | None, evidence: Evidence) -> Property:
    seen = Observation() if renamed else evidence.observations.seen(owner, prop.name)
    claims = [*prop.claims, *sample_claims(seen, evidence.source), *_namesake_claims(prop, seen, evidence)]
    claims += _name_claims(prop, seen, renamed, evidence.source)
    decisions = tuple(found for aspect in Aspect if (found := decide(claims, aspect)) is not None)
    by_aspect = {decision.aspect: decision for decision in decisions}
    report_contradictions(prop, by_aspect, evidence.report)
    schema = _schema(prop, claims, by_aspect)
    return replace(
        prop,
        name=_value(by_aspect, Aspect.NAME, prop.name),
        schema=decide_schema(f"{owner}.{prop.name}", schema, evidence),
        required=_value(by_aspect, Aspect.REQUIRED, prop.required),
        nullable=_value(by_aspect, Aspect.NULLABLE, prop.nullable),
        claims=tuple(claims),
        decisions=decisions,
    )


def _schema(prop: Property, claims: list[Claim], decisions: Mapping[Aspect, Decision]) -> Schema:
    """Return the decided type in its lists; what only the draft knows, such as entries named in prose, is kept."""
    bare, drafted = _bare(prop.schema)
    kind, lists = decisions.get(Aspect.TYPE), decisions.get(Aspect.ARRAY)
    decided = kind.value if kind is not None else bare
    if isinstance(decided, Unknown) and not (kind is not None and isinstance(kind.winner.value, Observed)):
        decided = bare
    depth = drafted if lists is None else lists.value
    # A sample tells a list from one, not how many lists are in it: `[[50, 0]]`.
    return compose_schema(decided, max(depth, drafted) if depth else depth, claims)


def _bare(schema: Schema) -> tuple[Schema, int]:
    """Return the innermost entries of a list, and how many lists there are around them."""
    lists = 0
    while isinstance(schema, Array):
        schema, lists = schema.items, lists + 1
    return schema, lists


def _value(decisions: Mapping[Aspect, Decision], aspect: Aspect, otherwise: Any) -> Any:  # noqa: ANN401 - as claims.
    decision = decisions.get(aspect)
    return otherwise if decision is None else decision.value


def _namesake_claims(prop: Property, seen: Observation, evidence: Evidence) -> list[Claim]:
    """Return what samples of that name elsewhere show, where its own show nothing: that it is never a date."""
    typed = [claim.value for claim in prop.claims if isinstance(claim.value, Scalar)]
    if seen.dates or "string" in seen.types or not any(kind.format.startswith("date") for kind in typed):
        return []
    where = evidence.observations.never_a_date(prop.name)
    if where is None:
        return []
    observed = Observed(types=frozenset(), no_date=True)
    return [Claim(aspect=Aspect.TYPE, source=Source.NAMESAKE, value=observed, origin=where, text="")]


def _name_claims(prop: Property, seen: Observation, renamed: tuple[str, Origin] | None, source: Source) -> list[Claim]:
    """Return the names that page and samples use, where they differ: names are case-sensitive on the wire."""
    if renamed is not None:
        name, where = renamed
    elif seen.spellings and prop.name not in seen.spellings and seen.first is not None:
        name, where = max(sorted(seen.spellings), key=lambda name: seen.spellings[name]), seen.first
    else:
        return []
    # What a linked page says is about the type, not about the name.
    stated = next((claim.source for claim in prop.claims if claim.source in RANKING[Aspect.NAME]), source)
    return [
        Claim(aspect=Aspect.NAME, source=stated, value=prop.name, origin=prop.origin, text=""),
        Claim(aspect=Aspect.NAME, source=source, value=name, origin=where, text=""),
    ]


def _renames(owner: str, draft: Object, evidence: Evidence) -> dict[str, tuple[str, Origin]]:
    """Return the page's name → the samples' name, and a sample, for names that all samples spell otherwise."""
    extra = evidence.observations.extra.get(owner, {})
    found: dict[str, tuple[str, Origin]] = {}
    for prop in draft.properties if extra else ():
        if evidence.observations.seen(owner, prop.name).shown:
            continue
        best = max(extra, key=lambda name, wanted=prop.name: likeness(name, wanted))  # type: ignore[misc]
        if likeness(best, prop.name) >= ALIKE:
            found[prop.name] = best, extra[best]
    return found


def _report_extra(owner: str, renames: Mapping[str, tuple[str, Origin]], evidence: Evidence) -> None:
    taken = {name for name, _ in renames.values()}
    for name, origin in evidence.observations.extra.get(owner, {}).items():
        if name not in taken:
            message = f"the sample has `{name}`, which no table lists; it is left out"
            evidence.report(Diagnostic(code="field-undocumented", message=message, origin=origin))


def references(schema: Schema | Enum) -> list[str]:
    """Return the names of the components that the schema refers to directly."""
    match schema:
        case Reference(name=name):
            return [name]
        case Array(items=items):
            return references(items)
        case Map(values=values):
            return references(values)
        case OneOf(options=options):
            return [name for option in options for name in references(option)]
        case Object(properties=properties):
            return [name for prop in properties for name in references(prop.schema)]
        case _:
            return []
