"""Names that openapi-python-client would make the same, or that hide one of its own, renamed for it.

A property keeps its name on the wire: the generated modules get the real one back once they are written.
"""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from docpact.client.python_text import to_identifier
from docpact.document import rebuild, resolve
from docpact.document.faults import escape

SCHEMAS = "#/components/schemas/"
# Local names of the generated functions; a parameter or property of such a name would replace what they stand for.
OWN_PROPERTIES = frozenset({
    "additional_properties", "cast", "cls", "d", "field_dict", "from_dict", "isoparse", "prop", "prop_dict",
    "prop_name", "src_dict", "to_dict", "to_json", "to_multipart",
})  # fmt: skip
OWN_PARAMETERS = frozenset({"body", "cookies", "headers", "params", "quote", "response"})
OWN_CLASSES = frozenset({
    "any", "authenticatedclient", "binaryio", "bytesio", "client", "file", "filetypes", "generator", "httpstatus",
    "literal", "mapping", "response", "textio", "typevar", "t", "unset", "uuid", "intenum", "strenum",
})  # fmt: skip


def rename_components(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with each component's name one that no other class of the package gets."""
    schemas: Mapping[str, Any] = (document.get("components") or {}).get("schemas") or {}
    taken = {_class_key(name) for name in schemas}
    seen: set[str] = set(OWN_CLASSES)
    names: dict[str, str] = {}
    for name in schemas:
        key, given, number = _class_key(name), name, 2
        while _class_key(given) in seen or (given != name and _class_key(given) in taken):
            given, number = (f"{name}Model" if key in OWN_CLASSES and number == 2 else f"{name}_{number}"), number + 1  # noqa: PLR2004 - the first.
        seen.add(_class_key(given))
        names[name] = given
    if all(old == new for old, new in names.items()):
        return dict(document)
    references = {f"{SCHEMAS}{escape(old)}": f"{SCHEMAS}{escape(new)}" for old, new in names.items()}

    def change(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401, ARG001
        if kind == "schema" and node.get("$ref") in references:
            return {**node, "$ref": references[node["$ref"]]}
        return node

    renamed: dict[str, Any] = rebuild(document, change)
    parts = renamed["components"]["schemas"]
    return {**renamed, "components": {**renamed["components"], "schemas": {names[n]: s for n, s in parts.items()}}}


def _class_key(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def rename_members(document: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the document with properties and parameters that can be told apart as Python names, and new → old."""
    text = json.dumps(document, ensure_ascii=False)
    renamed: dict[str, str] = {}

    def free(name: str) -> bool:
        return f'"{name}"' not in text and name not in renamed.values()

    def change(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401, ARG001
        if kind == "schema":
            _plan(_members(document, node, set()), OWN_PROPERTIES, renamed, free)
        elif kind == "operation":
            parameters = [p for p in node.get("parameters") or () if p.get("in") != "path"]
            _plan((str(p["name"]) for p in parameters), OWN_PARAMETERS, renamed, free)
        return node

    rebuild(document, change)
    if not renamed:
        return dict(document), {}

    def rename(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401, ARG001
        if kind == "schema" and isinstance(node.get("properties"), Mapping):
            node = {**node, "properties": {renamed.get(name, name): part for name, part in node["properties"].items()}}
        if kind == "schema" and isinstance(node.get("required"), list):
            node = {**node, "required": [renamed.get(name, name) for name in node["required"]]}
        if kind == "parameter" and node.get("in") != "path" and node.get("name") in renamed:
            node = {**node, "name": renamed[node["name"]]}
        return node

    return rebuild(document, rename), {new: old for old, new in renamed.items()}


def _members(document: Mapping[str, Any], schema: Mapping[str, Any], seen: set[str]) -> Iterable[str]:
    """Return the names of a schema's properties, those of the schemas that it extends among them."""
    found = dict.fromkeys(map(str, schema.get("properties") or ()))
    for part in schema.get("allOf") or ():
        reference = part.get("$ref") if isinstance(part, Mapping) else None
        if reference in seen or not isinstance(part, Mapping):
            continue
        if reference:
            seen.add(reference)
        found |= dict.fromkeys(_members(document, resolve(document, part), seen))
    return found


def _plan(names: Iterable[str], own: frozenset[str], renamed: dict[str, str], free: Callable[[str], bool]) -> None:
    """Add to `renamed` those names of one object that need another one."""
    taken: set[str] = set()
    # A name that is an identifier keeps it; one that only becomes one gives way.
    for name in sorted(dict.fromkeys(names), key=lambda name: (not name.isidentifier(), name)):
        bare = re.sub(r"\W+", "", name)
        snake = to_identifier(name).rstrip("_")
        wanted = snake in own or bare in taken or (bool(name) and not bare)
        if wanted and name not in renamed:
            number, stem = 2, f"{snake}_value" if snake in own else snake
            given = stem if snake in own else f"{stem}_{number}"
            while not free(given) or keyword.iskeyword(given) or re.sub(r"\W+", "", given) in taken:
                given, number = f"{stem}_{number}", number + 1
            renamed[name] = given
        taken.add(re.sub(r"\W+", "", renamed.get(name, name)))


def restore_names(package: Path, names: Mapping[str, str]) -> None:
    """Give properties and parameters their names on the wire back, in the modules that the generator has written."""
    if not names:
        return
    literals = {json.dumps(new): _literal(old) for new, old in names.items()}
    wanted = re.compile("|".join(map(re.escape, literals)))
    for path in sorted([*(package / "models").glob("*.py"), *(package / "api").glob("*/*.py")]):
        text = path.read_text("utf-8")
        changed = wanted.sub(lambda found: literals[found[0]], text)
        if changed != text:
            path.write_text(changed, "utf-8")


def _literal(name: str) -> str:
    """Return a name as a Python literal: what JSON writes is one, but for the surrogates of wide characters."""
    return json.dumps(name) if name.isascii() else repr(name)
