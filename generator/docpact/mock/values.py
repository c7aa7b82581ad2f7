"""Schemas → one value each that keeps to them: the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
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
MOST_VALUES = 10_000
"""Values inside one that is made up; beyond, what may be left out is."""
MOST_ELEMENTS = 100
LONGEST_TEXT = 10_000
"""A document may ask for any number of elements or characters; nobody needs more of a made-up value."""


def make_value(document: Document, schema: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a value that the schema accepts, null only where it accepts nothing else.

    Properties that lead back to their own schema are left out where they are optional, lists of them are empty.
    """
    return _Maker(document).make(schema, ())


@dataclass(slots=True)
class _Maker:
    """Makes one value."""

    document: Document
    left: int = MOST_VALUES
    """How many values may still be made."""

    def make(self, schema: Any, above: tuple[int, ...]) -> Any:  # noqa: ANN401 - any JSON value.
        """Return a value; `above` identifies the schemas that it is a part of."""
        self.left -= 1
        schema = self.document.resolve(schema)
        if not isinstance(schema, Mapping) or len(above) > DEEPEST or self.left < 0:
            return None
        given = [schema["const"]] if "const" in schema else [*schema.get("examples", ())[:1]]
        given += [schema["default"]] if "default" in schema else []
        given += [value for value in schema.get("enum", ()) if value is not None][:1]
        if given:
            return deepcopy(given[0])
        above = (*above, id(schema))
        for keyword in ("oneOf", "anyOf"):
            if schema.get(keyword):
                return self.make(self._alternative(schema[keyword], above), above)
        kinds = self.document.types(schema) - {"null"}
        if "array" in kinds:
            return self._list(schema, above)
        if "object" in kinds or "properties" in schema or "allOf" in schema:
            return self._object(schema, above)
        return _scalar(schema, kinds)

    def _alternative(self, parts: list[Any], above: tuple[int, ...]) -> Any:  # noqa: ANN401 - any schema.
        """Return the first alternative that is neither null nor leads back; null where it may be, else the first."""
        others = [part for part in parts if self.document.resolve(part).get("type") != "null"]
        straight = [part for part in others if not self._leads_back(part, above)]
        if straight:
            return straight[0]
        return next((part for part in parts if part not in others), parts[0])

    def _object(self, schema: Mapping[str, Any], above: tuple[int, ...]) -> dict[str, Any]:
        shape = self.document.shape(schema)
        required = {*shape.required, *schema.get("required", ())}
        return {
            name: self.make(part, above)
            for name, part in shape.members.items()
            if name not in shape.hidden
            and (name in required or (len(above) <= DEEPEST and self.left > 0 and not self._leads_back(part, above)))
        }

    def _list(self, schema: Mapping[str, Any], above: tuple[int, ...]) -> list[Any]:
        items, least = schema.get("items", {}), min(schema.get("minItems", 0), MOST_ELEMENTS)
        wanted = least if len(above) > DEEPEST or self.left <= 0 or self._leads_back(items, above) else max(1, least)
        return [self.make(items, above) for _ in range(wanted)]

    def _leads_back(self, schema: Any, above: tuple[int, ...]) -> bool:  # noqa: ANN401 - any schema.
        return id(self.document.resolve(schema)) in above


def _scalar(schema: Mapping[str, Any], kinds: frozenset[str]) -> Any:  # noqa: ANN401
    if "boolean" in kinds:
        return False
    if kinds & {"integer", "number"}:
        low = schema.get("minimum", 0)
        return min(low, schema["maximum"]) if "maximum" in schema else low
    if "string" in kinds:
        least = min(schema.get("minLength", 0), LONGEST_TEXT)
        if "pattern" in schema:
            return "12345"[: schema.get("maxLength", 5)].ljust(least, "6")
        text = FORMATS.get(schema.get("format", ""), "text")
        return text.ljust(least, "x")[: schema.get("maxLength")]
    return None
