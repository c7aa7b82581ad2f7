"""A document, indexed for answering requests: what is asked of it again with every request is found out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docpact.document import (
    Direction,
    has_flag,
    iterate,
    read_document,
    read_shape,
    rebuild,
    resolve,
    view_direction,
    view_schema,
)
from docpact.extensions import Conventions, Envelope
from docpact.mock.contents import Content, read_contents
from docpact.mock.operations import Operation, Routes, build_operation
from docpact.mock.validators import compile_bounded, without_patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What an object's schema says about its members."""

    members: Mapping[str, Any]
    """Name → schema, those of its parts and alternatives too."""
    required: tuple[str, ...]
    never_null: tuple[str, ...]
    """The members that cannot be null."""
    hidden: frozenset[str] = frozenset()
    """The members that are only written: no response has them."""


FIRST_FAILURE = 400
INTEGERS = {"int32": 2**31, "int64": 2**63}
NO_SHAPE = Shape(members={}, required=(), never_null=())


@dataclass(slots=True)
class Document:
    """An OpenAPI document with its references and operations at hand."""

    raw: Any
    """A normalised document, or a mapping that becomes one; its mapping from then on."""
    operations: tuple[Operation, ...] = field(init=False)
    """Those without placeholders first, so that `/my/lock/sync` isn't taken for `/my/lock/{id}`."""
    routes: Routes = field(init=False)
    base_path: str = field(init=False)
    """The path before all operations, from the first server: `/api/v37`."""
    version: str = field(init=False)
    envelope: Envelope | None = field(init=False)
    conventions: Conventions = field(init=False)
    _item_names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The path of a collection → the names of the placeholders that stand for one thing of it."""
    _shapes: dict[int, tuple[Any, Shape]] = field(default_factory=dict)
    """By the identity of a schema, which is kept beside, so that no other can have it."""
    _types: dict[int, tuple[Any, frozenset[str]]] = field(default_factory=dict)
    """As `_shapes`."""
    _contents: dict[tuple[Operation, int], tuple[Content, ...]] = field(default_factory=dict)
    _answers: dict[tuple[Operation, int], tuple[Any, str]] = field(default_factory=dict)
    _plain: Mapping[str, Any] | None = None
    """The document without patterns, once a schema has some."""
    _requests: Mapping[str, Any] | None = None
    """The document as it counts for requests, once one has a body."""
    _responses: Mapping[str, Any] | None = None
    """The document as it counts for responses, once one has been held against its schema."""
    _validators: dict[int, tuple[Any, Any]] = field(default_factory=dict)
    """As `_shapes`."""
    _values: dict[tuple[int, Callable[..., Any]], tuple[Any, Any]] = field(default_factory=dict)
    """As `_shapes`, by what found it too."""
    _plain_views: dict[Direction, Mapping[str, Any]] = field(default_factory=dict)
    """The document without patterns, as it counts in a direction."""
    _hides: bool | None = None
    """Whether any property is only written, once somebody has asked."""
    _failure: Mapping[str, Any] | None = None
    """The properties of a failure in the envelope, once somebody has asked for them."""

    def __post_init__(self) -> None:
        read = read_document(self.raw, "the document") if isinstance(self.raw, Mapping) else self.raw
        self.raw = read.mapping
        # Of those that differ by a fragment only, the one without is called.
        found = map(build_operation, sorted(read.operations, key=lambda operation: "#" in operation.path))
        self.operations = tuple(sorted(found, key=lambda operation: (operation.path.count("{"), operation.path)))
        self.routes = Routes(self.operations)
        self._item_names = {}
        for operation in self.operations:
            above, slash, name = operation.path.rpartition("/")
            if slash and re.fullmatch(r"\{[^{}]+\}", name):
                self._item_names[above] = tuple(dict.fromkeys((*self._item_names.get(above, ()), name[1:-1])))
        self.base_path = read.base_path
        self.version = str(self.raw["info"]["version"])
        self.envelope = read.envelope
        self.conventions = read.conventions

    def find(self, path: str) -> list[Operation]:
        """Return the operations at a path."""
        return self.routes.find(path)[0]

    def operation(self, name: str) -> Operation | None:
        """Return the operation with that operationId or signature; None without one."""
        return next((o for o in self.operations if name in {o.definition.get("operationId"), o.signature}), None)

    def resolve(self, node: Any) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what a `$ref` leads to, through several; a node without one is returned as it is."""
        return resolve(self.raw, node)

    def properties(self, schema: Any) -> Mapping[str, Any]:  # noqa: ANN401
        """Return the members of an object schema, those of its parts and alternatives too."""
        return self.shape(schema).members

    def shape(self, schema: Any) -> Shape:  # noqa: ANN401
        """Return what an object schema says about its members; an empty shape for what is no such schema."""
        if not isinstance(schema, Mapping) or not schema:
            return NO_SHAPE
        known = self._shapes.get(id(schema))
        if known is None:
            # Found out already, as far as a schema that is a part of itself is concerned.
            self._shapes[id(schema)] = (schema, NO_SHAPE)
            known = self._shapes[id(schema)] = (schema, self._find_shape(schema))
        return known[1]

    def _find_shape(self, schema: Any) -> Shape:  # noqa: ANN401
        read = read_shape(self.raw, schema)
        found = read.properties
        if not found:
            return NO_SHAPE
        listed: Any = self.resolve(schema).get("required") or ()
        # As the schema lists them, then those of its parts.
        required = dict.fromkeys(name for name in (*listed, *read.required) if name in read.required)
        return Shape(
            members=found,
            required=tuple(required),
            never_null=tuple(name for name, part in found.items() if not self.takes_null(part)),
            hidden=frozenset(name for name, part in found.items() if has_flag(self.raw, part, "writeOnly")),
        )

    def takes_null(self, schema: Any) -> bool:  # noqa: ANN401
        """Tell whether the schema knows null."""
        types = self.types(schema)
        return not types or "null" in types

    def item_names(self, path: str) -> tuple[str, ...]:
        """Return the names of the placeholders that stand for one thing below a path: `id` for `/lock`."""
        return self._item_names.get(path, ())

    def items(self, schema: Any) -> Any:  # noqa: ANN401
        """Return the schema of an array's elements; None for what is no array."""
        resolved = self.resolve(schema)
        if not isinstance(resolved, Mapping):
            return None
        if "items" in resolved:
            return resolved["items"]
        return self.remember(resolved, Document._find_items)

    def _find_items(self, schema: Any) -> Any:  # noqa: ANN401 - as `remember` wants it.
        """Return the schema of the elements as the parts of a schema say it: those of `allOf` count together."""
        found = [items for part in schema.get("allOf") or () if (items := self.items(part)) is not None]
        others = (part for word in ("anyOf", "oneOf") for part in schema.get(word) or ())
        found = found or [items for part in others if (items := self.items(part)) is not None][:1]
        return {"allOf": found} if len(found) > 1 else found[0] if found else None

    def types(self, schema: Any) -> frozenset[str]:  # noqa: ANN401
        """Return the JSON types that the schema names, in its alternatives too."""
        if not isinstance(schema, Mapping) or not schema:
            return frozenset()
        known = self._types.get(id(schema))
        if known is None:
            self._types[id(schema)] = (schema, frozenset())
            known = self._types[id(schema)] = (schema, frozenset(self._find_types(schema)))
        return known[1]

    def _find_types(self, schema: Any) -> set[str]:  # noqa: ANN401
        schema = self.resolve(schema)
        if not isinstance(schema, Mapping):
            return set()
        named = schema.get("type", [])
        found = {named} if isinstance(named, str) else set(named)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(keyword, ()):
                found |= self.types(part)
        return found

    def response(self, operation: Operation, status: int) -> Mapping[str, Any]:
        """Return the response that is documented for a status, by itself, its class or `default`; else an empty one."""
        responses: Mapping[str, Any] = operation.definition["responses"]
        names = (str(status), f"{status // 100}XX", "default")
        found: Mapping[str, Any] = self.resolve(next((responses[name] for name in names if name in responses), {}))
        return found

    def contents(self, operation: Operation | None, status: int) -> tuple[Content, ...]:
        """Return the media types of a response, JSON first."""
        if operation is None:
            return ()
        known = self._contents.get((operation, status))
        if known is None:
            known = self._contents[operation, status] = read_contents(self.response(operation, status))
        return known

    def media(self, operation: Operation, status: int) -> Mapping[str, Any] | None:
        """Return the JSON media type of a response; None where it has none."""
        contents = self.contents(operation, status)
        return contents[0].media if contents and contents[0].is_json else None

    def answer_schema(self, operation: Operation, status: int) -> tuple[Any, str]:
        """Return the schema of a response's payload and the envelope's property that holds it, empty without one."""
        known = self._answers.get((operation, status))
        if known is None:
            known = self._answers[operation, status] = self._find_answer(operation, status)
        return known

    def _find_answer(self, operation: Operation, status: int) -> tuple[Any, str]:
        media = self.media(operation, status)
        schema = media.get("schema", {}) if media else None
        properties = self.properties(schema)
        if self.envelope is not None and self.envelope.wraps(properties):
            return properties.get(self.envelope.payload), self.envelope.payload
        return schema, ""

    def envelope_properties(self, operation: Operation | None, status: int) -> Mapping[str, Any]:
        """Return the schemas of the envelope's properties: those of a response, or of failures where it has none."""
        media = self.media(operation, status) if operation else None
        if operation and media and self.answer_schema(operation, status)[1]:
            return self.properties(media.get("schema", {}))
        if self._failure is None:
            self._failure = self._find_failure()
        return self._failure

    def _find_failure(self) -> Mapping[str, Any]:
        """Return the properties of the first documented failure in the envelope, or else of the first success."""
        found: dict[bool, Mapping[str, Any]] = {}
        for operation in self.operations:
            for code in operation.definition["responses"]:
                status = int(code) if code.isdigit() else FIRST_FAILURE
                if self.answer_schema(operation, status)[1]:
                    media = self.media(operation, status) or {}
                    found.setdefault(status >= FIRST_FAILURE, self.properties(media.get("schema")))
        return found.get(True) or found.get(False) or {}

    def hidden(self, properties: Mapping[str, Any]) -> frozenset[str]:
        """Return the names of those properties that are only written: no response has them."""
        return frozenset(name for name, part in properties.items() if has_flag(self.raw, part, "writeOnly"))

    @property
    def hides(self) -> bool:
        """Return whether any property is only written."""
        if self._hides is None:
            self._hides = any(node.get("writeOnly") is True for kind, node, _ in iterate(self.raw) if kind == "schema")
        return self._hides

    def is_read_only(self, schema: Any) -> bool:  # noqa: ANN401
        """Tell whether a property is only read: no request sets it."""
        return has_flag(self.raw, schema, "readOnly")

    def is_foreign(self, schema: Any, *, sent: bool) -> bool:  # noqa: ANN401
        """Tell whether a value doesn't travel in a direction: only written, or where it is sent only read."""
        return has_flag(self.raw, schema, (Direction.REQUEST if sent else Direction.RESPONSE).foreign)

    def remember(self, schema: Any, find: Callable[[Document, Any], Any]) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what a function finds for a schema of the document, found once."""
        if not isinstance(schema, Mapping):
            return find(self, schema)
        known = self._values.get((id(schema), find))
        if known is None:
            known = self._values[id(schema), find] = (schema, find(self, schema))
        return known[1]

    def compile(self, schema: Any) -> Any:  # noqa: ANN401
        """Return a validator for what is answered: properties that are only written are not required there.

        What of the schema cannot be used is left out: a bad pattern, a lost reference.
        """
        known = self._validators.get(id(schema))
        if known is None:
            if self._responses is None:
                self._responses = view_direction(self.raw, Direction.RESPONSE)
            viewed = view_schema(self.raw, schema, Direction.RESPONSE)
            validator = compile_bounded(self._responses, viewed, self._responses_without_patterns)
            known = self._validators[id(schema)] = (schema, validator)
        return known[1]

    def compile_request(self, schema: Any) -> Any:  # noqa: ANN401
        """Return a validator for what is sent: members that are only read are not required there."""
        if self._requests is None:
            self._requests = _limit_integers(view_direction(self.raw, Direction.REQUEST), "document")
        viewed = _limit_integers(view_schema(self.raw, schema, Direction.REQUEST), "schema")
        return compile_bounded(self._requests, viewed, self._requests_without_patterns)

    def _without_patterns(self) -> Mapping[str, Any]:
        if self._plain is None:
            self._plain = without_patterns(self.raw)
        return self._plain

    def _responses_without_patterns(self) -> Mapping[str, Any]:
        if Direction.RESPONSE not in self._plain_views:
            self._plain_views[Direction.RESPONSE] = view_direction(self._without_patterns(), Direction.RESPONSE)
        return self._plain_views[Direction.RESPONSE]

    def _requests_without_patterns(self) -> Mapping[str, Any]:
        if Direction.REQUEST not in self._plain_views:
            self._plain_views[Direction.REQUEST] = view_direction(self._without_patterns(), Direction.REQUEST)
        return self._plain_views[Direction.REQUEST]


def _limit_integers(node: Any, kind: str) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the schemas with the limits that `int32` and `int64` mean: 32 and 64 bits, signed (OpenAPI 3.1, 4.4)."""

    def change(found: str, schema: dict[str, Any], _: str) -> Any:  # noqa: ANN401
        limit = (
            INTEGERS.get(schema.get("format", "")) if found == "schema" and isinstance(schema.get("format"), str) else 0
        )
        if not limit or "number" in schema.get("type", ()):
            return schema
        return {
            **schema,
            "minimum": max(schema.get("minimum", -limit), -limit),
            "maximum": min(schema.get("maximum", limit - 1), limit - 1),
        }

    return rebuild(node, change, kind)
