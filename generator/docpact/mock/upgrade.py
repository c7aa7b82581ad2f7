"""OpenAPI 3.0 → 3.1, as far as it says what a value may be: null, and limits that are not included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.errors import InputError

EXAMPLES = frozenset({"example", "examples", "default", "enum", "const", "value"})
"""Below them stand values, not schemas."""


def upgrade_document(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the document with the schemas of 3.1; one that is not of 3.0 is returned as it is.

    Raises `InputError` for one of Swagger 2.0.
    """
    if "swagger" in document:
        raise InputError(
            "is of Swagger 2.0", where="the document", hint="convert it to OpenAPI 3, as swagger2openapi does"
        )
    if not str(document.get("openapi", "")).startswith("3.0"):
        return document
    upgraded: Mapping[str, Any] = _upgrade(document)
    return upgraded


def _upgrade(node: Any) -> Any:  # noqa: ANN401 - any JSON value.
    if isinstance(node, list):
        return [_upgrade(element) for element in node]
    if not isinstance(node, Mapping):
        return node
    found = {
        # A property may be called `default`: then a schema stands there, and below `properties` all are names.
        name: {key: _upgrade(part) for key, part in value.items()}
        if name == "properties" and isinstance(value, Mapping)
        else value
        if name in EXAMPLES
        else _upgrade(value)
        for name, value in node.items()
    }
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(found.get(exclusive), bool) and found.pop(exclusive) and limit in found:
            found[exclusive] = found.pop(limit)
    if found.pop("nullable", False) is True:
        return _with_null(found)
    return found


def _with_null(schema: dict[str, Any]) -> dict[str, Any]:
    if isinstance(schema.get("type"), str):
        enum = {"enum": [*schema["enum"], None]} if "enum" in schema and None not in schema["enum"] else {}
        return {**schema, "type": [schema["type"], "null"], **enum}
    return {"anyOf": [schema, {"type": "null"}]} if schema else schema
