"""Why a fact is as it is: every place that speaks of it, and which of them is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from docpact.diagnostics import Origin
from docpact.dialects.statements import Source
from docpact.errors import UsageError
from docpact.model.describe import describe_claim, describe_schema
from docpact.model.evidence import REASONS, Aspect, Decision
from docpact.model.types import Api, Component, Content, Enum, Object, Operation, Property


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that speaks of a fact."""

    source: Source
    origin: Origin
    says: str
    text: str
    """The words there."""
    believed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the document."""

    subject: str
    """`lock_unlock.mode`."""
    aspect: str
    value: str
    places: tuple[Place, ...]
    """The believed one first, then by their rank."""
    reason: str


def explain(api: Api, target: str) -> tuple[Fact, ...]:
    """Return the facts of an operation (by its id, or `METHOD /path`), a component, or one property of either.

    Raises `UsageError` for another name.
    """
    subjects = dict(_subjects(api))
    wanted = " ".join(target.split())
    for name, facts in subjects.items():
        if name.lower() == wanted.lower():
            return tuple(facts)
    near = get_close_matches(wanted, list(subjects), n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(f'`{name}`' for name in near)}?" if near else "name an operation or a schema"
    raise UsageError(f"nothing is called `{target}`", hint=hint)


def _subjects(api: Api) -> Iterator[tuple[str, list[Fact]]]:
    for operation in api.operations:
        parts = dict(_operation_parts(operation))
        whole = [*_operation_facts(operation), *(fact for facts in parts.values() for fact in facts)]
        yield operation.operation_id, whole
        yield f"{operation.method} {operation.path}", whole
        yield from parts.items()
    for component in api.components:
        yield component.name, list(_component_facts(component))
        if isinstance(component.schema, Object):
            for prop in component.schema.properties:
                yield (
                    f"{component.name}.{prop.name}",
                    list(_decided_facts(f"{component.name}.{prop.name}", prop.decisions)),
                )


def _operation_parts(operation: Operation) -> Iterator[tuple[str, list[Fact]]]:
    for parameter in operation.parameters:
        name = f"{operation.operation_id}.{parameter.name}"
        yield name, list(_decided_facts(name, parameter.decisions))
    for content in operation.body.contents if operation.body else ():
        for prop in _properties(content):
            name = f"{operation.operation_id}.body.{prop.name}"
            yield name, list(_decided_facts(name, prop.decisions))


def _properties(content: Content) -> tuple[Property, ...]:
    return content.schema.properties if isinstance(content.schema, Object) else ()


def _operation_facts(operation: Operation) -> Iterator[Fact]:
    name = operation.operation_id
    signature = f"{operation.method} {operation.path}"
    yield _stated(name, "request line", signature, Source.REQUEST_LINE, [operation.origin])
    for response in operation.responses:
        payload = describe_schema(response.payload) if response.payload else "no payload"
        enveloped = any(content.enveloped for content in response.contents)
        shown = f"{response.status}, {payload}{', in the envelope' if enveloped else ''}"
        examples = (example for content in response.contents for example in content.examples)
        places = [response.origin, *(example.origin for example in examples)]
        yield _stated(name, "response", shown, Source.TABLE, places)
    for scope in operation.scopes:
        yield _stated(name, "scope", scope.name, Source.TABLE, [scope.origin])
    if operation.min_interval_seconds:
        shown = f"{operation.min_interval_seconds} s between two calls"
        yield _stated(name, "rate limit", shown, Source.PROSE, [operation.interval_origin or operation.origin])


def _component_facts(component: Component) -> Iterator[Fact]:
    if isinstance(component.schema, Enum):
        listed = ", ".join(f"{member.value} {member.name}".strip() for member in component.schema.members)
        kind = "a bit mask of" if component.schema.flags else "one of"
        yield _stated(component.name, "values", f"{kind} {listed}", Source.TABLE, [component.origin])
        return
    for prop in component.schema.properties:
        yield from _decided_facts(f"{component.name}.{prop.name}", prop.decisions)


def _decided_facts(name: str, decisions: Sequence[Decision]) -> Iterator[Fact]:
    for decision in decisions:
        value = describe_claim(decision.aspect, decision.value)
        if value and not (decision.aspect is Aspect.NULLABLE and not decision.value):
            yield _decided(name, value, decision)


def _decided(name: str, value: str, decision: Decision) -> Fact:
    # A claim that fits says what was decided: a whole number in a sample is one of the table's numbers.
    places = tuple(
        Place(
            source=claim.source,
            origin=claim.origin,
            says=describe_claim(decision.aspect, claim.value) if claim in decision.losers else value,
            text=claim.text,
            believed=claim is decision.winner,
        )
        for claim in decision.claims
    )
    if len(places) == 1:
        reason = "nothing else speaks of it"
    elif not decision.losers:
        reason = "all agree"
    else:
        reason = REASONS[decision.aspect]
    return Fact(subject=name, aspect=str(decision.aspect), value=value, places=places, reason=reason)


def _stated(name: str, aspect: str, value: str, source: Source, origins: Sequence[Origin]) -> Fact:
    places = tuple(
        Place(
            source=source if number == 0 else Source.SAMPLE_RESPONSE, origin=origin, says=value if number == 0 else "",
            text="", believed=number == 0,
        )
        for number, origin in enumerate(origins)
    )  # fmt: skip
    return Fact(subject=name, aspect=aspect, value=value, places=places, reason="")
