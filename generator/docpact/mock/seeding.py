"""More data, of any size: copies of the samples with other ids, names and numbers, the same for the same seed."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any
from uuid import UUID

from docpact.mock.store import Collection, Resource, Store
from docpact.mock.values import make_value

WORDS = ("North", "South", "East", "West", "Upper", "Lower", "Old", "New", "Inner", "Outer", "Green", "Blue", "Red")
PLACES = ("door", "gate", "shed", "office", "cellar", "attic", "garage", "hall", "store", "workshop", "yard", "loft")
NAMES = frozenset({"name", "title", "alias", "displayName", "label"})


def grow(store: Store, count: int, seed: int = 0) -> None:
    """Fill every collection that has no parents up to that number, from the samples that it has, or a made-up one."""
    for collection in store.collections.values():
        if collection.parents:
            continue
        samples = list(collection.resources.values()) or [make_value(store.document, collection.schema)]
        if not isinstance(samples[0], dict):
            continue
        chooser = random.Random(f"{seed} {collection.path}")  # noqa: S311 - data, no secret.
        while len(collection.resources) < count:
            resource = deepcopy(chooser.choice(samples))
            resource[collection.key] = _new_key(store, collection, chooser)
            store.add(collection, (), _varied(resource, chooser, len(collection.resources)))


def _new_key(store: Store, collection: Collection, chooser: random.Random) -> Any:  # noqa: ANN401 - a number or a text.
    schema = store.document.resolve(collection.members.get(collection.key, {}))
    if schema.get("format") == "uuid":
        return str(UUID(int=chooser.getrandbits(128), version=4))
    return None


def _varied(resource: Resource, chooser: random.Random, number: int) -> Resource:
    for name in NAMES & resource.keys():
        if isinstance(resource[name], str):
            resource[name] = f"{chooser.choice(WORDS)} {chooser.choice(PLACES)} {number}"
    return resource
