"""A call → status and payload, by inference from the document; behaviours are asked first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, TypeAlias

from docpact.errors import UsageError
from docpact.mock.clock import Clock
from docpact.mock.document import Document
from docpact.mock.filters import passes
from docpact.mock.listing import KEY, include_names
from docpact.mock.locating import Locator, Place
from docpact.mock.operations import Operation
from docpact.mock.projection import project, project_payload
from docpact.mock.replies import Reply, sample_reply
from docpact.mock.requests import Call
from docpact.mock.store import Collection, Keys, Resource, Store
from docpact.mock.views import View, find_view, leave_out

Behaviour: TypeAlias = Callable[["Engine", Call], Reply | None]
"""What inference cannot know about one operation; None leaves the call to inference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """How the page shows the things of one collection, and what it can tell them to do."""

    title: str
    describe: Callable[[Mapping[str, Any]], tuple[str, str, str]]
    """Thing → tone (`good`, `busy`, `open`, or empty), state, what else is to be said."""
    commands: Mapping[str, str]
    """Text of a button → signature of an operation whose path has one placeholder, the thing's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviours:
    """What no document says about one API."""

    operations: Mapping[str, Behaviour] = field(default_factory=dict)
    """`METHOD /path` → behaviour."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A path whose things are those of other collections: `/my/device` → `/my/lock`, `/my/gate`."""
    prepare: tuple[Callable[[Engine], None], ...] = ()
    """Called once, before the first request."""
    always: tuple[Callable[[Engine], None], ...] = ()
    """Called before each request: what time brings about."""
    panels: Mapping[str, Panel] = field(default_factory=dict)
    """Path of a collection → how the page shows it."""
    forgives_slash: bool = False
    """One `/` after a path makes no difference."""


@dataclass(slots=True)
class Engine:
    """Answers calls and remembers what they change."""

    document: Document
    clock: Clock
    behaviours: Behaviours = field(default_factory=Behaviours)
    store: Store = field(init=False)
    listeners: list[Callable[[Mapping[str, Any]], None]] = field(default_factory=list)
    """Told of every event, as the webhook that is documented for it."""
    _validators: dict[tuple[str, str], Any] = field(default_factory=dict)
    """Each member's schema is compiled once."""
    _views: dict[Operation, View] = field(default_factory=dict)
    locator: Locator = field(init=False)

    def __post_init__(self) -> None:
        self.store = Store(self.document, self.behaviours.aliases)
        self.locator = Locator(self.store)
        for prepare in self.behaviours.prepare:
            prepare(self)

    def answer(self, call: Call) -> Reply:
        """Return what the API answers."""
        self.move_on()
        behaviour = self.behaviours.operations.get(call.operation.signature)
        if behaviour is not None and (reply := behaviour(self, call)) is not None:
            return reply
        return self.infer(call)

    def move_on(self) -> None:
        """Do what time has brought about since the last call."""
        for before in self.behaviours.always:
            before(self)

    def emit(self, message: Mapping[str, Any]) -> None:
        """Tell those who listen."""
        for listener in self.listeners:
            listener(message)

    def fail(self, call: Call, status: int, message: str) -> Reply:
        """Return a failure with that status, or 400 where that is what the operation lists: all is as documented."""
        listed = call.operation.definition.get("responses", {})
        fits = str(status) in listed or "default" in listed or "400" not in listed
        return Reply(status=status if fits else 400, errors=(message,))

    def succeed(self, call: Call, resource: Resource, key: str = KEY) -> Reply:
        """Return the operation's success with what its payload shows of the resource."""
        view = self.view(call.operation)
        if view.schema is None:
            return Reply(status=view.status)
        shown = project_payload(self.document, resource, view.schema, key)
        return Reply(status=view.status, payload=leave_out(shown, view.flags, call.query))

    def view(self, operation: Operation) -> View:
        """Return what an operation shows."""
        known = self._views.get(operation)
        if known is None:
            known = self._views[operation] = find_view(self.document, operation)
        return known

    def done(self, call: Call) -> Reply:
        """Return the operation's success without a payload."""
        return Reply(status=call.operation.success)

    def infer(self, call: Call) -> Reply:
        """Return what can be told from paths, methods and schemas alone."""
        operation = call.operation
        place = self.locator.locate(call)
        if place is None:
            return sample_reply(self.document, operation)
        missing = self.store.missing_parent(place.collection.path, place.parents)
        if missing:
            return self.fail(call, 404, f"there is nothing with id {missing}")
        if place.key is None:
            return self._on_collection(call, place)
        resource = place.collection.resources.get(place.keys)
        if resource is None:
            return self.fail(call, 404, f"there is nothing with id {place.key}")
        if place.rest:
            schema, _ = self.document.answer_schema(operation, operation.success)
            shows = operation.method == "GET" or place.collection.key in self.document.properties(schema)
            shown = self.succeed(call, resource, place.collection.key)
            return shown if shows else sample_reply(self.document, operation)
        return self._on_resource(call, place, resource)

    def update(self, resource: Resource, changes: Mapping[str, Any], collection: Collection) -> None:
        """Change the members that the resource has by its schema; objects are merged, all else is replaced."""
        for name, value in changes.items():
            if name not in collection.members or name == collection.key or not self._fits(collection, name, value):
                continue
            if isinstance(value, dict) and isinstance(resource.get(name), dict):
                resource[name] = {**resource[name], **deepcopy(value)}
            else:
                resource[name] = deepcopy(value)

    def _fits(self, collection: Collection, name: str, value: Any) -> bool:  # noqa: ANN401 - any JSON value.
        """Tell whether what was taken can be shown: a request's schema may be looser than an answer's."""
        validator = self._validators.get((collection.path, name))
        if validator is None:
            validator = self.document.compile(collection.members[name])
            self._validators[collection.path, name] = validator
        return bool(validator.is_valid(value))

    def create(self, collection: Collection, parents: Keys, body: Mapping[str, Any]) -> Resource:
        """Add a resource with an id of its own and what the body says; the rest is null, or made up."""
        resource: Resource = {}
        self.update(resource, body, collection)
        for name, value in zip(collection.parents, parents, strict=True):
            member = next((m for m in collection.members if m.lower() == name.lower() != collection.key.lower()), None)
            if member is not None:
                resource[member] = int(value) if value.isdecimal() else value
        self.store.add(collection, parents, resource)
        shown = project(self.document, resource, collection.schema)
        resource.update({name: value for name, value in shown.items() if name not in resource})
        return resource

    def list_resources(self, call: Call, elements: Iterable[Resource]) -> Reply:
        """Return those that pass the call's filters, its page of them, as the operation shows them."""
        view = self.view(call.operation)
        if view.listing is None:
            return sample_reply(self.document, call.operation)
        prefix = self.document.conventions.filter_prefix
        found = [r for r in elements if passes(r, call, view.members, prefix)] if call.query else list(elements)
        shown = [
            leave_out(project(self.document, resource, view.listing.schema), view.element_flags, call.query)
            for resource in view.pages.cut(found, call.query)
        ]
        if not view.listing.member:
            return Reply(status=view.status, payload=shown)
        size = view.pages.size(call.query) or len(found)
        about = {"page": view.pages.number(call.query), "itemsPerPage": size, "totalCount": len(found)}
        return Reply(
            status=view.status,
            payload=project(self.document, {**about, view.listing.member: shown}, view.schema),
        )

    def _on_collection(self, call: Call, place: Place) -> Reply:
        operation, collection = call.operation, place.collection
        if operation.method == "GET":
            return self.list_resources(call, collection.below(place.parents).values())
        if place.rest or not isinstance(call.body, dict):
            return sample_reply(self.document, operation)
        if operation.method == "POST":
            return self.succeed(call, self.create(collection, place.parents, call.body), collection.key)
        keys = (*place.parents, str(call.body.get(collection.key)))
        resource = collection.resources.get(keys)
        if resource is None:
            return self.fail(call, 404, f"there is nothing with id {call.body.get(collection.key)}")
        self.update(resource, call.body, collection)
        return self.succeed(call, resource, collection.key)

    def _on_resource(self, call: Call, place: Place, resource: Resource) -> Reply:
        operation, collection = call.operation, place.collection
        if operation.method == "DELETE":
            self.store.remove(collection, place.keys)
            return self.done(call)
        if operation.method == "GET":
            resource = resource | self._included(call, place)
        elif operation.method == "PUT" and isinstance(call.body, dict):
            # All of it is replaced (RFC 9110, section 9.3.4): what can be sent and was not is no more.
            for name in self._taken(operation):
                if name not in call.body and name != collection.key:
                    resource.pop(name, None)
        if operation.method in {"PUT", "PATCH"} and isinstance(call.body, dict):
            self.update(resource, call.body, collection)
        return self.succeed(call, resource, collection.key)

    def _included(self, call: Call, place: Place) -> Resource:
        """Return the lists below a resource that the call asks to be included: `includeMembers`."""
        found: Resource = {}
        for flag, name in include_names(self.document, call.operation).items():
            below = self.store.collections.get(f"{call.operation.path}/{name}")
            if below is not None and call.query.get(flag) is True:
                found[name] = [project(self.document, r, below.schema) for r in below.below(place.keys).values()]
        return found

    def _taken(self, operation: Operation) -> Mapping[str, Any]:
        body: Any = self.document.resolve(operation.definition.get("requestBody", {}))
        schema: Any = next((media.get("schema", {}) for media in body.get("content", {}).values()), {})
        return self.document.properties(schema)


def load_behaviours(names: Iterable[str]) -> Behaviours:
    """Return the behaviours of the modules of those names; raises `UsageError` for a name that there is none of."""
    found = Behaviours()
    for name in names:
        if not name.isidentifier():
            raise UsageError(f"`{name}` is no behaviour's name", where="[mock] behaviours")
        try:
            module = import_module(f"docpact.mock.behaviours.{name}")
        except ModuleNotFoundError:
            raise UsageError(f"there is no behaviour `{name}`", where="[mock] behaviours") from None
        more: Behaviours = module.BEHAVIOURS
        found = Behaviours(
            operations={**found.operations, **more.operations},
            aliases={**found.aliases, **more.aliases},
            prepare=(*found.prepare, *more.prepare),
            always=(*found.always, *more.always),
            panels={**found.panels, **more.panels},
            forgives_slash=found.forgives_slash or more.forgives_slash,
        )
    return found
