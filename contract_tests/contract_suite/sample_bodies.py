"""Bodies for requests: the documentation's samples, else a body made of the schema's required properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contract_suite.document import Document, Operation, Sample
from contract_suite.validators import build_validator

DEEPEST = 8
WORDS = "Contract test"
FORMATS = {
    "date-time": "2030-01-02T03:04:05Z", "date": "2030-01-02", "time": "03:04:05Z", "email": "test@example.com",
    "uuid": "00000000-0000-4000-8000-000000000001", "uri": "https://example.com/", "hostname": "example.com",
    "ipv4": "192.0.2.1",
}  # fmt: skip


def usable_samples(document: Document, operation: Operation) -> tuple[Sample, ...]:
    """Return the documentation's samples of the request body, else one made from the schema; empty for neither."""
    samples, schema = document.body_samples(operation), document.body_schema(operation)
    if samples or not schema:
        return samples
    body = make_value(document, schema)
    whole = document.with_components(schema)
    fits = build_validator(whole, formats=True).is_valid(body)
    return (Sample(name="made", value=body, source=operation.source),) if fits else ()


def make_value(document: Document, schema: Any, depth: int = 0) -> Any:  # noqa: ANN401 - a schema; any JSON value.
    """Return a value that the schema probably accepts: one that it names (const, example, enum …), else a plain one."""
    schema = document.resolve(schema)
    if not isinstance(schema, Mapping) or depth > DEEPEST:
        return None
    named = [schema[word] for word in ("const", "default", "example") if word in schema]
    named += [value for word in ("examples", "enum") for value in list(schema.get(word, ()))[:1]]
    if named:
        return named[0]
    kinds = schema.get("type", ())
    kind = next((k for k in ([kinds] if isinstance(kinds, str) else kinds) if k != "null"), "")
    if kind == "object" or document.properties(schema):
        known = document.properties(schema)
        return {name: make_value(document, known[name], depth + 1) for name in _required(document, schema, known)}
    if kind == "array":
        return [make_value(document, schema.get("items", {}), depth + 1)] * schema.get("minItems", 0)
    if kind:
        return _make_plain(schema, kind)
    parts = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
    values = [make_value(document, part, depth + 1) for part in parts]
    return next((value for value in values if value is not None), None)


def _make_plain(schema: Mapping[str, Any], kind: str) -> Any:  # noqa: ANN401 - any JSON value.
    if kind == "string":
        text = FORMATS.get(schema.get("format", ""), WORDS[: schema.get("maxLength")])
        return text.ljust(schema.get("minLength", 0), "x")
    if kind == "boolean":
        return True
    least = schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
    return min(max(1, least), schema.get("maximum", max(1, least)))


def _required(document: Document, schema: Any, known: Mapping[str, Any]) -> list[str]:  # noqa: ANN401 - a schema.
    """Return the names of the required properties that the schema describes, with those of its `allOf`."""
    schema = document.resolve(schema)
    parts = schema.get("allOf", ()) if isinstance(schema, Mapping) else ()
    found = [*schema.get("required", ()), *(name for part in parts for name in _required(document, part, known))]
    return [name for name in dict.fromkeys(found) if name in known]
