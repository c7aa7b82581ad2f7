"""Several operations in a row: what is listed can be fetched, what is changed can be read back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from suite import current
from suite.document import KEY, Operation
from suite.guard import NotAllowedError
from suite.results import ContractFailure

REVISION = "revision"
MOST = 3
PLAIN = ("string", "boolean")
LIMITING = frozenset({"enum", "format", "pattern", "const"})


def _items() -> Iterator[tuple[Operation, str]]:
    """Yield each operation that fetches one resource, with the path of its collection."""
    for operation in current.suite.called:
        collection, _, rest = operation.path.rpartition("/{")
        if operation.method == "GET" and collection and rest.endswith("}") and "{" not in collection:
            yield operation, collection


def _updates() -> Iterator[tuple[Operation, Operation, str]]:
    """Yield each operation that changes a resource, with the one that fetches it and the collection."""
    for fetch, collection in _items():
        for operation in current.suite.called:
            if operation.method in {"PATCH", "PUT"} and operation.path in {collection, fetch.path}:
                yield operation, fetch, collection


@pytest.mark.parametrize(("fetch", "collection"), [pytest.param(o, c, id=o.label) for o, c in _items()])
def test_what_is_listed_can_be_fetched(fetch: Operation, collection: str) -> None:
    """Every id of a list leads to the thing with that id."""
    suite = current.suite
    for key in suite.ids.get(collection, ())[: 1 if suite.options.guarded else MOST]:
        path = _fill(fetch.path, key)
        response = suite.call(fetch, path)
        payload = suite.payload(response)
        shown = payload.get(KEY) if isinstance(payload, dict) else None
        if response.status_code != requests.codes.ok or shown != key:
            message = f"the list has id {key}, but fetching it answers {response.status_code} with id {shown}"
            raise ContractFailure(fetch.label, "listed_is_available", message, suite.curl(fetch, path))


@pytest.mark.parametrize(("change", "fetch", "collection"), [pytest.param(*u, id=u[0].label) for u in _updates()])
def test_what_is_changed_can_be_read_back(change: Operation, fetch: Operation, collection: str) -> None:
    """A change that the server accepts is there afterwards; then it is taken back."""
    suite = current.suite
    allowed = suite.options.devices if suite.options.guarded else None
    keys = [key for key in suite.ids.get(collection, ()) if allowed is None or str(key) in allowed]
    if not keys:
        pytest.skip("there is nothing to change")
    before = _fetch(fetch, keys[0])
    member, value = _choose_change(change, before)
    if not member:
        pytest.skip("nothing that can be changed is known well enough")
    try:
        body = _send_change(change, before, member, value)
        after = _fetch(fetch, keys[0])
        if after.get(member) != value:
            message = f"{member} was set to {value!r}, but reads {after.get(member)!r} afterwards"
            curl = suite.curl(change, _path(change, before), body)
            raise ContractFailure(change.label, "read_after_write", message, curl)
    finally:
        _send_change(change, _fetch(fetch, keys[0]), member, before[member])


def _fetch(fetch: Operation, key: object) -> dict[str, Any]:
    payload = current.suite.payload(current.suite.call(fetch, _fill(fetch.path, key)))
    if not isinstance(payload, dict):
        pytest.skip(f"{fetch.label} answers no object")
    return payload


def _choose_change(change: Operation, before: dict[str, Any]) -> tuple[str, Any]:
    """Return a member that takes any text or truth value, and another value for it; empty where there is none."""
    document = current.suite.document
    schema = document.resolve(document.body_schema(change))
    if any(name not in before for name in schema.get("required", ())):
        return "", None
    for name, part in document.properties(schema).items():
        member = document.resolve(part)
        kinds = member.get("type", ()) if isinstance(member, dict) else ()
        if name in {KEY, REVISION} or name not in before or kinds not in PLAIN or LIMITING & set(member):
            continue
        if isinstance(before[name], bool):
            return name, not before[name]
        if isinstance(before[name], str):
            value = "Contract test" if before[name] != "Contract test" else "Contract tests"
            return name, value[: member.get("maxLength")]
    return "", None


def _send_change(change: Operation, before: dict[str, Any], member: str, value: object) -> dict[str, Any]:
    suite = current.suite
    schema = suite.document.resolve(suite.document.body_schema(change))
    body = {name: before[name] for name in schema.get("required", ())} | {member: value}
    try:
        response = suite.call(change, _path(change, before), body)
    except NotAllowedError as error:
        pytest.skip(str(error))
    if not response.ok:
        pytest.skip(f"the server refuses to change {member}: {response.status_code}")
    return body


def _path(operation: Operation, resource: dict[str, Any]) -> str:
    return _fill(operation.path, resource[KEY])


def _fill(path: str, key: object) -> str:
    start, brace, _ = path.partition("{")
    return f"{start}{key}" if brace else path
