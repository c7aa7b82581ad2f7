"""What may be sent: the last thing before the network, whatever a test or a library asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from urllib3.util import parse_url

from suite.document import KEY, Document, Operation
from suite.options import Options


class NotAllowedError(Exception):
    """A request that must not be sent to this server."""


class Guard:
    """Decides about requests to one server."""

    def __init__(self, document: Document, options: Options) -> None:
        self.document, self.options = document, options
        self.host = urlsplit(options.base_url).netloc
        self.base_path = urlsplit(options.base_url).path
        self.created: set[str] = set()
        """Paths of what this run created and has not deleted yet: these may be changed and deleted."""
        self._creating: frozenset[str] = frozenset()

    def refusal(self, operation: Operation) -> str:
        """Return why generated requests never call an operation on this server; empty where they may."""
        if not self.options.guarded or operation.safety == "read":
            return ""
        if operation.method == "DELETE":
            return "deletes; only what the run itself created is deleted"
        if operation.safety not in self.options.allow:
            return f"is marked {operation.safety}; --allow {operation.safety} with --device ID calls it"
        if "{" not in operation.path and KEY not in self.document.properties(self.document.body_schema(operation)):
            return "names no device, so it would create something"
        if operation.method == "POST" and self.deletes(operation) is not None:
            return "creates something; only the life-cycle tests do, which delete it again"
        return ""

    def deletes(self, create: Operation) -> Operation | None:
        """Return the operation that deletes what another creates: DELETE on the path one placeholder longer."""
        prefix = f"{create.path}/{{"
        found = (o for o in self.document.operations if o.method == "DELETE" and o.path.startswith(prefix))
        return next((o for o in found if "/" not in o.path[len(prefix) :]), None)

    def creation_refusal(self, create: Operation, ids: tuple[str, ...]) -> str:
        """Return why nothing may be created by an operation, below things with those ids; empty where it may."""
        if not self.options.guarded:
            return ""
        if create.safety != "write" or "write" not in self.options.allow:
            return "creates something; --allow write lets it, and it is deleted again"
        if self.deletes(create) is None:
            return "creates something that no operation deletes"
        unnamed = sorted(set(ids) - self.options.devices)
        return f"creates something below {unnamed[0]}, which --device doesn't name" if unnamed else ""

    @contextmanager
    def creating(self, create: Operation) -> Iterator[None]:
        """Let the operation be called inside the block, as far as `creation_refusal` lets it."""
        self._creating = frozenset({create.label})
        try:
            yield
        finally:
            self._creating = frozenset()

    def check(self, method: str, url: str, body: object) -> Operation | None:
        """Return the operation that a request calls; raises `NotAllowedError` where it must not be sent."""
        # What is really sent has its dot segments resolved: an id of `..` makes another path.
        parsed = parse_url(url)
        if parsed.netloc != self.host:
            raise NotAllowedError(f"{parsed.netloc} is another server")
        path = (parsed.path or "/").removeprefix(self.base_path)
        # One path may be that of two operations: `/my/lock/sync` is also a lock with the id `sync`.
        found = [o for o in self.document.operations if o.method == method and o.ids(path) is not None]
        found.sort(key=lambda operation: operation.path.count("{"))
        if self.options.guarded:
            if not found:
                raise NotAllowedError(f"{method} {path} is no documented operation")
            for operation in found:
                self._check_operation(operation, path, body)
        return found[0] if found else None

    def _check_operation(self, operation: Operation, path: str, body: object) -> None:
        if operation.safety == "read" or (operation.method != "POST" and path in self.created):
            return
        if operation.label in self._creating:
            if reason := self.creation_refusal(operation, operation.ids(path) or ()):
                raise NotAllowedError(f"{operation.label} {reason}")
            return
        if reason := self.refusal(operation):
            raise NotAllowedError(f"{operation.label} {reason}")
        named = {*(operation.ids(path) or ()), *_body_ids(body)}
        if not named or not named <= self.options.devices:
            raise NotAllowedError(f"{operation.label} is for a device that --device doesn't name")


def _body_ids(body: object) -> set[str]:
    try:
        value = json.loads(body) if isinstance(body, str | bytes) else None
    except ValueError:
        return set()
    return {str(value[KEY])} if isinstance(value, dict) and KEY in value else set()
