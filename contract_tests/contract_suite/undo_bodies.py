"""The body of a request that restores a state, made from what an operation shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from contract_suite.conformance import ConformanceChecker
from contract_suite.document import KEY, Document, Operation

MISSING = object()


def compose_restoring(  # noqa: PLR0913 - a change, and the states before and after it.
    document: Document, conformance: ConformanceChecker, change: Operation, *, written: AbstractSet[str],
    before: Mapping[str, Any], now: Mapping[str, Any],
) -> dict[str, Any] | None:  # fmt: skip
    """Return the body that changes what was written back to the state before; None where none does.

    A PUT replaces all: it gets every property that is shown, and leaves out those that had no value. A PATCH gets what
    was written, with null for what had no value. Id and revision are those of now.
    """
    schema = document.resolve(document.body_schema(change))
    properties = document.properties(schema)
    required = set(schema.get("required", ()))
    body: dict[str, Any] = {}
    for name in properties if change.method == "PUT" else [n for n in properties if n in required | set(written)]:
        source = now if name in {KEY, document.conventions.revision} else before
        value = restrict(document, properties[name], source.get(name, MISSING))
        if value is not MISSING and _accepts(conformance, properties[name], value):
            body[name] = value
        elif value is not MISSING and value is not None:
            return None
        elif change.method != "PUT" or name in required:
            if not _accepts(conformance, properties[name], None):
                return None
            body[name] = None
    return body if conformance.accepts(document.body_schema(change), body) else None


def _accepts(conformance: ConformanceChecker, schema: Any, value: Any) -> bool:  # noqa: ANN401 - as below.
    return conformance.accepts(schema, value) if isinstance(schema, dict) else bool(schema)


def restrict(document: Document, schema: Any, value: Any) -> Any:  # noqa: ANN401 - a schema; any JSON value.
    """Return a value without the properties that a schema doesn't name: more is shown than sent."""
    if isinstance(value, list):
        resolved = document.resolve(schema)
        items = resolved.get("items", {}) if isinstance(resolved, dict) else {}
        return [restrict(document, items, entry) for entry in value]
    known = document.properties(schema)
    if not isinstance(value, dict) or not known:
        return value
    return {name: restrict(document, known[name], inner) for name, inner in value.items() if name in known}


def find_shown(document: Document, reader: Operation, names: AbstractSet[str]) -> Iterator[str]:
    """Yield the properties that an operation is documented to show: of the object that has one of those names."""
    payload = document.payload_schema(reader)
    items = payload.get("items", {}) if isinstance(payload, dict) else {}
    schemas = [payload, items, *document.properties(payload).values()]
    for schema in map(document.resolve, schemas):
        inner = document.resolve(schema.get("items", schema)) if isinstance(schema, dict) else schema
        if names & set(document.properties(inner)):
            yield from document.properties(inner)
