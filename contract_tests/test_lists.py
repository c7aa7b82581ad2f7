"""Lists: what is listed can be fetched, filters filter, pages have their size and are different."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from suite import current
from suite.document import Operation
from suite.guard import NotAllowedError
from suite.lists import (
    Filter,
    Paging,
    choose_values,
    find_filters,
    find_includes,
    find_paging,
    fits,
    has_member,
    has_sample,
)
from suite.resources import Collection, find_entries
from suite.results import ContractFailure
from suite.seeds import Binding

MOST = 3
MOST_PAGES = 4
FAR = 10**11
"""A page behind every other, and beyond 32 bits."""


def _collections() -> Iterator[tuple[Operation, Collection]]:
    called = {operation.label for operation in current.suite.called}
    for collection in current.suite.seeds.collections:
        if collection.fetch and collection.fetch.label in called:
            yield collection.fetch, collection


def _lists() -> list[tuple[Operation, Collection]]:
    called = {operation.label for operation in current.suite.called}
    found = [(c.listing, c) for c in current.suite.seeds.collections if c.listing]
    return [(o, c) for o, c in found if o.label in called and not (o.interval and current.suite.options.guarded)]


def _includes() -> Iterator[tuple[Operation, str, str]]:
    suite = current.suite
    for operation in suite.called:
        if operation.method == "GET" and not (operation.interval and suite.options.guarded):
            yield from ((operation, name, member) for name, member in find_includes(suite.document, operation))


def _filters() -> Iterator[tuple[Operation, Filter]]:
    for operation, _ in _lists():
        yield from ((operation, found) for found in find_filters(current.suite.document, operation))


def _pagings() -> Iterator[tuple[Operation, Collection, Paging]]:
    for operation, collection in _lists():
        if paging := find_paging(current.suite.document, operation):
            yield operation, collection, paging


@pytest.mark.parametrize(("fetch", "collection"), [pytest.param(o, c, id=o.label) for o, c in _collections()])
def test_what_is_listed_can_be_fetched(fetch: Operation, collection: Collection) -> None:
    """Every id of a list leads to the thing with that id."""
    suite = current.suite
    schema = suite.document.parameters(fetch, "path").get(collection.placeholder, {}).get("schema", {})
    known = suite.seeds.known.get(collection.path, [])
    # What is of another format is the list's own fault, and reported there.
    ids = [binding for binding in known if suite.answers.has_format(schema, binding[collection.placeholder])]
    chosen = ids[:1] if suite.options.guarded else [*ids[: MOST - 1], *ids[MOST - 1 :][-1:]]
    found = 0
    missing: tuple[Binding, int] | None = None
    for binding in chosen:
        response = _call(fetch, fetch.fill(binding))
        suite.count(fetch, "listed_is_available")
        if response.status_code >= requests.codes.server_error:
            return
        key = binding[collection.placeholder]
        shown = collection.key_of(suite.payload(response))
        if response.ok and shown not in {key, None}:
            raise _unavailable(fetch, fetch, binding, f"{key}", f"{response.status_code} with id {shown}")
        found += response.ok
        missing = missing if response.ok else (binding, response.status_code)
    if missing:
        binding, status = missing
        # Where others of the list are there, it is the list that has one too many.
        blamed = collection.listing if found and collection.listing else fetch
        raise _unavailable(blamed, fetch, binding, f"{binding[collection.placeholder]}", f"{status}")


def _unavailable(blamed: Operation, fetch: Operation, binding: Binding, key: str, got: str) -> ContractFailure:
    message = f"the list has id {key}, but {fetch.label} answers {got}"
    return ContractFailure(
        blamed.label, "listed_is_available", message, current.suite.curl(fetch, fetch.fill(binding)),
        expected=f"200 with id {key}", got=got,
    )  # fmt: skip


@pytest.mark.parametrize(("fetch", "collection"), [pytest.param(o, c, id=o.label) for o, c in _collections()])
def test_nothing_is_fetched_by_an_unknown_id(fetch: Operation, collection: Collection) -> None:
    """An id that no list has leads to nothing: what it would show is somebody else's."""
    suite = current.suite
    known = suite.seeds.known.get(collection.path, ())
    if not known:
        pytest.skip("no id is known for it")
    keys = [binding[collection.placeholder] for binding in known]
    unknown = max(keys) + 7919 if all(isinstance(key, int) for key in keys) else "00000000-0000-4000-8000-00000000ffff"
    path = fetch.fill({**known[0], collection.placeholder: unknown})
    response = _call(fetch, path)
    suite.count(fetch, "unknown_is_missing")
    if response.ok:
        message = f"the id {unknown} is in no list, but fetching it answers {response.status_code}"
        raise ContractFailure(
            fetch.label, "unknown_is_missing", message, suite.curl(fetch, path),
            expected="404", got=f"{response.status_code}",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("operation", "name", "member"), [pytest.param(*i, id=f"{i[0].label}: {i[1]}") for i in _includes()]
)
def test_what_is_asked_to_be_included_is(operation: Operation, name: str, member: str) -> None:
    """With `IncludeX` an answer shows X, without it doesn't."""
    suite = current.suite
    parent = _parent(operation)
    shown: dict[bool, bool] = {}
    for wanted in (True, False):
        response = _call(operation, operation.fill(parent), {name: wanted})
        if not response.ok:
            pytest.skip(f"it answers {response.status_code}")
        shown[wanted] = has_member(suite.payload(response), member)
    suite.count(operation, "include_conformance")
    if shown[True] is shown[False] and shown[True]:
        message = f"{member} is shown, whether {name} is true or false"
    elif shown[False]:
        message = f"{member} is shown with {name}=false, and not with {name}=true"
    elif not shown[True] and has_sample(suite.document, operation, member):
        message = f"{member} isn't shown, although {name} is true"
    else:
        return
    curl = suite.curl(operation, operation.fill(parent), query={name: shown[True] is False})
    raise ContractFailure(
        operation.label, "include_conformance", message, curl, expected=f"{member} where {name} is true", got=message
    )


@pytest.mark.parametrize(("operation", "collection"), [pytest.param(o, c, id=o.label) for o, c in _lists()])
def test_ids_are_unique(operation: Operation, collection: Collection) -> None:
    """No list shows one thing twice."""
    suite = current.suite
    entries = _entries(operation, _parent(operation), {})
    keys = [key for entry in entries if (key := collection.key_of(entry)) is not None]
    suite.count(operation, "unique_ids")
    if twice := sorted({str(key) for key in keys if keys.count(key) > 1}):
        message = f"the list has id {twice[0]} more than once"
        curl = suite.curl(operation, operation.fill(_parent(operation)))
        raise ContractFailure(operation.label, "unique_ids", message, curl, expected="each id once", got=message)


@pytest.mark.parametrize(
    ("operation", "wanted"), [pytest.param(o, f, id=f"{o.label}: {f.name}") for o, f in _filters()]
)
def test_a_filter_filters(operation: Operation, wanted: Filter) -> None:
    """What is asked for is among the answer, and nothing else is."""
    suite = current.suite
    parent = _parent(operation)
    entries = _entries(operation, parent, {})
    if not entries:
        pytest.skip("the list is empty")
    for value in choose_values(suite.document, wanted, entries):
        query = {wanted.name: value}
        found = _entries(operation, parent, query)
        suite.count(operation, "filter_conformance")
        strangers = [entry for entry in found if not fits(wanted, value, entry)]
        curl = suite.curl(operation, operation.fill(parent), query=query)
        if strangers:
            shown = {wanted.member: strangers[0].get(wanted.member)} if wanted.member else strangers[0].get("id")
            message = f"{wanted.name}={value} also gives what doesn't fit: {shown}"
            raise ContractFailure(
                operation.label, "filter_conformance", message, curl,
                expected=f"entries that fit {wanted.name}={value} only", got=f"{len(strangers)} others",
            )  # fmt: skip
        lost = wanted.member and not found and any(entry.get(wanted.member) == value for entry in entries)
        if lost or (not wanted.member and not found and any(entry.get("name") == value for entry in entries)):
            message = f"{wanted.name}={value} gives nothing, although the list has such an entry"
            raise ContractFailure(
                operation.label, "filter_conformance", message, curl,
                expected="the entry that fits", got="none", cause="nothing",
            )  # fmt: skip


@pytest.mark.parametrize(
    ("operation", "collection", "paging"), [pytest.param(*found, id=found[0].label) for found in _pagings()]
)
def test_pages_have_their_size_and_are_different(
    operation: Operation, collection: Collection, paging: Paging
) -> None:  # fmt: skip
    """A page of one holds one; the next page holds another; together they hold what the list holds."""
    suite = current.suite
    parent = _parent(operation)
    whole = [collection.key_of(entry) for entry in _entries(operation, parent, {})]
    if not whole:
        pytest.skip("the list is empty")
    size = 1
    gathered: list[Any] = []
    for number in range(min(MOST_PAGES, len(whole)) if paging.page else 1):
        query: dict[str, object] = {paging.size: size, **({paging.page: paging.first + number} if paging.page else {})}
        keys = [collection.key_of(entry) for entry in _entries(operation, parent, query)]
        curl = suite.curl(operation, operation.fill(parent), query=query)
        suite.count(operation, "paging_conformance")
        if len(keys) > size:
            message = f"{paging.size}={size} gives {len(keys)} entries"
            raise ContractFailure(
                operation.label, "paging_conformance", message, curl,
                expected=f"at most {size}", got=f"{len(keys)}",
            )  # fmt: skip
        suite.count(operation, "paging_conformance")
        again = [key for key in keys if key is not None and key in gathered]
        if again or not keys:
            said = f"shows id {again[0]} again" if again else "is empty"
            message = f"page {paging.first + number} of {len(whole)} entries, one a page, {said}"
            raise ContractFailure(
                operation.label, "paging_conformance", message, curl,
                expected="each entry on one page", got=said, cause="pages",
            )  # fmt: skip
        gathered += keys
    if paging.page:
        # What breaks down over it answers 5xx, which is found whatever is asked.
        _call(operation, operation.fill(parent), {paging.size: size, paging.page: FAR})


def _parent(operation: Operation) -> Binding:
    found = current.suite.seeds.bindings(operation)
    if not found:
        pytest.skip("no id is known for it")
    return found[0]


def _entries(operation: Operation, parent: Binding, query: dict[str, object]) -> list[dict[str, Any]]:
    suite = current.suite
    response = _call(operation, operation.fill(parent), query)
    if not response.ok:
        pytest.skip(f"the list answers {response.status_code}")
    return find_entries(suite.payload(response))


def _call(operation: Operation, path: str, query: dict[str, object] | None = None) -> requests.Response:
    try:
        return current.suite.call(operation, path, query=query)
    except NotAllowedError as error:
        pytest.skip(str(error))
