"""Lists: what is listed can be fetched, filters filter, pages have their size and differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
import requests

from contract_suite.context import Context
from contract_suite.differences import find_disagreement
from contract_suite.document import KEY, Operation
from contract_suite.envelope import is_success
from contract_suite.known_ids import Binding
from contract_suite.list_parameters import (
    Filter,
    Paging,
    choose_bounds,
    choose_values,
    find_filters,
    find_includes,
    find_paging,
    find_switches,
    find_total,
    fits,
    is_in_samples,
    read_filtered,
    read_pages,
    shows_property,
)
from contract_suite.request import Request, build_request
from contract_suite.resources import Collection, find_entries, listed_schema
from contract_suite.results import ContractFailure

MOST = 3
MOST_PAGES = 4
MANY, FEW = 30, 12
"""How many requests with other ids are tried: on this machine, elsewhere."""
MISSING = "404"
FILTERS, PAGES, PLACES = "filter_conformance", "paging_conformance", "places_agree"
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
    # Those that need a parameter name no collection; their entries have ids all the same.
    known = {operation.label for operation, _ in found}
    found += [
        (o, Collection(path=o.path, placeholder=KEY, listing=o)) for o in context.selection.called
        if o.method == "GET" and o.label not in known and listed_schema(context.document, o) is not None
    ]  # fmt: skip
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
    fetched: list[tuple[Binding, requests.Response]] = []
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
        if is_success(response.status_code):
            fetched.append((binding, response))
        missing = missing if is_success(response.status_code) else (binding, response.status_code)
    if missing:
        binding, status = missing
        # Where other entries can be fetched, the list has one too many.
        blamed = collection.listing if fetched and collection.listing else fetch
        raise _unavailable(context, blamed, fetch, binding, collection, f"{status}")
    for binding, response in fetched:
        _check_agreement(context, fetch, binding, collection, response)


def _check_agreement(
    context: Context, fetch: Operation, binding: Binding, collection: Collection, response: requests.Response
) -> None:  # fmt: skip
    """Compare a resource with its entry in the list, which is read after it: what both show must be the same."""
    listing, payload = collection.listing, context.client.read_payload(response)
    if listing is None or listing.interval or context.client.session.monitor.is_skipped(listing.label):
        return
    entries = find_entries(context.client.read_payload(context.client.send(build_request(listing, binding))))
    entry = next((e for e in entries if collection.key_of(e) == binding[collection.placeholder]), {})
    context.client.count(listing, PLACES)
    different = find_disagreement(entry, payload)
    if not different:
        return
    # Something may have changed in between: then it reads like the list now.
    again = context.client.read_payload(context.client.send(build_request(fetch, binding)))
    if different == find_disagreement(entry, again):
        raise context.client.fail(
            build_request(listing, binding), PLACES, f"the list and {fetch.label} show {different}",
            expected="the same in both", got=different,
        )  # fmt: skip


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


@pytest.mark.cases(("operation", "collection"), _listed)
def test_a_list_shows_entries(context: Context, operation: Operation, collection: Collection) -> None:
    """An empty list says nothing about entries: other known ids are tried until one has some."""
    del collection
    for binding, query in islice(context.requests.find_variants(operation), FEW if context.plan.guarded else MANY):
        response = context.client.send(_request(operation, binding, query))
        if is_success(response.status_code) and find_entries(context.client.read_payload(response)):
            context.requests.shown[operation.label] = (binding, query)
            return
    context.results.notes[operation.label, "entries"] = "no entry was ever shown, so none was checked"


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
        context.client.count(operation, FILTERS)
        strangers = [entry for entry in found if not fits(wanted, value, entry)]
        request = _request(operation, parent, query)
        if strangers:
            name = wanted.property
            shown = {name: read_filtered(wanted, strangers[0])} if name else strangers[0].get("id")
            raise context.client.fail(
                request, FILTERS, f"{wanted.name}={value} also gives what doesn't fit: {shown}",
                expected=f"entries that fit {wanted.name}={value} only", got=f"{len(strangers)} others",
            )  # fmt: skip
        # A text that was taken from a name must be found there, and each of several values where an entry has it.
        compared = replace(wanted, property=wanted.property or "name")
        for one in value if isinstance(value, list) else [value]:
            if not any(read_filtered(compared, entry) == one for entry in found) and any(
                read_filtered(compared, entry) == one for entry in entries
            ):
                raise context.client.fail(
                    request, FILTERS, f"{wanted.name}={value} doesn't give the entry that has {one}",
                    expected="the entries that fit", got="none that does", cause="nothing",
                )  # fmt: skip
    _check_effect(context, operation, parent, wanted, entries)


def _check_effect(
    context: Context, operation: Operation, parent: Binding, wanted: Filter, entries: list[dict[str, Any]]
) -> None:  # fmt: skip
    """Compare what numbers give where nothing says how they are compared: at least, at most, or exactly."""
    for number in choose_bounds(wanted, entries) if wanted.property else ():
        query = {wanted.name: number}
        response = context.client.send(_request(operation, parent, query))
        if not is_success(response.status_code):
            return
        if len(find_entries(context.client.read_payload(response))) != len(entries):
            return
    if wanted.property and choose_bounds(wanted, entries):
        query = {wanted.name: choose_bounds(wanted, entries)[0]}
        context.client.count(operation, FILTERS)
        raise context.client.fail(
            _request(operation, parent, query), FILTERS, f"{wanted.name} has no effect, whatever its value",
            expected="other entries for other values", got="all entries each time", cause="no effect",
        )  # fmt: skip


def _switches(context: Context) -> Iterator[object]:
    """Yield lists with each filter that is true or false."""
    for operation, collection in _find_lists(context):
        for name in find_switches(context.document, operation):
            yield pytest.param(operation, collection, name, id=f"{operation.label}: {name}")


@pytest.mark.cases(("operation", "collection", "name"), _switches)
def test_nothing_fits_true_and_false(
    context: Context, operation: Operation, collection: Collection, name: str
) -> None:  # fmt: skip
    """What a filter shows where it is true, it doesn't show where it is false."""
    parent = _parent(context, operation)
    shown = [
        {str(collection.key_of(entry)) for entry in _entries(context, operation, parent, {name: wanted})} - {"None"}
        for wanted in (True, False)
    ]
    context.client.count(operation, FILTERS)
    if both := sorted(shown[0] & shown[1]):
        message = f"id {both[0]} is shown whether {name} is true or false"
        raise context.client.fail(
            _request(operation, parent, {name: False}), FILTERS, message,
            expected="each entry with one of the two", got=f"{len(both)} with both", cause="no effect",
        )  # fmt: skip


@pytest.mark.cases(("operation", "collection", "paging"), _paged)
def test_pages_have_their_size_and_differ(
    context: Context, operation: Operation, collection: Collection, paging: Paging
) -> None:  # fmt: skip
    """A page of one entry has one; the next page has another one; together they have what the list has."""
    parent = _parent(context, operation)

    def read(query: dict[str, Any]) -> list[Any]:
        return _entries(context, operation, parent, query)

    listed, complete = read_pages(read, paging.page, paging.first)
    whole = [collection.key_of(entry) for entry in listed or ()]
    if not complete:
        pytest.skip("the list has too many pages")
    if not whole:
        pytest.skip("the list is empty")
    size = 1
    gathered: list[Any] = []
    for number in range(min(MOST_PAGES, len(whole)) if paging.page else 1):
        query: dict[str, object] = {paging.size: size, **({paging.page: paging.first + number} if paging.page else {})}
        keys = [collection.key_of(entry) for entry in _entries(context, operation, parent, query)]
        request = _request(operation, parent, query)
        context.client.count(operation, PAGES)
        if len(keys) > size:
            raise context.client.fail(
                request, PAGES, f"{paging.size}={size} gives {len(keys)} entries",
                expected=f"at most {size}", got=f"{len(keys)}",
            )  # fmt: skip
        context.client.count(operation, PAGES)
        again = [key for key in keys if key is not None and key in gathered]
        if again or not keys:
            got = f"shows id {again[0]} again" if again else "is empty"
            message = f"page {paging.first + number} of {len(whole)} entries, one a page, {got}"
            raise context.client.fail(
                request, PAGES, message, expected="each entry on one page", got=got, cause="pages"
            )  # fmt: skip
        gathered += keys
    _check_sizes(context, operation, parent, collection, paging, whole)


def _check_sizes(  # noqa: PLR0913, PLR0917 - a list, and what it has.
    context: Context, operation: Operation, parent: Binding, collection: Collection, paging: Paging, whole: list[Any]
) -> None:  # fmt: skip
    """Compare a page of all entries, the page behind the last one, and the total, with what all pages have."""
    everything = len(whole)
    request = _request(operation, parent, {paging.size: everything})
    response = context.client.send(request)
    count = len(find_entries(context.client.read_payload(response)))
    most = context.document.parameters(operation, "query")[paging.size].get("schema", {}).get("maximum", everything)
    if is_success(response.status_code) and count < everything <= most:
        raise context.client.fail(
            request, PAGES, f"{paging.size}={everything} gives {count} entries of {everything}",
            expected=f"{everything}", got=f"{count}", cause="capped",
        )  # fmt: skip
    if not paging.page:
        return
    for number in (paging.first + everything, FAR):
        # A server that fails over it sends 5xx, which is found in every response.
        request = _request(operation, parent, {paging.size: 1, paging.page: number})
        response = context.client.send(request)
        keys = [collection.key_of(entry) for entry in find_entries(context.client.read_payload(response))]
        again = [key for key in keys if key is not None and key in whole]
        if is_success(response.status_code) and again:
            raise context.client.fail(
                request, PAGES, f"page {number} is behind the last one, and shows id {again[0]} again",
                expected="no entries", got=f"id {again[0]}", cause="behind",
            )  # fmt: skip
    _check_total(context, operation, parent, paging, everything)


def _check_total(
    context: Context, operation: Operation, parent: Binding, paging: Paging, everything: int
) -> None:  # fmt: skip
    request = _request(operation, parent, {paging.size: 1, paging.page: paging.first})
    total = find_total(context.client.read_payload(context.client.send(request)))
    if total is None:
        return
    context.client.count(operation, PLACES)
    if total[1] != everything:
        raise context.client.fail(
            request, PLACES, f"{total[0]} is {total[1]}, and the list has {everything} entries",
            expected=f"{everything}", got=f"{total[1]}", cause="total",
        )  # fmt: skip


def _parent(context: Context, operation: Operation) -> Binding:
    if operation.label in context.requests.shown:
        return context.requests.shown[operation.label][0]
    found = context.known_ids.bindings(operation)
    if not found:
        pytest.skip("no id is known for it")
    return found[0]


def _entries(
    context: Context, operation: Operation, parent: Binding, query: Mapping[str, object]
) -> list[dict[str, Any]]:
    response = context.client.send(_request(operation, parent, {**context.requests.required_query(operation), **query}))
    if not is_success(response.status_code):
        pytest.skip(f"the list has the status {response.status_code}")
    return find_entries(context.client.read_payload(response))


def _request(operation: Operation, parent: Binding, query: Mapping[str, object]) -> Request:
    return Request(operation=operation, path=operation.fill(parent), query=query)
