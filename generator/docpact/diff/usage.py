"""Which way the values of each component travel, and in which operations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from docpact.diff.findings import Node
from docpact.diff.types import Use
from docpact.diff.views import PREFIX, resolve, view_schema
from docpact.document import has_flag

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
FLAGS: Mapping[str, Use] = {"readOnly": Use.SENT, "writeOnly": Use.ANSWERED}
"""Marks of a member → the way that its values don't travel."""
EVERY = Use.SENT | Use.ANSWERED
Reference: TypeAlias = tuple[str, bool, Use]
"""A component, whether its own changes are judged where it is used, and the ways that its values may travel."""


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
        methods = {**path_item, **(path_item.get("additionalOperations") or {})} if path_item else {}
        for method in (*METHODS, *(path_item.get("additionalOperations") or {})):
            if isinstance(methods.get(method), Mapping):
                operation = methods[method]
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
        seen: set[Reference] = set()
        todo = [(name, quiet, use & ways) for name, quiet, ways in _references(schema, document)]
        while todo:
            reference = name, quiet, ways = todo.pop()
            if reference in seen:
                continue
            seen.add(reference)
            usage = found[name]
            usage.use |= Use.NONE if quiet else ways
            if not usage.operations or usage.operations[-1] != title:
                usage.operations.append(title)
            todo += [(inner, silent, ways & more) for inner, silent, more in inside.get(name, ())]
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
    for name, inner in read_callbacks(operation, document).items():
        # The API calls, whoever subscribed reads.
        yield from _operation_roots(f"{title} callback {' '.join(name)}", inner, document, answered, sent)


def read_callbacks(operation: Node, document: Node) -> dict[tuple[str, str, str], Node]:
    """Return (name, method, expression) → operation of what the API calls back."""
    found: dict[tuple[str, str, str], Node] = {}
    for name, written in (operation.get("callbacks") or {}).items():
        callback, _ = resolve(written, document)
        for expression, listed in callback.items():
            # One that leads back to where it stands is compared there.
            path_item = {} if isinstance(listed, Mapping) and "$ref" in listed else listed
            for method in METHODS:
                if isinstance(path_item, Mapping) and isinstance(path_item.get(method), Mapping):
                    found[name, method.upper(), expression] = path_item[method]
    return found


def _references(node: Any, document: Node, *, quiet: bool = False) -> Iterator[Reference]:  # noqa: ANN401
    """Yield the components that a schema refers to.

    A list that lets other values through binds nobody: what is added to it breaks no reader. What a part of an `allOf`
    says is judged with the other parts, where they stand together.
    """
    for entry in node if isinstance(node, list) else ():
        yield from _references(entry, document, quiet=quiet)
    if isinstance(node, Mapping):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith(PREFIX):
            yield reference.removeprefix(PREFIX), quiet, EVERY
        if "anyOf" in node and (view := view_schema(node, document)).open and view.values_component:
            yield view.values_component, True, EVERY
            return
        for target in _subtypes(node):
            yield target.removeprefix(PREFIX), False, EVERY
        members = node.get("properties")
        for member in members.values() if isinstance(members, Mapping) else ():
            yield from _member_references(member, document)
        for key, value in node.items():
            if key not in {"example", "examples", "default", "enum", "const", "properties"}:
                yield from _references(value, document, quiet=key == "allOf")


def _subtypes(node: Node) -> list[str]:
    """Return what the values of a schema's discriminator lead to."""
    discriminator = node.get("discriminator")
    mapping = discriminator.get("mapping") if isinstance(discriminator, Mapping) else None
    targets = mapping.values() if isinstance(mapping, Mapping) else ()
    return [target for target in targets if isinstance(target, str) and target.startswith(PREFIX)]


def _member_references(member: Any, document: Node) -> Iterator[Reference]:  # noqa: ANN401 - a schema.
    ways = EVERY
    for flag, way in FLAGS.items():
        if has_flag(document, member, flag):
            ways &= ~way
    yield from ((name, quiet, more & ways) for name, quiet, more in _references(member, document))
