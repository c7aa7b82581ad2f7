"""A document, indexed for answering requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path."""

    method: str
    """Upper case."""
    path: str
    pattern: re.Pattern[str]
    definition: Mapping[str, Any]
    parameters: tuple[Mapping[str, Any], ...]

    @property
    def signature(self) -> str:
        """Return `GET /my/lock`."""
        return f"{self.method} {self.path}"

    @property
    def success(self) -> int:
        """Return the lowest status that is no failure; 200 where none is documented."""
        codes = [int(code) for code in self.definition.get("responses", {}) if code.isdigit()]
        return min((code for code in codes if 200 <= code < 400), default=200)  # noqa: PLR2004 - RFC 9110's classes.


@dataclass(slots=True)
class Document:
    """An OpenAPI document with its references and operations at hand."""

    raw: Mapping[str, Any]
    operations: tuple[Operation, ...] = field(init=False)
    """Those without placeholders first, so that `/my/lock/sync` isn't taken for `/my/lock/{id}`."""
    _by_length: dict[int, list[Operation]] = field(init=False)
    """By the number of slashes in their path, so that a request is held against few patterns."""

    _properties: dict[int, tuple[Any, dict[str, Any]]] = field(default_factory=dict)
    """By the identity of a schema, which is kept beside, so that no other can have it."""
    _types: dict[int, tuple[Any, frozenset[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = list(self._operations())
        self.operations = tuple(sorted(found, key=lambda operation: (operation.path.count("{"), operation.path)))
        self._by_length = {}
        for operation in self.operations:
            self._by_length.setdefault(operation.path.count("/"), []).append(operation)

    def find(self, path: str) -> list[tuple[Operation, re.Match[str]]]:
        """Return the operations at a path, which is the most literal one that fits; those of one shape are others."""
        near = self._by_length.get(path.count("/"), ())
        matches = [(operation, match) for operation in near if (match := operation.pattern.fullmatch(path))]
        return [(operation, match) for operation, match in matches if operation.path == matches[0][0].path]

    def operation(self, name: str) -> Operation | None:
        """Return the operation with that operationId or signature; None where there is none."""
        return next((o for o in self.operations if name in {o.definition.get("operationId"), o.signature}), None)

    @property
    def base_path(self) -> str:
        """Return the path before all operations, from the first server: `/api/v37`."""
        servers = self.raw.get("servers") or [{"url": ""}]
        return urlsplit(str(servers[0].get("url", ""))).path.rstrip("/")

    def resolve(self, node: Any) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what a `$ref` leads to, through several; a node without one is returned as it is."""
        seen: set[str] = set()
        while isinstance(node, Mapping) and isinstance(node.get("$ref"), str) and node["$ref"] not in seen:
            seen.add(node["$ref"])
            target: Any = self.raw
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = (
                    target.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(target, Mapping) else {}
                )
            node = target
        return node

    def properties(self, schema: Any) -> Mapping[str, Any]:  # noqa: ANN401
        """Return the members of an object schema, those of its parts and alternatives too."""
        if not isinstance(schema, Mapping) or not schema:
            return {}
        known = self._properties.get(id(schema))
        if known is None:
            known = self._properties[id(schema)] = (schema, self._find_properties(schema))
        return known[1]

    def _find_properties(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401
        schema = self.resolve(schema)
        if not isinstance(schema, Mapping):
            return {}
        found = dict(schema.get("properties", {}))
        for keyword in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(keyword, ()):
                found = {**self.properties(part), **found}
        return found

    def items(self, schema: Any) -> Any:  # noqa: ANN401
        """Return the schema of an array's elements; None for what is no array."""
        schema = self.resolve(schema)
        return schema.get("items") if isinstance(schema, Mapping) else None

    def types(self, schema: Any) -> frozenset[str]:  # noqa: ANN401
        """Return the JSON types that the schema names, in its alternatives too."""
        if not isinstance(schema, Mapping) or not schema:
            return frozenset()
        known = self._types.get(id(schema))
        if known is None:
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

    def media(self, operation: Operation, status: int) -> Mapping[str, Any] | None:
        """Return the JSON media type of a response; None where it has no body."""
        responses = operation.definition.get("responses", {})
        response = self.resolve(responses.get(str(status), responses.get("default", {})))
        return next((media for kind, media in response.get("content", {}).items() if "json" in kind), None)

    def answer_schema(self, operation: Operation, status: int) -> tuple[Any, str]:
        """Return the schema of a response's payload and the envelope's member that holds it, empty without one."""
        media = self.media(operation, status)
        schema = media.get("schema", {}) if media else None
        members = self.properties(schema)
        if {"success", "statusCode"} <= set(members):
            held = next((name for name in members if name not in {"success", "statusCode", "errorMessages"}), "result")
            return members.get(held), held
        return schema, ""

    def _operations(self) -> Iterator[Operation]:
        for path, item in self.raw.get("paths", {}).items():
            pattern = re.compile(re.sub(r"\\\{(.+?)\\\}", r"([^/]+)", re.escape(path)))
            for method in METHODS:
                if method in item:
                    given = [*item.get("parameters", ()), *item[method].get("parameters", ())]
                    yield Operation(
                        method=method.upper(), path=path, pattern=pattern, definition=item[method],
                        parameters=tuple(self.resolve(parameter) for parameter in given),
                    )  # fmt: skip
