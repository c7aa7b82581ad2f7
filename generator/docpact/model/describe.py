"""Types and limits in words."""

from __future__ import annotations

from docpact.model.types import Array, Enum, Limits, Object, Reference, Scalar, Schema


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
        case _:
            return "left open"


def describe_limits(schema: Schema) -> str:
    """Return what a value must keep to: `minimum 1, maximum 100`; empty where nothing is stated."""
    limits: Limits | None = getattr(schema, "limits", None)
    if limits is None:
        return ""
    names = ("minimum", "maximum", "min_length", "max_length", "min_items", "max_items", "pattern", "default")
    found = [f"{name.replace('_', ' ')} {getattr(limits, name)}" for name in names if getattr(limits, name) is not None]
    return ", ".join([*found, *(["each once"] if limits.unique_items else [])])
