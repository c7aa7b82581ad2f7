"""A document and what was found on the way to it, and the same as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docpact.cache import as_json
from docpact.diagnostics import Diagnostic, Origin, Severity


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
    ignored: int = 0
    """How many diagnostics the configuration and comments on the pages keep back."""
    files: Mapping[str, Path]
    """The source files by the path that diagnostics name them by."""
    included: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)
    """Root → path → digest of each file that pages of that root include; empty for one that could not be read."""


def dump_extraction(extraction: Extraction) -> str | None:
    """Return the extraction as text, without its files; None where JSON would change the document."""
    document = as_json(extraction.document)
    if document is None:
        return None
    found = [list(map(_dump, diagnostics)) for diagnostics in (extraction.diagnostics, extraction.settled)]
    included = {str(root): dict(digests) for root, digests in extraction.included.items()}
    return "\n".join(
        [
            *(json.dumps(part, ensure_ascii=False) for part in (found, extraction.ignored, included, extraction.text)),
            document,
        ]
    )


def load_extraction(text: str | None, files: Mapping[str, Path]) -> Extraction | None:
    """Return the extraction that `dump_extraction` was given; None for other text."""
    try:
        found, ignored, included, written, document = (text or "").split("\n")
        diagnostics, settled = (tuple(map(_load, entries)) for entries in json.loads(found))
        return Extraction(
            document=json.loads(document),
            text=json.loads(written),
            diagnostics=diagnostics,
            settled=settled,
            ignored=int(ignored),
            files=files,
            included={Path(root): digests for root, digests in json.loads(included).items()},
        )
    except (ValueError, TypeError, AttributeError):
        return None


def _dump(diagnostic: Diagnostic) -> list[Any]:
    origins = [[origin.path, origin.line] for origin in (diagnostic.origin, *diagnostic.related)]
    return [diagnostic.code, diagnostic.message, diagnostic.level, diagnostic.suggestion, *origins]


def _load(written: list[Any]) -> Diagnostic:
    code, message, level, suggestion, origin, *related = written
    return Diagnostic(
        code=code,
        message=message,
        origin=Origin(*origin),
        related=tuple(Origin(path, line) for path, line in related),
        level=Severity(level) if level else None,
        suggestion=suggestion,
    )
