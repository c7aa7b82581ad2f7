"""Pairs of documents that differ in one thing, each with the change that must be reported of it."""

# ruff: noqa: E501 - a row of a table is read more easily on one line.
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Node = dict[str, Any]
B, P, C = "breaking", "possibly breaking", "compatible"
TEXT: Node = {"type": "string"}
NUMBER: Node = {"type": "integer"}


class Pair(NamedTuple):
    """Two documents, and the one change between them that counts."""

    name: str
    old: Node
    new: Node
    rule: str
    callers: str
    readers: str


def document(operation: Node | None = None, *, path: str = "/locks", method: str = "get", **rest: Any) -> Node:  # noqa: ANN401
    """Return a document with one operation."""
    whole = {"operationId": "list_locks", "responses": {"200": {"description": "fine"}}, **(operation or {})}
    return {"openapi": "3.1.0", "info": {"title": "Locks", "version": "1"}, "paths": {path: {method: whole}}, **rest}


def body(schema: Node, *, required: bool = True) -> Node:
    """Return an operation that takes the schema."""
    return {"requestBody": {"required": required, "content": {"application/json": {"schema": schema}}}}


def answer(schema: Node, status: str = "200") -> Node:
    """Return an operation that answers the schema."""
    return {"responses": {status: {"description": "fine", "content": {"application/json": {"schema": schema}}}}}


def members(properties: Node, *required: str, **rest: Any) -> Node:  # noqa: ANN401
    """Return an object schema."""
    return {"type": "object", "properties": properties, "required": list(required), **rest}


def parameter(name: str = "from", schema: Node | None = None, **rest: Any) -> Node:  # noqa: ANN401
    """Return a query parameter."""
    return {"name": name, "in": "query", "schema": schema or TEXT, **rest}


def _callback(schema: Node) -> Node:
    """Return an operation that has the API call back."""
    listened = {"post": {**body(schema), "responses": {"200": {"description": "fine"}}}}
    return {"callbacks": {"done": {"{$request.query.url}": listened}}}


def _user(more: Node | None = None) -> Node:
    """Return a document in which one schema is sent and answered."""
    schema = members({"name": TEXT, **(more or {})}, "name", *(more or {}))
    component = {"schema": {"$ref": "#/components/schemas/User"}}
    operation = {
        "requestBody": {"content": {"application/json": component}},
        "responses": {"200": {"description": "fine", "content": {"application/json": component}}},
    }
    return document(operation, method="post", components={"schemas": {"User": schema}})


def _pets(dog: Node, **others: Node) -> Node:
    """Return a document whose answer is one of several subtypes, which only the discriminator leads to."""
    start = "#/components/schemas/"
    subtypes = {
        name: {"allOf": [{"$ref": f"{start}Pet"}, members(parts)]} for name, parts in {"Dog": dog, **others}.items()
    }
    mapping = {name: f"{start}{name}" for name in subtypes}
    pet = {**members({"kind": TEXT}, "kind"), "discriminator": {"propertyName": "kind", "mapping": mapping}}
    return document(answer({"$ref": f"{start}Pet"}), components={"schemas": {"Pet": pet, **subtypes}})


def open_list(*values: int) -> Node:
    """Return a list of values that lets others through."""
    return {"anyOf": [{"type": "integer", "enum": list(values)}, {"type": "integer"}]}


# Schema before, schema after, rule, for who sends it, for who reads it.
SCHEMAS: dict[str, tuple[Node, Node, str, str, str]] = {
    "a new optional member": (members({"a": TEXT}), members({"a": TEXT, "b": NUMBER}), "property-added", C, C),
    "a new required member": (
        members({"a": TEXT}), members({"a": TEXT, "b": NUMBER}, "b"), "property-added-required", B, C,
    ),
    "a new member of a closed object": (
        members({"a": TEXT}, additionalProperties=False), members({"a": TEXT, "b": NUMBER}, additionalProperties=False),
        "property-added-closed", C, B,
    ),
    "an optional member less": (members({"a": TEXT, "b": NUMBER}), members({"a": TEXT}), "property-removed", P, P),
    "a required member less": (
        members({"a": TEXT, "b": NUMBER}, "b"), members({"a": TEXT}), "property-removed-required", P, B,
    ),
    "a member less of a closed object": (
        members({"a": TEXT, "b": NUMBER}, additionalProperties=False), members({"a": TEXT}, additionalProperties=False),
        "property-removed-closed", B, B,
    ),
    "a member with another name": (
        members({"batteryLevel": NUMBER}), members({"levelOfBattery": NUMBER}), "property-renamed", B, B,
    ),
    "a member with another name and the same words": (
        members({"lvl": {**NUMBER, "description": "how full it is"}}),
        members({"battery": {**NUMBER, "description": "how full it is"}}), "property-renamed", B, B,
    ),
    "a member that must be there": (members({"a": TEXT}), members({"a": TEXT}, "a"), "property-became-required", B, C),
    "a member that may be missing": (members({"a": TEXT}, "a"), members({"a": TEXT}), "property-became-optional", C, B),
    "a closed object": (members({}), members({}, additionalProperties=False), "properties-closed", B, C),
    "an opened object": (members({}, additionalProperties=False), members({}), "properties-opened", C, B),
    "further members of another type": (
        members({}, additionalProperties=TEXT), members({}, additionalProperties=NUMBER), "type-changed", B, B,
    ),
    "another type": (NUMBER, TEXT, "type-changed", B, B),
    "a wider type": (NUMBER, {"type": "number"}, "type-widened", C, B),
    "a narrower type": ({"type": "number"}, NUMBER, "type-narrowed", B, C),
    "one type more": (NUMBER, {"type": ["integer", "string"]}, "type-widened", C, B),
    "one type less": ({"type": ["integer", "string"]}, TEXT, "type-narrowed", B, C),
    "a type where there was none": ({}, NUMBER, "type-stated", B, C),
    "no type any more": (NUMBER, {}, "type-unstated", C, B),
    "a type deep inside": (
        members({"a": {"type": "array", "items": members({"b": NUMBER})}}),
        members({"a": {"type": "array", "items": members({"b": TEXT})}}), "type-changed", B, B,
    ),
    "a list of what was one": (NUMBER, {"type": "array", "items": NUMBER}, "type-changed", B, B),
    "null": (NUMBER, {"type": ["integer", "null"]}, "null-allowed", C, B),
    "null, written as an alternative": (NUMBER, {"oneOf": [NUMBER, {"type": "null"}]}, "null-allowed", C, B),
    "no null": ({"type": ["integer", "null"]}, NUMBER, "null-refused", B, C),
    "one value more": ({"type": "integer", "enum": [1]}, {"type": "integer", "enum": [1, 2]}, "enum-value-added", C, B),
    "one value less": ({"type": "integer", "enum": [1, 2]}, {"type": "integer", "enum": [1]}, "enum-value-removed", B, C),
    "another constant": ({"const": "a"}, {"const": "b"}, "enum-value-removed", B, C),
    "a value with another name": (
        {"type": "integer", "enum": [1], "x-enum-varnames": ["OPEN"]},
        {"type": "integer", "enum": [1], "x-enum-varnames": ["UNLOCKED"]}, "enum-value-renamed", P, P,
    ),
    "one value more of an open list": (open_list(1), open_list(1, 2), "known-value-added", C, C),
    "one value less of an open list": (open_list(1, 2), open_list(1), "known-value-removed", C, C),
    "a list that was open": (open_list(1), {"type": "integer", "enum": [1]}, "values-limited", B, C),
    "a list that is open now": ({"type": "integer", "enum": [1]}, open_list(1), "values-unlimited", C, B),
    "a list where there was none": (NUMBER, {"type": "integer", "enum": [1]}, "values-limited", B, C),
    "a lower maximum": ({**NUMBER, "maximum": 9}, {**NUMBER, "maximum": 5}, "limit-tightened", B, C),
    "a higher maximum": ({**NUMBER, "maximum": 5}, {**NUMBER, "maximum": 9}, "limit-loosened", C, B),
    "a new minimum": (NUMBER, {**NUMBER, "minimum": 0}, "limit-tightened", B, C),
    "no minimum": ({**NUMBER, "minimum": 0}, NUMBER, "limit-loosened", C, B),
    "a shorter text": ({**TEXT, "maxLength": 50}, {**TEXT, "maxLength": 20}, "limit-tightened", B, C),
    "a longer text": ({**TEXT, "minLength": 1}, {**TEXT, "minLength": 2}, "limit-tightened", B, C),
    "a longer list": (
        {"type": "array", "items": TEXT, "maxItems": 1}, {"type": "array", "items": TEXT, "maxItems": 2},
        "limit-loosened", C, B,
    ),
    "a list without repetitions": (
        {"type": "array", "items": TEXT}, {"type": "array", "items": TEXT, "uniqueItems": True}, "limit-tightened", B, C,
    ),
    "multiples of more": ({**NUMBER, "multipleOf": 2}, {**NUMBER, "multipleOf": 4}, "limit-tightened", B, C),
    "other multiples": ({**NUMBER, "multipleOf": 2}, {**NUMBER, "multipleOf": 3}, "limit-changed", B, B),
    "another format": ({**TEXT, "format": "date"}, {**TEXT, "format": "date-time"}, "format-changed", B, B),
    "a new format": (TEXT, {**TEXT, "format": "uuid"}, "limit-tightened", B, C),
    "no format": ({**TEXT, "format": "uuid"}, TEXT, "limit-loosened", C, B),
    "a wider format": ({**NUMBER, "format": "int32"}, {**NUMBER, "format": "int64"}, "limit-loosened", C, B),
    "a new pattern": (TEXT, {**TEXT, "pattern": "^a"}, "limit-tightened", B, C),
    "another pattern": ({**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^b"}, "pattern-changed", P, P),
    "one alternative more": (
        {"anyOf": [TEXT, members({"a": TEXT})]}, {"anyOf": [TEXT, members({"a": TEXT}), {"type": "boolean"}]},
        "alternative-added", C, B,
    ),
    "one alternative less": (
        {"anyOf": [TEXT, members({"a": TEXT}), {"type": "boolean"}]}, {"anyOf": [TEXT, members({"a": TEXT})]},
        "alternative-removed", B, C,
    ),
    "another alternative of which one must fit": (
        {"oneOf": [TEXT, {**NUMBER, "maximum": 5}]}, {"oneOf": [TEXT, {**NUMBER, "maximum": 9}]},
        "alternatives-changed", P, P,
    ),
    "a condition": (members({"a": TEXT}), {**members({"a": TEXT}), "allOf": [{"not": {"required": ["a"]}}]}, "condition-added", B, C),
    "a part that requires": (members({"a": TEXT}), {**members({"a": TEXT}), "allOf": [{"required": ["a"]}]}, "property-became-required", B, C),
    "nothing fits": (members({"a": TEXT}), members({"a": False}), "type-narrowed", B, C),
    "anything fits again": (members({"a": False}), members({"a": TEXT}), "type-widened", C, B),
    "no condition": (
        {**members({"a": TEXT}), "allOf": [{"not": {"required": ["a"]}}]}, members({"a": TEXT}), "condition-removed", C, B,
    ),
    "another condition": (
        {**members({"a": TEXT}), "allOf": [{"if": {"required": ["a"]}, "then": {"minProperties": 2}}]},
        {**members({"a": TEXT}), "allOf": [{"if": {"required": ["a"]}, "then": {"minProperties": 3}}]},
        "condition-changed", P, P,
    ),
    "another default": ({**NUMBER, "default": 1}, {**NUMBER, "default": 2}, "default-changed", P, C),
    "a keyword that no rule knows": (TEXT, {**TEXT, "contentEncoding": "base64"}, "schema-changed", P, P),
    "other words": ({**TEXT, "description": "a"}, {**TEXT, "description": "b"}, "documentation-changed", C, C),
    "another sample": ({**TEXT, "examples": ["a"]}, {**TEXT, "examples": ["b"]}, "example-changed", C, C),
    "an extension": ({**TEXT, "x-unit": "s"}, {**TEXT, "x-unit": "ms"}, "extension-changed", C, C),
    "a mark of deprecation": (TEXT, {**TEXT, "deprecated": True}, "deprecated", C, C),
    "no mark of deprecation": ({**TEXT, "deprecated": True}, TEXT, "undeprecated", C, C),
}  # fmt: skip

OPERATIONS: dict[str, tuple[Node, Node, str, str, str]] = {
    "a new operation": (
        document(), {**document(), "paths": {**document()["paths"], "/gates": {"get": {"responses": {}}}}},
        "operation-added", C, C,
    ),
    "an operation less": (
        {**document(), "paths": {**document()["paths"], "/gates": {"get": {"responses": {}}}}}, document(),
        "operation-removed", B, C,
    ),
    "another path": (document(), document(path="/my/locks"), "operation-moved", B, C),
    "another method": (document(), document(method="post"), "operation-moved", B, C),
    "another path by the same page": (
        document({"operationId": "a", "x-source": "endpoints/lock.rst:4"}),
        document({"operationId": "b", "x-source": "endpoints/lock.rst:9"}, path="/keys"), "operation-moved", B, C,
    ),
    "another name in the path": (
        document(
            {"parameters": [{"name": "id", "in": "path", "required": True, "schema": NUMBER}]}, path="/locks/{id}"
        ),
        document(
            {"parameters": [{"name": "lockId", "in": "path", "required": True, "schema": NUMBER}]}, path="/locks/{lockId}"
        ),
        "path-parameter-renamed", P, C,
    ),
    "another id": (document(), document({"operationId": "get_locks"}), "operation-id-changed", P, C),
    "another tag": (document({"tags": ["Lock"]}), document({"tags": ["Gate"]}), "operation-tag-changed", P, C),
    "a deprecated operation": (document(), document({"deprecated": True}), "deprecated", C, C),
    "something else": (document(), document({"servers": [{"url": "https://b.example"}]}), "operation-changed", P, P),
    "a callback": (document(), document(_callback(TEXT)), "webhook-added", C, C),
    "no callback": (document(_callback(TEXT)), document(), "webhook-removed", C, B),
    "another callback": (document(_callback(TEXT)), document(_callback(NUMBER)), "type-changed", C, B),
    "a read-only member is required": (_user(), _user({"at": {**TEXT, "readOnly": True}}), "property-added-required", C, C),
    "a written-only member is gone": (_user({"pin": {**TEXT, "writeOnly": True}}), _user(), "property-removed-required", P, C),
    "a read-only member of another type": (
        _user({"at": {**TEXT, "readOnly": True}}), _user({"at": {**NUMBER, "readOnly": True}}), "type-changed", C, B,
    ),
    "a subtype has another member": (_pets({"a": TEXT}), _pets({"a": NUMBER}), "type-changed", C, B),
    "one more subtype": (_pets({"a": TEXT}), _pets({"a": TEXT}, Cat={}), "alternative-added", C, B),
    "paths that the server had": (
        document(path="/api/v1/locks"),
        document(answer(TEXT), servers=[{"url": "https://a.example/api/v1"}]), "answer-body-added", C, C,
    ),
    "another rate limit": (
        document({"x-rate-limit": {"requests": 9}}), document({"x-rate-limit": {"requests": 5}}), "rate-limit-changed", P, C,
    ),
    "a new parameter": (document(), document({"parameters": [parameter()]}), "parameter-added", C, C),
    "a new required parameter": (
        document(), document({"parameters": [parameter(required=True)]}), "parameter-added-required", B, C,
    ),
    "a parameter less": (document({"parameters": [parameter()]}), document(), "parameter-removed", P, C),
    "a parameter with another name": (
        document({"parameters": [parameter("fromDate")]}), document({"parameters": [parameter("dateFrom")]}),
        "parameter-renamed", B, C,
    ),
    "a parameter elsewhere": (
        document({"parameters": [parameter()]}), document({"parameters": [{**parameter(), "in": "header"}]}),
        "parameter-moved", B, C,
    ),
    "a parameter that must be sent": (
        document({"parameters": [parameter()]}), document({"parameters": [parameter(required=True)]}),
        "parameter-became-required", B, C,
    ),
    "a parameter that may be left out": (
        document({"parameters": [parameter(required=True)]}), document({"parameters": [parameter()]}),
        "parameter-became-optional", C, C,
    ),
    "a parameter written otherwise": (
        document({"parameters": [parameter()]}), document({"parameters": [parameter(explode=False)]}),
        "parameter-changed", P, C,
    ),
    "a parameter of another type": (
        document({"parameters": [parameter()]}), document({"parameters": [parameter(schema=NUMBER)]}), "type-changed", B, C,
    ),
    "a body": (document(), document(body(TEXT, required=False)), "body-added", C, C),
    "a required body": (document(), document(body(TEXT)), "body-added-required", B, C),
    "no body": (document(body(TEXT)), document(), "body-removed", P, C),
    "a body that must be sent": (
        document(body(TEXT, required=False)), document(body(TEXT)), "body-became-required", B, C,
    ),
    "a body that may be left out": (
        document(body(TEXT)), document(body(TEXT, required=False)), "body-became-optional", C, C,
    ),
    "a new status": (
        document(answer(TEXT)), document({"responses": {**answer(TEXT)["responses"], "202": {"description": "later"}}}),
        "status-added", C, P,
    ),
    "a status less": (
        document({"responses": {**answer(TEXT)["responses"], "202": {"description": "later"}}}), document(answer(TEXT)),
        "status-removed", C, B,
    ),
    "a new error": (
        document(answer(TEXT)), document({"responses": {**answer(TEXT)["responses"], "404": {"description": "none"}}}),
        "error-status-added", C, C,
    ),
    "an error less": (
        document({"responses": {**answer(TEXT)["responses"], "404": {"description": "none"}}}), document(answer(TEXT)),
        "error-status-removed", C, C,
    ),
    "an answer with a body": (document(), document(answer(TEXT)), "answer-body-added", C, C),
    "an answer without a body": (document(answer(TEXT)), document(), "answer-body-removed", C, B),
    "lesser scopes": (
        document({"security": [{"key": ["a", "b"]}]}), document({"security": [{"key": ["a"]}]}), "security-relaxed", C, C,
    ),
    "one more way in": (
        document({"security": [{"key": []}]}), document({"security": [{"key": []}, {"oauth": []}]}), "security-relaxed", C, C,
    ),
    "one way in less": (
        document({"security": [{"key": []}, {"oauth": []}]}), document({"security": [{"key": []}]}),
        "security-tightened", B, C,
    ),
    "a further scope": (
        document({"security": [{"key": ["a"]}]}), document({"security": [{"key": ["a", "b"]}]}),
        "security-tightened", B, C,
    ),
    "credentials where none were needed": (document(), document({"security": [{"key": []}]}), "security-tightened", B, C),
}  # fmt: skip


def _media(kind: str, node: str) -> Node:
    content = {name: {"schema": TEXT} for name in ("application/json", "text/plain")[: 2 if kind == "two" else 1]}
    if node == "request":
        return document({"requestBody": {"required": True, "content": content}})
    return document({"responses": {"200": {"description": "fine", "content": content}}})


def _header(*, there: bool = True, required: bool = False) -> Node:
    headers = {"X-Left": {"schema": NUMBER, "required": required}} if there else {}
    return document({"responses": {"200": {"description": "fine", "headers": headers}}})


def _event(name: str = "rang", schema: Node | None = None, page: str = "webhooks/rang.rst:1") -> Node:
    event = {**body(schema or TEXT), "responses": {"2XX": {"description": "ok"}}, "x-source": page}
    return document(webhooks={name: {"post": event}})


def _components(name: str, schema: Node, *, use: str = "answer", source: str = "") -> Node:
    reference = {"$ref": f"#/components/schemas/{name}"}
    whole = {**schema, "x-source": source} if source else schema
    made = answer(reference) if use == "answer" else body(reference)
    return document(made, components={"schemas": {name: whole}})


def _schemes(**schemes: Node) -> Node:
    return document(components={"securitySchemes": schemes})


LOCK = members({"id": NUMBER, "name": TEXT}, "id")
KEY = {"type": "apiKey", "in": "header", "name": "Authorization"}
WHOLE: dict[str, tuple[Node, Node, str, str, str]] = {
    "a body in another form, too": (_media("one", "request"), _media("two", "request"), "request-media-type-added", C, C),
    "a body in one form less": (_media("two", "request"), _media("one", "request"), "request-media-type-removed", B, C),
    "an answer in another form, too": (_media("one", ""), _media("two", ""), "answer-media-type-added", C, P),
    "an answer in one form less": (_media("two", ""), _media("one", ""), "answer-media-type-removed", C, B),
    "a new header": (_header(there=False), _header(), "header-added", C, C),
    "a header less": (_header(), _header(there=False), "header-removed", C, P),
    "a header less that was always there": (
        _header(required=True), _header(there=False), "header-removed-required", C, B,
    ),
    "a header that may be missing": (_header(required=True), _header(), "header-became-optional", C, B),
    "a header that is always there": (_header(), _header(required=True), "header-became-required", C, C),
    "links of an answer": (
        document(), document({"responses": {"200": {"description": "fine", "links": {"a": {}}}}}), "link-changed", C, C,
    ),
    "an extension of the specification for an answer": (
        document(), document({"responses": {"200": {"description": "fine", "pages": 3}}}), "answer-changed", C, P,
    ),
    "a new event": (document(), _event(), "webhook-added", C, C),
    "an event less": (_event(), document(), "webhook-removed", C, B),
    "an event with another name": (_event(), _event("bell-rang"), "webhook-renamed", C, B),
    "an event with another body": (_event(), _event(schema=NUMBER), "type-changed", C, B),
    "a component with another name": (
        _components("Lock", LOCK), _components("LockDetails", LOCK), "component-renamed", C, P,
    ),
    "a component by the same page": (
        _components("Lock", LOCK, source="a.rst:1"), _components("Door", LOCK, source="a.rst:7"), "component-renamed", C, P,
    ),
    "a component of the same shape": (
        document(answer({"$ref": "#/components/schemas/A"}), components={"schemas": {"A": LOCK, "B": LOCK}}),
        document(answer({"$ref": "#/components/schemas/B"}), components={"schemas": {"A": LOCK, "B": LOCK}}),
        "component-switched", C, P,
    ),
    "a new component": (document(), document(components={"schemas": {"A": LOCK}}), "component-added", C, C),
    "a component less": (
        _components("A", LOCK), document(answer(LOCK)), "component-removed", C, P,
    ),
    "a component that is answered": (
        _components("A", LOCK), _components("A", members({"id": NUMBER}, "id")), "property-removed", C, P,
    ),
    "a component that is sent": (
        _components("A", LOCK, use="body"), _components("A", members(LOCK["properties"], "id", "name"), use="body"),
        "property-became-required", B, C,
    ),
    "a new scheme": (_schemes(), _schemes(key=KEY), "security-scheme-added", C, C),
    "a scheme less": (_schemes(key=KEY), _schemes(), "security-scheme-removed", P, C),
    "a scheme of another name": (_schemes(key=KEY), _schemes(token=KEY), "security-scheme-renamed", C, C),
    "another header for the key": (
        _schemes(key=KEY), _schemes(key={**KEY, "name": "X-Key"}), "security-scheme-changed", P, C,
    ),
    "a new address": (
        document(servers=[{"url": "https://a.example"}]),
        document(servers=[{"url": "https://a.example"}, {"url": "https://b.example"}]), "server-added", C, C,
    ),
    "another address": (
        document(servers=[{"url": "https://a.example/v1"}]), document(servers=[{"url": "https://a.example/v2"}]),
        "server-removed", P, C,
    ),
    "an address described otherwise": (
        document(servers=[{"url": "https://a.example"}]),
        document(servers=[{"url": "https://a.example", "description": "production"}]), "server-changed", C, C,
    ),
    "another version": (
        document(), {**document(), "info": {"title": "Locks", "version": "2"}}, "api-version-changed", C, C,
    ),
    "another dialect": (document(), document(jsonSchemaDialect="https://example"), "document-changed", P, P),
}  # fmt: skip


def pairs() -> Iterator[Pair]:
    """Yield every pair: schemas as what is sent and as what is answered, then the rest."""
    for name, (old, new, rule, callers, readers) in SCHEMAS.items():
        yield Pair(f"{name}, sent", document(body(old)), document(body(new)), rule, callers, C)
        yield Pair(f"{name}, answered", document(answer(old)), document(answer(new)), rule, C, readers)
    for name, (old, new, *judgement) in {**OPERATIONS, **WHOLE}.items():
        yield Pair(name, old, new, *judgement)
