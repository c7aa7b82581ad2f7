"""The document as the generator should see it: without what it reads wrongly or has no use for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from docpact.client.links import name_links
from docpact.client.python_text import to_words

# The generator makes nothing of these, and reading them takes most of its time.
UNUSED = frozenset({
    "default", "discriminator", "example", "examples", "externalDocs", "title", "webhooks", "x-enum-flags", "x-source",
    "xml",
})  # fmt: skip


def prepare_document(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy for openapi-python-client.

    Without defaults: the generated code would send them although the caller set nothing. Without conditions
    (`if`/`then`), which make it drop the whole schema. Without titles: it names classes by them, and two components
    may share one. Names of enumeration's members are made names, since it takes them as they are; paths are made
    paths. The document itself keeps all of it.
    """
    prepared: dict[str, Any] = _prepare(document)
    paths = {prepare_path(path): item for path, item in prepared["paths"].items()}
    _title_alternatives(prepared.get("components", {}).get("schemas", {}))
    return {**prepared, "paths": paths, "info": dict(document["info"])}


def _title_alternatives(schemas: dict[str, Any]) -> None:
    """Give an enumeration that stands among a member's alternatives the member's name for a title.

    Its class is `DeviceOperationStatus` then, not `DeviceOperationStatusType0`; not where another would be called so.
    """
    members = [
        (_key(name + member), member, schema)
        for name, component in schemas.items()
        if isinstance(component, dict)
        for member, schema in (component.get("properties") or {}).items()
    ]
    taken = Counter([_key(name) for name in schemas] + [key for key, _, _ in members])
    for key, member, schema in members:
        parts = [*schema.get("anyOf", ()), *schema.get("oneOf", ())] if isinstance(schema, dict) else []
        listed = [part for part in parts if isinstance(part, dict) and "enum" in part]
        if len(listed) == 1 and taken[key] == 1 and re.fullmatch("[A-Za-z][A-Za-z0-9_]*", member):
            listed[0]["title"] = member


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def prepare_path(path: str) -> str:
    """Return the path with what can't stand in one percent-encoded: the generator would drop control characters."""
    return re.sub(
        r"\{[^{}]*\}|[^!-~]|[\"\\<>`|^]", lambda found: found[0] if found[0][0] == "{" else quote(found[0]), path
    )


def name_members(schema: Mapping[str, Any]) -> list[str] | None:
    """Return names for an enumeration's members, None where it has none and the generator finds good ones."""
    values, given = schema["enum"], schema.get("x-enum-varnames")
    plain = all(isinstance(value, str) and re.search("[A-Za-z0-9]", value) for value in values)
    if not isinstance(given, list) and (plain or not any(isinstance(value, str) for value in values)):
        # The generator ends where two values give one name.
        made = ["_".join(to_words(str(value))).upper() for value in values]
        if not plain or len(set(made)) == len(made):
            return None
    named = given if isinstance(given, list) else values
    found: list[str] = []
    for index, value in enumerate(values):
        text = re.sub("[^A-Za-z0-9]+", "_", str(named[index] if index < len(named) else value)).strip("_")
        name = text if text[:1].isalpha() else f"VALUE_{text or index}"
        taken = {entry.casefold() for entry in found}
        found.append(name if name.casefold() not in taken else f"{name}_{index}")
    return found


def _with_own_part(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema whose own properties are a part of its `allOf`: the generator forgets what stands beside one."""
    own = {key: schema[key] for key in ("properties", "required") if key in schema}
    if not own:
        return schema
    rest = {key: value for key, value in schema.items() if key not in own}
    return {**rest, "allOf": [*schema["allOf"], {"type": "object", **own}]}


def _prepare(node: Any, *, names: bool = False) -> Any:  # noqa: ANN401 - any JSON value.
    """Copy a node; `names` tells that its keys are names of the API's own, not keywords."""
    if isinstance(node, list):
        return [_prepare(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    copied: dict[str, Any] = {}
    for key, value in node.items():
        if not names and key in UNUSED:
            continue
        if not names and key == "allOf" and all("if" in part for part in value):
            continue
        if not names and key == "x-enum-varnames":
            continue
        if not names and key == "description" and isinstance(value, str):
            # Its docstrings can't be clicked, and what the façade calls an operation isn't known yet.
            copied[key] = name_links(value, {}, ())
            continue
        copied[key] = _prepare(value, names=not names and key in {"properties", "schemas", "responses", "paths"})
    if not names and isinstance(copied.get("allOf"), list):
        copied = _with_own_part(copied)
    if not names and isinstance(node.get("enum"), list) and (members := name_members(node)):
        copied["x-enum-varnames"] = members
    return copied
