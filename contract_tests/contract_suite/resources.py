"""Collections of resources, inferred from path templates: what lists, creates, fetches, changes, deletes entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contract_suite.document import KEY, PLACEHOLDER, Document, Operation

ARRAY = "array"


@dataclass(frozen=True, kw_only=True)
class Collection:
    """The resources below one path template: `/shelf/{id}/book`, each at `/shelf/{id}/book/{bookId}`."""

    path: str
    placeholder: str
    """The name that stands for an entry's id: `bookId`."""
    listing: Operation | None = None
    create: Operation | None = None
    fetch: Operation | None = None
    updates: tuple[Operation, ...] = ()
    """PUT and PATCH, at an entry's path or, with the id in the body, at the collection's."""
    delete: Operation | None = None

    def key_of(self, entry: object) -> Any:  # noqa: ANN401 - any JSON value.
        """Return the id of an entry, as a list or a response shows it; None where it shows none."""
        if not isinstance(entry, dict):
            return None
        found = next((entry[name] for name in (self.placeholder, KEY) if entry.get(name) is not None), None)
        return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def find_collections(document: Document) -> tuple[Collection, ...]:
    """Return the collections of the document, shortest paths first: parents stand before what is in them."""
    operations = document.operations
    by_label = {operation.label: operation for operation in operations}
    placeholders: dict[str, str] = {}
    for operation in operations:
        collection, _, last = operation.path.rpartition("/")
        if match := PLACEHOLDER.fullmatch(last):
            placeholders.setdefault(collection, match[1])
    for operation in operations:
        if operation.method == "GET" and listed_schema(document, operation) is not None:
            placeholders.setdefault(operation.path, KEY)
    return tuple(
        Collection(
            path=path,
            placeholder=name,
            listing=_listing(document, by_label.get(f"GET {path}")),
            create=by_label.get(f"POST {path}"),
            fetch=_fetch(document, by_label.get(f"GET {path}/{{{name}}}")),
            updates=tuple(_updates(document, by_label, path, name)),
            delete=_delete(document, by_label, path, name),
        )
        for path, name in sorted(placeholders.items(), key=lambda entry: (entry[0].count("/"), entry[0]))
    )


def listed_schema(document: Document, operation: Operation) -> Any:  # noqa: ANN401 - a schema.
    """Return the schema of a list's entries: the payload's items, or those of its only list; None for no list."""
    payload = document.payload_schema(operation)
    if not isinstance(payload, dict):
        return None
    lists = [payload] if _is_list(document, payload) else []
    if not lists:
        lists = [document.resolve(part) for part in document.properties(payload).values() if _is_list(document, part)]
        if KEY in document.properties(payload):
            return None  # It shows one resource that has a list.
    items = document.resolve(lists[0].get("items", {})) if len(lists) == 1 else None
    return items if items is not None and document.properties(items) else None


def find_entries(payload: object) -> list[dict[str, Any]]:
    """Return the entries of a list: of the payload itself, or of its only list; entries are objects."""
    if isinstance(payload, dict):
        lists = [value for value in payload.values() if isinstance(value, list)]
        payload = lists[0] if len(lists) == 1 else []
    return [entry for entry in payload if isinstance(entry, dict)] if isinstance(payload, list) else []


def _is_list(document: Document, schema: Any) -> bool:  # noqa: ANN401
    resolved = document.resolve(schema)
    return isinstance(resolved, dict) and (resolved.get("type") == ARRAY or ARRAY in (resolved.get("type") or ()))


def _fetch(document: Document, operation: Operation | None) -> Operation | None:
    """Return the operation if its success has a body: without one, it shows nothing of a resource."""
    if operation is None:
        return None
    codes = [int(code) for code in operation.definition.get("responses", {}) if code.isdigit() and code < "300"]
    response = document.response(operation, min(codes, default=200))
    return operation if response is None or response.get("content") else None


def _listing(document: Document, operation: Operation | None) -> Operation | None:
    if operation is None or listed_schema(document, operation) is None:
        return None
    return None if any(p.get("required") for p in document.parameters(operation, "query").values()) else operation


def _delete(document: Document, by_label: Mapping[str, Operation], path: str, name: str) -> Operation | None:
    """Return what deletes an entry: what the document says undoes its creation, else DELETE of its path."""
    partner = document.partners.get(f"POST {path}")
    if partner is not None and partner.method == "DELETE" and len(partner.placeholders) == path.count("{") + 1:
        return partner
    return by_label.get(f"DELETE {path}/{{{name}}}")


def _updates(document: Document, by_label: Mapping[str, Operation], path: str, name: str) -> Iterator[Operation]:
    for method in ("PUT", "PATCH"):
        if operation := by_label.get(f"{method} {path}/{{{name}}}"):
            yield operation
            continue
        operation = by_label.get(f"{method} {path}")
        if operation and KEY in document.properties(document.body_schema(operation)):
            yield operation
