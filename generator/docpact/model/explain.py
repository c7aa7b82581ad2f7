"""Why a fact is as it is: every place that speaks of it, and which of them is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from docpact.diagnostics import Origin
from docpact.errors import UsageError
from docpact.model.describe import describe_limits, describe_schema
from docpact.model.evidence import (
    LIST,
    NULLABLE,
    ONE,
    OPTIONAL,
    REASONS,
    REQUIRED,
    Aspect,
    Claim,
    Source,
    settle,
)
from docpact.model.types import Api, Array, Component, Enum, Object, Operation, Parameter, Property, Scalar, Schema


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
    """Return the facts of an operation (by its id, or `METHOD /path`), a component, or one member of either.

    Raises `UsageError` for a name that is none of these.
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
        members = dict(_operation_members(operation))
        whole = [*_operation_facts(operation), *(fact for facts in members.values() for fact in facts)]
        yield operation.operation_id, whole
        yield f"{operation.method} {operation.path}", whole
        yield from members.items()
    for component in api.components:
        yield component.name, list(_component_facts(component))
        if isinstance(component.schema, Object):
            for prop in component.schema.properties:
                yield f"{component.name}.{prop.name}", list(_property_facts(f"{component.name}.{prop.name}", prop))


def _operation_members(operation: Operation) -> Iterator[tuple[str, list[Fact]]]:
    for parameter in operation.parameters:
        name = f"{operation.operation_id}.{parameter.name}"
        yield name, list(_value_facts(name, parameter.schema, parameter.claims, parameter))
    for prop in operation.body.schema.properties if operation.body else ():
        name = f"{operation.operation_id}.body.{prop.name}"
        yield name, list(_property_facts(name, prop))


def _operation_facts(operation: Operation) -> Iterator[Fact]:
    name = operation.operation_id
    signature = f"{operation.method} {operation.path}"
    yield _stated(name, "request line", signature, Source.REQUEST_LINE, [operation.origin])
    for response in operation.responses:
        payload = describe_schema(response.payload) if response.payload else "no payload"
        shown = f"{response.status}, {payload}{', in the envelope' if response.enveloped else ''}"
        places = [response.origin, *(example.origin for example in response.examples)]
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
        yield from _property_facts(f"{component.name}.{prop.name}", prop)


def _property_facts(name: str, prop: Property) -> Iterator[Fact]:
    yield from _value_facts(name, prop.schema, prop.claims, prop)


def _value_facts(name: str, schema: Schema, claims: Sequence[Claim], owner: Property | Parameter) -> Iterator[Fact]:
    inner = schema.items if isinstance(schema, Array) else schema
    values = {
        Aspect.NAME: owner.name,
        Aspect.TYPE: describe_schema(inner),
        Aspect.ARRAY: LIST if isinstance(schema, Array) else ONE,
        Aspect.REQUIRED: REQUIRED if owner.required else OPTIONAL,
        Aspect.NULLABLE: NULLABLE if isinstance(owner, Property) and owner.nullable else "",
        Aspect.LIMITS: describe_limits(schema),
        Aspect.VALUES: ", ".join(str(m.value) for m in inner.members) if isinstance(inner, Scalar) else "",
    }
    for aspect, value in values.items():
        speaking = [claim for claim in claims if claim.aspect is aspect]
        if value and speaking:
            yield _settled(name, aspect, value, speaking)


def _settled(name: str, aspect: Aspect, value: str, claims: Sequence[Claim]) -> Fact:
    winner = settle(claims, aspect)
    places = tuple(
        Place(source=c.source, origin=c.origin, says=c.value, text=c.text, believed=c is winner)
        for c in sorted(claims, key=lambda claim: claim is not winner)
    )
    if len(places) == 1:
        reason = "nothing else speaks of it"
    elif len({place.says for place in places}) == 1:
        reason = "all agree"
    else:
        reason = REASONS[aspect]
    return Fact(subject=name, aspect=str(aspect), value=value, places=places, reason=reason)


def _stated(name: str, aspect: str, value: str, source: Source, origins: Sequence[Origin]) -> Fact:
    places = tuple(
        Place(
            source=source if number == 0 else Source.SAMPLE_RESPONSE, origin=origin, says=value if number == 0 else "",
            text="", believed=number == 0,
        )
        for number, origin in enumerate(origins)
    )  # fmt: skip
    return Fact(subject=name, aspect=aspect, value=value, places=places, reason="")
