"""Several operations in a row: what is created is there, what is changed can be read back, what is deleted is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from suite import current
from suite.changes import change_and_read, check_texts, check_update, choose_change, take_back
from suite.document import KEY, Operation
from suite.guard import NotAllowedError
from suite.lifecycle import Impossible, LifeCycle, fail, find_difference
from suite.resources import Collection
from suite.seeds import Binding

GONE = frozenset({400, 403, 404, 410})
MANY = 2
NOT_FOUND = "404"


def _creating() -> Iterator[tuple[Operation, Collection]]:
    """Yield the collections that something can be created in."""
    suite = current.suite
    for collection in suite.seeds.collections:
        create = collection.create
        if create is None or create.label not in suite.chosen or create.safety != "write":
            continue
        if not suite.options.guarded or "write" in suite.options.allow:
            yield create, collection


def _updates() -> Iterator[tuple[Operation, Collection]]:
    """Yield each operation that changes a resource which something shows."""
    called = {operation.label for operation in current.suite.called}
    for collection in current.suite.seeds.collections:
        for operation in collection.updates:
            if operation.label in called and (collection.fetch or collection.listing):
                yield operation, collection


def _started() -> Iterator[tuple[Operation, Operation, str]]:
    """Yield commands whose answer has an id, with the operation that it is the id for: `operationId`."""
    suite = current.suite
    fetching = [o for o in suite.called if o.method == "GET" and len(o.placeholders) == 1 and o.path.endswith("}")]
    for start in suite.called:
        members = suite.document.properties(suite.document.payload_schema(start)) if start.method == "POST" else {}
        for fetch in fetching:
            (name,) = fetch.placeholders
            # `id` is whatever the answer is about: only a name of its own says that the one leads to the other.
            if name in members and name not in {*start.placeholders, KEY}:
                yield start, fetch, name


@pytest.mark.parametrize(("change", "collection"), [pytest.param(o, c, id=o.label) for o, c in _updates()])
def test_what_is_changed_can_be_read_back(change: Operation, collection: Collection) -> None:
    """A change that the server accepts is there afterwards; then it is taken back."""
    suite = current.suite
    allowed = suite.options.devices if suite.options.guarded else None
    known = suite.seeds.known.get(collection.path, ())
    binding = next((b for b in known if allowed is None or {str(v) for v in b.values()} <= allowed), None)
    if binding is None:
        pytest.skip("there is nothing to change")
    cycle = LifeCycle(suite, collection, {k: v for k, v in binding.items() if k != collection.placeholder})
    try:
        before = cycle.shown(binding)
        member, value = choose_change(suite, change, before)
        if not member:
            pytest.skip("nothing that can be changed is known well enough")
        try:
            change_and_read(cycle, change, binding, before, {member: value})
            if isinstance(value, str):
                check_texts(cycle, change, binding, member)
        finally:
            take_back(cycle, change, binding, {member: before[member]})
    except Impossible as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize(("create", "collection"), [pytest.param(o, c, id=o.label) for o, c in _creating()])
def test_a_life_from_creation_to_deletion(create: Operation, collection: Collection) -> None:
    """It is created, read, changed, changed again in the same way, deleted, and then is gone."""
    suite = current.suite
    cycle = LifeCycle(suite, collection, _parent(create))
    try:
        binding, sent, response = cycle.create()
    except Impossible as reason:
        pytest.skip(str(reason))
    try:
        _check_created(cycle, create, binding, sent)
        _check_id(cycle, create, binding, response, sent)
        if not suite.options.guarded:
            _check_another(cycle, create, sent)
        for update in collection.updates:
            check_update(cycle, update, binding)
    except Impossible:
        pass  # The server refuses what is changed here; that it is deleted afterwards can be seen all the same.
    finally:
        _check_deleted(cycle, binding)


@pytest.mark.parametrize(("start", "fetch", "name"), [pytest.param(*f, id=f"{f[0].label}: {f[2]}") for f in _started()])
def test_what_is_started_can_be_followed(start: Operation, fetch: Operation, name: str) -> None:
    """A command answers an id; asking for it tells how the command went."""
    suite = current.suite
    allowed = suite.options.devices if suite.options.guarded else None
    bindings = [b for b in suite.seeds.bindings(start) if allowed is None or {str(v) for v in b.values()} <= allowed]
    if not bindings:
        pytest.skip("no id is known for it")
    try:
        response = suite.call(start, start.fill(bindings[0]))
        answered = suite.payload(response)
        if not response.ok or not isinstance(answered, dict) or answered.get(name) is None:
            pytest.skip(f"it answers {response.status_code} without {name}")
        suite.count(fetch, "started_is_available")
        followed = suite.call(fetch, fetch.fill({name: answered[name]}))
    except NotAllowedError as error:
        pytest.skip(str(error))
    shown = suite.payload(followed)
    if not followed.ok or not isinstance(shown, dict) or str(shown.get(name)) != str(answered[name]):
        message = f"{start.label} answers {name} {answered[name]}, but asking for it gives {followed.status_code}"
        raise fail(
            suite, fetch, "started_is_available", message, binding={name: answered[name]},
            expected=f"200 with {name} {answered[name]}", got=f"{followed.status_code}",
        )  # fmt: skip


def _deleting() -> Iterator[tuple[Operation, Collection]]:
    """Yield what deletes things that nothing creates; on this machine only, where nobody misses them."""
    suite = current.suite
    for collection in suite.seeds.collections:
        delete = collection.delete
        if delete and collection.create is None and delete.label in suite.chosen and not suite.options.guarded:
            yield delete, collection


@pytest.mark.parametrize(("delete", "collection"), [pytest.param(o, c, id=o.label) for o, c in _deleting()])
def test_what_is_deleted_is_gone(delete: Operation, collection: Collection) -> None:
    """One of several: the others are still needed."""
    suite = current.suite
    known = suite.seeds.known.get(collection.path, [])
    if len(known) < MANY:
        pytest.skip(f"{delete.label} would delete the only one")
    binding = known[-1]
    parent = {name: value for name, value in binding.items() if name != collection.placeholder}
    _check_deleted(LifeCycle(suite, collection, parent), binding)


def _check_created(cycle: LifeCycle, create: Operation, binding: Binding, sent: object) -> None:
    suite, collection = cycle.suite, cycle.collection
    suite.count(create, "created_is_available")
    read = cycle.read(binding)
    if read is None:
        return
    operation, shown = read
    listed = not collection.listing or binding[collection.placeholder] in cycle.listed_ids()
    if shown is None:
        # Where the list has it, it was created; then the one that fetches it is at fault.
        blamed = operation if collection.fetch and listed else create
        message = f"what was just created ({cycle.name(binding)}) is not shown by {operation.label}"
        raise fail(
            suite, blamed, "created_is_available", message, binding=binding, body=None if blamed is operation else sent,
            expected="the new thing to be shown", got="nothing with its id",
        )  # fmt: skip
    if different := find_difference(sent, shown):
        message = f"what was created reads differently: {different}"
        raise fail(
            suite, create, "read_after_write", message, binding=cycle.parent, body=sent,
            expected="what was sent", got=different, cause="created",
        )  # fmt: skip
    if collection.listing and not listed:
        message = f"what was just created ({cycle.name(binding)}) is not listed"
        raise fail(
            suite, collection.listing, "created_is_available", message, binding=cycle.parent,
            expected="the new thing to be listed", got="a list without its id",
        )  # fmt: skip


def _check_another(cycle: LifeCycle, create: Operation, sent: object) -> None:
    """Create another one: it has an id of its own, too."""
    try:
        other, _, response = cycle.create()
    except Impossible:
        return  # There may be one of a kind only.
    cycle.delete(other, hold=False)
    _check_id(cycle, create, other, response, sent)


def _check_id(cycle: LifeCycle, create: Operation, binding: Binding, response: Any, sent: object) -> None:  # noqa: ANN401 - requests'.
    """Hold the answered id against the list: it is not that of another, while the list shows a new one."""
    suite, collection = cycle.suite, cycle.collection
    suite.count(create, "unique_ids")
    answered, listed = collection.key_of(suite.payload(response)), binding[collection.placeholder]
    # Some answer the id of what it was created in.
    if answered not in {None, listed, *cycle.parent.values()}:
        message = f"what was just created is listed with id {listed}, but its id was answered as {answered}"
        raise fail(
            suite, create, "unique_ids", message, binding=cycle.parent, body=sent,
            expected=f"{listed}", got=f"{answered}",
        )  # fmt: skip


def _check_deleted(cycle: LifeCycle, binding: Binding) -> None:
    suite, delete = cycle.suite, cycle.collection.delete
    if delete is None:
        return
    response = cycle.delete(binding)
    if response is None or not response.ok:
        return
    suite.count(delete, "deleted_is_gone")
    read = cycle.read(binding)
    shown = read is not None and read[1] is not None
    listed = binding[cycle.collection.placeholder] in cycle.listed_ids()
    if shown or listed:
        fetch, listing = cycle.collection.fetch, cycle.collection.listing
        # Where one of the two knows that it is gone, the other is at fault.
        blamed = delete
        if fetch and listing and shown is not listed:
            blamed = fetch if shown else listing
        where = read[0].label if read and shown else "the list"
        message = f"deleting answers {response.status_code}, but {where} still shows {cycle.name(binding)}"
        raise fail(
            suite, blamed, "deleted_is_gone", message, binding=binding,
            expected="nothing of what was deleted", got=f"{where} shows it",
        )  # fmt: skip
    before = cycle.listed_ids()
    suite.count(delete, "idempotent_delete")
    if not suite.options.guarded:
        again = suite.call(delete, delete.fill(binding))
        # Where the documentation has a 404 for what isn't there, a second success says that it was.
        wrong = NOT_FOUND in delete.definition.get("responses", {}) if again.ok else again.status_code not in GONE
        if wrong or cycle.listed_ids() != before:
            message = f"deleting it again answers {again.status_code}"
            raise fail(
                suite, delete, "idempotent_delete", message, binding=binding,
                expected="the same state after the second DELETE", got=f"{again.status_code}",
            )  # fmt: skip


def _parent(create: Operation) -> Binding:
    suite = current.suite
    bindings = suite.seeds.bindings(create)
    if suite.options.guarded:
        bindings = [b for b in bindings if {str(value) for value in b.values()} <= suite.options.devices]
    if not bindings:
        pytest.skip("no id is known for it, or --device names none")
    return bindings[0]
