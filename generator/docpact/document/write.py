"""The normalised document as a file, for whoever reads documents without this package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docpact.document.directions import split_directions
from docpact.document.load import Document
from docpact.document.traverse import rebuild
from docpact.files import write_text


def dump_document(mapping: Mapping[str, Any]) -> str:
    """Return the mapping as JSON text: any reader of JSON or YAML takes it, and none reads it otherwise."""
    return json.dumps(mapping, ensure_ascii=False, indent=1) + "\n"


def write_document(document: Document, path: Path) -> None:
    """Write the normalised document; raises `OutputError` where it can't be written.

    Schemas count as they do in their direction, and where no operation says where it is described (`x-source`), the
    place in the document stands there.
    """
    write_text(path, dump_document(split_directions(_with_places(document))))


def _with_places(document: Document) -> Mapping[str, Any]:
    if any("x-source" in operation.definition for operation in document.operations):
        return document.mapping

    def change(kind: str, node: dict[str, Any], pointer: str) -> Any:  # noqa: ANN401
        place = document.places.get(pointer) if kind == "operation" else None
        return {**node, "x-source": Path(place).name} if place else node

    placed: dict[str, Any] = rebuild(document.mapping, change)
    return placed
