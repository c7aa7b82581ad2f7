"""A call → status and payload, by inference from the document; behaviours are asked first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any, TypeAlias
from urllib.parse import quote

from docpact.errors import UsageError
from docpact.mock.clock import Clock
from docpact.mock.collecting import body_schema
from docpact.mock.document import Document
from docpact.mock.filters import passes
from docpact.mock.fitting import fit_value
from docpact.mock.listing import KEY, include_names
from docpact.mock.locating import Locator, Place
from docpact.mock.operations import Operation
from docpact.mock.projection import own_part, project, project_payload
from docpact.mock.replies import Reply
from docpact.mock.requests import Call
from docpact.mock.samples import read_headers
from docpact.mock.schema_views import without_hidden
from docpact.mock.singles import answer_single
from docpact.mock.store import Collection, Keys, Resource, Store
from docpact.mock.views import View, find_view, leave_out

Behaviour: TypeAlias = Callable[["Engine", Call], Reply | None]
"""What inference cannot know about one operation; None leaves the call to inference."""


CHANGING = frozenset({"PUT", "PATCH", "POST"})


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
    _views: dict[tuple[Operation, int], View] = field(default_factory=dict)
    _known_defaults: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """By the path of a collection."""
    _differing: dict[tuple[Operation, int], bool] = field(default_factory=dict)
    """As `_views`."""
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
        fits = self.lists(call.operation, status) or not self.lists(call.operation, 400)
        return Reply(status=status if fits else 400, errors=(message,))

    def lists(self, operation: Operation, status: int) -> bool:
        """Tell whether an operation documents a status, by itself, its class or `default`."""
        return bool({str(status), f"{status // 100}XX", "default"} & operation.definition["responses"].keys())

    def succeed(
        self, call: Call, resource: Resource, key: str = KEY, status: int = 0, *, is_other: bool = False
    ) -> Reply:  # fmt: skip
        """Return the operation's success, or that status, with what its payload shows of the resource.

        `is_other` where the payload may be of another kind than the resource.
        """
        view = self.view(call.operation, status)
        if view.schema is None:
            return Reply(status=view.status)
        items = self.document.items(view.schema)
        if items is not None:
            # Some operations answer a list of the one thing that they have made or changed.
            shown = [project(self.document, resource, items)]
            return Reply(status=view.status, payload=fit_value(self.document, shown, view.schema))
        shown = leave_out(project_payload(self.document, resource, view.schema, key), view.flags, call.query)
        if is_other or self._may_differ(call.operation, view):
            shown = fit_value(self.document, shown, view.schema)
        return Reply(status=view.status, payload=shown)

    def _may_differ(self, operation: Operation, view: View) -> bool:
        """Tell whether what is right in a collection may be wrong in what an operation shows of it."""
        known = self._differing.get((operation, view.status))
        if known is None:
            collection = self.locator.find_collection(operation.path)
            members = collection.members if collection else {}
            shown = self.document.properties(
                own_part(self.document, view.schema, collection.key if collection else KEY)[1]
            )
            same = all(name in members and members[name] == part for name, part in shown.items())
            known = self._differing[operation, view.status] = view.is_intricate or not same
        return known

    def view(self, operation: Operation, status: int = 0) -> View:
        """Return what an operation shows with that status; with its success where none is given."""
        known = self._views.get((operation, status))
        if known is None:
            known = self._views[operation, status] = find_view(self.document, operation, status or operation.success)
        return known

    def done(self, call: Call) -> Reply:
        """Return the operation's success without a payload."""
        return Reply(status=call.operation.success)

    def infer(self, call: Call) -> Reply:
        """Return what can be told from paths, methods and schemas alone."""
        operation = call.operation
        place = self.locator.locate(call)
        if place is None:
            return answer_single(self, call)
        missing = self.store.missing_parent(place.collection.path, place.parents)
        if missing:
            return self.fail(call, 404, f"there is nothing with id {missing}")
        if place.key is None:
            return self._on_collection(call, place)
        resource = place.collection.resources.get(place.keys)
        if resource is None:
            if not place.rest and self._may_create(operation) and isinstance(call.body, dict | None):
                return self._create_at(call, place, place.key)
            return self.fail(call, 404, f"there is nothing with id {place.key}")
        if place.rest:
            schema, _ = self.document.answer_schema(operation, operation.success)
            shows = operation.method == "GET" or place.collection.key in self.document.properties(schema)
            shown = self.succeed(call, resource, place.collection.key, is_other=True)
            return shown if shows and isinstance(shown.payload, dict) else answer_single(self, call)
        return self._on_resource(call, place, resource)

    def update(
        self, resource: Resource, changes: Mapping[str, Any], collection: Collection, *, clears: bool = False
    ) -> None:  # fmt: skip
        """Change the members that the resource has by its schema; objects are merged, all else is replaced.

        `clears` lets a null take away what cannot be null (RFC 7396).
        """
        for name, value in changes.items():
            if name not in collection.members or name == collection.key:
                continue
            if clears and value is None and not self.document.takes_null(collection.members[name]):
                resource.pop(name, None)
                continue
            shown = without_hidden(self.document, value, collection.members[name])
            merged = _merge(resource.get(name), shown) if isinstance(shown, dict) else deepcopy(shown)
            if self._fits(collection, name, merged):
                resource[name] = merged
            elif self._fits(collection, name, shown):
                resource[name] = deepcopy(shown)

    def _fits(self, collection: Collection, name: str, value: Any) -> bool:  # noqa: ANN401 - any JSON value.
        """Tell whether what was taken can be shown: a request's schema may be looser than an answer's."""
        validator = self._validators.get((collection.path, name))
        if validator is None:
            validator = self.document.compile(collection.members[name])
            self._validators[collection.path, name] = validator
        return bool(validator.is_valid(value))

    def create(
        self, collection: Collection, parents: Keys, body: Mapping[str, Any], key: Any = None  # noqa: ANN401
    ) -> Resource:  # fmt: skip
        """Add a resource with what the body says; the rest is its default, null, or made up.

        Its id is `key`, or a new one where that is None.
        """
        resource: Resource = {}
        self.update(resource, body, collection)
        for name, value in zip(collection.parents, parents, strict=True):
            member = next((m for m in collection.members if m.lower() == name.lower() != collection.key.lower()), None)
            if member is not None:
                typed = int(value) if value.isdecimal() else value
                resource[member] = typed if self._fits(collection, member, typed) else value
        for name, value in self._defaults(collection).items():
            resource.setdefault(name, deepcopy(value))
        if key is not None:
            resource[collection.key] = key
        self.store.add(collection, parents, resource)
        shown = project(self.document, resource, collection.schema)
        resource.update({name: value for name, value in shown.items() if name not in resource})
        return resource

    def _defaults(self, collection: Collection) -> Mapping[str, Any]:
        """Return the members that have a default, with it; null is what is missing anyway."""
        known = self._known_defaults.get(collection.path)
        if known is None:
            shown = self.document.properties(collection.schema)
            read = {name: self.document.resolve(part) for name, part in collection.members.items() if name in shown}
            known = self._known_defaults[collection.path] = {
                name: part["default"]
                for name, part in read.items()
                if isinstance(part, Mapping)
                and part.get("default") is not None
                and name != collection.key
                and self._fits(collection, name, part["default"])
            }
        return known

    def list_resources(self, call: Call, elements: Iterable[Resource]) -> Reply:
        """Return those that pass the call's filters, its page of them, as the operation shows them."""
        view = self.view(call.operation)
        if view.listing is None:
            return answer_single(self, call)
        prefix = self.document.conventions.filter_prefix
        found = [r for r in elements if passes(r, call, view.members, prefix)] if call.query else list(elements)
        shown = [
            leave_out(project(self.document, resource, view.listing.schema), view.element_flags, call.query)
            for resource in view.pages.cut(found, call.query)
        ]
        payload: Any = shown
        if view.listing.member:
            size = view.pages.size(call.query) or len(found)
            about = {"page": view.pages.number(call.query), "itemsPerPage": size, "totalCount": len(found)}
            payload = project(self.document, {**view.around, **about, view.listing.member: shown}, view.schema)
        if view.is_intricate:
            payload = fit_value(self.document, payload, view.schema)
        return Reply(status=view.status, payload=payload)

    def _on_collection(self, call: Call, place: Place) -> Reply:
        method, collection = call.operation.method, place.collection
        if method == "GET":
            return self.list_resources(call, collection.below(place.parents).values())
        if method == "DELETE" and not place.rest:
            for keys in list(collection.below(place.parents)):
                self.store.remove(collection, keys)
        if method == "POST" and isinstance(call.body, list):
            for body in call.body:
                if isinstance(body, dict):
                    self.create(collection, place.parents, body, self._given_key(call, collection, body))
        if method == "POST" and call.body is None and not place.rest and self._shows_key(call, collection):
            return self._create_at(call, place, None)
        if place.rest or not isinstance(call.body, dict):
            return answer_single(self, call)
        key = self._given_key(call, collection, call.body)
        return self._add(call, place, key) if method == "POST" else self._change_named(call, place, key)

    def _add(self, call: Call, place: Place, key: Any) -> Reply:  # noqa: ANN401 - a number or a text.
        """Create what a POST to a collection describes; what is there is a conflict where that is documented."""
        taken = key is not None and (*place.parents, str(key)) in place.collection.resources
        if taken and "409" in call.operation.definition["responses"]:
            return Reply(status=409, errors=(f"there is something with id {key} already",))
        return self._create_at(call, place, key)

    def _change_named(self, call: Call, place: Place, key: Any) -> Reply:  # noqa: ANN401 - a number or a text.
        """Change the resource whose id is in the body."""
        collection, named = place.collection, call.body.get(place.collection.key)
        resource = collection.resources.get((*place.parents, str(named)))
        if resource is None:
            if key is not None and self._may_create(call.operation):
                return self._create_at(call, place, key)
            return self.fail(call, 404, f"there is nothing with id {named}")
        self.update(resource, call.body, collection)
        return self.succeed(call, resource, collection.key)

    def _shows_key(self, call: Call, collection: Collection) -> bool:
        """Tell whether the response names what the request has created."""
        schema, _ = self.document.answer_schema(call.operation, call.operation.success)
        return collection.key in self.document.properties(own_part(self.document, schema, collection.key)[1])

    def _given_key(self, call: Call, collection: Collection, body: Mapping[str, Any]) -> Any:  # noqa: ANN401
        """Return the id that a request gives to what it creates; None where ids are the server's to give."""
        key, taken = collection.key, self.document.properties(body_schema(self.document, call.operation))
        wanted = body.get(key)
        if wanted is None or key not in taken:
            return None
        if self.document.is_read_only(taken[key]) and self._shows_key(call, collection):
            # The server gives it, and the response says it; where that says nothing, the sender can know no other.
            return None
        return wanted if self._fits(collection, key, wanted) else None

    def _may_create(self, operation: Operation) -> bool:
        """Tell whether a request may name what isn't there yet: its operation answers 201."""
        return operation.method in {"PUT", "POST"} and "201" in operation.definition["responses"]

    def _create_at(self, call: Call, place: Place, key: Any) -> Reply:  # noqa: ANN401 - a number or a text.
        """Create what a request describes, under that id, or a new one where it is None."""
        collection, operation = place.collection, call.operation
        if isinstance(key, str) and not self._fits(collection, collection.key, key) and key.isdecimal():
            key = int(key)
        resource = self.create(collection, place.parents, call.body or {}, key)
        status = 201 if "201" in operation.definition["responses"] else 0
        reply = self.succeed(call, resource, collection.key, status)
        if "location" not in read_headers(self.document, operation, reply.status):
            return reply
        path = "/".join([collection.path.format_map(call.path), quote(str(resource[collection.key]), safe="")])
        return replace(reply, headers={"location": f"{self.document.base_path}{path}"})

    def _on_resource(self, call: Call, place: Place, resource: Resource) -> Reply:
        operation, collection = call.operation, place.collection
        if operation.method == "DELETE":
            self.store.remove(collection, place.keys)
            return answer_single(self, call)
        if operation.method == "GET":
            resource = resource | self._included(call, place)
        elif operation.method == "PUT" and isinstance(call.body, dict):
            # All of it is replaced (RFC 9110, section 9.3.4): what can be sent and was not is no more.
            for name in self.document.properties(body_schema(self.document, operation)):
                if name not in call.body and name != collection.key:
                    resource.pop(name, None)
        if operation.method in CHANGING and isinstance(call.body, dict):
            self.update(resource, call.body, collection, clears=operation.method == "PATCH")
        return self.succeed(call, resource, collection.key)

    def _included(self, call: Call, place: Place) -> Resource:
        """Return the lists below a resource that the call asks to be included: `includeMembers`."""
        found: Resource = {}
        for flag, name in include_names(self.document, call.operation).items():
            below = self.store.collections.get(f"{call.operation.path}/{name}")
            if below is not None and call.query.get(flag) is True:
                found[name] = [project(self.document, r, below.schema) for r in below.below(place.keys).values()]
        return found


def _merge(old: Any, changes: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any JSON value.
    """Return an object with changes, those of objects inside merged too."""
    merged = dict(old) if isinstance(old, dict) else {}
    for name, value in changes.items():
        merged[name] = _merge(merged.get(name), value) if isinstance(value, dict) else deepcopy(value)
    return merged


def load_behaviours(names: Iterable[str]) -> Behaviours:
    """Return the behaviours of the modules of those names; raises `UsageError` for an unknown name."""
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
