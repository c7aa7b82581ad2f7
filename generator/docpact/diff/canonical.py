"""Documents without what may be written or not: defaults, wrappers and names that mean nothing to a program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.diff.findings import WORDS, Node, dump
from docpact.document import rebuild, resolve

# What is so anyway where nothing is said.
SCHEMA_DEFAULTS: Node = {
    "additionalProperties": True, "unevaluatedProperties": True, "unevaluatedItems": True, "required": [],
    "properties": {}, "patternProperties": {}, "uniqueItems": False, "minLength": 0, "minItems": 0, "minProperties": 0,
    "readOnly": False, "writeOnly": False, "deprecated": False, "items": True, "allOf": [],
}  # fmt: skip
DEFAULTS: Mapping[str, Node] = {
    "schema": SCHEMA_DEFAULTS,
    "operation": {"deprecated": False, "tags": [], "parameters": [], "callbacks": {}},
    "parameter": {"required": False, "deprecated": False, "allowEmptyValue": False, "allowReserved": False},
    "header": {"required": False, "deprecated": False, "explode": False, "style": "simple"},
    "body": {"required": False},
    "response": {"headers": {}, "links": {}, "content": {}},
}
SHARED = frozenset({"parameter", "header", "example", "link", "body"})
"""What is compared where it is used, whether it has a name or not."""
STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


def canonicalise(document: Node) -> dict[str, Any]:
    """Return the document with everything that goes without saying left out.

    `allOf` around a single reference, as OpenAPI 3.0 needs it to describe one, is the reference with words beside it.
    """

    def change(kind: str, node: dict[str, Any], _: str) -> Any:  # noqa: ANN401 - any JSON value.
        if kind in SHARED and "$ref" in node:
            # Nothing of these kinds holds itself, so this ends.
            return rebuild(resolve(document, node), change, kind)
        return _change(kind, node)

    found: dict[str, Any] = rebuild(document, change)
    return found


def _change(kind: str, node: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
    defaults = DEFAULTS.get(kind)
    if kind == "parameter":
        node = _without_default_style(node)
    if defaults:
        node = {name: value for name, value in node.items() if name not in defaults or not _same(value, defaults[name])}
    return _canonical_schema(node) if kind == "schema" else node


def _same(value: Any, default: Any) -> bool:  # noqa: ANN401
    # `{}` is the schema that `true` is.
    return dump(value) == dump(default) or (default is True and value == {})


def _without_default_style(node: dict[str, Any]) -> dict[str, Any]:
    usual = STYLES.get(str(node.get("in")))
    style = node.get("style", usual)
    skipped = {"style"} if style == usual else set()
    if "explode" in node and node["explode"] is (style == "form"):
        skipped.add("explode")
    return {name: value for name, value in node.items() if name not in skipped}


def _canonical_schema(node: dict[str, Any]) -> Any:  # noqa: ANN401 - a mapping, true or false.
    listed = node.get("type")
    if isinstance(listed, list):
        node = {**node, "type": listed[0] if len(listed) == 1 else sorted(listed)}
    parts = node.get("allOf")
    if isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], Mapping):
        rest = {name: value for name, value in node.items() if name != "allOf"}
        # What is said outside is said of the place, and counts rather than what the part says of itself.
        if not set(rest) - WORDS - {"x-source", "deprecated", "readOnly", "writeOnly"}:
            return {**parts[0], **rest}
    return False if node in ({"not": {}}, {"not": True}) else node
