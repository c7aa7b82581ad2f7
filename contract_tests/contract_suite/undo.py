"""Changes of somebody's things: the state of each is read before, restored and compared after, in every test."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import requests
from requests.exceptions import RequestException

from contract_suite.conformance import ConformanceChecker, read_json
from contract_suite.curl import format_curl
from contract_suite.differences import MOVING, find_change
from contract_suite.document import KEY, Document, Operation
from contract_suite.findings import Failure
from contract_suite.guard import Guard, NotAllowedError, read_body
from contract_suite.resources import find_collections, find_entries, listed_schema
from contract_suite.results import Results
from contract_suite.undo_bodies import compose_restoring, find_shown, project

CHECK = "changes_taken_back"
ATTEMPTS = 2
PER_THING = 2 + 3 * ATTEMPTS
"""The most requests that restoring one thing takes: they are kept back from the budget."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One operation's requests to one thing."""

    operation: Operation
    path: str
    body: Any
    written: frozenset[str]
    """The properties of the body."""


@dataclass(slots=True, kw_only=True)
class Thing:
    """Something that requests of the run change."""

    reader: Reader
    before: dict[str, Any]
    """Its state before the first of them."""
    changes: dict[str, Change] = field(default_factory=dict)
    """Operation → the change, with all properties that were written."""
    dirty: bool = False
    """Whether a request was sent since it was last found as it was."""
    lost: bool = False
    """Whether it could not be restored: it gets no more changes."""


@dataclass(slots=True, kw_only=True)
class Undo:
    """What was changed on somebody's server, and how it was before."""

    document: Document
    guard: Guard
    conformance: ConformanceChecker
    results: Results
    things: dict[tuple[str, str], Thing] = field(default_factory=dict)

    def reserve(self, operation: Operation | None) -> int:
        """Return how many requests must be left to restore what is changed, that operation's request included."""
        changing = operation is not None and operation.safety == "write"
        return PER_THING * (sum(thing.dirty for thing in self.things.values()) + changing)

    def prepare(self, sender: Sender, operation: Operation, path: str, body: object) -> None:
        """Read the state of what a request is about to change, unless it is known.

        Raises `NotAllowedError` where it can't be read, or what can be read isn't enough to change it back.
        """
        named = operation.label in self.guard.named
        value = read_body(body)
        reader = self._find_reader(operation, path, value)
        thing = self._find_thing(sender, reader) if reader else None
        if thing is None:
            if named:
                return
            raise NotAllowedError(f"{operation.label}: nothing shows what it changes, so it couldn't be changed back")
        if thing.lost:
            raise NotAllowedError(f"{operation.label}: what it changes could not be changed back after another request")
        written = frozenset(value) if isinstance(value, dict) else frozenset[str]()
        known = thing.changes.get(operation.label)
        change = Change(
            operation=operation, path=path, body=value, written=written | (known.written if known else frozenset())
        )
        if not named and not self._can_restore(thing, change):
            raise NotAllowedError(f"{operation.label}: what is shown isn't enough to change it back")
        thing.changes[operation.label] = change
        thing.dirty = True

    def take_back(self, sender: Sender) -> None:
        """Restore everything that isn't as it was; what can't be restored becomes a failure."""
        for thing in [thing for thing in self.things.values() if thing.dirty]:
            thing.dirty = False
            different = self._restore(sender, thing)
            if not different:
                thing.changes.clear()
                continue
            thing.lost = True
            last = list(thing.changes.values())[-1]
            body = self._restoring(thing, last, thing.before)
            message = f"{thing.reader.path} was changed and could NOT be changed back; somebody has to: {different}"
            curl = format_curl(
                last.operation.method, f"{self.guard.plan.base_url}{last.path}",
                headers={"Content-Type": "application/json"}, authorized=True,
                body=None if body is None else json.dumps(body),
            )  # fmt: skip
            self.results.add(
                Failure(
                    operation=last.operation.label, check=CHECK, message=message, curl=curl,
                    expected="the state before the run", got=different, cause=f"{thing.reader.path} {different}",
                )
            )  # fmt: skip

    def _restore(self, sender: Sender, thing: Thing) -> str:
        """Return what still differs from the state before; empty where all is as it was."""
        different = ""
        for attempt in range(ATTEMPTS + 1):
            try:
                now = self._read(sender, thing.reader)
                different = self._compare(thing, now) if now is not None else "nothing shows it any more"
                if not different or attempt == ATTEMPTS:
                    return different
                for change in reversed(thing.changes.values()):
                    self._send_back(sender, thing, change, now or {})
            except (RequestException, NotAllowedError) as error:
                different = f"{type(error).__name__}: {error}"
        return different

    def _send_back(self, sender: Sender, thing: Thing, change: Change, now: Mapping[str, Any]) -> None:
        base_url, partner = self.guard.plan.base_url, self.document.partners.get(change.operation.label)
        if partner is not None:
            ids = dict(zip(change.operation.placeholders, change.operation.parse_ids(change.path) or (), strict=True))
            sender.send_restoring(partner.method, f"{base_url}{partner.fill(ids)}", change.body)
            return
        body = self._restoring(thing, change, now)
        if body is not None:
            sender.send_restoring(change.operation.method, f"{base_url}{change.path}", body)

    def _can_restore(self, thing: Thing, change: Change) -> bool:
        if partner := self.document.partners.get(change.operation.label):
            return set(partner.placeholders) <= set(change.operation.placeholders)
        shown = set(thing.before) | set(find_shown(self.document, thing.reader.operation, change.written))
        hidden = change.written - shown - {KEY, self.document.conventions.revision}
        return not hidden and self._restoring(thing, change, thing.before) is not None

    def _restoring(self, thing: Thing, change: Change, now: Mapping[str, Any]) -> dict[str, Any] | None:
        if change.operation.method not in {"PUT", "PATCH"} or not isinstance(change.body, dict):
            return None
        identity = {KEY: change.body[KEY]} if KEY in change.body else {}
        return compose_restoring(
            self.document, self.conformance, change.operation, written=change.written,
            before=_inner(thing.before, change.written), now={**_inner(now, change.written), **identity},
        )  # fmt: skip

    def _compare(self, thing: Thing, now: Mapping[str, Any]) -> str:
        """Return a property that isn't as it was: of those that requests can change, of all where a partner undoes."""
        revision = self.document.conventions.revision.lower()
        moving = (revision,) if revision else ()
        for change in thing.changes.values():
            if change.operation.label in self.document.partners:
                found = find_change(thing.before, now, (*MOVING, *moving))
            else:
                names = set(self.document.properties(self.document.body_schema(change.operation))) | change.written
                found = find_change(
                    project(_inner(thing.before, names), names), project(_inner(now, names), names), moving
                )
            if found:
                return found
        if other := find_change(thing.before, now, (*MOVING, *moving)):
            last = list(thing.changes)[-1]
            self.results.notes[last, "beside"] = f"something changed beside what was written: {other}"
        return ""

    def _find_thing(self, sender: Sender, reader: Reader) -> Thing | None:
        key = (reader.path, str(reader.key))
        if key not in self.things:
            before = self._read(sender, reader)
            if before is None:
                return None
            self.things[key] = Thing(reader=reader, before=before)
        return self.things[key]

    def _read(self, sender: Sender, reader: Reader) -> dict[str, Any] | None:
        try:
            response = sender.send_restoring("GET", f"{self.guard.plan.base_url}{reader.path}")
        except RequestException:
            return None
        payload = self.document.unwrap(read_json(response)) if response.ok else None
        if reader.placeholder:
            entries = find_entries(payload)
            names = (reader.placeholder, KEY)
            payload = next((e for e in entries if str(reader.key) in {str(e.get(name)) for name in names}), None)
        return payload if isinstance(payload, dict) else None

    def _find_reader(self, operation: Operation, path: str, body: object) -> Reader | None:
        ids: dict[str, object] = dict(zip(operation.placeholders, operation.parse_ids(path) or (), strict=True))
        last = list(ids)[-1:]
        for name, value in self.guard.find_body_ids(json.dumps(body) if isinstance(body, dict) else None):
            ids[name] = value
            last = [name]
        for reader in self._fetching(operation, set(ids), set(last)):
            return Reader(operation=reader, path=reader.fill(ids))
        for collection in find_collections(self.document):
            inside = operation.path == collection.path or operation.path.startswith(f"{collection.path}/{{")
            key = ids.get(collection.placeholder, ids.get(KEY))
            listing = collection.listing
            if not inside or listing is None or listing.interval or key is None:
                continue
            if set(listing.placeholders) <= set(ids):
                return Reader(
                    operation=listing, path=listing.fill(ids), key=key, placeholder=collection.placeholder
                )  # fmt: skip
        return None

    def _fetching(self, operation: Operation, known: set[str], needed: set[str]) -> Iterator[Operation]:
        """Yield the operations that show one thing by those ids, the nearest to what is changed first."""
        head = operation.path.partition("{")[0].rstrip("/")
        found = [
            o for o in self.document.operations
            if o.method == "GET" and o.safety == "read" and not o.interval and needed
            and needed <= set(o.placeholders) <= known and o.path.startswith(f"{head}/")
            and not any(p.get("required") for p in self.document.parameters(o, "query").values())
            and listed_schema(self.document, o) is None
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


def _inner(state: Mapping[str, Any], names: frozenset[str] | set[str]) -> Mapping[str, Any]:
    """Return the object of a state that has the properties of a body: itself, or one that it holds."""
    if not names or names & set(state):
        return state
    return next((v for v in state.values() if isinstance(v, dict) and names & set(v)), state)
