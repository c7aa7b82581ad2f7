"""The resources of one collection, found by all their ids, and by those of their parents."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from typing import Any, TypeAlias, TypeVar

Resource: TypeAlias = dict[str, Any]
Keys: TypeAlias = tuple[str, ...]
"""The texts of a resource's ids: those of its parents, then its own."""
Default = TypeVar("Default")


class Shelf(MutableMapping[Keys, Resource]):
    """Ids → resource, in the order in which they came; what one parent has is found without looking at all there is."""

    __slots__ = ("_all", "_below")

    def __init__(self, resources: Mapping[Keys, Resource] | None = None) -> None:
        self._all: dict[Keys, Resource] = {}
        self._below: dict[Keys, dict[Keys, Resource]] = {}
        self.update(resources or {})

    def __getitem__(self, keys: Keys) -> Resource:
        return self._all[keys]

    def __setitem__(self, keys: Keys, resource: Resource) -> None:
        self._all[keys] = resource
        self._below.setdefault(keys[:-1], {})[keys] = resource

    def __delitem__(self, keys: Keys) -> None:
        del self._all[keys]
        siblings = self._below[keys[:-1]]
        del siblings[keys]
        if not siblings:
            del self._below[keys[:-1]]

    def __iter__(self) -> Iterator[Keys]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, keys: object) -> bool:
        return keys in self._all

    def get(self, keys: Keys, default: Default | None = None) -> Resource | Default | None:  # type: ignore[override] # As a dictionary's.
        """Return the resource with those ids."""
        return self._all.get(keys, default)

    def values(self) -> ValuesView[Resource]:
        """Return the resources."""
        return self._all.values()

    def items(self) -> ItemsView[Keys, Resource]:
        """Return ids and resources."""
        return self._all.items()

    def below(self, parents: Keys) -> dict[Keys, Resource]:
        """Return the resources with those parents; it may be changed."""
        return dict(self._below.get(parents, {}))
