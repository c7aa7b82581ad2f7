"""What schemas say about objects, whichever way they say it, and in which direction it counts.

`readOnly` and `writeOnly` members: https://spec.openapis.org/oas/v3.0.3#schema-object (`required` counts in one
direction only), https://json-schema.org/draft/2020-12/json-schema-validation#name-readonly-and-writeonly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from docpact.document.traverse import Change, iterate, rebuild, resolve

PARTS = ("allOf", "anyOf", "oneOf")
FindNames: TypeAlias = Callable[[Mapping[str, Any]], frozenset[str]]
"""Takes a schema, returns the names of its members that don't travel in a direction."""


class Direction(StrEnum):
    """Which way a value travels."""

    REQUEST = "request"
    RESPONSE = "response"

    @property
    def foreign(self) -> str:
        """The keyword of members that don't travel this way."""
        return "readOnly" if self is Direction.REQUEST else "writeOnly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a schema says about an object."""

    properties: Mapping[str, Any]
    """Name → schema, those of its parts and alternatives too; a name in several is an `allOf` of them."""
    required: tuple[str, ...]
    """Names that must be there, sorted: of the schema and all parts of its `allOf`, not of alternatives."""


def read_shape(document: Mapping[str, Any], schema: Any, direction: Direction | None = None) -> Shape:  # noqa: ANN401
    """Return the members of an object schema, `allOf` and alternatives followed; of one direction if one is given."""
    found: dict[str, list[Any]] = {}
    required: set[str] = set()
    for part, sure in _parts(document, schema, frozenset(), sure=True):
        for name, value in (part.get("properties") or {}).items():
            if value not in found.setdefault(name, []):
                found[name].append(value)
        if sure:
            required |= set(part.get("required") or ())
    properties = {name: values[0] if len(values) == 1 else {"allOf": values} for name, values in found.items()}
    if direction is not None:
        properties = {n: v for n, v in properties.items() if not has_flag(document, v, direction.foreign)}
        required -= found.keys() - properties.keys()
    return Shape(properties=properties, required=tuple(sorted(required)))


def _parts(
    document: Mapping[str, Any], schema: Any, seen: frozenset[int], *, sure: bool  # noqa: ANN401
) -> Iterator[tuple[Mapping[str, Any], bool]]:  # fmt: skip
    """Yield the schema and each schema that speaks of the same value, with whether it always counts."""
    if not isinstance(schema, Mapping) or id(schema) in seen:
        return
    seen |= {id(schema)}
    yield schema, sure
    if "$ref" in schema:
        yield from _parts(document, resolve(document, {"$ref": schema["$ref"]}), seen, sure=sure)
    for word in PARTS:
        for part in schema.get(word) or ():
            yield from _parts(document, part, seen, sure=sure and word == "allOf")


def has_flag(document: Mapping[str, Any], schema: Any, flag: str) -> bool:  # noqa: ANN401
    """Tell whether `readOnly`, `writeOnly` or `deprecated` is true for a schema, said by it or by what it refers to."""
    return any(sure and part.get(flag) is True for part, sure in _parts(document, schema, frozenset(), sure=True))


def schema_types(document: Mapping[str, Any], schema: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the JSON types that a schema names, in its parts and alternatives too; empty where it names none."""
    found: set[str] = set()
    for part, _ in _parts(document, schema, frozenset(), sure=True):
        named = part.get("type") or ()
        found |= {named} if isinstance(named, str) else set(named)
    return frozenset(found)


def view_direction(document: Mapping[str, Any], direction: Direction) -> dict[str, Any]:
    """Return the document as it counts in one direction: a member that doesn't travel this way is not required.

    Where a `readOnly` member of a request is sent all the same, its schema still counts.
    """
    if not any(kind == "schema" and direction.foreign in node for kind, node, _ in iterate(document)):
        return dict(document)
    viewed: dict[str, Any] = rebuild(document, _requirement_change(find_foreign(document, direction)))
    return viewed


def view_schema(document: Mapping[str, Any], schema: Any, direction: Direction) -> Any:  # noqa: ANN401
    """Return one schema of the document as it counts in one direction; its references stay."""
    return rebuild(schema, _requirement_change(find_foreign(document, direction)), "schema")


def find_foreign(document: Mapping[str, Any], direction: Direction) -> FindNames:
    """Return what finds the members of a schema that don't travel in a direction."""

    def find(schema: Mapping[str, Any]) -> frozenset[str]:
        members = read_shape(document, schema).properties
        return frozenset(name for name, value in members.items() if has_flag(document, value, direction.foreign))

    return find


def _requirement_change(
    find: Callable[[Mapping[str, Any]], frozenset[str]],
) -> Change:
    def change(kind: str, node: dict[str, Any], _: str) -> Any:  # noqa: ANN401
        if kind != "schema":
            return node
        foreign = find(node)
        return release(node, foreign)

    return change


def release(schema: Any, foreign: frozenset[str], *, drop: bool = False) -> Any:  # noqa: ANN401
    """Return the schema, and the parts of its `allOf`, without these names among those that are required.

    `drop` takes the members themselves out, too.
    """
    if not isinstance(schema, Mapping) or not foreign:
        return schema
    found = dict(schema)
    if isinstance(found.get("required"), list):
        found["required"] = [name for name in found["required"] if name not in foreign]
    if drop and isinstance(found.get("properties"), Mapping):
        found["properties"] = {name: part for name, part in found["properties"].items() if name not in foreign}
    if isinstance(found.get("allOf"), list):
        found["allOf"] = [release(part, foreign, drop=drop) for part in found["allOf"]]
    return found
