"""The normalised document as a file, for whoever reads documents without this package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docpact.document.load import Document
from docpact.files import write_text


def dump_document(mapping: Mapping[str, Any]) -> str:
    """Return the mapping as JSON text: any reader of JSON or YAML takes it, and none reads it otherwise."""
    return json.dumps(mapping, ensure_ascii=False, indent=1) + "\n"


def write_document(document: Document, path: Path) -> None:
    """Write the normalised document; raises `OutputError` where it can't be written."""
    write_text(path, dump_document(document.mapping))
