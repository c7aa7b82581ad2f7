"""A document that is written otherwise says the same: nothing changed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diff.pairs import TEXT, Node, document, members, parameter
from diff.test_properties import SCHEMAS
from docpact.diff import compare_documents
from docpact.document import load_document, read_document, rebuild

ROOT = Path(__file__).resolve().parents[2]
Rewrite = Callable[[Node], Node]


def normalise(mapping: Node) -> Any:  # noqa: ANN401 - a JSON mapping.
    """The document as every comparison sees it."""
    return read_document(copy.deepcopy(mapping), "d.json", serves=False).mapping


def each_schema(change: Callable[[Node], Any]) -> Rewrite:
    """A rewriting of all schemas."""
    return lambda whole: rebuild(whole, lambda kind, node, _: change(node) if kind == "schema" else node)


def each(kind: str, change: Callable[[Node], Any]) -> Rewrite:
    """A rewriting of all objects of one kind."""
    return lambda whole: rebuild(whole, lambda found, node, _: change(node) if found == kind else node)


def wrap_references(schema: Node) -> Node:
    """As OpenAPI 3.0 has them, where something stands beside them."""
    rest = {key: value for key, value in schema.items() if key != "$ref"}
    return {"allOf": [{"$ref": schema["$ref"]}], **rest} if "$ref" in schema else schema


def split_objects(schema: Node) -> Node:
    """Members in two parts of an `allOf`, what is required in a third."""
    properties = schema.get("properties") or {}
    if len(properties) < 2 or "additionalProperties" in schema or "allOf" in schema:
        return schema
    first, *others = properties
    rest = {key: value for key, value in schema.items() if key not in {"properties", "required"}}
    parts = [{"properties": {first: properties[first]}}, {"properties": {name: properties[name] for name in others}}]
    return {**rest, "allOf": [*parts, {"required": schema.get("required", [])}]}


def write_defaults(schema: Node) -> Node:
    """What is so anyway, in many words."""
    if "$ref" in schema:
        return schema
    types = schema.get("type")
    said: Node = {"deprecated": False, "readOnly": False, "writeOnly": False}
    if types == "object":
        said |= {"additionalProperties": True, "minProperties": 0}
    if types == "array":
        said |= {"minItems": 0, "uniqueItems": False}
    if types == "string":
        said |= {"minLength": 0, "type": ["string"]}
    return {"required": [], **said, **schema, **({"type": ["string"]} if types == "string" else {})}


def write_as_3_0(whole: Node) -> Node:
    """In the words of OpenAPI 3.0: null, limits and examples."""

    def change(schema: Node) -> Node:
        found = dict(schema)
        types = found.get("type")
        if isinstance(types, list) and len(types) == 2 and "null" in types and "enum" not in found:
            found |= {"type": next(name for name in types if name != "null"), "nullable": True}
        for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if exclusive in found and limit not in found:
                found |= {limit: found[exclusive], exclusive: True}
        if len(found.get("examples") or ()) == 1:
            found["example"] = found.pop("examples")[0]
        return found

    return {**each_schema(change)(whole), "openapi": "3.0.3"}


def write_parameter(node: Node) -> Node:
    """Styles that are the usual ones, and a header in capitals."""
    style = {"query": "form", "path": "simple", "header": "simple"}.get(node.get("in", ""), "form")
    said = {"required": False, "style": style, "explode": style == "form", "deprecated": False}
    named = {"name": node["name"].upper()} if node.get("in") == "header" else {}
    return {**said, **node, **named}


def write_media(node: Node) -> Node:
    """Media types in capitals, with the charset that JSON has anyway."""
    if "content" not in node:
        return node
    named = {"application/json": "Application/JSON; charset=UTF-8"}
    return {**node, "content": {named.get(kind, kind): media for kind, media in node["content"].items()}}


def share_parameters(whole: Node) -> Node:
    """Parameters of all operations of a path said by the path, and once among the components."""
    found = copy.deepcopy(whole)
    for item in found["paths"].values():
        operations = [item[method] for method in ("get", "put", "post", "delete", "patch") if method in item]
        own = [operation.get("parameters", []) for operation in operations]
        shared = [one for one in (own[0] if own else []) if all(one in listed for listed in own)]
        if shared:
            item["parameters"] = shared
            for operation in operations:
                operation["parameters"] = [p for p in operation["parameters"] if p not in shared]
    return found


def name_parameters(whole: Node) -> Node:
    """Parameters, bodies and responses as components, path items too."""
    found = copy.deepcopy(whole)
    components = found.setdefault("components", {})
    for path, item in found["paths"].items():
        for method in [name for name in ("get", "put", "post", "delete", "patch") if name in item]:
            for index, one in enumerate(item[method].get("parameters", [])):
                if "$ref" not in one:
                    name = f"{method}{path}{index}".replace("/", "_").replace("{", "").replace("}", "")
                    components.setdefault("parameters", {})[name] = one
                    item[method]["parameters"][index] = {"$ref": f"#/components/parameters/{name}"}
    names = {path: path.replace("/", "_").replace("{", "").replace("}", "") for path in found["paths"]}
    components["pathItems"] = {names[path]: item for path, item in found["paths"].items()}
    found["paths"] = {path: {"$ref": f"#/components/pathItems/{name}"} for path, name in names.items()}
    return found


def rename_schemes(whole: Node) -> Node:
    """A security scheme by another name; the name is the document's own."""
    text = json.dumps(whole)
    for name in (whole.get("components") or {}).get("securitySchemes") or {}:
        text = text.replace(f'"{name}":', f'"{name}Too":')
    renamed: Node = json.loads(text)
    return renamed


def move_base_path(whole: Node) -> Node:
    """The path of the server's address in the paths."""
    if not whole.get("servers"):
        return whole
    base = "/" + whole["servers"][0]["url"].split("/", 3)[-1]
    paths = {f"{base}{path}": item for path, item in whole["paths"].items()}
    return {**whole, "paths": paths, "servers": [{**s, "url": s["url"].removesuffix(base)} for s in whole["servers"]]}


REWRITES: dict[str, Rewrite] = {
    "references wrapped": each_schema(wrap_references),
    "objects in parts": each_schema(split_objects),
    "defaults said": each_schema(write_defaults),
    "OpenAPI 3.0": write_as_3_0,
    "parameters": each("parameter", write_parameter),
    "media types of responses": each("response", write_media),
    "media types of bodies": each("body", write_media),
    "shared parameters": share_parameters,
    "components": name_parameters,
    "schemes": rename_schemes,
    "base path": move_base_path,
}
SILENT = {"security-scheme-renamed"}
"""Changes of names that mean nothing on the wire, which are said."""


def small(schema: Any) -> Node:  # noqa: ANN401
    """A document that sends and answers a schema, by name and in place."""
    named = {"$ref": "#/components/schemas/A"}
    content = {"application/json": {"schema": members({"one": schema, "two": named, "three": TEXT}, "one")}}
    operation = {
        "parameters": [parameter(), {"name": "x-trace", "in": "header", "schema": TEXT}],
        "requestBody": {"content": content},
        "responses": {"200": {"description": "d", "content": content}},
        "security": [{"key": []}],
    }
    return document(
        operation, method="put", servers=[{"url": "https://a.example/api/v1"}],
        components={
            "schemas": {"A": members({"b": schema}), "C": schema},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    )  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(schema=SCHEMAS, names=st.lists(st.sampled_from(sorted(REWRITES)), min_size=1, max_size=4, unique=True))
def test_any_document_written_otherwise(schema: Any, names: list[str]) -> None:  # noqa: ANN401
    """Several ways at once, in both directions."""
    old = small(schema)
    new = old
    # 3.0 comes last: it has no words for what the others may write.
    for name in sorted(names, key="OpenAPI 3.0".__eq__):
        new = REWRITES[name](new)
    before, after = normalise(old), normalise(new)
    for changes in (compare_documents(before, after), compare_documents(after, before)):
        assert not [change for change in changes if change.rule not in SILENT], names


@pytest.mark.parametrize("name", REWRITES)
def test_our_own_document_written_otherwise(name: str) -> None:
    """A large one, each way."""
    whole = json.loads(json.dumps(load_document(ROOT / "spec" / "openapi.yaml").mapping))
    after = REWRITES[name](copy.deepcopy(whole))
    assert name == "shared parameters" or after != whole
    changes = compare_documents(whole, normalise(after))
    assert {change.rule for change in changes} <= SILENT
    back = compare_documents(normalise(after), whole)
    assert {change.rule for change in back} <= SILENT


def test_a_version_in_the_address_is_no_other_path() -> None:
    """All operations are where they were, one address is another."""
    old, new = (normalise(document(servers=[{"url": f"https://a.example/v{number}"}])) for number in (1, 2))
    assert {change.rule for change in compare_documents(old, new)} == {"server-added", "server-removed"}
