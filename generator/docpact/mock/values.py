"""Schemas → one value each that keeps to them: the same every time."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docpact.mock.document import Document

FORMATS = {
    "date-time": "2024-01-01T00:00:00.000Z",
    "date": "2024-01-01",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "email": "someone@example.com",
    "uri": "https://example.com/",
}
DEEPEST = 12


def make_value(document: Document, schema: Any, depth: int = 0) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a value that the schema accepts, null only where it accepts nothing else."""
    schema = document.resolve(schema)
    if not isinstance(schema, dict) or depth > DEEPEST:
        return None
    given = [schema[keyword] for keyword in ("const", "example", "default") if keyword in schema]
    given += [value for value in schema.get("enum", ()) if value is not None][:1]
    if given:
        return deepcopy(given[0])
    for keyword in ("oneOf", "anyOf"):
        if schema.get(keyword):
            parts = [part for part in schema[keyword] if document.resolve(part).get("type") != "null"]
            return make_value(document, (parts or schema[keyword])[0], depth + 1)
    kinds = document.types(schema) - {"null"}
    if kinds & {"object", "array"} or "properties" in schema or "allOf" in schema:
        return _composed(document, schema, kinds, depth)
    return _scalar(schema, kinds)


def _composed(document: Document, schema: dict[str, Any], kinds: frozenset[str], depth: int) -> Any:  # noqa: ANN401
    if "array" not in kinds:
        return {
            name: make_value(document, part, depth + 1)
            for name, part in document.properties(schema).items()
            if depth < DEEPEST or name in schema.get("required", ())
        }
    count = max(1, schema.get("minItems", 1)) if depth < DEEPEST else schema.get("minItems", 0)
    return [make_value(document, schema.get("items", {}), depth + 1) for _ in range(count)]


def _scalar(schema: dict[str, Any], kinds: frozenset[str]) -> Any:  # noqa: ANN401
    if "boolean" in kinds:
        return False
    if kinds & {"integer", "number"}:
        low = schema.get("minimum", 0)
        return min(low, schema["maximum"]) if "maximum" in schema else low
    if "string" in kinds:
        if "pattern" in schema:
            return "12345"[: schema.get("maxLength", 5)].ljust(schema.get("minLength", 0), "6")
        text = FORMATS.get(schema.get("format", ""), "text")
        return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]
    return None
