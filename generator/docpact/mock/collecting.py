"""Which collections of resources a document has, told from its paths, methods and schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docpact.mock.document import Document
from docpact.mock.listing import Listing, find_key, find_listing
from docpact.mock.operations import Operation
from docpact.mock.projection import own_part

CHANGING = frozenset({"PUT", "PATCH", "DELETE", "POST"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A collection that is to be."""

    path: str
    key: str
    """The property that tells its resources apart."""
    schema: Any
    """Of one of them."""
    around: tuple[Operation, ...]
    """The operations of the collection and of one resource of it."""
    listed: Operation | None
    """The operation that lists it; None for a collection that has only its resources."""
    listing: Listing | None

    @property
    def grows(self) -> bool:
        """Tell whether requests can add resources."""
        return any(one.method == "POST" and one.path == self.path for one in self.around)

    @property
    def shown(self) -> tuple[Operation, ...]:
        """Return the operations that show one resource."""
        return tuple(one for one in self.around if one.method == "GET" and one.path != self.path)


def plan_collections(document: Document) -> Iterator[Plan]:
    """Yield the collections, those above others first: lists with resources below them, resources alone, other lists.

    A list that has nothing below it may show the resources of another one: that is for whoever takes the plans.
    """
    lists = [(one, found) for one in document.operations if (found := find_listing(document, one)) and found.key]
    plans = [_plan_list(document, operation, listing) for operation, listing in lists]
    known = {operation.path for operation, _ in lists}
    paths = dict.fromkeys(_above(one.path) for one in document.operations if one.path.endswith("}"))
    items = [plan for path in paths if path and path not in known and (plan := _plan_items(document, path))]
    with_items = [plan for plan in plans if document.item_names(plan.path)]
    others = [plan for plan in plans if not document.item_names(plan.path)]
    yield from sorted([*with_items, *items, *others], key=lambda plan: plan.path.count("{"))


def _above(path: str) -> str:
    """Return the path of the collection that a resource's path is in; empty where it is in none."""
    found = re.fullmatch(r"(.*)/\{[^{}/]+\}", path)
    return found[1] if found else ""


def _around(document: Document, path: str) -> tuple[Operation, ...]:
    found: dict[str, list[Operation]] = document.remember(document.raw, _group)
    return tuple(found.get(path, ()))


def _group(document: Document, _: Any) -> dict[str, list[Operation]]:  # noqa: ANN401 - as `remember` wants it.
    """Return the operations by the path that they are at, and by that of the collection which they are in."""
    found: dict[str, list[Operation]] = {}
    for operation in document.operations:
        for path in filter(None, (operation.path, _above(operation.path))):
            found.setdefault(path, []).append(operation)
    return found


def _plan_list(document: Document, operation: Operation, listing: Listing) -> Plan:
    around = _around(document, operation.path)
    return Plan(
        path=operation.path, key=listing.key, schema=listing.schema, around=around, listed=operation, listing=listing
    )  # fmt: skip


def _plan_items(document: Document, path: str) -> Plan | None:
    """Return the collection of resources that can be read one by one, and changed; None without one."""
    around = _around(document, path)
    shown = next((one for one in around if one.method == "GET" and one.path != path), None)
    if shown is None or not any(one.method in CHANGING for one in around):
        return None
    if any(one.method == "GET" and one.path == path for one in around):
        # It has a list of its own, of what has no key.
        return None
    schema, _ = document.answer_schema(shown, shown.success)
    names = document.item_names(path)
    parts = [schema, *document.properties(schema).values()]
    found = next(((part, key) for part in parts if (key := find_key(document, part, names))), None)
    if found is None or found[1] not in names:
        # What names the new resource in the response to its creation, in the words of the path, leads to it.
        makers = [one for one in around if one.method == "POST" and one.path == path]
        made = [document.properties(document.answer_schema(one, one.success)[0]) for one in makers]
        if named := next((name for name in names for properties in made if name in properties), ""):
            found = (schema, named)
    if found is None:
        return None
    return Plan(path=path, key=found[1], schema=found[0], around=around, listed=None, listing=None)


def read_members(document: Document, plan: Plan) -> Mapping[str, Any]:
    """Return the properties of a resource: as it is listed, then as any operation shows or takes it."""
    members = dict(document.properties(plan.schema))
    for operation in plan.around:
        members = {**_members(document, operation, plan.key), **members}
    return members


def _members(document: Document, operation: Operation, key: str) -> dict[str, Any]:
    shown, _ = document.answer_schema(operation, operation.success)
    taken = body_schema(document, operation)
    reads = operation.method == "GET" or key in document.properties(own_part(document, shown, key)[1])
    read = document.properties(own_part(document, shown, key)[1]) if reads else {}
    return {**document.properties(own_part(document, taken, key)[1]), **read}


def body_schema(document: Document, operation: Operation) -> Any:  # noqa: ANN401 - any schema.
    """Return the schema of the first media type that an operation takes; an empty one where it takes none."""
    body: Any = document.resolve(operation.definition.get("requestBody", {}))
    return next((media.get("schema", {}) for media in body.get("content", {}).values()), {})
