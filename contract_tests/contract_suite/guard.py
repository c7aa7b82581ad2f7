"""Which requests may be sent: decided right before the network, for requests of tests and of libraries alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from urllib3.util import parse_url

from contract_suite.document import KEY, UNDONE_BY, Document, Operation
from contract_suite.errors import SuiteError
from contract_suite.plan import Plan


class NotAllowedError(Exception):
    """A request that may not be sent to this server; the text says why."""


class Guard:
    """Decides which requests one server may get."""

    def __init__(self, document: Document, plan: Plan) -> None:
        self.document, self.plan = document, plan
        self.host = urlsplit(plan.base_url).netloc
        self.base_path = urlsplit(plan.base_url).path
        self.named = self._find_named()
        """The labels of the operations that `--allow-operation` names."""
        self._id_names = {KEY, *(name for o in document.operations for name in o.placeholders)}
        self._collection_paths = {o.path for o in document.operations if o.method in {"PUT", "PATCH"}} - {
            o.path for o in document.operations if o.path.endswith("}")
        }
        self.created: set[str] = set()
        """The paths of the resources that this run created and has not deleted yet: they may be changed and deleted."""
        self.creating_now: frozenset[str] = frozenset()
        """The label of the operation that a life cycle creates something with at the moment."""
        self.used: set[str] = set()
        """The ids of `--device` that permitted requests have named."""
        self._asking_root = False

    def find_refusal(self, operation: Operation) -> str:
        """Return why generated requests may not call an operation on this server; empty where they may."""
        if not self.plan.guarded or operation.safety == "read":
            return ""
        if operation.method == "DELETE":
            return "deletes; a run deletes only what it created, with --allow write"
        named = self._names_something(operation)
        if operation.safety not in self.plan.allow:
            return f"is marked {operation.safety}; {self._describe_permission(operation, named=named)}"
        if operation.label in self.named:
            return ""
        if not named:
            return f"names no {self.thing}, so it would create something; --allow-operation ID calls it anyway"
        return "" if operation.method != "POST" or operation.safety == "physical" else self._find_creation(operation)

    @property
    def thing(self) -> str:
        """Return what requests are about: devices where any operation of the document moves one."""
        return "device" if any(o.safety == "physical" for o in self.document.operations) else "id"

    def _names_something(self, operation: Operation) -> bool:
        """Whether requests to an operation name what they are about, in the path or the body."""
        return "{" in operation.path or KEY in self.document.properties(self.document.body_schema(operation))

    def _describe_permission(self, operation: Operation, *, named: bool) -> str:
        """Return which options let requests to an operation be sent."""
        allow, place = f"--allow {operation.safety}", " with --device ID" if "{" in operation.path else ""
        if operation.method == "POST" and operation.safety == "write":
            if self.find_delete(operation) is not None:
                return f"{allow}{place} calls it, and deletes what it creates"
            if operation.label not in self.document.partners:
                return f"{allow} with --allow-operation ID calls it: no operation is known to undo it"
        if not named:
            return f"{allow} with --allow-operation ID calls it"
        return f"{allow} with --device ID calls it"

    def _find_creation(self, operation: Operation) -> str:
        """Return why generated requests may not call a POST that writes; empty where something takes it back."""
        if self.find_delete(operation) is not None:
            return "creates something; only the life-cycle tests call it, and delete what they created"
        if operation.label in self.document.partners:
            return ""
        return f"isn't known to be undone by any operation; {UNDONE_BY} names one, --allow-operation ID calls it anyway"

    def find_delete(self, create: Operation) -> Operation | None:
        """Return the operation that deletes what another creates.

        It is the one that `x-undone-by` names, else DELETE on the path one placeholder longer.
        """
        partner = self.document.partners.get(create.label)
        if partner is not None:
            return partner if partner.method == "DELETE" and create.method == "POST" else None
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
        self.creating_now = frozenset({create.label})
        try:
            yield
        finally:
            self.creating_now = frozenset()

    def check(self, method: str, url: str, body: object) -> Operation | None:
        """Return the operation that a request calls; raises `NotAllowedError` where it may not be sent."""
        netloc = parse_url(url).netloc
        if netloc != self.host:
            raise NotAllowedError(f"{netloc} is another server")
        path = self.parse_path(url)
        # A path may fit two templates: `/thing/sync` is also a thing with the id `sync`.
        found = [o for o in self.document.operations if o.method == method and o.parse_ids(path) is not None]
        found.sort(key=lambda operation: operation.path.count("{"))
        if self.plan.guarded:
            if not found and not (self._asking_root and method == "GET" and path == "/"):
                raise NotAllowedError(f"{method} {path} is no documented operation")
            for operation in found:
                self._check_operation(operation, path, body)
        return found[0] if found else None

    def parse_path(self, url: str) -> str:
        """Return the path after the one before all operations, as it is sent: an id of `..` makes another path."""
        return (parse_url(url).path or "/").removeprefix(self.base_path)

    def is_created(self, operation: Operation, path: str, body: object) -> bool:
        """Whether a request is about something that this run created, or creates it."""
        if operation.label in self.creating_now:
            return True
        if operation.method == "POST" or path not in self.created:
            return False
        # `PATCH /thing` is about the thing that its body names.
        ids = self._body_ids(body) if operation.path in self._collection_paths else set()
        return all(f"{path}#{key}" in self.created for key in ids)

    def _check_operation(self, operation: Operation, path: str, body: object) -> None:
        if operation.safety == "read":
            return
        if operation.label not in self.creating_now and self.is_created(operation, path, body):
            return
        if operation.label in self.creating_now:
            if reason := self.find_creation_refusal(operation, operation.parse_ids(path) or ()):
                raise NotAllowedError(f"{operation.label} {reason}")
            self.used |= set(operation.parse_ids(path) or ())
            return
        if reason := self.find_refusal(operation):
            raise NotAllowedError(f"{operation.label} {reason}")
        named = {*(operation.parse_ids(path) or ()), *self._body_ids(body)}
        if not named and operation.label in self.named:
            return
        if not named or not named <= self.plan.devices:
            article = "a device" if self.thing == "device" else "an id"
            raise NotAllowedError(f"{operation.label} is for {article} that --device doesn't name")
        self.used |= named

    def _body_ids(self, body: object) -> set[str]:
        """Return the ids that a body names: its `id`, and each property with the name of a path's placeholder."""
        return {str(body_value) for _, body_value in self.find_body_ids(body)}

    def find_body_ids(self, body: object) -> Iterator[tuple[str, object]]:
        """Yield the properties of a body that name a resource: its `id`, and those called as a path's placeholder."""
        value = read_body(body)
        for name, named in value.items() if isinstance(value, dict) else ():
            if (name in self._id_names and isinstance(named, str | int) and not isinstance(named, bool)) or name == KEY:
                yield name, named

    def _find_named(self) -> frozenset[str]:
        found: set[str] = set()
        for name in sorted(self.plan.allow_operations):
            operation = self.document.find_named(name)
            if operation is None:
                raise SuiteError(f"--allow-operation {name}: the document has no such operation")
            found.add(operation.label)
        return frozenset(found)


def read_body(body: object) -> object:
    """Return the JSON value of a request's body; None for a body that has none."""
    try:
        return json.loads(body) if isinstance(body, str | bytes) else None
    except (ValueError, RecursionError):
        return None
