"""Schemas of several parts → one schema that says the same, as far as the parts can be put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.diff.findings import EXAMPLES, SOURCE, WORDS, Node, differ
from docpact.diff.limits import LOWER, UPPER
from docpact.diff.views import resolve

ALONE = frozenset({"additionalProperties", "unevaluatedProperties", "unevaluatedItems", "if", "then", "else", "not"})
"""Keywords that speak of the schema that they stand in only, or that can't be put together."""
SAID = WORDS | EXAMPLES | {SOURCE, "deprecated"}


def flatten(schema: Any, document: Node, seen: frozenset[int] = frozenset()) -> Any:  # noqa: ANN401 - a schema.
    """Return the schema with the parts of its `allOf` put together; those that can't be stay there.

    A member that several parts describe must fit all of them. What stands beside a reference is a part, too.
    """
    node, _ = resolve(schema, document)
    if not isinstance(node, Mapping) or id(schema) in seen or not node.get("allOf"):
        return node
    seen |= {id(schema)}
    found = {name: value for name, value in node.items() if name != "allOf"}
    left: list[Any] = []
    for part in node["allOf"]:
        flat = flatten(part, document, seen)
        merged = _merge(found, flat) if isinstance(flat, Mapping) and not ALONE & flat.keys() else None
        if merged is None or ("allOf" in merged and "allOf" not in found):
            left.append(part)
        else:
            found = merged
    return {**found, "allOf": left} if left else found


def _merge(first: Node, second: Node) -> dict[str, Any] | None:
    """Return one schema that says what both say; None where none can be told."""
    found = dict(first)
    for name, value in second.items():
        if name in SAID:
            continue
        if name not in found:
            found[name] = value
        elif differ(found[name], value):
            together = _together(name, found[name], value)
            if together is None:
                return None
            found[name] = together
    return found


def _together(name: str, one: Any, two: Any) -> Any:  # noqa: ANN401 - one kind of keyword each.
    if name == "properties":
        both = {key: {"allOf": [one[key], two[key]]} for key in one if key in two and differ(one[key], two[key])}
        return {**one, **two, **both}
    if name == "required":
        return sorted({*one, *two})
    if name in UPPER:
        return min(one, two)
    if name in LOWER:
        return max(one, two)
    if name == "type":
        types = [set(entry) if isinstance(entry, list) else {entry} for entry in (one, two)]
        shared = sorted(types[0] & types[1])
        return (shared[0] if len(shared) == 1 else shared) or None
    if name == "discriminator":
        return one
    return None
