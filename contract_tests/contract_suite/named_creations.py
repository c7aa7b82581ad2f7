"""What operations create that `--allow-operation` names: recognised by what they do, and deleted where possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import requests

from contract_suite.conformance import read_json
from contract_suite.curl import format_sent
from contract_suite.document import KEY, Document, Operation
from contract_suite.envelope import is_success
from contract_suite.findings import Failure
from contract_suite.guard import Guard, read_body
from contract_suite.journal import Entry, Journal
from contract_suite.key_place import find_key_place
from contract_suite.list_parameters import find_page, read_pages
from contract_suite.resources import Collection, find_collections, find_entries
from contract_suite.results import Results
from contract_suite.state_readers import Sender
from contract_suite.undo import CHECK

CREATED = 201


@dataclass(slots=True, kw_only=True)
class NamedCreations:
    """Keeps a journal of POST requests that nothing is known to undo."""

    document: Document
    guard: Guard
    journal: Journal
    results: Results

    def prepare(self, sender: Sender, operation: Operation, path: str, body: object) -> Entry:
        """Write down that something may be created, before it is; return the entry."""
        collection = next((c for c in find_collections(self.document) if c.path == operation.path), None)
        ids = dict(zip(operation.placeholders, operation.parse_ids(path) or (), strict=True))
        known = self._read_ids(sender, collection, ids)
        delete = self._find_delete(operation)
        listing = collection.listing if collection else None
        page, first = find_page(self.document, listing) if listing else ("", 1)
        template = path + delete.path[len(operation.path) :].rpartition("{")[0] + "{}" if delete else ""
        entry = Entry(
            base_url=self.guard.plan.base_url, path=path, created=False, delete=template, sent=read_body(body),
            listing=collection.listing.fill(ids) if collection and collection.listing and known is not None else "",
            keys=(collection.placeholder, KEY) if collection else (KEY,), known=known, page=page, first_page=first,
        )  # fmt: skip
        self.journal.open(entry)
        return entry

    def settle(self, sender: Sender, operation: Operation, entry: Entry, response: requests.Response) -> None:
        """Delete what the response says was created; what stays is a failure, and stays in the journal."""
        ids = dict(zip(operation.placeholders, operation.parse_ids(entry.path) or (), strict=True))
        collection = next((c for c in find_collections(self.document) if c.path == operation.path), None)
        now = self._read_ids(sender, collection, ids)
        new = [key for key in now or () if key not in (entry.known or ())] if entry.known is not None else []
        given = self._find_key(response, collection) if is_success(response.status_code) else ""
        key = given if given and given not in (entry.known or ()) else (new[0] if len(new) == 1 else "")
        if not new and not key and response.status_code != CREATED:
            self.journal.close(entry)
            return
        if key and entry.delete:
            path = entry.delete.replace("{}", quote(key, safe=""))
            self.guard.created.add(path)
            self.journal.replace(entry, Entry(base_url=entry.base_url, path=path, created=True))
            return  # It is deleted at the end of the run: tests may need it until then.
        curl = format_sent(response.request, find_key_place(self.document.raw))
        self.results.add(
            Failure(
                operation=operation.label, check=CHECK, curl=curl, cause=entry.path,
                message=f"it created something ({key or 'its id is not known'}) that no operation deletes; "
                "somebody has to look after it", expected="what was created to be deleted", got="no way to do it",
            )
        )  # fmt: skip

    def _find_delete(self, create: Operation) -> Operation | None:
        """Return the operation that probably deletes what another creates: DELETE below its path, with one more id."""
        found = self.guard.find_delete(create)
        below = (
            o for o in self.document.operations
            if o.method == "DELETE" and o.path.startswith(f"{create.path}/") and o.path.endswith("}")
            and len(o.placeholders) == len(create.placeholders) + 1
        )  # fmt: skip
        return found if found and found.path.startswith(create.path) else next(below, None)

    def _find_key(self, response: requests.Response, collection: Collection | None) -> str:
        payload = self.document.unwrap(read_json(response))
        names = (*([collection.placeholder] if collection else []), KEY)
        found = (
            next((payload[n] for n in names if payload.get(n) is not None), None) if isinstance(payload, dict) else None
        )
        return str(found) if isinstance(found, str | int) else ""

    def _read_ids(
        self, sender: Sender, collection: Collection | None, ids: Mapping[str, Any]
    ) -> tuple[str, ...] | None:  # fmt: skip
        listing = collection.listing if collection else None
        if collection is None or listing is None or listing.interval:
            return None
        url = f"{self.guard.plan.base_url}{listing.fill(ids)}"

        def read(query: dict[str, Any]) -> list[Any] | None:
            response = sender.send_restoring("GET", f"{url}?{urlencode(query)}" if query else url)
            return find_entries(self.document.unwrap(read_json(response))) if is_success(response.status_code) else None

        entries, whole = read_pages(read, *find_page(self.document, listing))
        if entries is None or not whole:
            return None
        return tuple(str(key) for entry in entries if (key := collection.key_of(entry)) is not None)
