"""JSON Schema 2020-12 validators, for whoever holds values against a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import jsonschema_rs

COMPONENTS = "#/components/"
# As RFC 3339 has it, but the offset may be missing: servers and pages leave it out.
TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,9})?(?P<offset>[Zz]|[+-]\d\d:\d\d)?")


def compile_schema(document: Mapping[str, Any], schema: Any, *, lenient: bool = False, patterns: Any = None) -> Any:  # noqa: ANN401
    """Return a validator of the schema, its references resolved in the document, formats checked.

    `lenient` takes a time without an offset for a `date-time`; `patterns` are the library's limits for patterns. A
    reference that leads out of the document is never followed: the library would fetch it, or read any file. Raises
    `ValueError` for such a reference, and for a pattern that can't be used.
    """
    whole = {**schema, "components": needed_components(document, schema)} if isinstance(schema, dict) else schema
    formats = {"date-time": is_timestamp} if lenient else {}
    return jsonschema_rs.Draft202012Validator(
        whole, validate_formats=True, formats=formats, pattern_options=patterns, retriever=_refuse
    )


def _refuse(uri: str) -> Any:  # noqa: ANN401 - the library's signature.
    """Refuse to get a schema from anywhere."""
    raise ValueError(f"{uri} is not part of the document")


def needed_components(document: Mapping[str, Any], schema: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401
    """Return the components that a schema leads to, by kind and name.

    All of them for each schema would cost more with each operation: time would grow with the square of the document.
    """
    components = document.get("components", {})
    found: dict[str, dict[str, Any]] = {}
    todo = [schema]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            reference = node.get("$ref")
            if isinstance(reference, str) and reference.startswith(COMPONENTS):
                kind, _, rest = reference.removeprefix(COMPONENTS).partition("/")
                name = rest.partition("/")[0].replace("~1", "/").replace("~0", "~")
                if name not in found.get(kind, {}) and name in components.get(kind, {}):
                    found.setdefault(kind, {})[name] = components[kind][name]
                    todo.append(components[kind][name])
            todo += node.values()
        elif isinstance(node, list):
            todo += node
    return found


def is_timestamp(text: str) -> bool:
    """Tell whether the text is a point in time, with an offset or without."""
    match = TIMESTAMP.fullmatch(text)
    if match is None:
        return False
    try:
        datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        return False
    return True
