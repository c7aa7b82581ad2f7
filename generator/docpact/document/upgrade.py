"""Schemas of every version → those of OpenAPI 3.1.

Source: https://spec.openapis.org/oas/v3.1.0#schema-object against https://spec.openapis.org/oas/v3.0.3#schema-object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docpact.document.faults import Finding, Report
from docpact.document.schema_check import check_schema
from docpact.document.traverse import rebuild

LIMITS = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))
TEXTUAL = {"file": {"type": "string", "format": "binary"}}
"""What isn't JSON Schema's, and what is meant."""


def upgrade_schemas(document: dict[str, Any], version: str, file: str, report: Report) -> dict[str, Any]:
    """Return the document with the schemas of 3.1, and without keywords that can't mean anything.

    What 3.0 writes is read as it is meant in 3.1 too, where many documents still have it, but reported there.
    """
    new = version not in {"2.0", "3.0"}

    def change(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401
        if kind != "schema":
            return node
        where = f"{file}#{pointer}"

        def say(message: str) -> None:
            report(Finding(where=where, message=message))

        return check_schema(_upgrade(node, say if new else _silent), where, say)

    upgraded: dict[str, Any] = rebuild(document, change)
    return upgraded


def _silent(_: str) -> None:
    """Report nothing: in 3.0 it is right."""


def _upgrade(schema: dict[str, Any], say: Callable[[str], None]) -> dict[str, Any]:
    found = schema
    if found.get("type") in ({}, "file"):
        found = {**found, **TEXTUAL["file"]}
    for limit, exclusive in LIMITS:
        if isinstance(found.get(exclusive), bool):
            found = dict(found)
            say(f"`{exclusive}` is true or false in OpenAPI 3.0 only; it is read as it is meant there")
            if found.pop(exclusive) and limit in found:
                found[exclusive] = found.pop(limit)
    if "example" in found:
        found = dict(found)
        example = found.pop("example")
        # What stands at the same place is kept: `examples` is the newer word, and says more.
        found.setdefault("examples", [example])
    for word in ("nullable", "x-nullable"):
        if isinstance(found.get(word), bool):
            found = dict(found)
            if found.pop(word):
                say(f"`{word}` is not of OpenAPI 3.1; it is read as it is meant in 3.0")
                found = _with_null(found)
    return found


def _with_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema that lets null through, too."""
    listed = schema.get("type")
    if listed is None:
        bare = not set(schema) - {"description", "title", "examples", "deprecated", "readOnly", "writeOnly"}
        return schema if bare else _beside_null(schema)
    types = [*(listed if isinstance(listed, list) else [listed])]
    found = {**schema, "type": types if "null" in types else [*types, "null"]}
    if isinstance(found.get("enum"), list) and None not in found["enum"]:
        found["enum"] = [*found["enum"], None]
    # Such keywords are met by null only where they stand beside it.
    if {"allOf", "anyOf", "oneOf", "$ref", "not", "const"} & found.keys():
        return _beside_null(schema)
    return found


def _beside_null(schema: dict[str, Any]) -> dict[str, Any]:
    outside: dict[str, Any] = {
        name: schema[name]
        for name in ("title", "description", "readOnly", "writeOnly", "deprecated", "examples", "default")
        if name in schema
    }
    inside = {name: value for name, value in schema.items() if name not in outside}
    return {**outside, "anyOf": [inside, {"type": "null"}]}
