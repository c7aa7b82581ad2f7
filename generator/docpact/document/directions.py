"""A document in which each schema counts as it does in its direction, for readers that know no `readOnly`.

In the schemas of request bodies and parameters, members that are only read are left out. In all others, members that
are only written are not required. A component that is different in the two directions becomes two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.document.faults import escape, unescape
from docpact.document.schemas import Direction, find_foreign, release
from docpact.document.traverse import iterate, rebuild

SCHEMAS = "#/components/schemas/"
IN_REQUESTS = "requests"
"""How the pointer of a schema begins that is looked at as requests have it."""
REQUESTS = frozenset({"requestBody", "parameters"})
"""The fields of an operation that hold what is sent."""


def split_directions(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with the schemas of both directions; as it is where they are the same."""
    sent, got = (find_foreign(document, direction) for direction in Direction)
    schemas: Mapping[str, Any] = (document.get("components") or {}).get("schemas") or {}
    marked = {name for name, schema in schemas.items() if _is_marked(schema)}
    if not marked and not any(kind == "schema" and _has_flag(node) for kind, node, _ in iterate(document)):
        return dict(document)
    split = _with_holders(schemas, marked)
    names = _choose_names(schemas, split)

    def free(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401
        if kind != "schema":
            return node
        return release(node, (sent if _is_request(pointer) else got)(node))

    def drop(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401
        inside = kind == "schema" and _is_request(pointer)
        return release(node, sent(node), drop=True) if inside else node

    def rename(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401
        inside = kind == "schema" and _is_request(pointer)
        return {**node, "$ref": names[node["$ref"]]} if inside and node.get("$ref") in names else node

    def change(node: Any, kind: str, pointer: str) -> Any:  # noqa: ANN401
        # Flags are found by members and by references: so members go when nothing is required, names change last.
        for step in (free, drop, rename):
            node = rebuild(node, step, kind, pointer)
        return node

    whole: dict[str, Any] = change(document, "document", "")
    if names:
        inside = f"/{IN_REQUESTS}/schemas"
        requests = {names[SCHEMAS + escape(name)]: change(schemas[name], "schema", inside) for name in split}
        added = {unescape(name.removeprefix(SCHEMAS)): schema for name, schema in sorted(requests.items())}
        whole["components"] = {**whole["components"], "schemas": {**whole["components"]["schemas"], **added}}
    return whole


def _has_flag(node: Mapping[str, Any]) -> bool:
    return node.get("readOnly") is True or node.get("writeOnly") is True


def _is_marked(schema: Any) -> bool:  # noqa: ANN401
    return any(kind == "schema" and _has_flag(node) for kind, node, _ in iterate(schema, "schema"))


def _with_holders(schemas: Mapping[str, Any], marked: set[str]) -> set[str]:
    """Return the components that are marked, and all that refer to one of them, directly or not."""
    inside = {
        name: {str(node["$ref"]) for kind, node, _ in iterate(schema, "schema") if kind == "schema" and "$ref" in node}
        for name, schema in schemas.items()
    }
    found = set(marked)
    while more := {n for n in inside if n not in found and inside[n] & {SCHEMAS + escape(name) for name in found}}:
        found |= more
    return found


def _choose_names(schemas: Mapping[str, Any], split: set[str]) -> dict[str, str]:
    """Return the reference to a component → the reference to what it is in requests."""
    taken = set(schemas)
    found: dict[str, str] = {}
    for name in sorted(split):
        other = f"{name}Request"
        while other in taken:
            other += "_"
        taken.add(other)
        found[SCHEMAS + escape(name)] = SCHEMAS + escape(other)
    return found


def _is_request(pointer: str) -> bool:
    parts = pointer.split("/")
    if parts[1] == IN_REQUESTS:
        return True
    if parts[1] == "components":
        return parts[2] in {"requestBodies", "parameters"}
    return parts[1] == "paths" and len(parts) > 4 and parts[4] in REQUESTS  # noqa: PLR2004 - /paths/PATH/METHOD/FIELD.
