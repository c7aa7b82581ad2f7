"""From a file to the document that is tested: read, validated as far as the tests need it, its enums closed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from operator import is_not
from pathlib import Path
from typing import Any

import yaml

from contract_suite.document import Document
from contract_suite.envelope import read_conventions, read_envelope
from contract_suite.errors import SuiteError

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_document(path: Path) -> Document:
    """Return the document in a file; raises `SuiteError` for a file that holds none."""
    try:
        raw = _read(path)
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise SuiteError(f"{path}: cannot be read: {str(error).splitlines()[0]} (build it again)") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("paths"), dict):
        raise SuiteError(f"{path}: is no OpenAPI document (it has no paths)")
    return build_document(raw, str(path))


def build_document(raw: dict[str, Any], name: str) -> Document:
    """Return the document of a mapping; raises `SuiteError`, which begins with `name`, for malformed extensions."""
    try:
        read_envelope(raw)
        read_conventions(raw)
    except SuiteError as error:
        raise SuiteError(f"{name}: {error}") from None
    return Document(close_enums(raw), raw)


def _read(path: Path) -> Any:  # noqa: ANN401 - any JSON value.
    """Return what a file holds. JSON, which the tool writes, is not read as YAML: that takes ten times as long."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return json.loads(text)
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - a safe one, written in C where there is one.


def close_enums(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the document with enums that hold documented values only; what doesn't change is the same object in both.

    A document from which clients are generated leaves the enums of responses open (`anyOf` of the enum and its plain
    type), so that an unknown value breaks nobody. A contract test wants to report that value.
    """
    document = Document(raw)

    def close(node: Any) -> Any:  # noqa: ANN401 - any JSON value.
        if isinstance(node, list):
            entries = [close(entry) for entry in node]
            return entries if any(map(is_not, entries, node)) else node
        if not isinstance(node, dict):
            return node
        copied = {key: close(value) for key, value in node.items()}
        parts = copied.get("anyOf")
        if isinstance(parts, list) and any("enum" in _mapping(document.resolve(part)) for part in parts):
            copied["anyOf"] = [part for part in parts if not _is_open(part)]
        return copied if any(map(is_not, copied.values(), node.values())) else node

    closed: dict[str, Any] = close(raw)
    return closed


def _is_open(part: object) -> bool:
    """Whether a schema accepts every text or every number."""
    return set(_mapping(part)) <= {"type", "format"} and _mapping(part).get("type") in {"integer", "number", "string"}


def _mapping(node: object) -> Mapping[str, Any]:
    return node if isinstance(node, dict) else {}
