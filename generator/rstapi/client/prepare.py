"""The document as the generator should see it: without what it reads wrongly or has no use for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# The generator makes nothing of these, and reading them takes most of its time.
UNUSED = frozenset({"examples", "example", "webhooks", "x-source", "x-enum-flags", "title"})


def prepare_document(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy for openapi-python-client.

    Without defaults: the generated code would send them although the caller set nothing. Without conditions
    (`if`/`then`), which make it drop the whole schema. Without titles: it names classes by them, and two components
    may share one. The document itself keeps all three.
    """
    prepared: dict[str, Any] = _prepare(document)
    return {**prepared, "info": dict(document["info"])}


def _prepare(node: Any, *, names: bool = False) -> Any:  # noqa: ANN401 - any JSON value.
    """Copy a node; `names` tells that its keys are names of the API's own, not keywords."""
    if isinstance(node, list):
        return [_prepare(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    copied: dict[str, Any] = {}
    for key, value in node.items():
        if not names and (key in UNUSED or (key == "default" and not isinstance(value, dict))):
            continue
        if not names and key == "allOf" and all("if" in part for part in value):
            continue
        copied[key] = _prepare(value, names=not names and key in {"properties", "schemas", "responses", "paths"})
    return copied
