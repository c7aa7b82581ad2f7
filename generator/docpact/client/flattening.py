"""`allOf` written out: a schema with all properties of its parts, for where openapi-python-client can't join them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.document import resolve, schema_types

# Say nothing about which values are valid.
WORDS = frozenset({
    "default", "deprecated", "description", "discriminator", "example", "examples", "externalDocs", "readOnly", "title",
    "writeOnly", "xml",
})  # fmt: skip
OPEN = {"x-open": True}
"""Stands for a schema of any type, where the parts of an `allOf` have no common form."""
LISTS, NAMED, SINGLE = ("oneOf", "anyOf", "prefixItems"), ("properties",), ("items", "additionalProperties")


def flatten_schema(document: Mapping[str, Any], schema: Any, inside: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
    """Return the schema with each `allOf` in it joined; `OPEN` where the parts have no common form.

    References stay, but for those that are parts of an `allOf`; `inside` are those that lead here.
    """
    if not isinstance(schema, Mapping) or "$ref" in schema:
        return schema
    found: dict[str, Any] = {key: value for key, value in schema.items() if key != "allOf"}
    for key in LISTS:
        if isinstance(found.get(key), list):
            found[key] = [flatten_schema(document, part, inside) for part in found[key]]
    for key in NAMED:
        if isinstance(found.get(key), Mapping):
            found[key] = {name: flatten_schema(document, part, inside) for name, part in found[key].items()}
    for key in SINGLE:
        if key in found:
            found[key] = flatten_schema(document, found[key], inside)
    parts = schema.get("allOf")
    return _join(document, found, parts, inside) if isinstance(parts, list) and parts else found


def _join(document: Mapping[str, Any], own: dict[str, Any], parts: list[Any], inside: tuple[str, ...]) -> Any:  # noqa: ANN401
    kept = [part for part in parts if isinstance(part, Mapping) and part.keys() - WORDS]
    if not own.keys() - WORDS and len(kept) == 1:
        return flatten_schema(document, kept[0], inside)
    joined: dict[str, Any] = {}
    for part in [*kept, own]:
        reference = part.get("$ref")
        if reference in inside:
            continue
        below = (*inside, reference) if reference else inside
        flat = flatten_schema(document, resolve(document, part), below)
        types, known = schema_types(document, flat) - {"null"}, schema_types(document, joined) - {"null"}
        if {"oneOf", "anyOf", "$ref"} & flat.keys() or (types and known and not types & known):
            return OPEN
        _add(joined, flat)
    return joined


def _add(joined: dict[str, Any], part: Mapping[str, Any]) -> None:
    """Add what one part says; what it says of a property again counts, unless it says nothing."""
    for key, value in part.items():
        if key == "properties":
            known = joined.setdefault("properties", {})
            known.update({name: one for name, one in value.items() if one or name not in known})
        elif key == "required" and isinstance(value, list):
            joined["required"] = [*dict.fromkeys([*joined.get("required", ()), *value])]
        elif key == "enum" and isinstance(joined.get("enum"), list):
            joined["enum"] = [one for one in joined["enum"] if one in value] or list(value)
        else:
            joined[key] = value
