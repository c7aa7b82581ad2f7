"""A document and what was found on the way to it; kept from one run to the next while nothing changes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from docpact.cache import as_json
from docpact.config import Config
from docpact.diagnostics import Diagnostic, Origin
from docpact.files import find_sources


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything that an extraction depends on, beside the tool."""

    parts: tuple[str, ...]
    """Names and contents, the same for the same sources wherever they are."""
    files: Mapping[str, Path]
    """As in `Extraction`."""


def read_sources(roots: Sequence[Path], config: Config) -> Sources | None:
    """Return what the extraction depends on; None where something of it can't be read, so that nothing is kept.

    A stage that reads another file must name it here, or what is kept would be stale: `tests/test_cache.py` looks.
    """
    settings = {name: value for name, value in asdict(config).items() if name != "root"}
    parts = [json.dumps(settings, sort_keys=True, default=str)]
    files: dict[str, Path] = {}
    try:
        for root in roots:
            own = {path.relative_to(root).as_posix(): path for path in find_sources(root)}
            files |= own
            parts += ["root", *_digests(root, [root / "conf.py", *own.values()])]
        if config.spec.base:
            parts += ["base", *_digests(config.root, [config.path(config.spec.base)])]
        if config.spec.overlays:
            folder = config.path(config.spec.overlays)
            parts += ["overlays", *_digests(folder, sorted(path for path in folder.rglob("*") if path.is_file()))]
    except OSError:
        return None
    return Sources(parts=tuple(parts), files=files)


def _digests(folder: Path, paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        yield path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
        yield sha256(path.read_bytes()).hexdigest() if path.exists() else "none"


def dump_extraction(extraction: Extraction) -> str | None:
    """Return the extraction as text; None where it is not the same afterwards."""
    document = as_json(extraction.document)
    if document is None:
        return None
    found = [list(map(_dump, diagnostics)) for diagnostics in (extraction.diagnostics, extraction.settled)]
    # Three lines: a reader that needs one doesn't read the others.
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
