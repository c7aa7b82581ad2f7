"""What the mock remembers: collections of resources, inferred from paths and filled from the document's samples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import NAMESPACE_URL, uuid5

from docpact.mock.collecting import Plan, plan_collections, read_members
from docpact.mock.document import Document
from docpact.mock.listing import KEY
from docpact.mock.operations import PLACEHOLDER, Operation
from docpact.mock.projection import unwrap_sample
from docpact.mock.samples import read_parameter_samples, read_samples
from docpact.mock.shelf import Keys, Resource, Shelf
from docpact.mock.values import make_value

Snapshot: TypeAlias = tuple[dict[str, tuple[int, Shelf]], dict[str, dict[str, Any]]]
"""What is in each collection, with its last id; what is kept beside them."""


MOST_TRIED = 200
"""Values that are tried for an id whose schema asks for more than a number."""

__all__ = ["Collection", "Keys", "Resource", "Snapshot", "Store"]


@dataclass(slots=True)
class Collection:
    """The resources below one path, in the order in which they came."""

    path: str
    key: str
    """The member that tells them apart."""
    schema: Any
    """Of one of them, as the list shows it."""
    members: Mapping[str, Any]
    """Of one of them, as any operation shows or takes it."""
    fill: Callable[[Collection], None] | None = None
    """Puts the document's samples in, before anybody looks at the resources; None once that is done."""
    parents: tuple[str, ...] = field(init=False)
    """The placeholders of the path."""
    _shelf: Shelf = field(default_factory=Shelf)
    _last: int = 0

    def __post_init__(self) -> None:
        self.parents = tuple(PLACEHOLDER.findall(self.path))

    @property
    def resources(self) -> Shelf:
        """Return the resources, to read or to change; a large document has many that nobody ever asks for."""
        if self.fill is not None:
            fill, self.fill = self.fill, None
            fill(self)
        return self._shelf

    @property
    def last(self) -> int:
        """Return the highest number that was given out, so that no id comes twice."""
        _ = self.resources
        return self._last

    @last.setter
    def last(self, number: int) -> None:
        self._last = number

    def replace(self, resources: Shelf, last: int) -> None:
        """Hold these resources in the place of all others."""
        self.fill, self._shelf, self._last = None, resources, last

    def below(self, parents: Keys) -> dict[Keys, Resource]:
        """Return the resources with those parents."""
        return self.resources.below(parents)


@dataclass(slots=True)
class Store:
    """All collections of a document."""

    document: Document
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A path whose things are those of other collections: `/my/device` → `/my/lock`, `/my/gate`."""
    collections: dict[str, Collection] = field(default_factory=dict)
    """By path: `/my/lock`."""
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is kept beside the collections, by a name: `keys`, `operations`."""
    seeded: dict[str, frozenset[Any]] = field(default_factory=dict)
    """Path of a collection → ids that the document's samples have, once they are there."""
    _above: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Path of a collection → the paths of what its placeholders stand for."""

    def __post_init__(self) -> None:
        for plan in plan_collections(self.document):
            if not self._is_view(plan):
                self._add(plan)

    def find(self, path: str, *keys: object) -> Resource | None:
        """Return the resource with those ids below that path; None without one."""
        collection = self.collections.get(path)
        return collection.resources.get(tuple(map(str, keys))) if collection else None

    def resources(self, path: str) -> Shelf:
        """Return the resources below that path, to read or to change; an empty shelf where the document has none."""
        collection = self.collections.get(path)
        return collection.resources if collection else Shelf()

    def exists(self, path: str, keys: Keys) -> bool:
        """Tell whether there is a thing at that path; of what the document lists nowhere, everything is there."""
        known = [self.collections[name] for name in self.aliases.get(path, (path,)) if name in self.collections]
        return not known or any(keys in collection.resources for collection in known)

    def missing_parent(self, path: str, keys: Keys) -> str:
        """Return the id of the first thing on the way down a path that isn't there; empty where all are."""
        above = self._above.get(path)
        if above is None:
            above = tuple(path[: found.start()] for found in re.finditer(r"/\{[^}]+\}", path))
            self._above[path] = above
        missing = (keys[count] for count, one in enumerate(above) if not self.exists(one, keys[: count + 1]))
        return next(missing, "")

    def add(self, collection: Collection, parents: Keys, resource: Resource) -> Resource:
        """Put a resource in, with an id of its own if it has none; return it."""
        if resource.get(collection.key) is None:
            resource[collection.key] = self.new_key(collection)
        key = resource[collection.key]
        collection.last = max(collection.last, key) if isinstance(key, int) else collection.last
        collection.resources[(*parents, str(key))] = resource
        return resource

    def new_key(self, collection: Collection) -> Any:  # noqa: ANN401 - a number or a text.
        """Return an id that no resource of the collection ever had."""
        part = collection.members.get(collection.key, {})
        schema = self.document.resolve(part)
        collection.last += 1
        if "integer" in self.document.types(schema):
            return collection.last
        if schema.get("format") == "uuid":
            return str(uuid5(NAMESPACE_URL, f"{collection.path}/{collection.last}"))
        text = f"{collection.last:0{max(schema.get('minLength', 1), 4)}d}"
        if self.document.compile(part).is_valid(text):
            return text
        known = {keys[-1] for keys in collection.resources}
        made = (make_value(self.document, part, number) for number in range(1, MOST_TRIED))
        return next((one for one in made if str(one) not in known), text)

    def remove(self, collection: Collection, keys: Keys) -> None:
        """Take a resource out, and all that is below it."""
        del collection.resources[keys]
        above = [collection.path, *(alias for alias, paths in self.aliases.items() if collection.path in paths)]
        for other in self.collections.values():
            if any(other.path.startswith(f"{path}/{{") for path in above):
                for found in [found for found in other.resources if found[: len(keys)] == keys]:
                    del other.resources[found]

    def snapshot(self) -> Snapshot:
        """Return a copy of all that is remembered."""
        kept = {path: (found.last, found.resources) for path, found in self.collections.items()}
        return deepcopy((kept, self.records))

    def restore(self, snapshot: Snapshot) -> None:
        """Remember what the copy holds, and nothing else."""
        kept, self.records = deepcopy(snapshot)
        for path, (last, resources) in kept.items():
            self.collections[path].replace(resources, last)

    def _is_view(self, plan: Plan) -> bool:
        """Tell whether the list shows the resources of another one: `/my/lock/sync` those of `/my/lock`."""
        for path, collection in self.collections.items():
            rest = plan.path.removeprefix(f"{path}/")
            if rest != plan.path and "{" not in rest and collection.key == plan.key:
                return True
        return False

    def _add(self, plan: Plan) -> None:
        members = read_members(self.document, plan)
        self.collections[plan.path] = Collection(
            path=plan.path, key=plan.key, schema=plan.schema, members=members,
            fill=lambda collection: self._fill(collection, plan),
        )  # fmt: skip

    def _fill(self, collection: Collection, plan: Plan) -> None:
        """Put in what the document's samples show."""
        listed = (plan.listed,) if plan.listed else ()
        for operation in (*listed, *plan.shown):
            for sample in self._samples(operation):
                whole = plan.listing is not None and operation is plan.listed
                elements = (
                    plan.listing.elements(sample) if plan.listing and whole else [unwrap_sample(sample, plan.key)]
                )
                for element in elements:
                    if isinstance(element, dict) and element.get(plan.key) is not None:
                        self._seed(collection, element)
        if not collection.resources and (not plan.grows or plan.listed is None):
            made = make_value(self.document, plan.schema)
            if isinstance(made, dict):
                self._seed(collection, {**made, plan.key: self._first_key(collection, made.get(plan.key))})

        self._seed_named(collection, plan)
        self.seeded[plan.path] = frozenset(resource[plan.key] for resource in collection.resources.values())

    def _seed_named(self, collection: Collection, plan: Plan) -> None:
        """Put in what the samples of the path's parameter name, so that the URLs of the documentation lead to it."""
        name = next(iter(self.document.item_names(plan.path)), "")
        part = collection.members.get(collection.key, {})
        for operation in plan.around:
            parameter = next((p for p in operation.parameters if p["in"] == "path" and p["name"] == name), {})
            for key in read_parameter_samples(self.document, parameter):
                known = {keys[-1] for keys in collection.resources}
                if operation.path == plan.path or str(key) in known or not self.document.compile(part).is_valid(key):
                    continue
                sample = next(iter(collection.resources.values()), None) or make_value(self.document, plan.schema)
                if isinstance(sample, dict):
                    self._seed(collection, {**sample, plan.key: key})

    def _first_key(self, collection: Collection, made: Any) -> Any:  # noqa: ANN401 - a number or a text.
        """Return the id of a made-up resource: 1 rather than 0."""
        schema = collection.members.get(collection.key, {})
        return 1 if made in (0, None) and self.document.compile(schema).is_valid(1) else made

    def _seed(self, collection: Collection, element: Resource) -> None:
        """Take a sample in: several may show one resource in several states; what one leaves open another tells."""
        keys = next((k for k in collection.resources if k[-1] == str(element[collection.key])), None)
        if keys is None:
            self.add(collection, self._guess_parents(collection, element), deepcopy(element))
            return
        known = collection.resources[keys]
        known.update({name: value for name, value in deepcopy(element).items() if known.get(name) is None})

    def _guess_parents(self, collection: Collection, element: Resource) -> Keys:
        """Return whose a sample is: a member may say so; otherwise it is the first one's."""
        by_name = {name.lower(): value for name, value in element.items()}
        found: Keys = ()
        path = collection.path
        for name in collection.parents:
            above = path.partition(f"/{{{name}}}")[0]
            places = [self.collections[p] for p in self.aliases.get(above, (above,)) if p in self.collections]
            first = next((keys[-1] for place in places for keys in place.below(found)), "1")
            said = by_name.get(name.lower()) if name != KEY else None
            found = (*found, str(first if said is None else said))
        return found

    def _samples(self, operation: Operation) -> Iterator[Any]:
        contents = self.document.contents(operation, operation.success)
        _, held = self.document.answer_schema(operation, operation.success)
        if contents and contents[0].is_json:
            for value in read_samples(self.document, contents[0]).values():
                yield value.get(held) if held and isinstance(value, dict) else value
