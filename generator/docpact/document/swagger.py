"""Swagger 2.0 → OpenAPI 3: the same API in the newer words.

Source: https://spec.openapis.org/oas/v2.0 against https://spec.openapis.org/oas/v3.0.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docpact.document.faults import Finding, Report
from docpact.document.shapes import METHODS, SHAPES
from docpact.document.traverse import rebuild, resolve

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
BARE = tuple(SHAPES["bare"].fields)
STYLES = {
    ("csv", "query"): ("form", False), ("csv", "path"): ("simple", False), ("csv", "header"): ("simple", False),
    ("ssv", "query"): ("spaceDelimited", False), ("pipes", "query"): ("pipeDelimited", False),
    ("multi", "query"): ("form", True),
}  # fmt: skip
FLOWS = {"implicit": "implicit", "password": "password", "application": "clientCredentials",
         "accessCode": "authorizationCode"}  # fmt: skip
MOVED = {
    "#/definitions/": "#/components/schemas/", "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}  # fmt: skip
GONE = ("swagger", "host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters", "responses",
        "securityDefinitions")  # fmt: skip


class Swagger:
    """Reads one document, whose path items have handed their parameters to their operations."""

    def __init__(self, document: Mapping[str, Any], file: str, report: Report) -> None:
        """Take a bundled document."""
        self.old = document
        self.file = file
        self.report = report

    def convert(self) -> dict[str, Any]:
        """Return the document as OpenAPI 3."""
        old = self.old
        found: dict[str, Any] = {"openapi": "3.0.3", **{k: v for k, v in old.items() if k not in GONE}}
        found["servers"] = self._servers(old.get("schemes") or ["https"])
        found["paths"] = {
            path: {
                name: self._operation(part, f"/paths/{path.replace('/', '~1')}/{name}") if name in METHODS else part
                for name, part in item.items()
            }
            for path, item in (old.get("paths") or {}).items()
        }
        parameters = {
            name: self._parameter(node, f"/parameters/{name}")
            for name, node in (old.get("parameters") or {}).items()
            if node.get("in") not in {"body", "formData"}
        }
        responses = {
            name: self._response(node, old.get("produces") or ["*/*"], f"/responses/{name}")
            for name, node in (old.get("responses") or {}).items()
        }
        sections = {
            "schemas": old.get("definitions"), "parameters": parameters, "responses": responses,
            "securitySchemes": {n: _scheme(node) for n, node in (old.get("securityDefinitions") or {}).items()},
        }  # fmt: skip
        found["components"] = {name: section for name, section in sections.items() if section}
        moved: dict[str, Any] = rebuild(found, _move)
        return moved

    def _servers(self, schemes: Sequence[str]) -> list[dict[str, Any]]:
        base = str(self.old.get("basePath") or "").rstrip("/")
        host = self.old.get("host")
        return [{"url": f"{scheme}://{host}{base}"} for scheme in schemes] if host else [{"url": base or "/"}]

    def _say(self, pointer: str, message: str) -> None:
        self.report(Finding(where=f"{self.file}#{pointer}", message=message))

    def _operation(self, old: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        given = [(listed, resolve(self.old, listed)) for listed in old.get("parameters") or ()]
        body = [node for _, node in given if node.get("in") == "body"]
        form = [node for _, node in given if node.get("in") == "formData"]
        consumes = old.get("consumes") or self.old.get("consumes") or []
        found = {k: v for k, v in old.items() if k not in {"consumes", "produces", "schemes", "parameters"}}
        others = [
            listed if "$ref" in listed else self._parameter(listed, f"{pointer}/parameters")
            for listed, node in given
            if node.get("in") not in {"body", "formData"}
        ]
        if others:
            found["parameters"] = others
        if body:
            found["requestBody"] = _body(body[0], consumes or [JSON])
        elif form:
            found["requestBody"] = self._form(form, consumes, pointer)
        if old.get("schemes"):
            found["servers"] = self._servers(old["schemes"])
        produces = old.get("produces") or self.old.get("produces") or ["*/*"]
        found["responses"] = {
            status: node
            if "$ref" in node or status.startswith("x-")
            else self._response(node, produces, f"{pointer}/responses/{status}")
            for status, node in (old.get("responses") or {}).items()
        }
        return found

    def _parameter(self, old: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        found = {name: value for name, value in old.items() if name not in BARE}
        found["schema"] = _schema(old)
        how = old.get("collectionFormat")
        if old.get("type") == "array":
            style = STYLES.get((how or "csv", str(old.get("in"))))
            if style is None:
                self._say(pointer, f"`collectionFormat: {how}` has no counterpart; commas are assumed")
                style = ("form" if old.get("in") == "query" else "simple", False)
            found["style"], found["explode"] = style
        return found

    def _form(self, fields: Sequence[Mapping[str, Any]], consumes: Sequence[str], pointer: str) -> dict[str, Any]:
        """Return the body that form parameters are the fields of."""
        kinds = [kind for kind in consumes if kind in {FORM, MULTIPART}]
        if any(field.get("type") == "file" for field in fields):
            kinds = [MULTIPART]
        properties = {
            str(field.get("name")): {**_schema(field), **_described(field)} for field in fields
        }  # fmt: skip
        schema: dict[str, Any] = {"type": "object", "properties": properties}
        if required := [str(field.get("name")) for field in fields if field.get("required")]:
            schema["required"] = required
        encoding: dict[str, Any] = {}
        for field in fields:
            if field.get("type") == "array":
                how = STYLES.get((str(field.get("collectionFormat") or "csv"), "query"))
                if how is None:
                    self._say(pointer, f"`collectionFormat: {field.get('collectionFormat')}` has no counterpart")
                    how = ("form", False)
                encoding[str(field.get("name"))] = {"style": how[0], "explode": how[1]}
        media = {"schema": schema, **({"encoding": encoding} if encoding else {})}
        found: dict[str, Any] = {"content": dict.fromkeys(kinds or [FORM], media)}
        return {**found, "required": True} if required else found

    def _response(self, old: Mapping[str, Any], produces: Sequence[str], pointer: str) -> dict[str, Any]:
        found = {name: value for name, value in old.items() if name not in {"schema", "examples", "headers"}}
        if isinstance(headers := old.get("headers"), Mapping):
            found["headers"] = {
                name: {**{k: v for k, v in node.items() if k not in BARE}, "schema": _schema(node)}
                for name, node in headers.items()
                if isinstance(node, Mapping)
            }
        examples = old.get("examples") or {}
        if not isinstance(examples, Mapping):
            self._say(pointer, "`examples` must be a mapping of media types to values; it is left out")
            examples = {}
        if "schema" in old:
            found["content"] = {kind: {"schema": old["schema"]} for kind in dict.fromkeys([*produces, *examples])}
        for kind, value in examples.items():
            found.setdefault("content", {}).setdefault(kind, {})["example"] = value
        return found


def _move(_: str, node: dict[str, Any], __: str) -> dict[str, Any]:
    """Let references, and what tells subtypes apart, be those of OpenAPI 3."""
    reference = node.get("$ref")
    if isinstance(reference, str):
        node = {**node, "$ref": _moved(reference)}
    if isinstance(node.get("discriminator"), str):
        node = {**node, "discriminator": {"propertyName": node["discriminator"]}}
    return node


def _moved(reference: str) -> str:
    for start, target in MOVED.items():
        if reference.startswith(start):
            return target + reference.removeprefix(start)
    return reference


def _schema(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema that a parameter, header or list has beside its name."""
    found = {name: node[name] for name in BARE if name in node and name not in {"collectionFormat", "items"}}
    if isinstance(node.get("items"), Mapping):
        found["items"] = node["items"] if "$ref" in node["items"] else _schema(node["items"])
    return {**found, **{n: node[n] for n in ("x-nullable",) if n in node}}


def _described(node: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": node["description"]} if "description" in node else {}


def _body(old: Mapping[str, Any], consumes: Sequence[str]) -> dict[str, Any]:
    found = {name: old[name] for name in old if name not in {"name", "in", "schema"}}
    return {**found, "content": {kind: {"schema": old.get("schema", {})} for kind in consumes}}


def _scheme(old: Mapping[str, Any]) -> dict[str, Any]:
    if old.get("type") == "basic":
        return {**{k: v for k, v in old.items() if k != "type"}, "type": "http", "scheme": "basic"}
    if old.get("type") != "oauth2":
        return dict(old)
    parts = ("authorizationUrl", "tokenUrl", "scopes")
    flow = {"scopes": {}, **{name: old[name] for name in parts if name in old}}
    rest = {name: value for name, value in old.items() if name not in {*parts, "flow"}}
    return {**rest, "flows": {FLOWS.get(str(old.get("flow")), "authorizationCode"): flow}}
