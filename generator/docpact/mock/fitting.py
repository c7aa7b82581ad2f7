"""Values of samples and resources, changed as little as makes a schema accept them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.mock.document import Document
from docpact.mock.merging import Merged, Schema
from docpact.mock.schema_views import choose_kind, find_hidden, merged_schema, without_hidden
from docpact.mock.values import make_value


def fit_value(document: Document, value: Any, schema: Schema) -> Any:  # noqa: ANN401
    """Return the value with as little of it replaced or left out as makes the schema accept it."""
    value = without_hidden(document, value, schema)
    if not isinstance(schema, Mapping) or document.compile(schema).is_valid(value):
        return value
    merged = merged_schema(document, schema)
    fitted = value
    if isinstance(value, dict) and choose_kind(merged) == "object":
        fitted = _fit_object(document, value, merged)
    elif isinstance(value, list) and choose_kind(merged) == "array" and "prefixItems" not in merged.words:
        items = merged.words.get("items", True)
        fitted = [fit_value(document, element, items) for element in value[: merged.words.get("maxItems")]]
    return fitted if document.compile(schema).is_valid(fitted) else make_value(document, schema)


def _fit_object(document: Document, value: Mapping[str, Any], merged: Merged) -> dict[str, Any]:
    hidden = find_hidden(document, merged)
    kept = {name: part for name, part in value.items() if name not in hidden}
    if merged.known is not None or merged.words.get("additionalProperties") is False:
        kept = {name: part for name, part in kept.items() if name in merged.properties}
    fitted = {
        name: fit_value(document, part, merged.properties[name]) if name in merged.properties else part
        for name, part in kept.items()
    }
    for name in merged.required:
        if name not in fitted and name not in hidden:
            fitted[name] = make_value(document, merged.properties.get(name, True))
    return fitted
