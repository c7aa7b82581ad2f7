"""A document and what was found on the way to it, and the same as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docpact.cache import as_json
from docpact.diagnostics import Diagnostic, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A document, and what was found on the way to it."""

    document: Mapping[str, Any]
    text: str
    """The document as YAML."""
    diagnostics: tuple[Diagnostic, ...]
    """By place, each once."""
    settled: tuple[Diagnostic, ...]
    """Those that an overlay is the answer to."""
    files: Mapping[str, Path]
    """The source files by the path that diagnostics name them by."""


def dump_extraction(extraction: Extraction) -> str | None:
    """Return the extraction as text, without its files; None where JSON would change the document."""
    document = as_json(extraction.document)
    if document is None:
        return None
    found = [list(map(_dump, diagnostics)) for diagnostics in (extraction.diagnostics, extraction.settled)]
    return "\n".join([json.dumps(found, ensure_ascii=False), json.dumps(extraction.text, ensure_ascii=False), document])


def load_extraction(text: str | None, files: Mapping[str, Path]) -> Extraction | None:
    """Return the extraction that `dump_extraction` was given; None for other text."""
    try:
        found, written, document = (text or "").split("\n")
        diagnostics, settled = (tuple(map(_load, entries)) for entries in json.loads(found))
        return Extraction(
            document=json.loads(document),
            text=json.loads(written),
            diagnostics=diagnostics,
            settled=settled,
            files=files,
        )
    except (ValueError, TypeError):
        return None


def _dump(diagnostic: Diagnostic) -> list[Any]:
    origins = [[origin.path, origin.line] for origin in (diagnostic.origin, *diagnostic.related)]
    return [diagnostic.code, diagnostic.message, *origins]


def _load(written: list[Any]) -> Diagnostic:
    code, message, origin, *related = written
    origins = tuple(Origin(path, line) for path, line in related)
    return Diagnostic(code=code, message=message, origin=Origin(*origin), related=origins)
