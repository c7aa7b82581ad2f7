"""A call → status and payload, by inference from the document; behaviours are asked first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, TypeAlias

from rstapi.errors import UsageError
from rstapi.mock.clock import Clock
from rstapi.mock.document import Document, Operation
from rstapi.mock.replies import Reply, sample_reply
from rstapi.mock.requests import Call
from rstapi.mock.store import KEY, Collection, Resource, Store
from rstapi.mock.values import make_value

Behaviour: TypeAlias = Callable[["Engine", Call], Reply | None]
"""What inference cannot know about one operation; None leaves the call to inference."""


@dataclass(slots=True)
class Engine:
    """Answers calls and remembers what they change."""

    document: Document
    clock: Clock
    behaviours: Mapping[str, Behaviour] = field(default_factory=dict)
    """`METHOD /path` → behaviour."""
    store: Store = field(init=False)

    def __post_init__(self) -> None:
        self.store = Store(self.document)

    def answer(self, call: Call) -> Reply:
        """Return what the API answers."""
        behaviour = self.behaviours.get(call.operation.signature)
        if behaviour is not None and (reply := behaviour(self, call)) is not None:
            return reply
        return self._infer(call)

    def fail(self, call: Call, status: int, message: str) -> Reply:
        """Return a failure with that status; 400 where the operation doesn't list it: nothing undocumented is said."""
        listed = str(status) in call.operation.definition.get("responses", {})
        return Reply(status=status if listed else 400, errors=(message,))

    def succeed(self, call: Call, resource: Resource) -> Reply:
        """Return the operation's success with what its payload shows of the resource."""
        status = call.operation.success
        schema, _ = self.document.answer_schema(call.operation, status)
        return Reply(status=status, payload=None if schema is None else self.store.project(resource, schema))

    def _infer(self, call: Call) -> Reply:
        operation = call.operation
        collection, key, rest = self._locate(operation, call)
        if collection is None:
            return sample_reply(self.document, operation)
        if key is None:
            return self._on_collection(call, collection, rest)
        resource = collection.resources.get(str(key))
        if resource is None:
            return self.fail(call, 404, f"there is nothing with id {key}")
        if rest:
            return self.succeed(call, resource) if operation.method == "GET" else sample_reply(self.document, operation)
        if operation.method == "DELETE":
            del collection.resources[str(key)]
            return Reply(status=operation.success)
        if operation.method in {"PUT", "PATCH"} and isinstance(call.body, dict):
            self.update(resource, call.body, collection)
        return self.succeed(call, resource)

    def _on_collection(self, call: Call, collection: Collection, rest: str) -> Reply:
        operation = call.operation
        if operation.method == "GET":
            return self._list(call, collection)
        if rest or not isinstance(call.body, dict):
            return sample_reply(self.document, operation)
        if operation.method == "POST":
            return self.succeed(call, self._create(call.body, collection))
        resource = collection.resources.get(str(call.body.get(KEY)))
        if resource is None:
            return self.fail(call, 404, f"there is nothing with id {call.body.get(KEY)}")
        self.update(resource, call.body, collection)
        return self.succeed(call, resource)

    def _list(self, call: Call, collection: Collection) -> Reply:
        schema, _ = self.document.answer_schema(call.operation, call.operation.success)
        items = self.document.items(schema)
        if items is None:
            return sample_reply(self.document, call.operation)
        wanted = call.query.get(KEY)
        found = [r for r in collection.resources.values() if not isinstance(wanted, list) or r[KEY] in wanted]
        return Reply(status=call.operation.success, payload=[self.store.project(r, items) for r in found])

    def _create(self, body: Mapping[str, Any], collection: Collection) -> Resource:
        resource = make_value(self.document, collection.schema)
        taken = [r[KEY] for r in collection.resources.values() if isinstance(r[KEY], int)]
        if isinstance(resource[KEY], int):
            resource[KEY] = max(taken, default=0) + 1
        self.update(resource, {name: value for name, value in body.items() if name != KEY}, collection)
        collection.resources[str(resource[KEY])] = resource
        return dict(resource)

    def update(self, resource: Resource, changes: Mapping[str, Any], collection: Collection) -> None:
        """Change the members that the resource has by its schema; objects are merged, all else is replaced."""
        known = self.document.properties(collection.schema)
        for name, value in changes.items():
            if name not in known or name == KEY:
                continue
            if isinstance(value, dict) and isinstance(resource.get(name), dict):
                resource[name] = {**resource[name], **deepcopy(value)}
            else:
                resource[name] = deepcopy(value)

    def _locate(self, operation: Operation, call: Call) -> tuple[Collection | None, object, str]:
        """Return the collection that a path is about, the id in it, and what follows."""
        for path, collection in sorted(self.store.collections.items(), key=lambda entry: -len(entry[0])):
            if operation.path != path and not operation.path.startswith(f"{path}/"):
                continue
            item = re.fullmatch(r"/\{([^}]+)\}(.*)", operation.path[len(path) :])
            if item:
                return collection, call.path[item[1]], item[2]
            return collection, None, operation.path[len(path) :]
        return None, None, ""


def load_behaviours(names: tuple[str, ...] | list[str]) -> dict[str, Behaviour]:
    """Return the behaviours of the modules of those names; raises `UsageError` for a name that there is none of."""
    found: dict[str, Behaviour] = {}
    for name in names:
        if not name.isidentifier():
            raise UsageError(f"`{name}` is no behaviour's name", where="[mock] behaviours")
        try:
            module = import_module(f"rstapi.mock.behaviours.{name}")
        except ModuleNotFoundError:
            raise UsageError(f"there is no behaviour `{name}`", where="[mock] behaviours") from None
        found |= module.BEHAVIOURS
    return found
