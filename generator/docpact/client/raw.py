"""Reads what openapi-python-client has made: its names and types are facts, so they are not worked out a second time.

The modules are parsed, never run.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT = 0
"""The status of a response that stands for all that no other does."""
Spec = str | tuple[object, ...]
"""A type, in the words of the client's `_runtime.parsing`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawField:
    """An attribute of a model."""

    name: str
    wire: str
    """The member's name in JSON."""
    annotation: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RawModel:
    """A model's class."""

    name: str
    module: str
    fields: tuple[RawField, ...]
    extra: str | None
    """The annotation of members that are not listed; None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawParameter:
    """A parameter of an operation's function."""

    name: str
    annotation: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEndpoint:
    """An operation's module."""

    module: str
    """Below `api`, dotted."""
    method: str
    path: str
    """With `{}` in place of each parameter."""
    positional: tuple[RawParameter, ...]
    keywords: tuple[RawParameter, ...]
    payloads: Mapping[int, str | None]
    """Status of a success → its body's annotation; None without a body. `DEFAULT` stands for any status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawClient:
    """The package."""

    models: Mapping[str, RawModel]
    enums: Mapping[str, str]
    """Class → module."""
    endpoints: Mapping[tuple[str, str], RawEndpoint]
    """By method and path."""

    def module(self, name: str) -> str | None:
        """Return the module of a model's or enum's class; None where it is neither."""
        return self.models[name].module if name in self.models else self.enums.get(name)

    def map_of(self, annotation: str) -> str:
        """Return the type of a mapping's values, where that model is one: it has no properties of its own."""
        model = self.models.get(annotation)
        return (model.extra or "") if model is not None and not model.fields else ""

    def spec(self, annotation: str) -> Spec:
        """Return how a value of that type is read."""
        return self._spec(ast.parse(annotation, mode="eval").body)

    def field_spec(self, field: RawField) -> Spec:
        """Return how a model's member is read: a list that may be null by the documentation is told from others."""
        kinds = [*_alternatives(ast.parse(field.annotation, mode="eval").body)]
        spec = self.spec(without_unset(field.annotation))
        nullable = any(ast.unparse(kind) == "None" for kind in kinds)
        return ("null", spec) if nullable and isinstance(spec, tuple) and spec[0] == "list" else spec

    def _spec(self, node: ast.expr) -> Spec:
        if isinstance(node, ast.BinOp):
            return self._union([*_alternatives(node)])
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "list":
            inner = self._spec(node.slice)
            # A list of plain values is still a list: an answer without a payload becomes an empty one.
            return ("list", inner)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "dict":
            assert isinstance(node.slice, ast.Tuple)  # noqa: S101 - it is dict[str, X].
            return ("map", self._spec(node.slice.elts[1]))
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            values = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            return ("is", *(ast.literal_eval(value) for value in values))
        text = ast.unparse(node)
        if text in {"datetime.datetime", "datetime.date", "UUID"}:
            return text.rpartition(".")[2].lower()
        if text in self.models:
            return f"m:{text}"
        return f"e:{text}" if text in self.enums else ""

    def _union(self, nodes: list[ast.expr]) -> Spec:
        found = [spec for spec in dict.fromkeys(map(self._spec, nodes)) if spec]
        return "" if not found else found[0] if len(found) == 1 else ("any", *found)


def read_raw(package: Path) -> RawClient:
    """Return the facts of a package that openapi-python-client has written."""
    models: dict[str, RawModel] = {}
    enums: dict[str, str] = {}
    for path in sorted((package / "models").glob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                if any("Enum" in ast.unparse(base) for base in node.bases):
                    enums[node.name] = path.stem
                else:
                    models[node.name] = _read_model(node, path.stem)
    endpoints = {}
    for path in sorted((package / "api").glob("*/*.py")):
        if path.stem != "__init__":
            endpoint = _read_endpoint(path)
            endpoints[endpoint.method, endpoint.path] = endpoint
    return RawClient(models=models, enums=enums, endpoints=endpoints)


def normalise_path(path: str) -> str:
    """Return a path template without the names of its parameters."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


def names_of(annotation: str) -> set[str]:
    """Return the names that an annotation needs."""
    return {node.id for node in ast.walk(ast.parse(annotation, mode="eval")) if isinstance(node, ast.Name)}


def without_unset(annotation: str) -> str:
    """Return a type without the alternative that it was left out."""
    nodes = [*_alternatives(ast.parse(annotation, mode="eval").body)]
    return " | ".join(text for node in nodes if (text := ast.unparse(node)) != "Unset")


def entry_of(annotation: str) -> str:
    """Return the type of a list's entries; empty for another type than a list."""
    node = ast.parse(annotation, mode="eval").body
    listed = isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "list"
    return ast.unparse(node.slice) if listed and isinstance(node, ast.Subscript) else ""


def _alternatives(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp):
        yield from _alternatives(node.left)
        yield from _alternatives(node.right)
    else:
        yield node


def _read_model(node: ast.ClassDef, module: str) -> RawModel:
    wires = {attribute: wire for wire, attribute in _written_members(node)}
    fields, extra = [], None
    for entry in node.body:
        if not isinstance(entry, ast.AnnAssign) or not isinstance(entry.target, ast.Name):
            continue
        name, annotation = entry.target.id, ast.unparse(entry.annotation)
        if name == "additional_properties":
            assert isinstance(entry.annotation, ast.Subscript)  # noqa: S101 - it is dict[str, X].
            assert isinstance(entry.annotation.slice, ast.Tuple)  # noqa: S101 - as above.
            extra = ast.unparse(entry.annotation.slice.elts[1])
        elif name in wires:
            fields.append(RawField(name=name, wire=wires[name], annotation=annotation, required=entry.value is None))
    return RawModel(name=node.name, module=module, fields=tuple(fields), extra=extra)


def _written_members(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield wire name and attribute, from `to_dict`."""
    for part in ast.walk(next(f for f in node.body if isinstance(f, ast.FunctionDef) and f.name == "to_dict")):
        if isinstance(part, ast.Dict):
            pairs = list(zip(part.keys, part.values, strict=True))
        elif isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Subscript):
            pairs = [(part.targets[0].slice, part.value)]
        else:
            continue
        for key, value in pairs:
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and isinstance(value, ast.Name):
                yield key.value, value.id


def _read_endpoint(path: Path) -> RawEndpoint:
    tree = ast.parse(path.read_text("utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    build, parse = functions["_get_kwargs"], functions["_parse_response"]
    members = {
        key.value: value
        for part in ast.walk(build)
        if isinstance(part, ast.Dict)
        for key, value in zip(part.keys, part.values, strict=True)
        if isinstance(key, ast.Constant)
    }
    method, url = members["method"], members["url"]
    # A path with parameters is a literal's `format`.
    literal = url.func.value if isinstance(url, ast.Call) and isinstance(url.func, ast.Attribute) else url
    assert isinstance(method, ast.Constant)  # noqa: S101 - openapi-python-client writes literals.
    assert isinstance(literal, ast.Constant)  # noqa: S101 - as above.
    arguments = build.args
    return RawEndpoint(
        module=f"{path.parent.name}.{path.stem}",
        method=str(method.value),
        path=normalise_path(str(literal.value)),
        positional=tuple(_read_parameter(a, None) for a in arguments.args),
        keywords=tuple(map(_read_parameter, arguments.kwonlyargs, arguments.kw_defaults)),
        payloads=dict(_read_payloads(parse)),
    )


def _read_parameter(argument: ast.arg, default: ast.expr | None) -> RawParameter:
    annotation = ast.unparse(argument.annotation) if argument.annotation else "Any"
    return RawParameter(name=argument.arg, annotation=annotation, required=default is None)


def _read_payloads(parse: ast.FunctionDef) -> Iterator[tuple[int, str | None]]:
    """Yield status and type of what is returned for each success."""
    for branch in parse.body:
        if not isinstance(branch, ast.If):
            continue
        numbers = [n.value for n in ast.walk(branch.test) if isinstance(n, ast.Constant) and isinstance(n.value, int)]
        if numbers and 200 <= numbers[0] < 300:  # noqa: PLR2004 - HTTP's successes.
            yield numbers[0], payload_type(branch.body)
    rest = [statement for statement in parse.body if not isinstance(statement, ast.If)]
    if any(isinstance(statement, ast.Return) for statement in rest):
        yield DEFAULT, payload_type(rest)


def payload_type(body: list[ast.stmt]) -> str | None:
    """Return the type of what statements make of a response's body; None where they make nothing of it."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef) and statement.returns:
            return ast.unparse(statement.returns)
    text = "\n".join(map(ast.unparse, body))
    made = re.search(r"\b(\w+)\.from_dict\(", text)
    many = "response.json()" in text and re.search(r"^response_\w+ = \[\]$", text, re.MULTILINE)
    if "response.content" in text:
        return "File"
    if made:
        return f"list[{made[1]}]" if many else made[1]
    for statement in body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call):
            call = statement.value
            if isinstance(call.func, ast.Name) and call.func.id == "cast":
                return None if ast.unparse(call.args[1]) == "None" else ast.unparse(call.args[0])
    return None if "response.json()" not in text and "response.text" not in text else "Any"
