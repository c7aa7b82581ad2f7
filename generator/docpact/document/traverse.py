"""Walks over a bundled document, object by object, as the table of shapes says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from docpact.document.faults import escape
from docpact.document.shapes import ANY, FLAG, SHAPES, TEXT, Each, Field

Change: TypeAlias = "Callable[[str, dict[str, Any], str], Any]"
"""Takes an object's kind, the object with its parts changed already, and its pointer; returns what replaces it."""
PLAIN = frozenset({ANY, TEXT, FLAG, "scopes"})


def rebuild(node: Any, change: Change, kind: Field = "document", pointer: str = "") -> Any:  # noqa: ANN401
    """Return a copy in which each object is what the function made of it, the inner ones first."""
    if isinstance(kind, Each):
        if kind.kind in PLAIN:
            return node
        if isinstance(node, Mapping):
            return {
                name: part
                if name.startswith("x-") and not isinstance(part, Mapping)
                else rebuild(part, change, kind.kind, f"{pointer}/{escape(name)}")
                for name, part in node.items()
            }
        parts = enumerate(node) if isinstance(node, list) else ()
        return [rebuild(part, change, kind.kind, f"{pointer}/{index}") for index, part in parts]
    if kind in PLAIN or not isinstance(node, Mapping):
        return node
    shape = SHAPES[kind]
    found = {}
    for name, value in node.items():
        below = shape.fields.get(name) or (shape.rest if not name.startswith("x-") else "")
        found[name] = rebuild(value, change, below, f"{pointer}/{escape(name)}") if below else value
    return change(kind, found, pointer)


def iterate(node: Any, kind: Field = "document", pointer: str = "") -> Iterator[tuple[str, Mapping[str, Any], str]]:  # noqa: ANN401
    """Yield each object with its kind and pointer, the outer ones first."""
    if isinstance(kind, Each):
        parts = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
        if kind.kind not in PLAIN:
            for name, part in parts:
                yield from iterate(part, kind.kind, f"{pointer}/{escape(str(name))}")
    elif kind not in PLAIN and isinstance(node, Mapping):
        yield kind, node, pointer
        shape = SHAPES[kind]
        for name, value in node.items():
            below = shape.fields.get(name) or (shape.rest if not name.startswith("x-") else "")
            if below:
                yield from iterate(value, below, f"{pointer}/{escape(name)}")


def resolve(document: Mapping[str, Any], node: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return what a local reference leads to, through several; a node without one is returned as it is.

    A reference that leads to itself, or nowhere, gives an empty mapping.
    """
    seen: set[str] = set()
    while isinstance(node, Mapping) and isinstance(node.get("$ref"), str):
        reference = node["$ref"]
        if reference in seen:
            return {}
        seen.add(reference)
        node = document
        for step in reference.removeprefix("#/").split("/"):
            key = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(node, Mapping) or key not in node:
                return {}
            node = node[key]
    return node
