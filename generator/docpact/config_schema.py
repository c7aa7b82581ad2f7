"""The configuration's types → a JSON Schema, by which editors complete and check `docpact.toml`."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from docpact.config import LABEL, MEANINGS, SECTIONS, TABLES, TABLES_OF_LISTS, VERSION
from docpact.diagnostics import CODES, Severity

DIALECT = "https://json-schema.org/draft/2020-12/schema"
STRINGS = {"type": "array", "items": {"type": "string"}}
CODE_LIST = {"type": "array", "items": {"enum": sorted(CODES)}}
MEANING = {"anyOf": [{"enum": sorted(MEANINGS)}, {"type": "string", "pattern": f"^{LABEL}"}]}
NARROWER: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("client", "version"): {"type": "string", "pattern": f"^(?:{VERSION})$"},
    ("docs", "url"): {"type": "string", "pattern": "^(https?://|$)"},
    ("lint", "select"): CODE_LIST,
    ("lint", "ignore"): CODE_LIST,
    ("lint", "per_page_ignores"): {"type": "object", "additionalProperties": CODE_LIST},
    ("lint", "severities"): {
        "type": "object",
        "propertyNames": {"enum": sorted(CODES)},
        "additionalProperties": {"enum": [str(severity) for severity in Severity]},
    },
    ("dialect", "roles"): {"type": "object", "additionalProperties": MEANING},
    ("dialect", "directives"): {"type": "object", "additionalProperties": MEANING},
}
"""Section and field → what its type doesn't say of it."""


def make_config_schema() -> dict[str, Any]:
    """Return the JSON Schema of `docpact.toml`; of `[tool.docpact]` in a `pyproject.toml` it is the table's."""
    return {
        "$schema": DIALECT,
        "title": "docpact.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _section(name, kind) for name, kind in SECTIONS.items()},
    }


def _section(name: str, kind: type[Any]) -> dict[str, Any]:
    said = _docstrings(kind)
    hints = get_type_hints(kind)
    return {
        "type": "object",
        "description": _sentence(kind.__doc__ or ""),
        "additionalProperties": False,
        "properties": {
            field.name.replace("_", "-"): _key(name, field, hints[field.name], said.get(field.name, ""))
            for field in fields(kind)
        },
    }


def _key(section: str, field: Field[Any], hint: Any, said: str) -> dict[str, Any]:  # noqa: ANN401 - a type.
    schema = dict(NARROWER.get((section, field.name)) or _type(field.name, hint))
    if said:
        schema["description"] = _sentence(said)
    if isinstance(field.default, str) and field.default:
        schema["default"] = field.default
    return schema


def _type(name: str, hint: Any) -> dict[str, Any]:  # noqa: ANN401 - as above.
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if name in TABLES_OF_LISTS:
        return {"type": "object", "additionalProperties": STRINGS}
    if name in TABLES:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    return dict(STRINGS) if get_origin(hint) is tuple else {"type": "string"}


def _docstrings(kind: type[Any]) -> dict[str, str]:
    """Return what stands below each field of a class."""
    (definition,) = ast.parse(inspect.getsource(kind)).body
    found: dict[str, str] = {}
    name = ""
    for node in definition.body if isinstance(definition, ast.ClassDef) else ():
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            found[name] = node.value.value
    return found


def _sentence(text: str) -> str:
    return " ".join(text.split())
