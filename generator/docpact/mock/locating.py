"""A call → what it is about: a collection, or one of its resources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docpact.mock.requests import Call
from docpact.mock.store import Collection, Keys, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a call is about."""

    collection: Collection
    parents: Keys
    key: str | None
    """Of one resource; None for the collection."""
    rest: str
    """What follows in the path."""

    @property
    def keys(self) -> Keys:
        """Return all ids on the way to the resource."""
        return (*self.parents, self.key or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where the path of an operation leads: to a collection, to one of its resources, or to something below it."""

    collection: str
    """Its path."""
    key_name: str
    """Of the placeholder that holds the resource's id; empty where the path leads to the collection."""
    rest: str


@dataclass(slots=True)
class Locator:
    """Finds places; where the path of an operation leads is found out once."""

    store: Store
    _routes: dict[str, Route | None] = field(default_factory=dict)
    """By the path of an operation."""

    def locate(self, call: Call) -> Place | None:
        """Return the collection that a call is about, and which of its resources; None where it is about none."""
        path = call.operation.path
        if path not in self._routes:
            self._routes[path] = self._find_route(path)
        route = self._routes[path]
        if route is None:
            return None
        collection = self.store.collections[route.collection]
        parents = tuple(str(call.path[name]) for name in collection.parents)
        key = str(call.path[route.key_name]) if route.key_name else None
        return Place(collection=collection, parents=parents, key=key, rest=route.rest)

    def find_collection(self, path: str) -> Collection | None:
        """Return the collection that the path of an operation leads to, or below; None for another path."""
        if path not in self._routes:
            self._routes[path] = self._find_route(path)
        route = self._routes[path]
        return self.store.collections[route.collection] if route else None

    def _find_route(self, path: str) -> Route | None:
        for known in sorted(self.store.collections, key=len, reverse=True):
            if path == known or path.startswith(f"{known}/"):
                below = path[len(known) :]
                one = re.fullmatch(r"/\{([^}]+)\}(.*)", below)
                return Route(collection=known, key_name=one[1] if one else "", rest=one[2] if one else below)
        return None
