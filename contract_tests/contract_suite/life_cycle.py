"""Creating, reading and deleting resources; what is created is in the journal until it is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import requests

from contract_suite.context import Context
from contract_suite.differences import looks_like
from contract_suite.document import KEY, Operation
from contract_suite.envelope import FIRST_FAILURE, is_success
from contract_suite.guard import NotAllowedError
from contract_suite.journal import Entry
from contract_suite.known_ids import Binding
from contract_suite.list_parameters import find_page, read_pages
from contract_suite.request import build_request
from contract_suite.resources import Collection, find_entries
from contract_suite.results import ContractFailure
from contract_suite.sample_bodies import usable_samples

DELETED = frozenset({404, 410})
FIRST_ERROR = 500
ID_MARK = "docpact-id-of-a-thing"
"""Stands for an id that isn't known yet."""


class Impossible(Exception):  # noqa: N818 - not an error: there is nothing that can be tested.
    """Why a test of several requests cannot be made here."""


class LifeCycle:
    """The resources of one collection below one parent."""

    def __init__(self, context: Context, collection: Collection, parent: Binding) -> None:
        self.context, self.collection, self.parent = context, collection, parent
        self.client = context.client
        self.lists_all = True
        """Whether all pages of the list were read; some lists have too many."""

    def create(self) -> tuple[Binding, Any, requests.Response]:
        """Create a resource from a sample of the documentation, or from what its schema requires.

        Returns its binding, the body that was sent, and the response; raises `Impossible` where nothing is created.
        """
        create = self.collection.create
        if create is None:
            raise Impossible("nothing creates one")
        if reason := self.context.guard.find_creation_refusal(create, tuple(map(str, self.parent.values()))):
            raise Impossible(reason)
        before = self._read_ids()
        if not self.lists_all:
            before = None
        rejected = 0
        for sample in usable_samples(self.context.document, create):
            response, entry = self._send_create(create, sample.value, before)
            accepted = is_success(response.status_code)
            known = before or []
            key = self.collection.key_of(self.client.read_payload(response)) if accepted else None
            if (accepted or self.context.plan.guarded) and (key is None or key in known):
                # The response has no id, or that of something that was there already.
                key = self._find_new(entry, before, accepted=accepted)
            if key is None:
                self._settle(entry, response, before)
                rejected = rejected if accepted else response.status_code
                continue
            binding = {**self.parent, self.collection.placeholder: key}
            self._write_down(binding, entry)
            if accepted:
                return binding, sample.value, response
            self.delete(binding, check=False)
            rejected = response.status_code
        raise Impossible(f"no body that is known creates one ({rejected or 'nothing says what it takes'})")

    def delete(self, binding: Binding, *, check: bool = True) -> requests.Response | None:
        """Delete a resource; None where no operation does."""
        delete = self.collection.delete
        if delete is None:
            return None
        path = delete.fill(self.key_binding(delete, binding))
        response = self.client.send(build_request(delete, self.key_binding(delete, binding)), check=check)
        if is_success(response.status_code) or response.status_code in DELETED:
            self.context.guard.created.discard(path)
            for entry in [entry for entry in self.context.journal.own if entry.path == path]:
                self.context.journal.close(entry)
        return response

    def read(self, binding: Binding) -> tuple[Operation, Any] | None:
        """Return the operation that shows the resource, and what it shows; None where neither fetch nor list does."""
        fetch, listing = self.collection.fetch, self.collection.listing
        if fetch is not None:
            response = self.client.send(build_request(fetch, binding))
            return fetch, self.client.read_payload(response) if is_success(response.status_code) else None
        if listing is not None:
            return listing, self.entry(binding) or None
        return None

    def shown(self, binding: Binding) -> dict[str, Any]:
        """Return the resource as it is shown; raises `Impossible` where nothing shows it."""
        read = self.read(binding)
        if read is None or not isinstance(read[1], dict):
            raise Impossible("nothing shows it")
        return read[1]

    def name(self, binding: Binding) -> str:
        """Return the resource's name in messages: `bookId 3`."""
        return f"{self.collection.placeholder} {binding[self.collection.placeholder]}"

    def entry(self, binding: Binding) -> dict[str, Any]:
        """Return the resource's entry in the list; empty where the list doesn't show it."""
        key = binding[self.collection.placeholder]
        return next((e for e in self.entries() if self.collection.key_of(e) == key), {})

    def entries(self) -> list[dict[str, Any]]:
        """Return the entries of the list; none where there is no list."""
        return self._read_entries() or []

    def listed_ids(self) -> list[Any]:
        """Return the ids in the list; none where there is no list."""
        return self._read_ids() or []

    def fail(  # noqa: PLR0913 - the fields of a failure.
        self, operation: Operation, check: str, message: str, *, binding: Mapping[str, object], body: object = None,
        expected: str, got: str, cause: str = "",
    ) -> ContractFailure:  # fmt: skip
        """Return the failure of an operation, shown by a request with that binding and body."""
        request = build_request(operation, binding, body)
        return self.client.fail(request, check, message, expected=expected, got=got, cause=cause)

    def _read_entries(self) -> list[dict[str, Any]] | None:
        listing = self.collection.listing
        if listing is None:
            return None

        def read(query: dict[str, Any]) -> list[Any] | None:
            response = self.client.send(replace(build_request(listing, self.parent), query=query))
            return find_entries(self.client.read_payload(response)) if is_success(response.status_code) else None

        entries, self.lists_all = read_pages(read, *find_page(self.context.document, listing))
        return entries

    def _read_ids(self) -> list[Any] | None:
        entries = self._read_entries()
        if entries is None:
            return None
        return [key for entry in entries if (key := self.collection.key_of(entry)) is not None]

    def _find_new(self, entry: Entry, before: list[Any] | None, *, accepted: bool) -> Any:  # noqa: ANN401 - an id.
        """Return the id of what the list shows since a request, and didn't show before; None for nothing new."""
        if not self.context.plan.guarded:
            return next((key for key in self.listed_ids() if key not in (before or [])), None)
        # Other people may create something at the same time: it must look like what was sent.
        new = [found for found in self.entries() if self.collection.key_of(found) not in (before or [])]
        fitting = [found for found in new if before is not None and looks_like(entry.sent, found)]
        fitting = fitting or (new if accepted else [])
        return self.collection.key_of(fitting[0]) if len(fitting) == 1 else None

    def _settle(self, entry: Entry, response: requests.Response, before: list[Any] | None) -> None:
        """Drop the entry of a request that created nothing; keep it where that isn't known."""
        rejected = FIRST_FAILURE <= response.status_code < FIRST_ERROR
        if not self.context.plan.guarded or before is not None or rejected:
            self.context.journal.close(entry)

    def _send_create(
        self, create: Operation, body: Any, before: list[Any] | None  # noqa: ANN401 - any JSON value.
    ) -> tuple[requests.Response, Entry]:  # fmt: skip
        request = build_request(create, self.parent, body)
        entry = self._awaited(request.path, body, before)
        self.context.journal.open(entry)
        try:
            with self.context.guard.creating(create):
                return self.client.send(request), entry
        except NotAllowedError as error:
            self.context.journal.close(entry)
            raise Impossible(str(error)) from None

    def _write_down(self, binding: Binding, awaited: Entry) -> None:
        delete = self.collection.delete
        if delete is None:
            self.context.journal.close(awaited)
            return
        path = delete.fill(self.key_binding(delete, binding))
        self.context.guard.created.add(path)
        for update in self.collection.updates:
            changed = update.fill(binding)
            self.context.guard.created |= {changed, f"{changed}#{binding[self.collection.placeholder]}"}
        self.context.journal.replace(awaited, self._entry(path, created=True))

    def _awaited(self, path: str, body: Any, before: list[Any] | None) -> Entry:  # noqa: ANN401 - any JSON value.
        """Return the entry of something that is about to be created, with what finds it later."""
        listing, delete = self.collection.listing, self.collection.delete
        page, first = find_page(self.context.document, listing) if listing else ("", 1)
        template = ""
        if delete is not None:
            template = delete.fill({**self.parent, delete.placeholders[-1]: ID_MARK}).replace(ID_MARK, "{}")
        return Entry(
            base_url=self.context.plan.base_url, path=path, created=False, delete=template, sent=body,
            listing=listing.fill(self.parent) if listing and before is not None else "",
            keys=(self.collection.placeholder, KEY), known=None if before is None else tuple(map(str, before)),
            page=page, first_page=first,
        )  # fmt: skip

    def key_binding(self, delete: Operation, binding: Binding) -> Binding:
        """Return the binding with the entry's id under the name that the deleting operation's path has for it."""
        return {**binding, delete.placeholders[-1]: binding[self.collection.placeholder]}

    def _entry(self, path: str, *, created: bool) -> Entry:
        return Entry(base_url=self.context.plan.base_url, path=path, created=created)
