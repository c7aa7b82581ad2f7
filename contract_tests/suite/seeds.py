"""Which ids the server knows: asked of its own lists, so that requests are about something that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from suite.document import PLACEHOLDER, Document, Operation
from suite.resources import Collection, find_collections, find_entries

Binding = dict[str, Any]
"""Values for the placeholders of a path."""
MOST_IDS = 20
MOST_PARENTS = 3
MOST_GUESSES = 8


@dataclass(slots=True)
class Seeds:
    """Ids by collection; those below a parent together with the parent's."""

    document: Document
    collections: tuple[Collection, ...] = ()
    known: dict[str, list[Binding]] = field(default_factory=dict)
    """Path of a collection → what stands for the placeholders of its members' paths."""

    def __post_init__(self) -> None:
        self.collections = find_collections(self.document)

    def find(self, ask: Callable[[Operation, str], Any], usable: Callable[[Operation], bool], parents: int) -> None:
        """Ask the lists; `ask` returns a list's payload, None where it answers no success."""
        for collection in self.collections:
            listing = collection.listing
            if listing is None or listing.interval or not usable(listing):
                continue
            found = list(self._members(collection, listing, ask, parents))
            if found:
                self.known[collection.path] = found[: MOST_IDS * parents]

    def bindings(self, operation: Operation) -> list[Binding]:
        """Return what may stand for the placeholders of an operation's path; empty where nothing is known."""
        if not operation.placeholders:
            return [{}]
        inner = [c for c in self.collections if operation.path.startswith(f"{c.path}/{{{c.placeholder}}}")]
        for collection in sorted(inner, key=lambda c: -len(c.path)):
            found = [b for b in self.known.get(collection.path, ()) if set(operation.placeholders) <= set(b)]
            if found:
                return found
        return [b for b in self._by_name(operation) if set(operation.placeholders) <= set(b)]

    def value(self, name: str, schema: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
        """Return a known id for a parameter of that name: `deviceId`, `mobileId`; None where there is none."""
        wanted = str if schema.get("type") == "string" else int
        for path, bindings in self.known.items():
            if name.lower() == f"{path.rsplit('/', 1)[-1]}id".replace("-", "").lower():
                return next((v for b in bindings for v in [list(b.values())[-1]] if isinstance(v, wanted)), None)
        return next((b[name] for bindings in self.known.values() for b in bindings if name in b), None)

    def _members(
        self, collection: Collection, listing: Operation, ask: Callable[[Operation, str], Any], parents: int
    ) -> Iterator[Binding]:
        tried = 0
        for parent in self._parents(listing):
            entries = find_entries(ask(listing, listing.fill(parent)))
            keys = [key for entry in entries if (key := collection.key_of(entry)) is not None]
            # Where parent and member share a placeholder's name, the member's path has the name once only.
            yield from ({**parent, collection.placeholder: key} for key in list(dict.fromkeys(keys))[:MOST_IDS])
            tried += bool(keys)
            if tried >= parents:
                return

    def _parents(self, operation: Operation) -> list[Binding]:
        found = self.bindings(operation)
        if found:
            return found[:MOST_GUESSES]
        # `/my/device/{deviceId}/access`, and no list of devices: any id of the right type may be one.
        (name,) = operation.placeholders if len(operation.placeholders) == 1 else ("",)
        schema = self.document.parameters(operation, "path").get(name, {}).get("schema", {})
        wanted = {"integer": int, "string": str}.get(str(schema.get("type")))
        values = [
            value
            for path, bindings in self.known.items() if "{" not in path
            for binding in bindings[:MOST_PARENTS] for value in binding.values()
            if wanted and isinstance(value, wanted)
        ]  # fmt: skip
        return [{name: value} for value in dict.fromkeys(values)][:MOST_GUESSES] if name else []

    def _by_name(self, operation: Operation) -> Iterator[Binding]:
        for bindings in self.known.values():
            for binding in bindings:
                if set(binding) >= set(operation.placeholders):
                    yield {name: binding[name] for name in operation.placeholders}
        if len(operation.placeholders) == 1:
            (name,) = operation.placeholders
            match = PLACEHOLDER.search(operation.path)
            before = operation.path[: match.start()] if match else ""
            for path, bindings in self.known.items():
                if before.startswith(f"{path.rstrip('/')}/") or name.lower() == f"{path.rsplit('/', 1)[-1]}id":
                    yield from ({name: list(binding.values())[-1]} for binding in bindings)
