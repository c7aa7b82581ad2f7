"""Properties of a body that no schema names: servers add some before the documentation does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contract_suite.document import Document

DEEPEST = 12
"""Deeper than any response; schemas may be recursive."""
ENTRIES = 5
"""How many entries of a list are looked at."""


def find_unknown_properties(
    document: Document, schema: Any, value: Any, place: str = "", depth: int = 0  # noqa: ANN401 - a schema; any JSON value.
) -> Iterator[str]:  # fmt: skip
    """Yield the places of properties that no schema names, at any depth: `list[].size`."""
    schema = document.resolve(schema)
    if depth > DEEPEST or not isinstance(schema, dict):
        return
    if isinstance(value, list):
        items = next((s["items"] for s in find_alternatives(document, schema) if "items" in s), None)
        for entry in value[:ENTRIES] if items is not None else ():
            yield from find_unknown_properties(document, items, entry, f"{place}[]", depth + 1)
    elif isinstance(value, dict):
        known = document.properties(schema)
        if not known or isinstance(schema.get("additionalProperties"), dict):
            return
        for name, inner in value.items():
            where = f"{place}.{name}" if place else name
            if name not in known:
                yield where
            else:
                yield from find_unknown_properties(document, known[name], inner, where, depth + 1)


def find_alternatives(document: Document, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema with all its alternatives and parts, resolved."""
    yield schema
    for keyword in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(keyword, ()):
            resolved = document.resolve(part)
            if isinstance(resolved, dict):
                yield from find_alternatives(document, resolved)
