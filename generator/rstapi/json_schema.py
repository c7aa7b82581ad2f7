"""JSON Schema 2020-12 validators, for whoever holds values against a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import jsonschema_rs

# As RFC 3339 has it, but the offset may be missing: servers and pages leave it out.
TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,9})?(?P<offset>[Zz]|[+-]\d\d:\d\d)?")


def compile_schema(document: Mapping[str, Any], schema: Any, *, lenient: bool = False) -> Any:  # noqa: ANN401
    """Return a validator of the schema, its references resolved in the document, formats checked.

    `lenient` takes a time without an offset for a `date-time`.
    """
    whole = {**schema, "components": document.get("components", {})} if isinstance(schema, dict) else schema
    formats = {"date-time": is_timestamp} if lenient else {}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True, formats=formats)


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
