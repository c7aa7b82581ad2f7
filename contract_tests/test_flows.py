"""Several requests in a row: what is created is there, what is changed can be read back, what is deleted is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from contract_suite.change_values import find_changes
from contract_suite.changes import (
    change_and_read,
    check_texts,
    check_update,
    choose_change,
    compose_body,
    take_back,
)
from contract_suite.context import Context
from contract_suite.differences import find_difference
from contract_suite.document import KEY, Operation
from contract_suite.envelope import is_success
from contract_suite.known_ids import Binding
from contract_suite.life_cycle import Impossible, LifeCycle
from contract_suite.request import build_request
from contract_suite.resources import Collection

MOST_CHANGES, FEW_CHANGES = 16, 4
"""How many changes are tried of one resource: on this machine, elsewhere."""
GONE = frozenset({400, 403, 404, 410})
MANY = 2
NOT_FOUND = "404"


def _creating(context: Context) -> Iterator[object]:
    """Yield the operations that create an entry of a collection."""
    for collection in context.known_ids.collections:
        create = collection.create
        if create is None or create.label not in context.selection.chosen or create.safety != "write":
            continue
        if not context.plan.guarded or "write" in context.plan.allow:
            yield pytest.param(create, collection, id=create.label)


def _updating(context: Context) -> Iterator[object]:
    """Yield the operations that change a resource which another operation shows."""
    called = {operation.label for operation in context.selection.called}
    for collection in context.known_ids.collections:
        for operation in collection.updates:
            if operation.label in called and (collection.fetch or collection.listing):
                yield pytest.param(operation, collection, id=operation.label)


def _starting(context: Context) -> Iterator[object]:
    """Yield operations whose response has an id, with the operation that the id is for: `jobId` and `/job/{jobId}`."""
    called = context.selection.called
    fetching = [o for o in called if o.method == "GET" and len(o.placeholders) == 1 and o.path.endswith("}")]
    for start in called:
        payload = context.document.payload_schema(start) if start.method == "POST" else {}
        properties = context.document.properties(payload)
        for fetch in fetching:
            (name,) = fetch.placeholders
            # `id` is the resource's own id: only another name says that one operation leads to the other one. And that
            # both have a `token` links nothing: what is fetched must be documented to show it again.
            shown = context.document.properties(context.document.payload_schema(fetch))
            if name in properties and name in shown and name not in {*start.placeholders, KEY}:
                yield pytest.param(start, fetch, name, id=f"{start.label}: {name}")


def _deleting(context: Context) -> Iterator[object]:
    """Yield operations that delete what nothing creates; on this machine only, where nobody misses it."""
    for collection in () if context.plan.guarded else context.known_ids.collections:
        delete = collection.delete
        if delete and collection.create is None and delete.label in context.selection.chosen:
            yield pytest.param(delete, collection, id=delete.label)


@pytest.mark.cases(("change", "collection"), _updating)
def test_what_is_changed_can_be_read_back(context: Context, change: Operation, collection: Collection) -> None:
    """A change that the server accepts is there afterwards; then it is taken back."""
    known = context.known_ids.by_collection.get(collection.path, [])
    binding = next(iter(_permitted(context, known)), None)
    if binding is None:
        pytest.skip("there is nothing to change")
    cycle = LifeCycle(context, collection, {k: v for k, v in binding.items() if k != collection.placeholder})
    before = cycle.shown(binding)
    name, value = choose_change(context, change, before)
    if not name:
        pytest.skip("nothing that can be changed is known well enough")
    try:
        change_and_read(cycle, change, binding, before, {name: value})
        if isinstance(value, str):
            check_texts(cycle, change, binding, name)
    finally:
        take_back(cycle, change, binding, {name: before[name]})


@pytest.mark.cases(("change", "collection"), _updating)
def test_every_kind_of_property_can_be_changed(
    context: Context, change: Operation, collection: Collection
) -> None:  # fmt: skip
    """Numbers, times, choices, nothing, one property of an object: each is there afterwards, and the rest stays."""
    known = context.known_ids.by_collection.get(collection.path, [])
    binding = next(iter(_permitted(context, known)), None)
    if binding is None:
        pytest.skip("there is nothing to change")
    cycle = LifeCycle(context, collection, {k: v for k, v in binding.items() if k != collection.placeholder})
    found = list(find_changes(context.document, context.client.conformance, change, cycle.shown(binding)))
    for name, value in found[: FEW_CHANGES if context.plan.guarded else MOST_CHANGES]:
        before = cycle.shown(binding)
        body = compose_body(context, change, before, {name: value})
        if not context.client.conformance.accepts(context.document.body_schema(change), body):
            continue
        try:
            change_and_read(cycle, change, binding, before, {name: value})
        except Impossible:
            continue  # The server has its reasons to reject this one.
        finally:
            take_back(cycle, change, binding, {name: before[name]})


@pytest.mark.cases(("create", "collection"), _creating)
def test_a_life_from_creation_to_deletion(context: Context, create: Operation, collection: Collection) -> None:
    """It is created, read, changed, changed again in the same way, deleted, and then is gone."""
    bindings = _permitted(context, context.known_ids.bindings(create))
    if not bindings:
        pytest.skip("no id is known for it, or --device names none")
    cycle = LifeCycle(context, collection, bindings[0])
    binding, sent, response = cycle.create()
    try:
        _check_created(cycle, create, binding, sent)
        _check_id(cycle, create, binding, response, sent)
        if not context.plan.guarded:
            _check_another(cycle, create, sent)
        for update in collection.updates:
            check_update(cycle, update, binding)
    except Impossible:
        pass  # The server rejects what is changed here; whether it can be deleted shows all the same.
    finally:
        _check_deleted(cycle, binding)


@pytest.mark.cases(("start", "fetch", "name"), _starting)
def test_what_is_started_can_be_followed(context: Context, start: Operation, fetch: Operation, name: str) -> None:
    """The response to a command has an id, and fetching that id tells how the command went."""
    client = context.client
    bindings = _permitted(context, context.known_ids.bindings(start))
    if not bindings:
        pytest.skip("no id is known for it")
    response = client.send(build_request(start, bindings[0]))
    payload = client.read_payload(response)
    if not is_success(response.status_code) or not isinstance(payload, dict) or payload.get(name) is None:
        pytest.skip(f"the status is {response.status_code}, without {name}")
    client.count(fetch, "started_is_available")
    request = build_request(fetch, {name: payload[name]})
    followed = client.send(request)
    shown = client.read_payload(followed)
    given = shown.get(name) if isinstance(shown, dict) else None
    if is_success(followed.status_code) and given is None:
        pytest.skip(f"what is fetched shows no {name}, so it may be something else")
    if not is_success(followed.status_code) or str(given) != str(payload[name]):
        got = f"{followed.status_code}" + (f" with {name} {given}" if given is not None else "")
        message = f"{start.label} gives {name} {payload[name]}, but fetching it gives {got}"
        expected = f"200 with {name} {payload[name]}"
        raise client.fail(request, "started_is_available", message, expected=expected, got=got)


@pytest.mark.cases(("delete", "collection"), _deleting)
def test_what_is_deleted_is_gone(context: Context, delete: Operation, collection: Collection) -> None:
    """One of several resources: the other ones are still needed."""
    known = context.known_ids.by_collection.get(collection.path, [])
    if len(known) < MANY:
        pytest.skip(f"{delete.label} would delete the only one")
    binding = known[-1]
    parent = {name: value for name, value in binding.items() if name != collection.placeholder}
    _check_deleted(LifeCycle(context, collection, parent), binding)


def _permitted(context: Context, bindings: list[Binding]) -> list[Binding]:
    """Return the bindings that a request which changes something may have."""
    if not context.plan.guarded:
        return bindings
    return [b for b in bindings if {str(value) for value in b.values()} <= context.plan.devices]


def _check_created(cycle: LifeCycle, create: Operation, binding: Binding, sent: object) -> None:
    collection = cycle.collection
    cycle.client.count(create, "created_is_available")
    read = cycle.read(binding)
    if read is None:
        return
    operation, shown = read
    listed = not collection.listing or binding[collection.placeholder] in cycle.listed_ids() or not cycle.lists_all
    if shown is None:
        # Where the list has it, it was created; then the operation that fetches it is wrong.
        blamed = operation if collection.fetch and listed else create
        message = f"what was just created ({cycle.name(binding)}) is not shown by {operation.label}"
        raise cycle.fail(
            blamed, "created_is_available", message, binding=binding, body=None if blamed is operation else sent,
            expected="the new resource to be shown", got="nothing with its id",
        )  # fmt: skip
    if different := find_difference(sent, shown):
        raise cycle.fail(
            create, "read_after_write", f"what was created reads differently: {different}", binding=cycle.parent,
            body=sent, expected="what was sent", got=different, cause="created",
        )  # fmt: skip
    if collection.listing and not listed:
        message = f"what was just created ({cycle.name(binding)}) is not listed"
        raise cycle.fail(
            collection.listing, "created_is_available", message, binding=cycle.parent,
            expected="the new resource to be listed", got="a list without its id",
        )  # fmt: skip


def _check_another(cycle: LifeCycle, create: Operation, sent: object) -> None:
    """Create another resource: it has an id of its own, too."""
    try:
        other, _, response = cycle.create()
    except Impossible:
        return  # There may be one of a kind only.
    cycle.delete(other, check=False)
    _check_id(cycle, create, other, response, sent)


def _check_id(
    cycle: LifeCycle, create: Operation, binding: Binding, response: requests.Response, sent: object
) -> None:  # fmt: skip
    """Compare the id in the response with the new one in the list."""
    collection = cycle.collection
    cycle.client.count(create, "unique_ids")
    given: Any = collection.key_of(cycle.client.read_payload(response))
    listed = binding[collection.placeholder]
    # Some responses have the id of the parent.
    if given not in {None, listed, *cycle.parent.values()}:
        message = f"what was just created is listed with id {listed}, but the response has the id {given}"
        raise cycle.fail(
            create, "unique_ids", message, binding=cycle.parent, body=sent, expected=f"{listed}", got=f"{given}"
        )  # fmt: skip


def _check_deleted(cycle: LifeCycle, binding: Binding) -> None:
    client, delete = cycle.client, cycle.collection.delete
    if delete is None:
        return
    response = cycle.delete(binding)
    if response is None or not is_success(response.status_code):
        return
    client.count(delete, "deleted_is_gone")
    read = cycle.read(binding)
    shown = read is not None and read[1] is not None
    listed = binding[cycle.collection.placeholder] in cycle.listed_ids()
    if shown or listed:
        fetch, listing = cycle.collection.fetch, cycle.collection.listing
        # Where one of the two knows that it is gone, the other one is wrong.
        blamed = delete
        if fetch and listing and shown is not listed:
            blamed = fetch if shown else listing
        where = read[0].label if read and shown else "the list"
        message = f"deleting gives {response.status_code}, but {where} still shows {cycle.name(binding)}"
        raise cycle.fail(
            blamed, "deleted_is_gone", message, binding=binding, expected="nothing of what was deleted",
            got=f"{where} shows it",
        )  # fmt: skip
    before = cycle.listed_ids()
    client.count(delete, "idempotent_delete")
    if not cycle.context.plan.guarded:
        again = client.send(
            build_request(delete, {**binding, delete.placeholders[-1]: binding[cycle.collection.placeholder]})
        )
        # Where the documentation has a 404 for what isn't there, a second success says that it was.
        wrong = (
            NOT_FOUND in delete.definition.get("responses", {})
            if is_success(again.status_code)
            else again.status_code not in GONE
        )
        # No page promises an order.
        if wrong or Counter(cycle.listed_ids()) != Counter(before):
            raise cycle.fail(
                delete, "idempotent_delete", f"deleting it again gives {again.status_code}", binding=binding,
                expected="the same state after the second DELETE", got=f"{again.status_code}",
            )  # fmt: skip
