"""The OpenAPI document as the tests read it: operations, parameters, schemas, samples, references resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote, unquote

from contract_suite.components import Components
from contract_suite.envelope import FIRST_FAILURE, Conventions, Envelope, read_conventions, read_envelope
from contract_suite.errors import SuiteError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
KEY = "id"
UNDONE_BY = "x-undone-by"
"""The extension of an operation that names the operation which takes its effect back."""
PLACEHOLDER = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A sample of the documentation: the body of a request or of a response."""

    name: str
    value: Any
    source: str
    """`file:line`; empty where the document doesn't say."""


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One method of one path template."""

    method: str
    """Upper case."""
    path: str
    """The path template: `/thing/{id}`."""
    definition: Mapping[str, Any]
    """The operation object of the document."""

    @property
    def label(self) -> str:
        """Return `GET /thing/{id}`, the name that schemathesis gives it."""
        return f"{self.method} {self.path}"

    @property
    def safety(self) -> str:
        """Return `read`, `write` or `physical`: what `x-safety` says, else what the method does."""
        marked = self.definition.get("x-safety")
        if marked in {"read", "write", "physical"}:
            return str(marked)
        return "read" if self.method in READ_METHODS else "write"

    @property
    def operation_id(self) -> str:
        """Return its `operationId`; empty where the document gives it none."""
        return str(self.definition.get("operationId", ""))

    @property
    def interval(self) -> float:
        """Return the least seconds between two requests that the document asks for; 0 for no such limit."""
        return float(self.definition.get("x-rate-limit", {}).get("min-interval-seconds", 0))

    @property
    def source(self) -> str:
        """Return the `file:line` of the documentation that describes it; empty where the document doesn't say."""
        return str(self.definition.get("x-source", ""))

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Return the names in the braces of its path template, in order."""
        return tuple(PLACEHOLDER.findall(self.path))

    def fill(self, binding: Mapping[str, object]) -> str:
        """Return the path with those values for its placeholders; raises `KeyError` for one that has none."""
        return PLACEHOLDER.sub(lambda name: quote(str(binding[name[1]]), safe=""), self.address)

    @property
    def address(self) -> str:
        """Return the path template as requests carry it: some documents tell operations apart by a fragment."""
        return self.path.partition("#")[0]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Match the paths that fit the template, with a group for each placeholder."""
        return re.compile(re.sub(r"\\\{.+?\\\}", "([^/]+)", re.escape(self.address)))

    def parse_ids(self, path: str) -> tuple[str, ...] | None:
        """Return the values of the placeholders in a path; None for a path that doesn't fit the template."""
        match = self.pattern.fullmatch(path)
        return tuple(unquote(text) for text in match.groups()) if match else None


class Document:
    """An OpenAPI document."""

    def __init__(self, raw: dict[str, Any], published: dict[str, Any] | None = None) -> None:
        self.raw = raw
        self.published = Document(published) if published is not None else self
        """The document as other programs get it: its enums may be open."""

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """All operations, in the document's order."""
        return tuple(
            Operation(method=method.upper(), path=path, definition=path_item[method])
            for path, path_item in self.raw["paths"].items()
            for method in METHODS
            if method in path_item
        )

    @cached_property
    def _by_label(self) -> dict[str, Operation]:
        return {operation.label: operation for operation in self.operations}

    @cached_property
    def envelope(self) -> Envelope | None:
        """The envelope of responses, None for none. Raises `SuiteError` where `x-envelope` is malformed."""
        plain = read_envelope(self.raw)
        if plain is None:
            return None
        schemas = (self.properties(schema) for schema in self._response_schemas())
        wrapped = (properties for properties in schemas if plain.wraps(properties) and plain.messages in properties)
        types = next((self.json_types(properties[plain.messages]) for properties in wrapped), frozenset[str]())
        return read_envelope(self.raw, types)

    @cached_property
    def conventions(self) -> Conventions:
        """The conventions of the API. Raises `SuiteError` where `x-conventions` is malformed."""
        return read_conventions(self.raw)

    @cached_property
    def documents_rejections(self) -> bool:
        """Whether any operation documents a response to a rejected request."""
        return any(
            code == "default" or code.startswith("4")
            for operation in self.operations
            for code in operation.definition.get("responses", {})
        )

    def find(self, label: str) -> Operation | None:
        """Return the operation with that label."""
        return self._by_label.get(label)

    @cached_property
    def indistinct(self) -> frozenset[str]:
        """The labels of operations that no server tells from another: they differ in the fragments of their paths only.

        Where one of them has no fragment, it is the one that a server implements.
        """
        alike: dict[tuple[str, str], list[Operation]] = defaultdict(list)
        for operation in self.operations:
            alike[operation.method, PLACEHOLDER.sub("{}", operation.address)].append(operation)
        return frozenset(
            operation.label
            for group in alike.values()
            for operation in group
            if len(group) > 1 and operation.address != operation.path
        )

    @cached_property
    def partners(self) -> Mapping[str, Operation]:
        """Label of an operation → the one that undoes it, as `x-undone-by` says: by its label or its `operationId`.

        Two operations that change something undo each other; what deletes isn't undone by what creates. Raises
        `SuiteError` for a name that no operation has.
        """
        found: dict[str, Operation] = {}
        for operation in self.operations:
            name = operation.definition.get(UNDONE_BY)
            if name is None:
                continue
            partner = self.find_named(str(name))
            if partner is None:
                raise SuiteError(f"{UNDONE_BY} of {operation.label}: no operation is called {name!r}")
            found[operation.label] = partner
            if partner.method != "DELETE":
                found.setdefault(partner.label, operation)
        return found

    def find_named(self, name: str) -> Operation | None:
        """Return the operation with that label or that `operationId`."""
        return self.find(name) or next((o for o in self.operations if name and o.operation_id == name), None)

    def resolve(self, node: Any) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what a `$ref` refers to; a node without one as it is."""
        seen: set[str] = set()
        while isinstance(node, dict) and "$ref" in node and node["$ref"] not in seen:
            seen.add(node["$ref"])
            target: Any = self.raw
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(target, dict) else {}
            node = target
        return node

    def with_components(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return the schema with the components that it refers to, directly or not, and no others.

        A validator keeps all that its schema holds: with all components in each, memory would grow with operations
        times components.
        """
        return {**schema, "components": self._components.reach(schema)}

    @cached_property
    def _components(self) -> Components:
        return Components(self.raw.get("components", {}))

    def properties(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return the properties of an object schema, with those of its `allOf`, `anyOf` and `oneOf`."""
        schema = self.resolve(schema)
        if not isinstance(schema, dict):
            return {}
        found = dict(schema.get("properties", {}))
        for part in (*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
            found = {**self.properties(part), **found}
        return found

    def json_types(self, schema: Any) -> frozenset[str]:  # noqa: ANN401
        """Return the JSON types that a schema names, with those of its alternatives; empty where it names none."""
        schema = self.resolve(schema)
        if not isinstance(schema, dict):
            return frozenset()
        types = schema.get("type", ())
        parts = (*schema.get("anyOf", ()), *schema.get("oneOf", ()))
        return frozenset([types] if isinstance(types, str) else types).union(*map(self.json_types, parts))

    def parameters(self, operation: Operation, location: str) -> dict[str, dict[str, Any]]:
        """Return the operation's parameters in that location by their names, with those of its path item."""
        shared = self.raw["paths"][operation.path].get("parameters", ())
        found = [self.resolve(p) for p in (*shared, *operation.definition.get("parameters", ()))]
        return {p["name"]: p for p in found if p.get("in") == location}

    def security(self, operation: Operation) -> tuple[dict[str, list[str]], ...]:
        """Return the alternative security requirements, each scheme → scopes; empty where no credentials are needed."""
        alternatives = tuple(operation.definition.get("security", self.raw.get("security", ())))
        # An empty alternative lets everybody in.
        return alternatives if all(alternatives) else ()

    def scopes(self, operation: Operation) -> frozenset[str]:
        """Return the scopes that an operation asks for; empty where some credentials need no scope."""
        found = [scopes for needed in self.security(operation) for scopes in needed.values()]
        return frozenset(s for scopes in found for s in scopes) if found and all(found) else frozenset()

    def sufficient_scopes(self, operation: Operation) -> frozenset[str]:
        """Return the scopes each of which is enough by itself."""
        listed = [[s for scopes in needed.values() for s in scopes] for needed in self.security(operation)]
        return frozenset(scopes[0] for scopes in listed if len(scopes) == 1)

    def body_media(self, operation: Operation) -> dict[str, Any]:
        """Return the JSON media type object of the request body; empty without one."""
        return _json_media(self.resolve(operation.definition.get("requestBody", {})))

    def body_schema(self, operation: Operation) -> Any:  # noqa: ANN401
        """Return the schema of the JSON request body; empty without one."""
        return self.body_media(operation).get("schema", {})

    def body_samples(self, operation: Operation) -> tuple[Sample, ...]:
        """Return the documentation's samples of the request body."""
        return self._samples(self.body_media(operation))

    def response(self, operation: Operation, status: int) -> dict[str, Any] | None:
        """Return the response object for a status: by its code, range or `default`; None for an undocumented one."""
        responses = operation.definition.get("responses", {})
        ranged = responses.get(f"{status // 100}XX", responses.get("default"))
        found: dict[str, Any] | None = self.resolve(responses.get(str(status), ranged))
        return found

    def response_samples(self, operation: Operation) -> tuple[tuple[int, Sample], ...]:
        """Return the documentation's samples of responses, each with its status."""
        codes = [int(code) for code in operation.definition.get("responses", {}) if code.isdigit()]
        return tuple((c, s) for c in codes for s in self._samples(_json_media(self.response(operation, c) or {})))

    def response_schema(self, label: str, status: int) -> Any:  # noqa: ANN401
        """Return the schema of the JSON body of a response with that status; empty without one."""
        operation = self.find(label)
        return _json_media((operation and self.response(operation, status)) or {}).get("schema", {})

    def payload_schema(self, operation: Operation) -> Any:  # noqa: ANN401
        """Return the schema of a success's payload, without the envelope; empty without one."""
        codes = [int(c) for c in operation.definition.get("responses", {}) if c.isdigit() and int(c) < FIRST_FAILURE]
        schema = self.response_schema(operation.label, min(codes, default=200))
        properties = self.properties(schema)
        if self.envelope is not None and self.envelope.wraps(properties):
            return self.resolve(properties.get(self.envelope.payload, {}))
        return self.resolve(schema)

    def unwrap(self, body: Any) -> Any:  # noqa: ANN401
        """Return the payload of a response's body, without the envelope."""
        return body if self.envelope is None else self.envelope.unwrap(body)

    def _response_schemas(self) -> Iterator[Any]:
        for operation in self.operations:
            for response in operation.definition.get("responses", {}).values():
                yield _json_media(self.resolve(response)).get("schema", {})

    def _samples(self, media: Mapping[str, Any]) -> tuple[Sample, ...]:
        found = media.get("examples", {}).items()
        named = [(name, self.resolve(sample)) for name, sample in found]
        alone = [("example", {"value": media["example"]})] if "example" in media else []
        return tuple(
            Sample(name=name, value=sample.get("value"), source=str(sample.get("x-source", "")))
            for name, sample in [*named, *alone]
        )


def _json_media(holder: Mapping[str, Any]) -> dict[str, Any]:
    found = holder.get("content", {}).items()
    return next((media for kind, media in found if "json" in kind), {})
