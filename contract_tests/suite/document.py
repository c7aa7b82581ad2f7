"""The OpenAPI document as the tests read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import yaml

from suite.options import SuiteError

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
KEY = "id"
PLACEHOLDER = re.compile(r"\{([^}]+)\}")
FIRST_FAILURE = 400
ENVELOPE = frozenset({"success", "statusCode"})
AROUND = ENVELOPE | {"errorMessages"}
"""The members of an envelope beside what it holds."""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A sample of the documentation."""

    name: str
    value: Any
    source: str
    """`file:line`; empty where the document doesn't say."""


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

    @property
    def source(self) -> str:
        """Return the `file:line` of the documentation that describes it; empty where the document doesn't say."""
        return str(self.definition.get("x-source", ""))

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Return the names in the braces of its path, in order."""
        return tuple(PLACEHOLDER.findall(self.path))

    def fill(self, binding: Mapping[str, object]) -> str:
        """Return the path with those values for its placeholders; raises `KeyError` for one that has none."""
        return PLACEHOLDER.sub(lambda name: quote(str(binding[name[1]]), safe=""), self.path)

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

    def __init__(self, raw: dict[str, Any], published: dict[str, Any] | None = None) -> None:
        self.raw = raw
        self.published = Document(published) if published is not None else self
        """The document as it is given to others, whose enums may be open."""

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
    def knows_refusals(self) -> bool:
        """Whether any operation documents what is answered to a request that is refused."""
        return any(
            code == "default" or code.startswith("4")
            for operation in self.operations
            for code in operation.definition.get("responses", {})
        )

    def find(self, label: str) -> Operation | None:
        """Return the operation with that label."""
        return self._by_label.get(label)

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

    def parameters(self, operation: Operation, location: str) -> dict[str, dict[str, Any]]:
        """Return the operation's parameters in that location by their names, those of its path included."""
        shared = self.raw["paths"][operation.path].get("parameters", ())
        found = [self.resolve(p) for p in (*shared, *operation.definition.get("parameters", ()))]
        return {p["name"]: p for p in found if p.get("in") == location}

    def security(self, operation: Operation) -> tuple[dict[str, list[str]], ...]:
        """Return the alternatives of credentials, each scheme → scopes; empty where none are asked for."""
        return tuple(operation.definition.get("security", self.raw.get("security", ())))

    def scopes(self, operation: Operation) -> frozenset[str]:
        """Return the scopes of which one is enough; empty where some credentials without a scope are."""
        found = [scopes for needed in self.security(operation) for scopes in needed.values()]
        return frozenset(s for scopes in found for s in scopes) if found and all(found) else frozenset()

    def body_media(self, operation: Operation) -> dict[str, Any]:
        """Return the JSON media type of the body that is sent; empty for none."""
        return _json_media(self.resolve(operation.definition.get("requestBody", {})))

    def body_schema(self, operation: Operation) -> Any:  # noqa: ANN401
        """Return the schema of the JSON body that is sent; empty for none."""
        return self.body_media(operation).get("schema", {})

    def body_samples(self, operation: Operation) -> tuple[Sample, ...]:
        """Return the documentation's samples of the body."""
        return self._samples(self.body_media(operation))

    def answer(self, operation: Operation, status: int) -> dict[str, Any] | None:
        """Return what the document says of an answer with that status; None where it says nothing."""
        responses = operation.definition.get("responses", {})
        ranged = responses.get(f"{status // 100}XX", responses.get("default"))
        found: dict[str, Any] | None = self.resolve(responses.get(str(status), ranged))
        return found

    def answer_samples(self, operation: Operation) -> tuple[tuple[int, Sample], ...]:
        """Return the documentation's samples of answers, each with its status."""
        codes = [int(code) for code in operation.definition.get("responses", {}) if code.isdigit()]
        return tuple((c, s) for c in codes for s in self._samples(_json_media(self.answer(operation, c) or {})))

    def answer_schema(self, label: str, status: int) -> Any:  # noqa: ANN401
        """Return the schema of the JSON body of an answer with that status; empty for none."""
        operation = self.find(label)
        return _json_media((operation and self.answer(operation, status)) or {}).get("schema", {})

    def payload_schema(self, operation: Operation) -> Any:  # noqa: ANN401
        """Return the schema of what its success holds, out of the envelope; empty for nothing."""
        codes = [int(c) for c in operation.definition.get("responses", {}) if c.isdigit() and int(c) < FIRST_FAILURE]
        schema = self.answer_schema(operation.label, min(codes, default=200))
        members = self.properties(schema)
        if set(members) >= ENVELOPE:
            return next((self.resolve(part) for name, part in members.items() if name not in AROUND), {})
        return self.resolve(schema)

    def _samples(self, media: Mapping[str, Any]) -> tuple[Sample, ...]:
        found = media.get("examples", {}).items()
        named = [(name, self.resolve(sample)) for name, sample in found]
        alone = [("example", {"value": media["example"]})] if "example" in media else []
        return tuple(
            Sample(name=name, value=sample.get("value"), source=str(sample.get("x-source", "")))
            for name, sample in [*named, *alone]
        )


def load_document(path: Path) -> Document:
    """Return the document; raises `SuiteError` for what is none."""
    try:
        raw = yaml.load(path.read_text("utf-8"), Loader=LOADER)  # noqa: S506 - a safe one, written in C where there is one.
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SuiteError(f"{path}: cannot be read: {str(error).splitlines()[0]} (make it anew)") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("paths"), dict):
        raise SuiteError(f"{path}: is no OpenAPI document (it has no paths)")
    return Document(close_enums(raw), raw)


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


def _json_media(content_holder: Mapping[str, Any]) -> dict[str, Any]:
    found = content_holder.get("content", {}).items()
    return next((media for kind, media in found if "json" in kind), {})


def _mapping(node: object) -> Mapping[str, Any]:
    return node if isinstance(node, dict) else {}


def unwrap(value: Any) -> Any:  # noqa: ANN401
    """Return what an envelope holds; a value without one is returned as it is."""
    if isinstance(value, dict) and set(value) >= ENVELOPE:
        return next((v for k, v in value.items() if k not in AROUND), None)
    return value
