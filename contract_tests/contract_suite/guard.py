"""Which requests may be sent: decided right before the network, for requests of tests and of libraries alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from urllib3.util import parse_url

from contract_suite.document import KEY, Document, Operation
from contract_suite.plan import Plan


class NotAllowedError(Exception):
    """A request that may not be sent to this server; the text says why."""


class Guard:
    """Decides which requests one server may get."""

    def __init__(self, document: Document, plan: Plan) -> None:
        self.document, self.plan = document, plan
        self.host = urlsplit(plan.base_url).netloc
        self.base_path = urlsplit(plan.base_url).path
        self.created: set[str] = set()
        """The paths of the resources that this run created and has not deleted yet: they may be changed and deleted."""
        self._creating: frozenset[str] = frozenset()
        self._asking_root = False

    def find_refusal(self, operation: Operation) -> str:
        """Return why generated requests may not call an operation on this server; empty where they may."""
        if not self.plan.guarded or operation.safety == "read":
            return ""
        if operation.method == "DELETE":
            return "deletes; a run deletes only what it created"
        if operation.safety not in self.plan.allow:
            return f"is marked {operation.safety}; --allow {operation.safety} with --device ID calls it"
        if "{" not in operation.path and KEY not in self.document.properties(self.document.body_schema(operation)):
            return "names no device, so it would create something"
        if operation.method == "POST" and self.find_delete(operation) is not None:
            return "creates something; only the life-cycle tests call it, and delete what they created"
        return ""

    def find_delete(self, create: Operation) -> Operation | None:
        """Return the operation that deletes what another creates: DELETE on the path one placeholder longer."""
        prefix = f"{create.path}/{{"
        found = (o for o in self.document.operations if o.method == "DELETE" and o.path.startswith(prefix))
        return next((o for o in found if "/" not in o.path[len(prefix) :]), None)

    def find_creation_refusal(self, create: Operation, ids: tuple[str, ...]) -> str:
        """Return why an operation may create nothing below the resources with those ids; empty where it may."""
        if not self.plan.guarded:
            return ""
        if create.safety != "write" or "write" not in self.plan.allow:
            return "creates something; --allow write permits it, and it is deleted again"
        if self.find_delete(create) is None:
            return "creates something that no operation deletes"
        unnamed = sorted(set(ids) - self.plan.devices)
        return f"creates something below {unnamed[0]}, which --device doesn't name" if unnamed else ""

    @contextmanager
    def asking_root(self) -> Iterator[None]:
        """Permit GET of the base URL inside the block, though no operation is there."""
        self._asking_root = True
        try:
            yield
        finally:
            self._asking_root = False

    @contextmanager
    def creating(self, create: Operation) -> Iterator[None]:
        """Permit calls of the operation inside the block, as far as `find_creation_refusal` does."""
        self._creating = frozenset({create.label})
        try:
            yield
        finally:
            self._creating = frozenset()

    def check(self, method: str, url: str, body: object) -> Operation | None:
        """Return the operation that a request calls; raises `NotAllowedError` where it may not be sent."""
        # What is really sent has its dot segments resolved: an id of `..` makes another path.
        parsed = parse_url(url)
        if parsed.netloc != self.host:
            raise NotAllowedError(f"{parsed.netloc} is another server")
        path = (parsed.path or "/").removeprefix(self.base_path)
        # A path may fit two templates: `/thing/sync` is also a thing with the id `sync`.
        found = [o for o in self.document.operations if o.method == method and o.parse_ids(path) is not None]
        found.sort(key=lambda operation: operation.path.count("{"))
        if self.plan.guarded:
            if not found and not (self._asking_root and method == "GET" and path == "/"):
                raise NotAllowedError(f"{method} {path} is no documented operation")
            for operation in found:
                self._check_operation(operation, path, body)
        return found[0] if found else None

    def _check_operation(self, operation: Operation, path: str, body: object) -> None:
        if operation.safety == "read" or (operation.method != "POST" and path in self.created):
            return
        if operation.label in self._creating:
            if reason := self.find_creation_refusal(operation, operation.parse_ids(path) or ()):
                raise NotAllowedError(f"{operation.label} {reason}")
            return
        if reason := self.find_refusal(operation):
            raise NotAllowedError(f"{operation.label} {reason}")
        named = {*(operation.parse_ids(path) or ()), *_body_ids(body)}
        if not named or not named <= self.plan.devices:
            raise NotAllowedError(f"{operation.label} is for a device that --device doesn't name")


def _body_ids(body: object) -> set[str]:
    try:
        value = json.loads(body) if isinstance(body, str | bytes) else None
    except ValueError:
        return set()
    return {str(value[KEY])} if isinstance(value, dict) and KEY in value else set()
