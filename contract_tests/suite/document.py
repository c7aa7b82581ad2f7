"""The OpenAPI document as the tests read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from suite.options import SuiteError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
KEY = "id"


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One method of one path."""

    method: str
    """Upper case."""
    path: str
    definition: Mapping[str, Any]

    @property
    def label(self) -> str:
        """Return `GET /my/lock`, as schemathesis names it."""
        return f"{self.method} {self.path}"

    @property
    def safety(self) -> str:
        """Return `read`, `write` or `physical`, as the document marks it, else by the method."""
        marked = self.definition.get("x-safety")
        return str(marked) if marked in {"read", "write", "physical"} else self._by_method

    @property
    def _by_method(self) -> str:
        return "read" if self.method in READ_METHODS else "write"

    @property
    def interval(self) -> float:
        """Return the seconds that the document wants between two calls."""
        return float(self.definition.get("x-rate-limit", {}).get("min-interval-seconds", 0))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Match the paths that are this operation's, with a group for each placeholder."""
        return re.compile(re.sub(r"\\\{.+?\\\}", "([^/]+)", re.escape(self.path)))

    def ids(self, path: str) -> tuple[str, ...] | None:
        """Return what stands in a path for its placeholders; None for a path that isn't this operation's."""
        match = self.pattern.fullmatch(path)
        return tuple(unquote(text) for text in match.groups()) if match else None


class Document:
    """A document, its references and operations at hand."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """All operations, in the document's order."""
        return tuple(
            Operation(method=method.upper(), path=path, definition=path_item[method])
            for path, path_item in self.raw["paths"].items()
            for method in METHODS
            if method in path_item
        )

    def find(self, label: str) -> Operation | None:
        """Return the operation with that label."""
        return next((operation for operation in self.operations if operation.label == label), None)

    def resolve(self, node: Any) -> Any:  # noqa: ANN401 - any JSON value.
        """Return what a `$ref` leads to."""
        seen: set[str] = set()
        while isinstance(node, dict) and "$ref" in node and node["$ref"] not in seen:
            seen.add(node["$ref"])
            target: Any = self.raw
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(target, dict) else {}
            node = target
        return node

    def properties(self, schema: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return the members of an object schema, those of its parts too."""
        schema = self.resolve(schema)
        if not isinstance(schema, dict):
            return {}
        found = dict(schema.get("properties", {}))
        for part in (*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
            found = {**self.properties(part), **found}
        return found

    def body_schema(self, operation: Operation) -> Any:  # noqa: ANN401
        """Return the schema of the JSON body that is sent; empty for none."""
        body = self.resolve(operation.definition.get("requestBody", {}))
        return next((m.get("schema", {}) for kind, m in body.get("content", {}).items() if "json" in kind), {})

    def answer_schema(self, label: str, status: int) -> Any:  # noqa: ANN401
        """Return the schema of the JSON body of an answer with that status; empty for none."""
        operation = self.find(label)
        responses = operation.definition.get("responses", {}) if operation else {}
        ranged = responses.get(f"{status // 100}XX", responses.get("default", {}))
        response = self.resolve(responses.get(str(status), ranged))
        return next((m.get("schema", {}) for kind, m in response.get("content", {}).items() if "json" in kind), {})


def load_document(path: Path) -> Document:
    """Return the document; raises `SuiteError` for what is none."""
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SuiteError(f"{path}: cannot be read: {str(error).splitlines()[0]} (make it anew)") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("paths"), dict):
        raise SuiteError(f"{path}: is no OpenAPI document (it has no paths)")
    return Document(close_enums(raw))


def close_enums(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of the document in which enums hold documented values only.

    A document that clients are made from leaves enums of answers open (`anyOf` of the enum and its plain type), so
    that a value that is new to it breaks nobody. A contract test wants to know of it.
    """
    document = Document(raw)

    def close(node: Any) -> Any:  # noqa: ANN401
        if isinstance(node, list):
            return [close(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        copied = {key: close(value) for key, value in node.items()}
        parts = copied.get("anyOf")
        if isinstance(parts, list) and any("enum" in _mapping(document.resolve(part)) for part in parts):
            copied["anyOf"] = [part for part in parts if not _is_open(part)]
        return copied

    closed: dict[str, Any] = close(raw)
    return closed


def _is_open(part: object) -> bool:
    """Tell whether a schema accepts every text or number."""
    return set(_mapping(part)) <= {"type", "format"} and _mapping(part).get("type") in {"integer", "number", "string"}


def _mapping(node: object) -> Mapping[str, Any]:
    return node if isinstance(node, dict) else {}


def unwrap(value: Any) -> Any:  # noqa: ANN401
    """Return what an envelope holds; a value without one is returned as it is."""
    if isinstance(value, dict) and {"success", "statusCode"} <= set(value):
        return next((v for k, v in value.items() if k not in {"success", "statusCode", "errorMessages"}), None)
    return value
