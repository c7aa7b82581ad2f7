"""Properties that `repr` must not show: those that the document marks, and those whose names say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docpact.client.raw import RawModel, names_of
from docpact.client.runtime.discretion import is_sensitive

MARK = "x-sensitive"
"""The extension that marks a property's schema, true or false; an overlay may add it."""


def find_sensitive(document: Mapping[str, Any], models: Mapping[str, RawModel]) -> dict[str, frozenset[str]]:
    """Return model → names of its sensitive members in JSON.

    A name says nothing where models stand in the member: each of them hides its own.
    """
    schemas = (document.get("components") or {}).get("schemas") or {}
    components = {_key(name): dict(_marks_of(schema)) for name, schema in schemas.items()}
    elsewhere = {wire: mark for marks in _all_marks(document) for wire, mark in marks}
    found = {}
    for name, model in models.items():
        marks = components.get(_key(name), elsewhere)
        named = {f.wire: is_sensitive(f.wire) and not names_of(f.annotation) & models.keys() for f in model.fields}
        found[name] = frozenset(wire for wire, said in named.items() if marks.get(wire, said))
    return found


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _marks_of(schema: object) -> Iterator[tuple[str, bool]]:
    """Yield name and mark of a schema's own properties, of those that it extends among them."""
    if isinstance(schema, Mapping):
        for part in schema.get("allOf") or ():
            yield from _marks_of(part)
        for wire, member in (schema.get("properties") or {}).items():
            if isinstance(member, Mapping) and isinstance(member.get(MARK), bool):
                yield wire, member[MARK]


def _all_marks(node: object) -> Iterator[Iterator[tuple[str, bool]]]:
    """Yield the marks of all schemas below a node."""
    if isinstance(node, Mapping):
        if isinstance(node.get("properties"), Mapping):
            yield _marks_of(node)
        for part in node.values():
            yield from _all_marks(part)
    elif isinstance(node, list):
        for part in node:
            yield from _all_marks(part)
