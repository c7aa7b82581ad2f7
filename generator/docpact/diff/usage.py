"""Which way the values of each component travel, and in which operations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docpact.diff.findings import Node
from docpact.diff.types import Use
from docpact.diff.views import PREFIX, resolve, view_schema

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(slots=True)
class Usage:
    """Where one component is used."""

    use: Use = Use.NONE
    operations: list[str] = field(default_factory=list)


def read_operations(document: Node) -> dict[tuple[str, str], Node]:
    """Return (method, path) → operation, with the parameters that its path shares among its own."""
    found: dict[tuple[str, str], Node] = {}
    for path, written in (document.get("paths") or {}).items():
        path_item, _ = resolve(written, document)
        for method in METHODS:
            if isinstance(path_item, Mapping) and isinstance(path_item.get(method), Mapping):
                operation = path_item[method]
                shared = path_item.get("parameters")
                own = operation.get("parameters") or []
                found[method.upper(), path] = {**operation, "parameters": [*shared, *own]} if shared else operation
    return found


def read_usage(document: Node) -> dict[str, Usage]:
    """Return component → where it is used, directly or not."""
    schemas: Node = (document.get("components") or {}).get("schemas") or {}
    inside = {name: list(_references(schema, document)) for name, schema in schemas.items()}
    found: dict[str, Usage] = defaultdict(Usage)
    for title, use, schema in _roots(document):
        seen: set[tuple[str, bool]] = set()
        todo = list(_references(schema, document))
        while todo:
            name, listed = todo.pop()
            if (name, listed) in seen:
                continue
            seen.add((name, listed))
            usage = found[name]
            # A list that lets other values through binds nobody: what is added to it breaks no reader.
            usage.use |= Use.NONE if listed else use
            if not usage.operations or usage.operations[-1] != title:
                usage.operations.append(title)
            todo += inside.get(name, [])
    return found


def _roots(document: Node) -> Iterator[tuple[str, Use, Any]]:
    """Yield the schemas of everything that is sent or answered, with the operation's or webhook's name."""
    for (method, path), operation in read_operations(document).items():
        yield from _operation_roots(f"{method} {path}", operation, document, Use.SENT, Use.ANSWERED)
    for name, item in (document.get("webhooks") or {}).items():
        for method in METHODS:
            if isinstance(item, Mapping) and isinstance(item.get(method), Mapping):
                # The API calls, whoever listens reads.
                yield from _operation_roots(f"webhook {name}", item[method], document, Use.ANSWERED, Use.SENT)


def _operation_roots(
    title: str, operation: Node, document: Node, sent: Use, answered: Use
) -> Iterator[tuple[str, Use, Any]]:
    for written in operation.get("parameters") or []:
        parameter, _ = resolve(written, document)
        yield title, sent, parameter.get("schema", {})
        yield from ((title, sent, media.get("schema", {})) for media in (parameter.get("content") or {}).values())
    body, _ = resolve(operation.get("requestBody") or {}, document)
    yield from ((title, sent, media.get("schema", {})) for media in (body.get("content") or {}).values())
    for written in (operation.get("responses") or {}).values():
        response, _ = resolve(written, document)
        yield from ((title, answered, media.get("schema", {})) for media in (response.get("content") or {}).values())
        for header in (response.get("headers") or {}).values():
            yield title, answered, resolve(header, document)[0].get("schema", {})


def _references(node: Any, document: Node) -> Iterator[tuple[str, bool]]:  # noqa: ANN401 - any JSON value.
    """Yield the components that a schema refers to, each with whether it is a list that lets other values through."""
    if isinstance(node, list):
        for entry in node:
            yield from _references(entry, document)
    elif isinstance(node, Mapping):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith(PREFIX):
            yield reference.removeprefix(PREFIX), False
        if "anyOf" in node and (view := view_schema(node, document)).open and view.values_component:
            yield view.values_component, True
            return
        for key, value in node.items():
            if key not in {"example", "examples", "default", "enum", "const"}:
                yield from _references(value, document)
