"""How the values of parameters are written on the wire, and read from it.

Source: https://spec.openapis.org/oas/v3.1.0#style-values, #style-examples.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docpact.document.schemas import read_shape, schema_types

DEFAULTS = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
SEPARATORS = {"form": ",", "simple": ",", "spaceDelimited": " ", "pipeDelimited": "|", "label": ".", "matrix": ","}
OTHERS = {"spaceDelimited": ("%20", " ", "+"), "pipeDelimited": ("|", "%7C", "%7c")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one parameter is written."""

    name: str
    """`form`, `simple`, `deepObject` …; `content` where the parameter holds a media type's text, and `whole` where it
    is the whole query string (OpenAPI 3.2)."""
    explode: bool
    """Whether each element or member is written apart."""
    kind: str
    """`array`, `object`, or empty for a single value."""


def read_style(document: Mapping[str, Any], parameter: Mapping[str, Any]) -> Style:
    """Return how a parameter is written, defaults filled in.

    `anyOf: [array, null]` is a list: null has no form on the wire.
    """
    location = str(parameter.get("in"))
    if location == "querystring":
        return Style(name="whole", explode=False, kind="")
    if parameter.get("content"):
        return Style(name="content", explode=False, kind="")
    name = str(parameter.get("style") or DEFAULTS.get(location, "form"))
    types = schema_types(document, parameter.get("schema")) - {"null"}
    kind = "array" if "array" in types else "object" if types == {"object"} else ""
    if not types and read_shape(document, parameter.get("schema")).properties:
        kind = "object"
    explode = parameter.get("explode", name in {"form", "cookie"})
    return Style(name=name, explode=bool(explode), kind=kind)


def read_values(style: Style, name: str, given: Iterable[tuple[str, str]], members: Iterable[str] = ()) -> Any:  # noqa: ANN401
    """Return what a query string or form says of one parameter: a text, a list or a mapping of texts; None for nothing.

    `given` are all names and values, decoded; `members` the object's, which an exploded form writes as names of their
    own.
    """
    pairs = list(given)
    own = [value for key, value in pairs if key == name]
    if style.kind == "object":
        if style.name == "deepObject":
            start = f"{name}["
            found = {key[len(start) : -1]: value for key, value in pairs if key.startswith(start) and key.endswith("]")}
            return found or None
        if style.explode:
            known = set(members)
            return {key: value for key, value in pairs if key in known} or None
        return _pair_up(_split(style, own[0])) if own else None
    if style.kind == "array":
        if style.explode or not own:
            return own or None
        return [part for value in own for part in _split(style, value)]
    return own[0] if own else None


def read_single(style: Style, name: str, text: str) -> Any:  # noqa: ANN401
    """Return what the text of a path's placeholder or a header says: a text, a list or a mapping of texts."""
    prefix = {"label": ".", "matrix": ";"}.get(style.name, "")
    text = text.removeprefix(prefix)
    separator = {"label": "." if style.explode else ",", "matrix": ";" if style.explode else ","}.get(style.name, ",")
    if style.name == "matrix" and (style.kind != "object" or not style.explode):
        parts = [part.removeprefix(f"{name}=") for part in text.split(";")]
        text = separator.join(parts)
    if style.kind == "array":
        return [part.strip() for part in text.split(separator)] if text else []
    if style.kind == "object":
        parts = [part.strip() for part in text.split(separator)] if text else []
        return dict(part.partition("=")[::2] for part in parts) if style.explode else _pair_up(parts)
    return text


def write_pairs(style: Style, name: str, value: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return the names and values, not encoded, that stand for a value in a query string, form or cookie."""
    if style.kind == "array" and isinstance(value, list):
        texts = [write_text(part) for part in value]
        return (
            [(name, text) for text in texts] if style.explode else [(name, SEPARATORS.get(style.name, ",").join(texts))]
        )
    if style.kind == "object" and isinstance(value, Mapping):
        texts_by_name = {str(key): write_text(part) for key, part in value.items()}
        if style.name == "deepObject":
            return [(f"{name}[{key}]", text) for key, text in texts_by_name.items()]
        if style.explode:
            return list(texts_by_name.items())
        flat = [part for pair in texts_by_name.items() for part in pair]
        return [(name, SEPARATORS.get(style.name, ",").join(flat))]
    return [(name, json.dumps(value) if style.name == "content" else write_text(value))]


def write_text(value: Any) -> str:  # noqa: ANN401
    """Return how a single value is written: `true`, `1`, the text itself, nothing for null."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _split(style: Style, text: str) -> list[str]:
    for separator in OTHERS.get(style.name, (",",)):
        if separator in text:
            return text.split(separator)
    return [text] if text else []


def _pair_up(parts: list[str]) -> dict[str, str]:
    return dict(zip(parts[::2], parts[1::2], strict=False))
