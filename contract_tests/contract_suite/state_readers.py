"""What shows the state of a thing that a request changes: an operation that fetches it, one that lists it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import requests
from requests.exceptions import RequestException

from contract_suite.conformance import read_json
from contract_suite.document import KEY, Document, Operation
from contract_suite.envelope import is_success
from contract_suite.guard import Guard
from contract_suite.resources import find_collections, find_entries, listed_schema


class Sender(Protocol):
    """What sends the requests that read and restore: the session of the run, past its budget."""

    def send_restoring(self, method: str, url: str, body: Any = None) -> requests.Response:  # noqa: ANN401 - any JSON value.
        """Send a request with the credentials of the run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The operation that shows a thing, and its path; `key` is the thing's id where the operation lists things."""

    operation: Operation
    path: str
    key: object = None
    placeholder: str = ""


def read_state(document: Document, sender: Sender, base_url: str, reader: Reader) -> dict[str, Any] | None:
    """Return what a reader shows of its thing; None where it shows nothing."""
    try:
        response = sender.send_restoring("GET", f"{base_url}{reader.path}")
    except RequestException:
        return None
    payload = document.unwrap(read_json(response)) if is_success(response.status_code) else None
    if reader.placeholder:
        entries = find_entries(payload)
        names = (reader.placeholder, KEY)
        payload = next((e for e in entries if str(reader.key) in {str(e.get(name)) for name in names}), None)
    return payload if isinstance(payload, dict) else None


def find_readers(document: Document, guard: Guard, operation: Operation, path: str, body: object) -> Iterator[Reader]:
    """Yield what shows the thing that a request changes: an operation that fetches it, then one that lists it."""
    ids: dict[str, object] = dict(zip(operation.placeholders, operation.parse_ids(path) or (), strict=True))
    last = list(ids)[-1:]
    for name, value in guard.find_body_ids(json.dumps(body) if isinstance(body, dict) else None):
        ids[name] = value
        last = [name]
    if fetch := next(_fetching(document, operation, set(ids), set(last)), None):
        yield Reader(operation=fetch, path=fetch.fill(ids))
    for collection in find_collections(document):
        inside = operation.path == collection.path or operation.path.startswith(f"{collection.path}/{{")
        key = ids.get(collection.placeholder, ids.get(KEY))
        listing = collection.listing
        if not inside or listing is None or listing.interval or key is None:
            continue
        if set(listing.placeholders) <= set(ids):
            yield Reader(operation=listing, path=listing.fill(ids), key=key, placeholder=collection.placeholder)


def _fetching(document: Document, operation: Operation, known: set[str], needed: set[str]) -> Iterator[Operation]:
    """Yield the operations that show one thing by those ids, the nearest to what is changed first."""
    head = operation.path.partition("{")[0].rstrip("/")
    found = [
        o for o in document.operations
        if o.method == "GET" and o.safety == "read" and not o.interval and needed
        and needed <= set(o.placeholders) <= known and o.path.startswith(f"{head}/")
        and not any(p.get("required") for p in document.parameters(o, "query").values())
        and listed_schema(document, o) is None
    ]  # fmt: skip
    yield from sorted(found, key=lambda o: (-len(o.placeholders), -_common(o.path, operation.path), len(o.path)))


def _common(one: str, other: str) -> int:
    """Return how many segments two paths begin with in common."""
    count = 0
    for mine, yours in zip(one.split("/"), other.split("/"), strict=False):
        if mine != yours:
            break
        count += 1
    return count
