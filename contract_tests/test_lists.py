"""Lists: what is listed can be fetched, filters filter, pages have their size and differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
import requests

from contract_suite.context import Context
from contract_suite.document import Operation
from contract_suite.envelope import is_success
from contract_suite.known_ids import Binding
from contract_suite.list_parameters import (
    Filter,
    Paging,
    choose_values,
    find_filters,
    find_includes,
    find_paging,
    fits,
    is_in_samples,
    shows_property,
)
from contract_suite.request import Request, build_request
from contract_suite.resources import Collection, find_entries
from contract_suite.results import ContractFailure

MOST = 3
MOST_PAGES = 4
MISSING = "404"
FAR = 10**11
"""A page behind every other, and beyond 32 bits."""


def _fetched(context: Context) -> Iterator[object]:
    """Yield the operations that fetch an entry of a collection."""
    called = {operation.label for operation in context.selection.called}
    for collection in context.known_ids.collections:
        if collection.fetch and collection.fetch.label in called:
            yield pytest.param(collection.fetch, collection, id=collection.fetch.label)


def _find_lists(context: Context) -> list[tuple[Operation, Collection]]:
    called = {operation.label for operation in context.selection.called}
    found = [(c.listing, c) for c in context.known_ids.collections if c.listing]
    return [(o, c) for o, c in found if o.label in called and not (o.interval and context.plan.guarded)]


def _listed(context: Context) -> Iterator[object]:
    """Yield the operations that list a collection."""
    for operation, collection in _find_lists(context):
        yield pytest.param(operation, collection, id=operation.label)


def _includes(context: Context) -> Iterator[object]:
    """Yield parameters that include a property, with that property."""
    for operation in context.selection.called:
        if operation.method == "GET" and not (operation.interval and context.plan.guarded):
            for name, included in find_includes(context.document, operation):
                yield pytest.param(operation, name, included, id=f"{operation.label}: {name}")


def _filters(context: Context) -> Iterator[object]:
    """Yield lists with each filter whose effect shows."""
    for operation, _ in _find_lists(context):
        for found in find_filters(context.document, operation):
            yield pytest.param(operation, found, id=f"{operation.label}: {found.name}")


def _paged(context: Context) -> Iterator[object]:
    """Yield lists that are cut into pages."""
    for operation, collection in _find_lists(context):
        if paging := find_paging(context.document, operation):
            yield pytest.param(operation, collection, paging, id=operation.label)


@pytest.mark.cases(("fetch", "collection"), _fetched)
def test_what_is_listed_can_be_fetched(context: Context, fetch: Operation, collection: Collection) -> None:
    """Every id of a list leads to the resource with that id."""
    client = context.client
    schema = context.document.parameters(fetch, "path").get(collection.placeholder, {}).get("schema", {})
    known = context.known_ids.by_collection.get(collection.path, [])
    # An id of another format is the list's failure, and reported there.
    ids = [binding for binding in known if client.conformance.has_format(schema, binding[collection.placeholder])]
    chosen = ids[:1] if context.plan.guarded else [*ids[: MOST - 1], *ids[MOST - 1 :][-1:]]
    found = 0
    missing: tuple[Binding, int] | None = None
    for binding in chosen:
        response = client.send(build_request(fetch, binding))
        client.count(fetch, "listed_is_available")
        if response.status_code >= requests.codes.server_error:
            return
        key = binding[collection.placeholder]
        shown = collection.key_of(client.read_payload(response))
        if is_success(response.status_code) and shown not in {key, None}:
            raise _unavailable(context, fetch, fetch, binding, collection, f"{response.status_code} with id {shown}")
        found += is_success(response.status_code)
        missing = missing if is_success(response.status_code) else (binding, response.status_code)
    if missing:
        binding, status = missing
        # Where other entries can be fetched, the list has one too many.
        blamed = collection.listing if found and collection.listing else fetch
        raise _unavailable(context, blamed, fetch, binding, collection, f"{status}")


def _unavailable(  # noqa: PLR0913, PLR0917 - what the message says.
    context: Context, blamed: Operation, fetch: Operation, binding: Binding, collection: Collection, got: str
) -> ContractFailure:  # fmt: skip
    key = binding[collection.placeholder]
    return context.client.fail(
        build_request(fetch, binding), "listed_is_available",
        f"the list has id {key}, but {fetch.label} gives {got}",
        expected=f"200 with id {key}", got=got, blamed=blamed,
    )  # fmt: skip


@pytest.mark.cases(("fetch", "collection"), _fetched)
def test_nothing_is_fetched_by_an_unknown_id(context: Context, fetch: Operation, collection: Collection) -> None:
    """An id that no list has leads to nothing: the resource that it would show is somebody else's."""
    known = context.known_ids.by_collection.get(collection.path, ())
    if not known:
        pytest.skip("no id is known for it")
    keys = [binding[collection.placeholder] for binding in known]
    for unknown in find_unknown_ids(keys):
        _check_missing(context, fetch, {**known[0], collection.placeholder: unknown}, f"the id {unknown} is in no list")


def _with_parents(context: Context) -> Iterator[object]:
    """Yield reading operations about something inside something else: `/shelf/{id}/book/{bookId}`."""
    for operation in context.selection.called:
        limited = operation.interval and context.plan.guarded
        documented = MISSING in operation.definition.get("responses", {})
        if operation.method == "GET" and operation.placeholders and documented and not limited:
            inside = operation.path.rpartition("}")[0].count("{") and not operation.path.endswith("}")
            for name in operation.placeholders if inside else operation.placeholders[:-1]:
                yield pytest.param(operation, name, id=f"{operation.label}: {name}")


@pytest.mark.cases(("operation", "name"), _with_parents)
def test_nothing_is_found_below_an_unknown_parent(context: Context, operation: Operation, name: str) -> None:
    """With the id of a parent that no list has, or that is another one's, a path leads to nothing."""
    known = context.known_ids.bindings(operation)
    if not known:
        pytest.skip("no id is known for it")
    request = build_request(operation, known[0])
    if not is_success(context.client.send(request).status_code):
        pytest.skip("it can't be fetched with ids that are known, either")
    values = context.known_ids.values_like(operation, name)
    if not values:
        pytest.skip(f"no list has the ids that {name} stands for")
    unknown = next(find_unknown_ids(values))
    _check_missing(context, operation, {**known[0], name: unknown}, f"no list has the id {unknown} for {name}")
    # What is inside one parent isn't inside another one.
    others = [value for value in values if {**known[0], name: value} not in known] if len(known[0]) > 1 else []
    for other in others[:1] if operation.path.endswith("}") else ():
        _check_missing(context, operation, {**known[0], name: other}, f"it is inside {known[0][name]}, not {other}")


def find_unknown_ids(keys: Sequence[Any]) -> Iterator[Any]:
    """Yield ids that aren't among those, most of them made from one that is: what a careless parser takes for it."""
    if all(isinstance(key, int) for key in keys):
        yield max(keys) + 7919
        yield from (made for made in (f"{keys[0]}abc", -keys[0], keys[0] + 2**32) if made not in keys)
    else:
        yield "00000000-0000-4000-8000-00000000ffff"
        yield f"{keys[0]}abc"


def _check_missing(context: Context, operation: Operation, binding: Binding, why: str) -> None:
    request = build_request(operation, binding)
    response = context.client.send(request)
    context.client.count(operation, "unknown_is_missing")
    if is_success(response.status_code):
        message = f"{why}, but fetching it gives {response.status_code}"
        raise context.client.fail(
            request, "unknown_is_missing", message, expected="404", got=f"{response.status_code}"
        )  # fmt: skip


@pytest.mark.cases(("operation", "name", "included"), _includes)
def test_a_property_is_included_on_request(context: Context, operation: Operation, name: str, included: str) -> None:
    """With the parameter a response shows the property, without it doesn't."""
    parent = _parent(context, operation)
    shown: dict[bool, bool] = {}
    for wanted in (True, False):
        response = context.client.send(_request(operation, parent, {name: wanted}))
        if not is_success(response.status_code):
            pytest.skip(f"the status is {response.status_code}")
        shown[wanted] = shows_property(context.client.read_payload(response), included)
    context.client.count(operation, "include_conformance")
    if shown[True] is shown[False] and shown[True]:
        message = f"{included} is shown, whether {name} is true or false"
    elif shown[False]:
        message = f"{included} is shown with {name}=false, and not with {name}=true"
    elif not shown[True] and is_in_samples(context.document, operation, included):
        message = f"{included} isn't shown, although {name} is true"
    else:
        return
    request = _request(operation, parent, {name: shown[True] is False})
    raise context.client.fail(
        request, "include_conformance", message, expected=f"{included} where {name} is true", got=message
    )


@pytest.mark.cases(("operation", "collection"), _listed)
def test_ids_are_unique(context: Context, operation: Operation, collection: Collection) -> None:
    """No list shows one resource twice."""
    parent = _parent(context, operation)
    entries = _entries(context, operation, parent, {})
    keys = [key for entry in entries if (key := collection.key_of(entry)) is not None]
    context.client.count(operation, "unique_ids")
    if twice := sorted({str(key) for key in keys if keys.count(key) > 1}):
        message = f"the list has id {twice[0]} more than once"
        request = _request(operation, parent, {})
        raise context.client.fail(request, "unique_ids", message, expected="each id once", got=message)


@pytest.mark.cases(("operation", "wanted"), _filters)
def test_a_filter_filters(context: Context, operation: Operation, wanted: Filter) -> None:
    """A filtered list has an entry that fits, and none that doesn't."""
    parent = _parent(context, operation)
    entries = _entries(context, operation, parent, {})
    if not entries:
        pytest.skip("the list is empty")
    for value in choose_values(context.document, wanted, entries):
        query = {wanted.name: value}
        found = _entries(context, operation, parent, query)
        context.client.count(operation, "filter_conformance")
        strangers = [entry for entry in found if not fits(wanted, value, entry)]
        request = _request(operation, parent, query)
        if strangers:
            name = wanted.property
            shown = {name: strangers[0].get(name)} if name else strangers[0].get("id")
            raise context.client.fail(
                request, "filter_conformance", f"{wanted.name}={value} also gives what doesn't fit: {shown}",
                expected=f"entries that fit {wanted.name}={value} only", got=f"{len(strangers)} others",
            )  # fmt: skip
        # A text that was taken from a name must be found there.
        compared = wanted.property or "name"
        if not found and any(entry.get(compared) == value for entry in entries):
            raise context.client.fail(
                request, "filter_conformance",
                f"{wanted.name}={value} gives nothing, although the list has such an entry",
                expected="the entry that fits", got="none", cause="nothing",
            )  # fmt: skip


@pytest.mark.cases(("operation", "collection", "paging"), _paged)
def test_pages_have_their_size_and_differ(
    context: Context, operation: Operation, collection: Collection, paging: Paging
) -> None:  # fmt: skip
    """A page of one entry has one; the next page has another one; together they have what the list has."""
    parent = _parent(context, operation)
    whole = [collection.key_of(entry) for entry in _entries(context, operation, parent, {})]
    if not whole:
        pytest.skip("the list is empty")
    size = 1
    gathered: list[Any] = []
    for number in range(min(MOST_PAGES, len(whole)) if paging.page else 1):
        query: dict[str, object] = {paging.size: size, **({paging.page: paging.first + number} if paging.page else {})}
        keys = [collection.key_of(entry) for entry in _entries(context, operation, parent, query)]
        request = _request(operation, parent, query)
        context.client.count(operation, "paging_conformance")
        if len(keys) > size:
            raise context.client.fail(
                request, "paging_conformance", f"{paging.size}={size} gives {len(keys)} entries",
                expected=f"at most {size}", got=f"{len(keys)}",
            )  # fmt: skip
        context.client.count(operation, "paging_conformance")
        again = [key for key in keys if key is not None and key in gathered]
        if again or not keys:
            got = f"shows id {again[0]} again" if again else "is empty"
            message = f"page {paging.first + number} of {len(whole)} entries, one a page, {got}"
            raise context.client.fail(
                request, "paging_conformance", message, expected="each entry on one page", got=got, cause="pages"
            )  # fmt: skip
        gathered += keys
    if paging.page:
        # A server that fails over it sends 5xx, which is found in every response.
        context.client.send(_request(operation, parent, {paging.size: size, paging.page: FAR}))


def _parent(context: Context, operation: Operation) -> Binding:
    found = context.known_ids.bindings(operation)
    if not found:
        pytest.skip("no id is known for it")
    return found[0]


def _entries(
    context: Context, operation: Operation, parent: Binding, query: Mapping[str, object]
) -> list[dict[str, Any]]:
    response = context.client.send(_request(operation, parent, query))
    if not is_success(response.status_code):
        pytest.skip(f"the list has the status {response.status_code}")
    return find_entries(context.client.read_payload(response))


def _request(operation: Operation, parent: Binding, query: Mapping[str, object]) -> Request:
    return Request(operation=operation, path=operation.fill(parent), query=query)
