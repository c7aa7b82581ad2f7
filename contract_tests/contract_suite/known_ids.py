"""The ids that the server knows, taken from its own lists, so that requests are about something that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from contract_suite.document import PLACEHOLDER, Document, Operation
from contract_suite.resources import Collection, find_collections, find_entries

Binding = dict[str, Any]
"""Values for the placeholders of a path."""
MOST_IDS = 20
MOST_PARENTS = 3
MOST_GUESSES = 8


@dataclass(slots=True)
class KnownIds:
    """The ids that the lists of the server show."""

    document: Document
    collections: tuple[Collection, ...] = ()
    by_collection: dict[str, list[Binding]] = field(default_factory=dict)
    """Path of a collection → values for all placeholders of its entries' paths, the parents' ids included."""

    def __post_init__(self) -> None:
        self.collections = find_collections(self.document)

    def collect(self, read_list: Callable[[Operation, str], Any], parents: int) -> None:
        """Read the lists of the server; for lists inside a resource, those of at most `parents` parents.

        `read_list` sends the request and returns the payload, None where there is no success.
        """
        for collection in self.collections:
            listing = collection.listing
            if listing is None or listing.interval or listing.safety != "read":
                continue
            found = list(self._entries(collection, listing, read_list, parents))
            if found:
                self.by_collection[collection.path] = found[: MOST_IDS * parents]

    @property
    def texts(self) -> frozenset[str]:
        """All ids that the lists show, as texts."""
        return frozenset(str(v) for bindings in self.by_collection.values() for b in bindings for v in b.values())

    def bindings(self, operation: Operation) -> list[Binding]:
        """Return values for the placeholders of an operation's path, one binding a resource; empty for none known."""
        if not operation.placeholders:
            return [{}]
        inner = [c for c in self.collections if operation.path.startswith(f"{c.path}/{{{c.placeholder}}}")]
        for collection in sorted(inner, key=lambda c: -len(c.path)):
            found = [b for b in self.by_collection.get(collection.path, ()) if set(operation.placeholders) <= set(b)]
            if found:
                return found
        return [b for b in self._by_name(operation) if set(operation.placeholders) <= set(b)]

    def values_like(self, operation: Operation, name: str) -> list[Any]:
        """Return all known ids of the kind that a placeholder of an operation's path stands for; empty for none."""
        before = operation.path.partition(f"/{{{name}}}")[0]
        bindings = self.by_collection.get(before, ())
        return list(dict.fromkeys(list(binding.values())[-1] for binding in bindings))

    def value(self, name: str, schema: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
        """Return a known id for a parameter of that name: `deviceId`, say; None where none is known."""
        wanted = str if schema.get("type") == "string" else int
        for path, bindings in self.by_collection.items():
            if name.lower() == f"{path.rsplit('/', 1)[-1]}id".replace("-", "").lower():
                return next((v for b in bindings for v in [list(b.values())[-1]] if isinstance(v, wanted)), None)
        return next((b[name] for bindings in self.by_collection.values() for b in bindings if name in b), None)

    def values(self, name: str, schema: Mapping[str, Any]) -> list[Any]:
        """Return all ids that a parameter of that name may take, the likeliest first; empty for none known."""
        first = self.value(name, schema)
        if first is None:
            return []
        found = [v for bindings in self.by_collection.values() for b in bindings for v in [list(b.values())[-1]]]
        return list(dict.fromkeys([first, *(value for value in found if type(value) is type(first))]))

    def _entries(
        self, collection: Collection, listing: Operation, read_list: Callable[[Operation, str], Any], parents: int
    ) -> Iterator[Binding]:
        tried = 0
        for parent in self._parents(listing):
            entries = find_entries(read_list(listing, listing.fill(parent)))
            keys = [key for entry in entries if (key := collection.key_of(entry)) is not None]
            # Where parent and entry share a placeholder's name, the entry's path has the name once only.
            yield from ({**parent, collection.placeholder: key} for key in list(dict.fromkeys(keys))[:MOST_IDS])
            tried += bool(keys)
            if tried >= parents:
                return

    def _parents(self, operation: Operation) -> list[Binding]:
        found = self.bindings(operation)
        if found:
            return found[:MOST_GUESSES]
        # `/device/{deviceId}/user`, and no list of devices: any id of the right type may be a device's.
        (name,) = operation.placeholders if len(operation.placeholders) == 1 else ("",)
        schema = self.document.parameters(operation, "path").get(name, {}).get("schema", {})
        wanted = {"integer": int, "string": str}.get(str(schema.get("type")))
        values = [
            value
            for path, bindings in self.by_collection.items() if "{" not in path
            for binding in bindings[:MOST_PARENTS] for value in binding.values()
            if wanted and isinstance(value, wanted)
        ]  # fmt: skip
        return [{name: value} for value in dict.fromkeys(values)][:MOST_GUESSES] if name else []

    def _by_name(self, operation: Operation) -> Iterator[Binding]:
        for bindings in self.by_collection.values():
            for binding in bindings:
                if set(binding) >= set(operation.placeholders):
                    yield {name: binding[name] for name in operation.placeholders}
        if len(operation.placeholders) == 1:
            (name,) = operation.placeholders
            match = PLACEHOLDER.search(operation.path)
            before = operation.path[: match.start()] if match else ""
            for path, bindings in self.by_collection.items():
                if before.startswith(f"{path.rstrip('/')}/") or name.lower() == f"{path.rsplit('/', 1)[-1]}id":
                    yield from ({name: list(binding.values())[-1]} for binding in bindings)
