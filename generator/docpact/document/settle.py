"""One way of writing for what may be written in several: so each reader has one case less to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docpact.document.faults import Finding, Report, escape
from docpact.document.media import normalise_media_type
from docpact.document.shapes import METHODS
from docpact.document.traverse import rebuild, resolve

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")
SCHEMAS = "#/components/schemas/"


def merge_path_items(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with what path items say of all their operations moved into these.

    An operation's own parameter counts, rather than its path's of the same name and location.
    """
    found = dict(document)
    for section in ("paths", "webhooks"):
        if isinstance(document.get(section), Mapping):
            found[section] = {
                path: _merge(document, item) if isinstance(item, Mapping) else item
                for path, item in document[section].items()
            }
    return found


def _merge(document: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, Any]:
    shared, servers = item.get("parameters") or [], item.get("servers")
    found = {name: value for name, value in item.items() if name not in {"parameters", "servers"}}
    if "$ref" in item:
        return dict(item)
    for holder, method in _methods(found):
        operation = holder[method]
        own = operation.get("parameters") or []
        merged = _override(document, shared, own)
        changes = {"parameters": merged} if merged else {}
        if servers and "servers" not in operation:
            changes["servers"] = servers
        holder[method] = {**operation, **changes}
    return found


def _methods(item: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each mapping with a method of it; those below `additionalOperations` in a copy."""
    yield from ((item, method) for method in METHODS if isinstance(item.get(method), Mapping))
    if isinstance(item.get("additionalOperations"), Mapping):
        item["additionalOperations"] = dict(item["additionalOperations"])
        yield from ((item["additionalOperations"], method) for method in item["additionalOperations"])


def _override(document: Mapping[str, Any], shared: Sequence[Any], own: Sequence[Any]) -> list[Any]:
    named = {_identity(resolve(document, parameter)) for parameter in own}
    return [*(p for p in shared if _identity(resolve(document, p)) not in named), *own]


def _identity(parameter: Mapping[str, Any]) -> tuple[str, str]:
    name, location = str(parameter.get("name")), str(parameter.get("in"))
    return location, name.lower() if location == "header" else name


def add_path_parameters(document: dict[str, Any], file: str, report: Report) -> dict[str, Any]:
    """Return the document with a parameter for each placeholder of a path: many readers refuse one that has none."""
    found = {**document, "paths": {}}
    for path, item in (document.get("paths") or {}).items():
        names = dict.fromkeys(PLACEHOLDER.findall(path))
        completed = dict(item) if isinstance(item, Mapping) else item
        for holder, method in _methods(completed) if names and isinstance(completed, dict) else ():
            given = holder[method].get("parameters") or []
            known = {p.get("name") for p in (resolve(document, one) for one in given) if p.get("in") == "path"}
            missing = [name for name in names if name not in known]
            for name in missing:
                message = f"the path's `{{{name}}}` is no parameter; any text is taken for it"
                report(Finding(where=f"{file}#/paths/{escape(path)}/{method}", message=message))
            added = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in missing]
            if added:
                holder[method] = {**holder[method], "parameters": [*given, *added]}
        found["paths"][path] = completed
    return found


def settle_words(document: dict[str, Any], file: str, report: Report) -> dict[str, Any]:
    """Return the document with statuses, media types and single examples written one way."""

    def change(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401
        if kind == "responses":
            return _statuses(node, f"{file}#{pointer}", report)
        if isinstance(node.get("content"), Mapping):
            content: dict[str, Any] = {}
            for name, media in node["content"].items():
                content.setdefault(normalise_media_type(name), media)
            node = {**node, "content": content} if len(content) == len(node["content"]) else node
        if isinstance(node.get("examples"), Mapping) and kind in {"media", "parameter", "header"}:
            # Nothing holds itself here, and few readers follow references of examples.
            node = {**node, "examples": {name: resolve(document, one) for name, one in node["examples"].items()}}
        if "example" in node and kind in {"media", "parameter", "header"} and not node.get("examples"):
            node = {**node, "examples": {"example": {"value": node["example"]}}}
            node.pop("example")
        if kind == "operation":
            node.setdefault("responses", {})
        if kind in {"parameter", "header"} and node.get("in") == "path" and not node.get("required"):
            node = {**node, "required": True}
        return node

    settled: dict[str, Any] = rebuild(document, change)
    return settled


def _statuses(node: dict[str, Any], where: str, report: Report) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, response in node.items():
        status = name.upper() if name.upper().endswith("XX") else name
        if name.startswith("x-") or STATUS.fullmatch(status):
            found[status] = response
        else:
            report(Finding(where=f"{where}/{escape(name)}", message=f"`{name:.40}` is no status; it is left out"))
    return found


def settle_discriminators(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with each discriminator's mapping complete: what a name means without one is written out.

    The alternatives of a `oneOf` or `anyOf` are meant, and where there are none all components that have the schema
    among their `allOf`. Source: https://spec.openapis.org/oas/v3.1.0#discriminator-object.
    """
    components: Mapping[str, Any] = (document.get("components") or {}).get("schemas") or {}
    heirs: dict[str, list[str]] = {}
    for name, schema in components.items():
        for part in (schema.get("allOf") or ()) if isinstance(schema, Mapping) else ():
            if isinstance(part, Mapping) and isinstance(part.get("$ref"), str):
                heirs.setdefault(part["$ref"], []).append(f"{SCHEMAS}{escape(name)}")

    def change(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401
        discriminator = node.get("discriminator")
        if kind != "schema" or not isinstance(discriminator, Mapping):
            return node
        parts = [part for word in ("oneOf", "anyOf") for part in node.get(word) or ()]
        targets = [part["$ref"] for part in parts if isinstance(part, Mapping) and isinstance(part.get("$ref"), str)]
        mapping = dict(discriminator.get("mapping") or {})
        for target in targets or _all_heirs(f"#{pointer}", heirs):
            if target not in mapping.values():
                mapping.setdefault(target.rpartition("/")[2].replace("~1", "/").replace("~0", "~"), target)
        return {**node, "discriminator": {**discriminator, "mapping": mapping}} if mapping else node

    settled: dict[str, Any] = rebuild(document, change)
    return settled


def _all_heirs(parent: str, heirs: Mapping[str, Sequence[str]]) -> list[str]:
    found: dict[str, None] = {}
    todo = list(heirs.get(parent, ()))
    while todo:
        target = todo.pop(0)
        if target not in found and target != parent:
            found[target] = None
            todo += heirs.get(target, ())
    return list(found)
