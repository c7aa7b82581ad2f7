"""What a schema says about one value, merged once, and what of a value doesn't travel in its direction."""

from __future__ import annotations

from typing import Any

from docpact.mock.document import Document
from docpact.mock.merging import Merged, Schema, merge


def merged_schema(document: Document, schema: Schema) -> Merged:
    """Return what a schema says with all that it refers to; found once for each schema of the document."""
    found: Merged = document.remember(schema, _merge_one)
    return found


def find_hidden(document: Document, merged: Merged) -> frozenset[str]:
    """Return the names of the properties that no response has."""
    found: frozenset[str] = document.remember(merged.properties, Document.hidden)
    return found


def find_unsent(document: Document, merged: Merged) -> frozenset[str]:
    """Return the names of the properties that no request sets."""
    return frozenset(name for name, part in merged.properties.items() if document.is_read_only(part))


def _merge_one(document: Document, schema: Schema) -> Merged:
    return merge(document, [schema])


def without_hidden(document: Document, value: Any, schema: Schema) -> Any:  # noqa: ANN401
    """Return the value without the properties, at any depth, that are only written."""
    if not document.hides or not isinstance(value, dict | list):
        return value
    merged = merged_schema(document, schema)
    parts = [part for choice in merged.choices for part in choice.parts]
    whole = merge(document, [schema, *parts]) if parts else merged
    if isinstance(value, list):
        items = whole.words.get("items", True)
        return [without_hidden(document, element, items) for element in value]
    hidden = document.hidden(whole.properties)
    return {
        name: without_hidden(document, part, whole.properties.get(name, True))
        for name, part in value.items()
        if name not in hidden
    }


def choose_kind(merged: Merged) -> str:
    """Return which of its types a value is made of; empty for nothing, or null."""
    words = merged.words
    types = merged.types
    if types is None:
        if merged.properties or merged.required or {"additionalProperties", "minProperties"} & words.keys():
            return "object"
        if {"items", "prefixItems", "minItems", "contains"} & words.keys():
            return "array"
        if merged.patterns or {"minLength", "maxLength", "format"} & words.keys():
            return "string"
        return "number" if {"minimum", "maximum", "multipleOf", "exclusiveMinimum"} & words.keys() else ""
    order = ("array", "object", "boolean", "number", "integer", "string")
    return next((kind for kind in order if kind in types), "")
