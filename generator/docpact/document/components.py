"""The components of a bundled document: what is one already, and what becomes one because it is referred to."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docpact.document.faults import Place, escape, fault
from docpact.document.references import Files, Here, Spot
from docpact.document.shapes import SHAPES, article

NAME = re.compile(r"[A-Za-z0-9._-]+")
SILENT = frozenset({
    "components", "schemas", "definitions", "paths", "properties", "content", "schema", "items", "parameters", "$defs",
    "responses", "application~1json", "requestBody", "allOf", "anyOf", "oneOf",
})  # fmt: skip
"""Steps of a pointer that say nothing about what stands there."""
WORDS = 2
"""How many steps of a pointer make a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What is to become a component."""

    kind: str
    section: str
    name: str
    value: Any
    spot: Spot


@dataclass(slots=True, kw_only=True)
class Components:
    """Names for everything that is referred to."""

    files: Files
    version: str
    pending: deque[Pending] = field(default_factory=deque)
    _names: dict[tuple[str, Any], str] = field(default_factory=dict)
    """Kind and identity of what is referred to → the reference to its component."""
    _taken: dict[str, set[str]] = field(default_factory=dict)
    """Section → names that are in use."""

    def __post_init__(self) -> None:
        for kind in SHAPES:
            section = self.section(kind)
            holder: Any = self.files.root.value
            for step in section.split("/") if section else ():
                holder = holder.get(step) if isinstance(holder, Mapping) else None
            if section and isinstance(holder, Mapping):
                self._taken[section] = set(map(str, holder))
                for name, value in holder.items():
                    if isinstance(value, Mapping):
                        self._names.setdefault((kind, id(value)), f"#/{section}/{escape(str(name))}")

    def section(self, kind: str) -> str:
        """Return where this version keeps the components of a kind: `components/schemas`; empty for nowhere."""
        old = self.version == "2.0"
        return next((s for s in SHAPES[kind].sections if s.startswith("components/") is not old), "")

    def has(self, kind: str, name: str) -> bool:
        """Tell whether the document has a component of that kind and name, which needs no escapes."""
        return NAME.fullmatch(name) is not None and name in self._taken.get(self.section(kind), ())

    def refer(self, kind: str, reference: str, here: Here, place: Place) -> str:
        """Return the reference to the component that a reference leads to, which becomes one if it isn't yet.

        Raises `InputError` where it leads nowhere, or to what is no such thing.
        """
        section = self.section(kind)
        if not section:
            raise fault(place, f"OpenAPI {self.version} has no reference to {article(kind)}")
        head, _, name = reference.rpartition("/")
        if head == f"#/{section}" and here.base == self.files.root.uri and self.has(kind, name):
            return reference
        value, spot = self.files.follow(reference, here, place)
        # Truth values are the same object everywhere, so those are known by their place.
        key = (kind, id(value) if isinstance(value, Mapping) else f"{spot.here.base}#{spot.pointer}")
        if key not in self._names:
            if not isinstance(value, Mapping) and not (kind == "schema" and isinstance(value, bool)):
                raise fault(place, f"`{reference:.200}` leads to what is not {article(kind)}")
            chosen = self._choose_name(section, spot)
            self._names[key] = f"#/{section}/{chosen}"
            self.pending.append(Pending(kind=kind, section=section, name=chosen, value=value, spot=spot))
        return self._names[key]

    def _choose_name(self, section: str, spot: Spot) -> str:
        """Return a free name: that of the last steps that say something, or of the file."""
        taken = self._taken.setdefault(section, set())
        words = list(_telling_words(spot)) or [section.rpartition("/")[2]]
        base = name = "_".join(words[-WORDS:])
        number = 1
        while name in taken:
            number += 1
            name = f"{base}_{number}"
        taken.add(name)
        return name


def _telling_words(spot: Spot) -> Iterator[str]:
    steps = [step for step in spot.pointer.split("/") if step and step not in SILENT and not step.isdigit()]
    for step in steps or [spot.here.base.rpartition("/")[2].partition(".")[0]]:
        word = "_".join(NAME.findall(step.replace("~1", "/"))).strip("_")
        if word:
            yield word
