"""Which components of a document a schema refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

START = "#/components/"


@dataclass(slots=True)
class Components:
    """The components of a document; what each refers to is looked for once."""

    sections: Mapping[str, Mapping[str, Any]]
    """The `components` of the document: section → name → component."""
    _inside: dict[tuple[str, str], frozenset[tuple[str, str]]] = field(default_factory=dict)
    """Section and name of a component → those that it refers to."""

    def reach(self, schema: object) -> dict[str, dict[str, Any]]:
        """Return the components that a schema refers to, directly or not, in the document's form."""
        todo = list(_find(schema))
        found: dict[str, dict[str, Any]] = {}
        while todo:
            section, name = place = todo.pop()
            component = self.sections.get(section, {}).get(name)
            if component is None or name in found.get(section, {}):
                continue
            found.setdefault(section, {})[name] = component
            if place not in self._inside:
                self._inside[place] = frozenset(_find(component))
            todo += self._inside[place]
        return found


def _find(node: object) -> Iterator[tuple[str, str]]:
    """Yield section and name of the components that are referred to in a node."""
    todo = [node]
    while todo:
        part = todo.pop()
        if isinstance(part, list):
            todo += part
        elif isinstance(part, dict):
            reference = part.get("$ref")
            if isinstance(reference, str) and reference.startswith(START):
                section, _, rest = reference.removeprefix(START).partition("/")
                yield section, rest.partition("/")[0].replace("~1", "/").replace("~0", "~")
            todo += part.values()
