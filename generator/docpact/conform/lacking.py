"""What recorded traffic shows and no page has, at the page and table where its row belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

from docpact.conform.format import format_disagreements
from docpact.conform.table_rows import Row, build_row
from docpact.conform.types import Disagreement
from docpact.diagnostics import Origin
from docpact.diff.findings import Node, read_origin
from docpact.document import resolve

SEPARATOR = "."
UNTYPED = "…"
"""What stands for a type that nothing shows."""
DEEPEST = 8
"""Alternatives in alternatives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """Something that was seen at an operation and that no page has."""

    operation: str
    """`GET /thing/{id}`; for an operation that no page has, its method and path."""
    kind: str
    """`operation`, `status`, `parameter`, `sent` (a property of the request's body) or `property`."""
    name: str = ""
    """A status, a parameter's location and name, or the place of a property: `list[].size`."""
    status: str = ""
    """Of a property, one of the statuses that it came with."""
    types: tuple[str, ...] = ()
    """The JSON types that it was seen with."""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What the pages lack, and where."""

    disagreement: Disagreement
    name: str
    """What the row's first cell says."""
    kind: str
    """What the row says of its type."""
    count: int


def find_lacking(documented: Node, seen: Iterable[Unlisted]) -> tuple[Lacking, ...]:
    """Return what the pages lack, that of one table's row once, in the order of pages and lines."""
    found: dict[tuple[object, ...], Lacking] = {}
    for one in seen:
        lacking = _locate(documented, one)
        key = (lacking.disagreement.kind, lacking.disagreement.origin, lacking.disagreement.subject)
        before = found.get(key)
        if before is not None:
            operations = tuple(dict.fromkeys((*before.disagreement.operations, *lacking.disagreement.operations)))
            merged = replace(before.disagreement, operations=operations)
            lacking = replace(before, disagreement=merged, count=before.count + lacking.count)
        found[key] = lacking
    return tuple(sorted(found.values(), key=_order))


def format_lacking(found: Sequence[Lacking], files: Mapping[str, Path], form: str) -> str:
    """Return it in a format of `format_disagreements`; as text with the row to paste below each."""
    if form != "text":
        return format_disagreements([one.disagreement for one in found], files, form)
    pages: dict[Path, list[str]] = {}
    lines: list[str] = []
    for one in found:
        times = "once" if one.count == 1 else f"{one.count} times"
        lines.append(f"{format_disagreements([one.disagreement], files, form)}, seen {times}")
        lines += [f"    {text}" for text in _describe_row(one, files, pages)]
    return "\n".join(lines)


def _describe_row(one: Lacking, files: Mapping[str, Path], pages: dict[Path, list[str]]) -> Iterator[str]:
    origin = one.disagreement.origin
    if origin is None:
        yield f"no page has it; it begins with the request line: {one.name}"
        return
    path = files.get(origin.path)
    if path is None:
        return
    if path not in pages:
        pages[path] = path.read_text("utf-8", "replace").splitlines()
    row: Row | None = build_row(pages[path], origin.line, one.name, one.kind)
    if row is None:
        yield f"no table has a row there; say it beside that line: {one.name}, {one.kind}"
        return
    yield f"paste after line {row.after}:"
    yield from row.lines


def _order(one: Lacking) -> tuple[bool, str, int, str]:
    origin = one.disagreement.origin
    return origin is None, origin.path if origin else "", origin.line if origin else 0, one.disagreement.subject


def _locate(documented: Node, one: Unlisted) -> Lacking:
    kind = "property" if one.kind == "sent" else one.kind
    types = " or ".join(one.types)
    if one.kind == "operation":
        made = Disagreement(kind=kind, subject=one.operation, documented="", implemented="the operation")
        return Lacking(disagreement=made, name=one.operation, kind="", count=one.count)
    operation = _find_operation(documented, one.operation)
    own, subject = read_origin(operation), f"{one.operation} {one.name}"
    if one.kind == "status":
        name, types = _name_status(one.name), UNTYPED
        beside = list((operation.get("responses") or {}).values())
    elif one.kind == "parameter":
        location, _, name = one.name.partition(" ")
        parameters = [resolve(documented, parameter) for parameter in operation.get("parameters") or ()]
        beside = [p for p in parameters if p.get("in") == location] or parameters
    else:
        schema = _find_schema(documented, operation, one)
        parent, _, name = one.name.rpartition(SEPARATOR)
        component, properties = _find_parent(documented, schema, parent)
        subject = f"{component}.{name}" if component else subject
        beside = list(properties.values())
    origin = _find_last(beside) or own
    made = Disagreement(
        kind=kind, subject=subject, documented="", implemented=types or UNTYPED, origin=origin,
        operations=(one.operation,) if subject.partition(SEPARATOR)[0] != one.operation else (),
    )  # fmt: skip
    return Lacking(disagreement=made, name=name, kind=types or UNTYPED, count=one.count)


def _find_last(nodes: Iterable[Any]) -> Origin | None:
    """Return the last line that any of the nodes stands at, of the page that most of them stand on."""
    origins = [origin for node in nodes if (origin := read_origin(node)) is not None]
    if not origins:
        return None
    paths = [origin.path for origin in origins]
    page = max(dict.fromkeys(paths), key=paths.count)
    return max((origin for origin in origins if origin.path == page), key=lambda origin: origin.line)


def _find_operation(documented: Node, label: str) -> Node:
    method, _, path = label.partition(" ")
    found: Node = (documented.get("paths") or {}).get(path, {}).get(method.lower(), {})
    return found


def _find_schema(documented: Node, operation: Node, one: Unlisted) -> Any:  # noqa: ANN401 - a schema.
    holder = operation.get("requestBody") or {}
    if one.kind != "sent":
        responses = operation.get("responses") or {}
        holder = responses.get(one.status) or next(iter(responses.values()), {})
    content = resolve(documented, holder).get("content") or {}
    return next((media.get("schema", {}) for name, media in content.items() if "json" in name), {})


def _find_parent(documented: Node, schema: Any, place: str) -> tuple[str, Mapping[str, Any]]:  # noqa: ANN401
    """Return the component that the object at a place is, empty for none, and its properties."""
    for part in [step for name in place.split(SEPARATOR) if name for step in _split(name)]:
        schema = _step(documented, schema, part)
    component, properties = "", dict[str, Any]()
    for name, alternative in _list_alternatives(documented, schema, ""):
        found = alternative.get("properties") or {}
        if found and not properties:
            component = name
        properties |= found
    return component, properties


def _split(name: str) -> list[str]:
    """Return the steps of one part of a place: `list[][]` is a property and two lists."""
    plain = name.replace("[]", "")
    return [*([plain] if plain else []), *["[]"] * name.count("[]")]


def _step(documented: Node, schema: Any, part: str) -> Any:  # noqa: ANN401
    for _, alternative in _list_alternatives(documented, schema, ""):
        inner = alternative.get("items") if part == "[]" else (alternative.get("properties") or {}).get(part)
        if inner is not None:
            return inner
    return {}


def _list_alternatives(documented: Node, schema: Any, name: str, depth: int = 0) -> Iterator[tuple[str, Node]]:  # noqa: ANN401
    if not isinstance(schema, Mapping) or depth > DEEPEST:
        return
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        schema = resolve(documented, schema)
    if not isinstance(schema, Mapping):
        return
    yield name, schema
    for keyword in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(keyword) or ():
            yield from _list_alternatives(documented, part, name, depth + 1)


def _name_status(status: str) -> str:
    try:
        return f"{status} {HTTPStatus(int(status)).phrase}"
    except ValueError:
        return status
