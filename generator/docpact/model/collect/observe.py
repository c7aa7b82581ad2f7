"""What the samples show of each property: types, nulls, absence. Collected over the whole documentation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docpact.diagnostics import Origin
from docpact.model.types import Array, Enum, Map, Object, OneOf, Reference, Scalar, Schema

JSON_TYPES = {
    bool: "boolean", int: "integer", float: "number", str: "string", list: "array", type(None): "null",
}  # fmt: skip
DATE_LIKE = re.compile(r"\d{4}-\d\d-\d\d([T ].*)?|\d{1,2}:\d\d.*")


@dataclass(slots=True)
class Observation:
    """What samples show of one property."""

    types: dict[str, Origin] = field(default_factory=dict)
    """JSON type → the first sample with it; of an array, its elements' types."""
    array: Origin | None = None
    single: Origin | None = None
    """The first sample with a value that is neither array nor null."""
    null: Origin | None = None
    missing: Origin | None = None
    """The first sample of the object that leaves the property out."""
    shown: int = 0
    dates: int = 0
    """How many of the strings look like dates or times."""
    spellings: dict[str, int] = field(default_factory=dict)

    @property
    def first(self) -> Origin | None:
        """The first sample that shows it, whatever it shows."""
        return self.single or self.array or self.null

    def add(self, name: str, value: Any, origin: Origin) -> None:  # noqa: ANN401
        """Take a sample of the property into account."""
        self.shown += 1
        self.spellings[name] = self.spellings.get(name, 0) + 1
        if value is None:
            self.null = self.null or origin
        elif isinstance(value, list):
            self.array = self.array or origin
            for element in value:
                self._add_type(element, origin)
        else:
            self.single = self.single or origin
            self._add_type(value, origin)

    def _add_type(self, value: Any, origin: Origin) -> None:  # noqa: ANN401
        if value is not None:
            self.types.setdefault(json_type(value), origin)
            self.dates += isinstance(value, str) and bool(DATE_LIKE.fullmatch(value))


def json_type(value: Any) -> str:  # noqa: ANN401
    """Return the value's JSON Schema type; a number without a fraction is an integer."""
    return JSON_TYPES.get(type(value), "object")


def all_bases(name: str, bases: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the components that one extends, those that these extend among them; itself isn't among them."""
    found: dict[str, None] = {}
    todo = list(bases.get(name, ()))
    while todo:
        base = todo.pop(0)
        if base != name and base not in found:
            found[base] = None
            todo += bases.get(base, ())
    return list(found)


@dataclass(slots=True)
class Observations:
    """All that the samples show, by the object that it belongs to."""

    drafts: Mapping[str, Object | Enum]
    """Component name → its schema."""
    bases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Component name → the components that it extends."""
    properties: dict[tuple[str, str], Observation] = field(default_factory=lambda: defaultdict(Observation))
    """(owner, property in lower case) → what was seen. An owner is a component's name, or a path to an object."""
    extra: dict[str, dict[str, Origin]] = field(default_factory=lambda: defaultdict(dict))
    """Owner → property that no table lists → the first sample with it."""
    _texts: dict[str, Origin] | None = None
    """Property in lower case → a sample that is a text, where none of that name is a date; None until it is asked."""

    def observe(self, owner: str, schema: Schema, value: Any, origin: Origin) -> None:  # noqa: ANN401
        """Walk a sample along the schema that it is a sample of."""
        self._texts = None
        if isinstance(value, list):
            inner = schema.items if isinstance(schema, Array) else schema
            for element in value:
                self.observe(owner, inner, element, origin)
            return
        if isinstance(schema, Array):
            schema = schema.items
        if isinstance(schema, Map) and isinstance(value, dict):
            for entry in value.values():
                self.observe(f"{owner}.*", schema.values, entry, origin)
        elif isinstance(schema, OneOf):
            self.observe(owner, self._closest(schema, value), value, origin)
        elif isinstance(schema, Reference):
            self._observe_component(schema.name, value, origin)
        elif isinstance(schema, Object):
            self._observe_object(owner, schema, value, origin)

    def seen(self, owner: str, name: str) -> Observation:
        """Return what was seen of a property; an empty record where it never was."""
        return self.properties.get((owner, name.lower()), Observation())

    def never_a_date(self, name: str) -> Origin | None:
        """Return a sample of a property of that name that is a text and no date; None where one anywhere is a date."""
        if self._texts is None:
            texts = [(member, seen) for (_, member), seen in self.properties.items() if "string" in seen.types]
            dates = {member for member, seen in texts if seen.dates}
            self._texts = {m: seen.types["string"] for m, seen in reversed(texts) if m not in dates}
        return self._texts.get(name.lower())

    def _observe_component(self, name: str, value: Any, origin: Origin) -> None:  # noqa: ANN401
        """Observe a structure's properties, and those of the structures that it extends."""
        names = [name, *all_bases(name, self.bases)]
        parts = {one: part for one in names if isinstance(part := self.drafts.get(one), Object)}
        for one, part in parts.items():
            self._observe_object(one, part, value, origin, tuple(parts.values()))

    def _observe_object(
        self,
        owner: str,
        schema: Object,
        value: Any,  # noqa: ANN401
        origin: Origin,
        related: Sequence[Object] = (),
    ) -> None:
        """Observe the object's own properties; `related` are the objects that it is one with, by inheritance."""
        if not isinstance(value, dict):
            return
        by_name = {name.lower(): name for name in value}
        known = {prop.name.lower() for one in (schema, *related) for prop in one.properties}
        for prop in schema.properties:
            seen = self.properties[owner, prop.name.lower()]
            name = by_name.get(prop.name.lower())
            if name is None:
                seen.missing = seen.missing or origin
                continue
            seen.add(name, value[name], origin)
            self.observe(f"{owner}.{prop.name}", prop.schema, value[name], origin)
        for lower, name in by_name.items():
            if lower not in known:
                self.extra[owner].setdefault(name, origin)

    def _closest(self, schema: OneOf, value: Any) -> Schema:  # noqa: ANN401
        """Return the alternative that lists most of the value's properties; the first where none does.

        One with a constant that differs from the value's isn't among them.
        """

        def listed(option: Schema) -> int:
            target = self.drafts.get(option.name) if isinstance(option, Reference) else option
            if not isinstance(target, Object) or not isinstance(value, dict):
                return 0
            names = [option.name, *all_bases(option.name, self.bases)] if isinstance(option, Reference) else []
            parts = [part for name in names if isinstance(part := self.drafts.get(name), Object)] or [target]
            known = {prop.name.lower(): prop.schema for part in parts for prop in part.properties}
            if any(_differs(known[name], value[name]) for name in known.keys() & value.keys()):
                return -1
            return sum(name.lower() in known for name in value)

        return max(schema.options, key=listed)


def _differs(schema: Schema, value: Any) -> bool:  # noqa: ANN401
    """Tell whether a value isn't among those that are listed for a property."""
    return isinstance(schema, Scalar) and bool(schema.members) and value not in [m.value for m in schema.members]
