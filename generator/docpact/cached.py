"""The pipeline behind a cache: one entry for the whole extraction, one for the single pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from docpact.cache import Cache, fingerprint, tool_fingerprint
from docpact.config import Config
from docpact.extraction import Extraction, dump_extraction, load_extraction
from docpact.files import find_files, find_sources
from docpact.regular_files import UnreadableFileError, digest_in_folder, read_in_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything that an extraction depends on, beside the tool and the files that pages include."""

    parts: tuple[str, ...]
    """Names and digests, the same for the same sources wherever they are."""
    files: Mapping[str, Path]
    """As in `Extraction`."""
    pages: int
    """How many pages there are."""


def extract_cached(roots: Sequence[Path], config: Config, cache: Cache | None) -> Extraction:
    """Return what `pipeline.extract` returns, from the cache where nothing has changed since it was stored there.

    Where something has, only the pages that changed are read again. Raises what the pipeline raises.
    """
    sources = read_sources(roots, config) if cache else None
    key = fingerprint([tool_fingerprint(), *sources.parts]) if sources else ""
    known = load_extraction(cache.load("extraction", key), sources.files) if cache and sources else None
    if known and _is_current(known, config):
        return known
    # An unchanged tree needs neither docutils nor the model nor YAML: they take longer to import than all the rest.
    from docpact.pipeline import extract  # noqa: PLC0415

    if cache is None or sources is None:
        return extract(roots, config)
    stored = cache.load_lines("pages", tool_fingerprint())
    # Pages as they were before some edit are useless; where they have become the most, all is read once.
    pages = dict(stored) if len(stored) <= 2 * sources.pages else {}
    extraction = extract(roots, config, pages)
    if pages != stored:
        cache.store_lines("pages", tool_fingerprint(), pages)
    # A page that was saved during the run may have been read before or after: such an extraction has no key.
    if sources == read_sources(roots, config) and (text := dump_extraction(extraction)):
        cache.store("extraction", key, text)
    return extraction


def _is_current(extraction: Extraction, config: Config) -> bool:
    """Return whether the files that pages include are what they were when the pages were read."""
    return all(
        digest_in_folder(root, path, config.included_folders) == digest
        for root, digests in extraction.included.items()
        for path, digest in digests.items()
    )


def read_sources(roots: Sequence[Path], config: Config) -> Sources | None:
    """Return what the extraction depends on; None where something of it can't be read, so that nothing is stored.

    A stage that reads another file must name it here, or an entry would be stale: `tests/cache/test_cache.py` looks.
    """
    settings = {name: value for name, value in asdict(config).items() if name not in {"root", "file"}}
    parts = [json.dumps(settings, sort_keys=True, default=str)]
    files: dict[str, Path] = {}
    refused: list[str] = []
    pages = 0

    def refuse(path: Path, reason: str) -> None:
        refused.extend([repr(path), reason])

    try:
        for root in roots:
            files |= {path.relative_to(root).as_posix(): path for path in find_files(root, refuse)}
            own = [path.relative_to(root).as_posix() for path in find_sources(root)]
            pages += len(own)
            parts += ["root", *_page_digests(root, ["conf.py", *own])]
        # All names: a new file may be a page by conf.py's suffixes, or what a page includes in vain.
        parts += ["files", *files, "refused", *refused]
        if config.spec.base:
            parts += ["base", *_digests(config.root, [config.path(config.spec.base)])]
        if config.spec.overlays:
            folder = config.path(config.spec.overlays)
            parts += ["overlays", *_digests(folder, sorted(path for path in folder.rglob("*") if path.is_file()))]
    except OSError:
        return None
    return Sources(parts=tuple(parts), files=files, pages=pages)


def _page_digests(root: Path, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        try:
            yield sha256(read_in_folder(root, name)).hexdigest()
        except UnreadableFileError as error:
            # A diagnostic says so.
            yield str(error)


def _digests(folder: Path, paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        yield path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
        yield sha256(path.read_bytes()).hexdigest() if path.is_file() else "none"
