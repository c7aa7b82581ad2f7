"""Creating, reading, changing and deleting, with everything created written down until it is gone again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import requests

from suite.document import Operation
from suite.guard import NotAllowedError
from suite.journal import Entry
from suite.made import usable_samples
from suite.plan import Suite
from suite.resources import Collection, find_entries
from suite.results import ContractFailure
from suite.seeds import Binding

MOVING = ("revision", "modified", "updated", "changed", "lastseen")


class Impossible(Exception):  # noqa: N818 - not an error: there is nothing that can be tested.
    """Why a life-cycle cannot be walked here."""


class LifeCycle:
    """What tests do with the members of one collection below one parent."""

    def __init__(self, suite: Suite, collection: Collection, parent: Binding) -> None:
        self.suite, self.collection, self.parent = suite, collection, parent

    def create(self) -> tuple[Binding, Any, requests.Response]:
        """Create a thing from a sample of the documentation, or from what its schema asks for; raises `Impossible`.

        Returns its binding, the body that was sent and the answer.
        """
        create = self.collection.create
        if create is None:
            raise Impossible("nothing creates one")
        if reason := self.suite.guard.creation_refusal(create, tuple(map(str, self.parent.values()))):
            raise Impossible(reason)
        before = self.listed_ids()
        refused = 0
        for sample in usable_samples(self.suite.document, create):
            response, entry = self._send_create(create, sample.value)
            if response.ok:
                payload = self.suite.payload(response)
                key = self.collection.key_of(payload)
                if key is None or key in before:
                    # Answered without an id, or with that of something that was there already.
                    key = next((k for k in self.listed_ids() if k not in before), None)
                if key is None:
                    self.suite.journal.close(entry)
                    continue
                binding = {**self.parent, self.collection.placeholder: key}
                self._write_down(binding, entry)
                return binding, sample.value, response
            self.suite.journal.close(entry)
            refused = response.status_code
        raise Impossible(f"no body that is known creates one ({refused or 'there is none'})")

    def delete(self, binding: Binding, *, hold: bool = True) -> requests.Response | None:
        """Delete a thing; None where no operation does."""
        delete = self.collection.delete
        if delete is None:
            return None
        path = delete.fill(binding)
        response = self.suite.call(delete, path, hold=hold)
        gone = response.ok or response.status_code in {404, 410}
        if gone:
            self.suite.guard.created.discard(path)
            self.suite.journal.close(self._entry(path, created=True))
        return response

    def read(self, binding: Binding) -> tuple[Operation, Any] | None:
        """Return what shows the thing, and how: fetched by its id, else from the list; None where nothing does."""
        fetch, listing = self.collection.fetch, self.collection.listing
        if fetch is not None:
            response = self.suite.call(fetch, fetch.fill(binding))
            return fetch, self.suite.payload(response) if response.ok else None
        if listing is not None:
            return listing, self.entry(binding) or None
        return None

    def shown(self, binding: Binding) -> dict[str, Any]:
        """Return what shows the thing; raises `Impossible` where nothing does."""
        read = self.read(binding)
        if read is None or not isinstance(read[1], dict):
            raise Impossible("nothing shows it")
        return read[1]

    def name(self, binding: Binding) -> str:
        """Return how messages call it: `pinId 3`."""
        return f"{self.collection.placeholder} {binding[self.collection.placeholder]}"

    def entry(self, binding: Binding) -> dict[str, Any]:
        """Return what the list shows of the thing; empty where it shows nothing."""
        key = binding[self.collection.placeholder]
        return next((e for e in self.entries() if self.collection.key_of(e) == key), {})

    def entries(self) -> list[dict[str, Any]]:
        """Return what the list shows; nothing where there is none."""
        listing = self.collection.listing
        if listing is None:
            return []
        response = self.suite.call(listing, listing.fill(self.parent))
        return find_entries(self.suite.payload(response)) if response.ok else []

    def listed_ids(self) -> list[Any]:
        """Return the ids that the list shows."""
        return [key for entry in self.entries() if (key := self.collection.key_of(entry)) is not None]

    def _send_create(self, create: Operation, body: Any) -> tuple[requests.Response, Entry]:  # noqa: ANN401 - any JSON value.
        path = create.fill(self.parent)
        entry = self._entry(path, created=False)
        self.suite.journal.open(entry)
        try:
            with self.suite.guard.creating(create):
                return self.suite.call(create, path, body), entry
        except NotAllowedError as error:
            self.suite.journal.close(entry)
            raise Impossible(str(error)) from None

    def _write_down(self, binding: Binding, awaited: Entry) -> None:
        delete = self.collection.delete
        if delete is None:
            self.suite.journal.close(awaited)
            return
        path = delete.fill(binding)
        self.suite.guard.created.add(path)
        self.suite.guard.created |= {update.fill(binding) for update in self.collection.updates}
        self.suite.journal.replace(awaited, self._entry(path, created=True))

    def _entry(self, path: str, *, created: bool) -> Entry:
        return Entry(base_url=self.suite.options.base_url, path=path, created=created)


def find_difference(sent: object, shown: object, place: str = "") -> str:
    """Return what of the sent is shown differently; members that aren't shown say nothing."""
    if isinstance(sent, Mapping) and isinstance(shown, Mapping):
        inner = (find_difference(v, shown[k], f"{place}.{k}" if place else k) for k, v in sent.items() if k in shown)
        return next((found for found in inner if found), "")
    if isinstance(sent, Mapping) or isinstance(shown, Mapping) or isinstance(sent, list) or isinstance(shown, list):
        # Lists may be shown in another order and with more about each; what is in them has tests of its own.
        return ""
    if shown is None or sent == shown or _instant(sent) == _instant(shown) != "":
        return ""
    if type(sent) is not type(shown) and not {type(sent), type(shown)} <= {int, float} and sent is not None:
        return ""
    return f"{place}: sent {sent!r}, reads {shown!r}"


def find_change(before: object, after: object, place: str = "") -> str:
    """Return what differs between two states of a thing, what moves by itself aside: revisions and times of change."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in {**before, **after}:
            if any(word in str(name).lower() for word in MOVING):
                continue
            if found := find_change(before.get(name), after.get(name), f"{place}.{name}" if place else name):
                return found
        return ""
    return "" if before == after else f"{place}: {before!r}, then {after!r}"


def fail(suite: Suite, operation: Operation, check: str, message: str, **more: Any) -> ContractFailure:  # noqa: ANN401
    """Return the failure of a check of ours; `binding` and `body` make its line to send again."""
    curl = suite.curl(operation, operation.fill(more.pop("binding", {})), more.pop("body", None))
    return ContractFailure(operation.label, check, message, curl, **more)


def _instant(value: object) -> str:
    """Return the point in time that a text is, one way for each; empty for other things."""
    if not isinstance(value, str) or "T" not in value:
        return ""
    try:
        return datetime.fromisoformat(value.replace("Z", "")).replace(tzinfo=None).isoformat(timespec="seconds")
    except ValueError:
        return ""
