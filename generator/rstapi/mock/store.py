"""What the mock remembers: collections of resources, inferred from paths and filled from the document's samples."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from rstapi.mock.document import Document, Operation
from rstapi.mock.values import make_value

Resource = dict[str, Any]
KEY = "id"


@dataclass(slots=True)
class Collection:
    """The resources below one path, by the text of their ids."""

    path: str
    schema: Any
    resources: dict[str, Resource] = field(default_factory=dict)


@dataclass(slots=True)
class Store:
    """All collections of a document."""

    document: Document
    collections: dict[str, Collection] = field(default_factory=dict)
    """By path: `/my/lock`."""
    records: dict[str, Resource] = field(default_factory=dict)
    """What behaviours keep beside the collections, by a key of theirs."""

    def __post_init__(self) -> None:
        by_signature = {operation.signature: operation for operation in self.document.operations}
        for operation in self.document.operations:
            item = next((o for o in self.document.operations if is_item(o, operation.path)), None)
            listed = by_signature.get(f"GET {operation.path}")
            if listed is operation and item is not None:
                self._add(listed, item)

    def find(self, path: str, key: object) -> Resource | None:
        """Return the resource with that id below that path; None where there is none."""
        collection = self.collections.get(path)
        return collection.resources.get(str(key)) if collection else None

    def project(self, resource: Resource, schema: Any) -> Any:  # noqa: ANN401 - any JSON value.
        """Return the members of the resource that the schema names; those that it lacks get a made-up value.

        So do those that are null elsewhere, where this schema knows no null: two views of one resource may differ.
        """
        members = self.document.properties(schema)
        required = self.document.resolve(schema).get("required", ()) if members else ()
        shown = {name: deepcopy(resource[name]) for name in members if name in resource}
        lacking = [name for name in required if name not in resource]
        lacking += [name for name, value in shown.items() if value is None and not self._takes_null(members[name])]
        return shown | {name: make_value(self.document, members[name]) for name in lacking}

    def _takes_null(self, schema: Any) -> bool:  # noqa: ANN401
        types = self.document.types(schema)
        return not types or "null" in types

    def _add(self, listed: Operation, item: Operation) -> None:
        payload, _ = self.document.answer_schema(listed, listed.success)
        schema = self.document.items(payload)
        if schema is None or KEY not in self.document.properties(schema):
            return
        collection = Collection(path=listed.path, schema=schema)
        for operation in (listed, item):
            for sample in self._samples(operation):
                for found in sample if isinstance(sample, list) else [sample]:
                    if isinstance(found, dict) and KEY in found:
                        # Several samples show one resource in several states; what one leaves open another may tell.
                        known = collection.resources.setdefault(str(found[KEY]), {})
                        known.update({k: v for k, v in deepcopy(found).items() if known.get(k) is None})
        if not collection.resources:
            made = make_value(self.document, schema)
            collection.resources[str(made[KEY])] = made
        self.collections[listed.path] = collection

    def _samples(self, operation: Operation) -> list[Any]:
        if operation.method != "GET":
            return []
        media = self.document.media(operation, operation.success) or {}
        _, held = self.document.answer_schema(operation, operation.success)
        values = [example.get("value") for example in media.get("examples", {}).values()]
        return [value.get(held) if held and isinstance(value, dict) else value for value in values]


def is_item(operation: Operation, collection: str) -> bool:
    """Tell whether the operation's path is that of one resource of the collection: `/my/lock/{id}`."""
    rest = operation.path.removeprefix(collection)
    return rest != operation.path and rest.startswith("/{") and rest.endswith("}") and "/" not in rest[1:]
