"""Types, limits and claims in words."""

from __future__ import annotations

from typing import Any

from docpact.dialects.statements import Limits
from docpact.model.evidence import ALWAYS_SHOWN, Aspect, Observed
from docpact.model.types import Array, Enum, Map, Object, OneOf, Reference, Scalar, Schema


def describe_schema(schema: Schema) -> str:
    """Return a type in words: `integer`, `Lock`, `list of Lock`."""
    match schema:
        case Scalar(type=kind, format=form):
            return f"{kind} ({form})" if form else kind
        case Reference(name=name):
            return name
        case Array(items=items):
            return f"list of {describe_schema(items)}"
        case Object():
            return "object"
        case Enum():
            return "enum"
        case Map(values=values):
            return f"map of {describe_schema(values)}"
        case OneOf(options=options):
            return " or ".join(describe_schema(option) for option in options)
        case _:
            return "left open"


def describe_limits(limits: Limits) -> str:
    """Return what a value must keep to: `minimum 1, maximum 100`; empty where nothing is stated."""
    names = ("minimum", "maximum", "min_length", "max_length", "min_items", "max_items", "pattern", "default")
    found = [f"{name.replace('_', ' ')} {getattr(limits, name)}" for name in names if getattr(limits, name) is not None]
    return ", ".join([*found, *(["each once"] if limits.unique_items else [])])


def describe_claim(aspect: Aspect, value: Any) -> str:  # noqa: ANN401 - as `Claim.value`.
    """Return what a claim says about that aspect."""
    match aspect:
        case Aspect.TYPE:
            return describe_observed(value) if isinstance(value, Observed) else describe_schema(value)
        case Aspect.ARRAY:
            return "a list" if value else "one"
        case Aspect.REQUIRED:
            return "required" if value is True or value == ALWAYS_SHOWN else "optional"
        case Aspect.NULLABLE:
            return "may be null" if value else "never null"
        case Aspect.LIMITS:
            return describe_limits(value)
        case Aspect.VALUES:
            return ", ".join(str(member.value) for member in value)
        case Aspect.NAME:
            return str(value)


def describe_observed(observed: Observed) -> str:
    """Return the types that samples show: `integer and string`."""
    return " and ".join(sorted(observed.types)) or "no date"
