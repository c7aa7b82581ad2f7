"""Schemas → what they say, whichever way they say it: references followed, null and open lists of values told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docpact.diff.findings import SOURCE, WORDS, Node, dump

PREFIX = "#/components/schemas/"
COMBINATORS = ("anyOf", "oneOf")
DEEPEST = 50
JSON_TYPES: Mapping[type, str] = {
    str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object", type(None): "null",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one schema says."""

    keywords: Node
    """Without the type, null among its alternatives, and the list of values."""
    name: str = ""
    """The component that it is a reference to."""
    types: frozenset[str] = frozenset()
    """Those allowed beside null; empty where none is stated."""
    stated: bool = False
    """Whether anything says which types are allowed."""
    null: bool = False
    """Whether null is allowed by name."""
    values: tuple[Any, ...] | None = None
    """The list of allowed or documented values; None without one."""
    value_names: Mapping[str, str] = field(default_factory=dict)
    """JSON text of a value → its name in generated code."""
    values_component: str = ""
    """The component that the values are listed in, where others are let through beside them."""
    open: bool = False
    """Whether values beside the list are let through."""
    nothing: bool = False
    """Whether no value fits."""
    combinator: str = ""
    """`anyOf` or `oneOf` where there are several alternatives."""
    branches: tuple[Any, ...] = ()


def resolve(node: Any, document: Node) -> tuple[Any, str]:  # noqa: ANN401 - any JSON value.
    """Return what a reference leads to and the name of the first component on the way; itself if it isn't one."""
    name = ""
    for _ in range(DEEPEST):
        if not isinstance(node, Mapping) or not isinstance(node.get("$ref"), str):
            break
        reference = node["$ref"]
        name = name or (reference.removeprefix(PREFIX) if reference.startswith(PREFIX) else "")
        target = follow(reference, document)
        beside = {key: value for key, value in node.items() if key not in {"$ref", SOURCE} and key not in WORDS}
        # Keywords beside a reference are met as well as what it leads to.
        node = {"allOf": [target], **beside} if beside and isinstance(target, Mapping) else target
    return node, name


def follow(reference: str, document: Node) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the node that a local reference names; what accepts anything where it leads nowhere."""
    node: Any = document
    for part in reference.removeprefix("#/").split("/"):
        step = part.replace("~1", "/").replace("~0", "~")
        if not isinstance(node, Mapping) or step not in node:
            return {}
        node = node[step]
    return node


def view_schema(schema: Any, document: Node) -> View:  # noqa: ANN401 - a mapping, true or false.
    """Return what a schema says."""
    node, name = resolve(schema, document)
    if not isinstance(node, Mapping):
        # `true` accepts anything, `false` nothing.
        return View(keywords={}, name=name, nothing=node is False)
    for combinator in COMBINATORS:
        if isinstance(node.get(combinator), list):
            return _view_alternatives(node, combinator, name, document)
    return _view_plain(node, name)


def _view_plain(node: Node, name: str) -> View:
    listed = node.get("type")
    types = {listed} if isinstance(listed, str) else set(listed or ())
    values = node.get("enum")
    if "const" in node:
        values = [node["const"]]
    stated = bool(types)
    if not types and values is not None:
        types = {JSON_TYPES.get(type(value), "string") for value in values}
        stated = True
    null = "null" in types and (values is None or None in values)
    names = node.get("x-enum-varnames")
    known = {} if not isinstance(names, list) or values is None else dict(zip(map(dump, values), names, strict=False))
    skipped = {"type", "enum", "const", "x-enum-varnames"}
    return View(
        keywords={key: value for key, value in node.items() if key not in skipped},
        name=name,
        types=frozenset(types - {"null"}),
        stated=stated,
        null=null,
        values=None if values is None else tuple(value for value in values if value is not None),
        value_names=known,
    )


def _view_alternatives(node: Node, combinator: str, name: str, document: Node) -> View:
    """Return the view of the one alternative where the others are null or let further values through."""
    outer = {key: value for key, value in node.items() if key != combinator}
    listed = node[combinator]
    branches = [branch for branch in listed if not _is_null(branch)]
    null = len(branches) < len(listed)
    if len(branches) == 1 and not set(outer) - WORDS - {SOURCE}:
        inner = view_schema(branches[0], document)
        return View(
            keywords={**inner.keywords, **outer},
            name=inner.name or name, types=inner.types, stated=inner.stated, null=null or inner.null,
            values=inner.values, value_names=inner.value_names, values_component=inner.values_component,
            open=inner.open, combinator=inner.combinator, branches=inner.branches,
        )  # fmt: skip
    views = [view_schema(branch, document) for branch in branches]
    bare = [view for view in views if view.values is None and view.stated and not set(view.keywords) - WORDS]
    lists = [view for view in views if view.values is not None]
    if combinator == "anyOf" and len(views) == 2 and len(bare) == len(lists) == 1 and lists[0].types <= bare[0].types:  # noqa: PLR2004
        known = lists[0]
        return View(
            keywords={**({} if known.name else known.keywords), **outer}, name=name, types=bare[0].types, stated=True,
            null=null or known.null or bare[0].null, values=known.values, value_names=known.value_names,
            values_component=known.name, open=True,
        )  # fmt: skip
    return View(keywords=outer, name=name, null=null, combinator=combinator, branches=tuple(branches))


def _is_null(branch: Any) -> bool:  # noqa: ANN401 - a mapping, true or false.
    return isinstance(branch, Mapping) and branch.get("type") == "null"
