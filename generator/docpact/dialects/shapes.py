"""What JSON samples look like: which names stand in which, with lists looked through and values left aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

DEEPEST = 32
"""No body that people document is deeper; a sample may be anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The shape of a value, or of several values together."""

    properties: Mapping[str, Shape] = field(default_factory=dict)
    """Those of the object, or of the objects in the list; of several, all that any has."""
    lists: int = 0
    """In how many lists the objects stand."""
    map: bool = False
    """Whether the keys of the object vary: `properties` are then those of its values."""
    plain: bool = False
    """Whether a value is a text, a number or a truth value."""

    def at(self, path: Sequence[str]) -> Shape | None:
        """Return the shape at that place; None where no value has it."""
        shape: Shape | None = self
        for name in path:
            shape = shape.properties.get(name) if shape is not None else None
        return shape

    def paths(self) -> Iterator[tuple[str, ...]]:
        """Yield the way to each property, outer ones first."""
        level: list[tuple[tuple[str, ...], Shape]] = [((), self)]
        while level:
            inner = [((*path, name), below) for path, shape in level for name, below in shape.properties.items()]
            yield from (path for path, _ in inner)
            level = inner

    def has(self, name: str) -> bool:
        """Tell whether any property has that name."""
        return any(path[-1] == name for path in self.paths())


NO_SHAPE = Shape()
PLAIN = Shape(plain=True)
IDENTIFIER = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}|\d+|\d+(?:\.\d+){3}", re.IGNORECASE)
"""Keys that are values: UUIDs, with hyphens or without, numbers, addresses."""


def read_shape(value: Any, depth: int = 0) -> Shape:  # noqa: ANN401 - a sample is any JSON value.
    """Return the shape of a JSON value; what is nested absurdly deep has none."""
    if depth > DEEPEST:
        return NO_SHAPE
    if isinstance(value, dict):
        if value and all(IDENTIFIER.fullmatch(name) for name in value):
            inner = merge_shapes([read_shape(one, depth + 1) for one in value.values()])
            return Shape(properties=inner.properties, map=True)
        return Shape(properties={name: read_shape(inner, depth + 1) for name, inner in value.items()})
    if isinstance(value, list):
        inner = merge_shapes([read_shape(one, depth + 1) for one in value])
        return Shape(properties=inner.properties, lists=inner.lists + 1)
    return NO_SHAPE if value is None else PLAIN


def merge_shapes(shapes: Sequence[Shape]) -> Shape:
    """Return what all of them show together; of a list and no list, the first with properties counts."""
    if len(shapes) == 1:
        return shapes[0]
    names = dict.fromkeys(name for shape in shapes for name in shape.properties)
    lists = next((shape.lists for shape in shapes if shape.properties), max((s.lists for s in shapes), default=0))
    merged = {name: merge_shapes([s.properties[name] for s in shapes if name in s.properties]) for name in names}
    plain = any(shape.plain for shape in shapes)
    return Shape(properties=merged, lists=lists, map=any(shape.map for shape in shapes), plain=plain)
