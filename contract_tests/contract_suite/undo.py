"""Changes of somebody's things: the state of each is read before, restored and compared after, in every test."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.exceptions import RequestException

from contract_suite.conformance import ConformanceChecker
from contract_suite.curl import format_curl
from contract_suite.differences import MOVING, find_change, find_difference, find_inner, project
from contract_suite.document import KEY, Document, Operation
from contract_suite.envelope import is_success
from contract_suite.findings import Failure
from contract_suite.guard import Guard, NotAllowedError, read_body
from contract_suite.journal import Entry, Journal, Restoration
from contract_suite.key_place import find_key_place
from contract_suite.results import Results
from contract_suite.state_readers import Reader, Sender, find_readers, read_state
from contract_suite.undo_bodies import compose_restoring, find_shown

CHECK = "changes_taken_back"
ATTEMPTS = 2
MOMENTS = (0.2, 0.8)
"""Seconds before each further look at something that should have changed."""
PER_THING = 3 + 2 * len(MOMENTS) + 4 * ATTEMPTS
"""The most requests that restoring one thing takes: they are kept back from the budget."""


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
    second: Reader | None = None
    """Another operation that shows it: one of the two may show an old state."""
    second_before: dict[str, Any] | None = None
    """What that one showed before."""
    changes: dict[str, Change] = field(default_factory=dict)
    """Operation → the change, with all properties that were written."""
    dirty: bool = False
    """Whether a request was sent since it was last found as it was."""
    lost: bool = False
    """Whether it could not be restored: it gets no more changes."""
    accepted: dict[str, Any] | None = None
    """The last body that the server accepted; None for none since it was last found as it was."""
    entry: Entry | None = None
    """Its entry in the journal; None while it is as it was."""


@dataclass(slots=True, kw_only=True)
class Undo:
    """What was changed on somebody's server, and how it was before."""

    document: Document
    guard: Guard
    conformance: ConformanceChecker
    results: Results
    journal: Journal
    sleep: Callable[[float], None] = time.sleep
    things: dict[tuple[str, str], Thing] = field(default_factory=dict)

    def reserve(self, operation: Operation | None) -> int:
        """Return how many requests must be left to restore what is changed, that operation's request included."""
        changing = operation is not None and operation.safety == "write"
        return PER_THING * (sum(thing.dirty for thing in self.things.values()) + changing)

    def prepare(self, sender: Sender, operation: Operation, path: str, body: object) -> Thing | None:
        """Read the state of what a request is about to change, unless it is known; return it, None for nothing shown.

        Raises `NotAllowedError` where it can't be read, or what can be read isn't enough to change it back.
        """
        named = operation.label in self.guard.named
        value = read_body(body)
        readers = list(find_readers(self.document, self.guard, operation, path, value))
        thing = self._find_thing(sender, *readers[:2]) if readers else None
        if thing is None:
            if named:
                return None
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
        self._write_down(thing)
        thing.dirty = True
        return thing

    def note_response(self, thing: Thing, body: object, response: requests.Response) -> None:
        """Take note of what the server accepts."""
        value = read_body(body)
        if is_success(response.status_code) and isinstance(value, dict):
            thing.accepted = value

    def take_back(self, sender: Sender) -> None:
        """Restore everything that isn't as it was; what can't be restored becomes a failure."""
        for thing in [thing for thing in self.things.values() if thing.dirty]:
            thing.dirty = False
            different = self._restore(sender, thing)
            thing.accepted = None
            if not different:
                thing.changes.clear()
                self._forget(thing)
                continue
            thing.lost = True
            last = list(thing.changes.values())[-1]
            body = self._restoring(thing, last, thing.before)
            message = f"{thing.reader.path} was changed and could NOT be changed back; somebody has to: {different}"
            curl = format_curl(
                last.operation.method, f"{self.guard.plan.base_url}{last.path}",
                headers={"Content-Type": "application/json"}, authorized=True, place=find_key_place(self.document.raw),
                body=None if body is None else json.dumps(body),
            )  # fmt: skip
            self.results.add(
                Failure(
                    operation=last.operation.label, check=CHECK, message=message, curl=curl,
                    expected="the state before the run", got=different, cause=f"{thing.reader.path} {different}",
                )
            )  # fmt: skip

    def _write_down(self, thing: Thing) -> None:
        """Have in the journal how to restore the thing, before it is changed."""
        restoration = self._build_restoration(thing)
        if thing.entry is not None and thing.entry.changed == restoration:
            return
        reader = thing.reader
        entry = Entry(
            base_url=self.guard.plan.base_url, path=reader.path, created=True, changed=restoration,
            keys=(reader.placeholder, KEY) if reader.placeholder else (),
        )  # fmt: skip
        if thing.entry is None:
            self.journal.open(entry)
        else:
            self.journal.replace(thing.entry, entry)
        thing.entry = entry

    def _forget(self, thing: Thing) -> None:
        if thing.entry is not None:
            self.journal.close(thing.entry)
            thing.entry = None

    def _build_restoration(self, thing: Thing) -> Restoration:
        revision, envelope = self.document.conventions.revision, self.document.envelope
        names: set[str] = set()
        whole = False
        requests: list[tuple[str, str, Any]] = []
        for change in reversed(thing.changes.values()):
            partner = self.document.partners.get(change.operation.label)
            whole = whole or partner is not None
            names |= self._find_names(change)
            if partner is not None:
                requests.append((partner.method, self._fill_partner(partner, change), change.body))
            elif (body := self._restoring(thing, change, thing.before)) is not None:
                requests.append((change.operation.method, change.path, body))
        return Restoration(
            before=thing.before if whole else project(find_inner(thing.before, names), names),
            names=() if whole else tuple(sorted(names)), requests=tuple(requests), revision=revision,
            payload=envelope.payload if envelope else "",
            key=str(thing.reader.key) if thing.reader.placeholder else "",
        )  # fmt: skip

    def _find_names(self, change: Change) -> set[str]:
        """Return the properties that a change can write."""
        return set(self.document.properties(self.document.body_schema(change.operation))) | change.written

    def _fill_partner(self, partner: Operation, change: Change) -> str:
        ids = dict(zip(change.operation.placeholders, change.operation.parse_ids(change.path) or (), strict=True))
        return partner.fill(ids)

    def _restore(self, sender: Sender, thing: Thing) -> str:
        """Return what still differs from the state before; empty where all is as it was."""
        different = ""
        for attempt in range(ATTEMPTS + 1):
            try:
                now, different = self._look(sender, thing)
                # Behind a cache or a queue a change shows late, and would stay.
                for seconds in MOMENTS if not different and self._is_owed(thing) else ():
                    self.sleep(seconds)
                    now, different = self._look(sender, thing)
                    if different:
                        break
                if not different or attempt == ATTEMPTS:
                    return different
                for change in reversed(thing.changes.values()):
                    self._send_back(sender, thing, change, now or {})
            except (RequestException, NotAllowedError) as error:
                different = f"{type(error).__name__}: {error}"
        return different

    def _look(self, sender: Sender, thing: Thing) -> tuple[dict[str, Any] | None, str]:
        """Return the state of a thing, and what differs from the one before; empty where nothing does."""
        now = self._read(sender, thing.reader)
        different = self._compare(thing, now) if now is not None else "nothing shows it any more"
        other = self._read_second(sender, thing) if not different else None
        return other or (now, different)

    def _is_owed(self, thing: Thing) -> bool:
        """Whether the server has accepted a change after which the thing should not be as it was."""
        if thing.accepted is None:
            return False
        before = find_inner(thing.before, frozenset(thing.accepted))
        fixed = {KEY, self.document.conventions.revision}
        return bool(find_difference({n: v for n, v in thing.accepted.items() if n not in fixed}, before))

    def _read_second(self, sender: Sender, thing: Thing) -> tuple[dict[str, Any], str] | None:
        """Return what the second reader shows, and what differs there; None where it shows the thing as it was."""
        if thing.second is None or thing.second_before is None:
            return None
        now = self._read(sender, thing.second)
        names = {name for change in thing.changes.values() for name in self._find_names(change)}
        revision = self.document.conventions.revision.lower()
        different = "" if now is None else find_change(
            project(find_inner(thing.second_before, names), names), project(find_inner(now, names), names),
            (revision,) if revision else (),
        )  # fmt: skip
        return (now, different) if now is not None and different else None

    def _send_back(self, sender: Sender, thing: Thing, change: Change, now: Mapping[str, Any]) -> None:
        base_url, partner = self.guard.plan.base_url, self.document.partners.get(change.operation.label)
        if partner is not None:
            sender.send_restoring(partner.method, f"{base_url}{self._fill_partner(partner, change)}", change.body)
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
            before=find_inner(thing.before, change.written), now={**find_inner(now, change.written), **identity},
        )  # fmt: skip

    def _compare(self, thing: Thing, now: Mapping[str, Any]) -> str:
        """Return a property that isn't as it was: of those that requests can change, of all where a partner undoes."""
        revision = self.document.conventions.revision.lower()
        moving = (revision,) if revision else ()
        for change in thing.changes.values():
            if change.operation.label in self.document.partners:
                found = find_change(thing.before, now, (*MOVING, *moving))
            else:
                names = self._find_names(change)
                found = find_change(
                    project(find_inner(thing.before, names), names), project(find_inner(now, names), names), moving
                )
            if found:
                return found
        if other := find_change(thing.before, now, (*MOVING, *moving)):
            last = list(thing.changes)[-1]
            self.results.notes[last, "beside"] = f"something changed beside what was written: {other}"
        return ""

    def _find_thing(self, sender: Sender, reader: Reader, second: Reader | None = None) -> Thing | None:
        key = (reader.path, str(reader.key))
        if key not in self.things:
            before = self._read(sender, reader)
            if before is None:
                return None
            elsewhere = self._read(sender, second) if second else None
            self.things[key] = Thing(reader=reader, before=before, second=second, second_before=elsewhere)
        return self.things[key]

    def _read(self, sender: Sender, reader: Reader) -> dict[str, Any] | None:
        return read_state(self.document, sender, self.guard.plan.base_url, reader)
