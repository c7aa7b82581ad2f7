"""What openapi-python-client says that it can't express, read from its output: operations, and components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from docpact.client.flattening import OPEN, flatten_schema
from docpact.client.prepare import prepare_path
from docpact.client.raw import RawClient, normalise_path
from docpact.document import Document, Finding, rebuild
from docpact.document.faults import escape

REPR = re.compile(r"<openapi_python_client\.[\w.]+ object at 0x[0-9a-f]+>")
OPERATION = re.compile(r"^WARNING parsing ([A-Z]+) (\S+) within .*$", re.MULTILINE)
COMPONENT = re.compile(r"^Unable to (?:process|parse) schema /components/schemas/(\S+?):?$", re.MULTILINE)
REMOVED = re.compile(r"^/components/schemas/(\S+)$", re.MULTILINE)
INVALID = re.compile(r"^(paths|components)\.(\S+)$", re.MULTILINE)
HEADING = re.compile(r"^(?:WARNING parsing |Unable to |ERROR |If you believe|Error\(s\)|Warning\(s\))", re.MULTILINE)
PART = re.compile(r"_type_\d+$")
FOLLOWS = re.compile(r"not found|was not processed|Could not find reference|Invalid property in union")
LONGEST_REASON = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A part of the document that the generator leaves out."""

    kind: str
    """`operation` or `schema`."""
    name: str
    """`GET /path`, or the component's name."""
    reason: str
    """The generator's words, in one line."""


def read_refusals(output: str, document: Mapping[str, Any]) -> list[Refusal]:
    """Return what the output tells of; empty where it tells of nothing that is known here."""
    text = REPR.sub("…", output)
    schemas = (document.get("components") or {}).get("schemas") or {}
    found: dict[Refusal, None] = {}
    for one in (*_invalid(text, document), *_warnings(text)):
        if one.kind == "operation":
            found[one] = None
        elif name := _component(one.name, schemas):
            found[replace(one, name=name)] = None
    return list(found)


def _component(name: str, schemas: Mapping[str, Any]) -> str:
    """Return the component that is meant: the generator names its parts `X_type_0`; empty for none of them."""
    while name not in schemas:
        shorter = PART.sub("", name)
        if shorter == name:
            return ""
        name = shorter
    return name


def _warnings(text: str) -> Iterator[Refusal]:
    starts = [match.start() for match in HEADING.finditer(text)] + [len(text)]
    for start, end in pairwise(starts):
        part = text[start:end]
        heading, _, rest = part.partition("\n")
        if match := OPERATION.match(heading):
            yield Refusal(kind="operation", name=f"{match[1]} {match[2]}", reason=_reason(rest))
        elif match := COMPONENT.match(heading):
            yield Refusal(kind="schema", name=match[1].replace("~1", "/").replace("~0", "~"), reason=_reason(rest))


def _reason(text: str) -> str:
    """Return the first sentence of an explanation in one line, without the part of the document that it quotes."""
    words = re.split(r"^[{\[]|^Failure to process", text, maxsplit=1, flags=re.MULTILINE)[0]
    line = " ".join(words.split()).rstrip(".")
    return line if len(line) <= LONGEST_REASON else f"{line[:LONGEST_REASON]}…"


def _invalid(text: str, document: Mapping[str, Any]) -> Iterator[Refusal]:
    """Yield what breaks the generator's own model of a document: it names the place, its steps joined by dots."""
    for match in INVALID.finditer(text):
        section, steps = match.groups()
        reason = _reason(text[match.end() :].strip("\n").partition("\n")[0].partition(" [type=")[0])
        if section == "components":
            names = (document.get("components") or {}).get("schemas") or {}
            fitting = [name for name in names if f"{steps}.".startswith(f"schemas.{name}.")]
            if fitting:
                yield Refusal(kind="schema", name=max(fitting, key=len), reason=reason)
        else:
            operations = [(p, m) for p, item in document["paths"].items() for m in item]
            fitted = [(path, method) for path, method in operations if f"{steps}.".startswith(f"{path}.{method}.")]
            if fitted:
                path, method = max(fitted, key=lambda pair: len(pair[0]))
                yield Refusal(kind="operation", name=f"{method.upper()} {path}", reason=reason)


def find_causes(refused: Sequence[Refusal]) -> Iterator[list[Refusal]]:
    """Yield those that follow from no others, then those that may: an operation is often refused for its schema.

    What only follows from others may do once these are settled.
    """
    schemas = [one for one in refused if one.kind == "schema"]
    yield [one for one in schemas if not FOLLOWS.search(one.reason)]
    yield schemas
    yield list(refused)


def write_out(refusal: Refusal, asked: dict[str, Any]) -> bool:
    """Write the `allOf` of what is refused out; tell whether that makes a difference and loses nothing."""
    if refusal.kind == "schema":
        schemas = asked["components"]["schemas"]
        flat = flatten_schema(asked, schemas.get(refusal.name), (f"#/components/schemas/{escape(refusal.name)}",))
        if flat == schemas.get(refusal.name) or _is_open(flat):
            return False
        schemas[refusal.name] = flat
        return True
    method, _, path = refusal.name.partition(" ")
    operation = asked["paths"].get(path, {}).get(method.lower())

    def change(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401, ARG001
        return flatten_schema(asked, node) if kind == "schema" and "allOf" in node else node

    flat = rebuild(operation, change, "operation")
    if flat == operation or _is_open(flat):
        return False
    asked["paths"][path][method.lower()] = flat
    return True


def _is_open(node: Any) -> bool:  # noqa: ANN401 - any JSON value.
    if isinstance(node, list):
        return any(map(_is_open, node))
    return isinstance(node, Mapping) and (node == OPEN or any(map(_is_open, node.values())))


def take_out(refusal: Refusal, asked: dict[str, Any]) -> bool:
    """Take a part out of what the generator is asked for; tell whether there was any.

    Operations go; a component stays as one of any type, since others refer to it.
    """
    if refusal.kind == "schema":
        schemas = asked["components"]["schemas"]
        there = bool(schemas.get(refusal.name))
        schemas[refusal.name] = {}
        return there
    method, _, path = refusal.name.partition(" ")
    item = asked["paths"].get(path, {})
    there = item.pop(method.lower(), None) is not None
    if not item:
        asked["paths"].pop(path, None)
    return there


def find_missing(document: Document, raw: RawClient, refused: Sequence[Refusal]) -> Iterator[Refusal]:
    """Yield the operations that aren't in the package although nobody has said so."""
    said = {_normalised(one.name) for one in refused if one.kind == "operation"}
    for operation in document.operations:
        method, path = operation.method, normalise_path(prepare_path(operation.path))
        if (method.lower(), path) not in raw.endpoints and f"{method} {path}" not in said:
            yield Refusal(kind="operation", name=operation.key, reason="it is not in what was generated")


def _normalised(name: str) -> str:
    method, _, path = name.partition(" ")
    return f"{method} {normalise_path(prepare_path(path))}"


def describe_refusal(refusal: Refusal, document: Document) -> Finding:
    """Return what the client lacks, with the place in the document."""
    if refusal.kind == "schema":
        pointer = f"/components/schemas/{escape(refusal.name)}"
        message = f"the schema {refusal.name} has no type in the client, values are taken as they come"
        return Finding(where=f"{document.name}#{pointer}", message=f"{message}: {refusal.reason}")
    named = _normalised(refusal.name)
    operation = next((o for o in document.operations if _normalised(o.key) == named), None)
    pointer = operation.pointer if operation else ""
    place = document.places.get(pointer) or f"{document.name}#{pointer}"
    return Finding(where=place, message=f"the client has no {refusal.name}: {refusal.reason}")
