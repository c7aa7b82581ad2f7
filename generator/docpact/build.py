"""What `docpact build` adds to the pipeline: whether what is there is fresh, the client, and writing all or nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from docpact.cache import Cache, as_json, fingerprint, folder_fingerprint, open_cache, tool_fingerprint
from docpact.cached import extract_cached
from docpact.client_folder import check_client_folder, read_emitted, read_texts
from docpact.config import Config
from docpact.diagnostics import Diagnostic, Severity, format_diagnostic
from docpact.extraction import Extraction
from docpact.files import exclusive, format_difference, read_folder, remove_staged, staged_folder, staged_text

# The names of files that a build has written and not yet put in their place begin with it.
STAGED = ".docpact-build-"
GENERATING = "docpact-client-"
HOUR = 60 * 60

Progress = Callable[[str], None]
"""Where a long step says that it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """Everything that a build emits, and how it differs from what is there."""

    extraction: Extraction
    document: Path
    client: Path
    stale: str
    """A diff of what is there and what would be; empty where all is fresh."""
    new: tuple[Diagnostic, ...]
    """Diagnostics that the last build's list doesn't have. Where there are any, and they aren't accepted, nothing is
    written: the list may only shrink."""


def build(config: Config, *, write: bool, accept: bool = False, cached: bool = True, progress: Progress) -> Build:
    """Emit the document, the diagnostics and the client; with `write`, put them in place, each file whole.

    Diagnostics that are new since the last build keep it from writing, unless they are accepted. Without `cached`,
    everything is regenerated and nothing is stored. Raises what `check_client_folder` and the pipeline raise.
    """
    folder = check_client_folder(config)
    progress(f"reading {config.docs.source}")
    roots = [config.path(config.docs.source)]
    cache = open_cache(config, roots) if cached else None
    extraction = extract_cached(roots, config, cache)
    texts = {
        config.spec.output: extraction.text,
        config.spec.diagnostics: format_diagnostics(extraction.diagnostics),
    }
    there = {name: path.read_text("utf-8", errors="replace") for name in texts if (path := config.path(name)).is_file()}
    # Accepted, a list is replaced, whatever somebody made of it.
    listed = None if accept else there.get(config.spec.diagnostics)
    new = _new_diagnostics(config, extraction, listed, texts[config.spec.diagnostics])
    before = read_emitted(folder)
    with fresh_client(extraction.document, config, before, cache, progress) as (after, made):
        before |= read_texts(folder, after)
        named = [{f"{config.client.folder}/{name}": text for name, text in files.items()} for files in (before, after)]
        stale = format_difference(there | named[0], texts | named[1])
        if write and (accept or not new):
            put_in_place(config, texts, folder, made if before != after else None, before.keys() - after.keys())
    return Build(extraction=extraction, document=config.path(config.spec.output), client=folder, stale=stale, new=new)


def put_in_place(
    config: Config, texts: Mapping[str, str], folder: Path, client: Path | None, gone: Iterable[str]
) -> None:
    """Write the texts by their configured paths, and the client's files into its folder where there is a new one.

    All of it is on the disk before any of it is put: where there is no room for one file, none is changed.
    """
    paths = {config.path(name): text for name, text in texts.items()}
    with exclusive(config.root) as alone, ExitStack() as stack:
        if alone:
            remove_staged({folder.parent, *(path.parent for path in paths)}, STAGED)
            # Other projects' builds have their clients there: none takes an hour.
            remove_staged([Path(tempfile.gettempdir())], GENERATING, unused=HOUR)
        put = [stack.enter_context(staged_text(path, text, STAGED)) for path, text in paths.items()]
        if client:
            put.append(stack.enter_context(staged_folder(client, folder, sorted(gone), STAGED)))
        for one in put:
            one()


@contextmanager
def fresh_client(
    document: Mapping[str, Any], config: Config, before: Mapping[str, str], cache: Cache | None, progress: Progress
) -> Iterator[tuple[Mapping[str, str], Path | None]]:
    """Yield the client's files and the folder that they stand in; no folder where those that are there are right.

    Raises `InputError` where the document is not OpenAPI, `ToolError` where the generator fails.
    """
    # The façade says more of the document than the generator reads.
    seen = as_json(seen_by_client(document)) if cache else None
    key = fingerprint([tool_fingerprint(), seen, as_json(asdict(config.client)) or ""]) if seen else ""
    if cache and key and cache.load("client", key) == folder_fingerprint(before):
        yield before, None
        return
    # Most builds change nothing that a client is made from.
    from docpact.client import generate_client  # noqa: PLC0415

    progress(f"generating {config.client.folder}/{config.client.package}")
    with validate_in_background(document, config) as wait, generate_client(document, config.client) as made:
        wait()
        after = read_folder(made)
        if cache and key:
            cache.store("client", key, folder_fingerprint(after))
        yield after, made


@contextmanager
def validate_in_background(document: Mapping[str, Any], config: Config) -> Iterator[Callable[[], None]]:
    """Run openapi-spec-validator in a thread; yield a function that waits for it and raises its `InputError`.

    It takes no longer than the generator. On the way out its error comes before the generator's: that one is about
    the same fault, in other words.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as the generator.

    from docpact.emit import validate_document  # noqa: PLC0415 - as the generator.

    with ThreadPoolExecutor(1) as pool:
        verdict = pool.submit(validate_document, document, config.spec.base or "document")
        try:
            yield verdict.result
        finally:
            verdict.result()


def seen_by_client(node: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the node without what nothing of a client is made from: samples of bodies, and lines of pages."""
    if isinstance(node, list):
        return [seen_by_client(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    skipped = "examples" if "schema" in node else None
    return {
        key: value.rpartition(":")[0] if key == "x-source" and isinstance(value, str) else seen_by_client(value)
        for key, value in node.items()
        if key != skipped
    }


def _new_diagnostics(config: Config, extraction: Extraction, before: str | None, after: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that the last build's list doesn't have; before the first build, the errors.

    So a first build says what is missing from the document, and one that is accepted is known from then on.
    """
    if before is None:
        return tuple(found for found in extraction.diagnostics if found.severity is Severity.ERROR)
    if before == after:
        return ()
    from docpact.report import compare_baseline, read_baseline  # noqa: PLC0415 - most builds find nothing new.

    baseline = read_baseline(config.path(config.spec.diagnostics))
    return compare_baseline(extraction.diagnostics, baseline).new


def format_diagnostics(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics a line each; empty text for none."""
    return "".join(f"{format_diagnostic(diagnostic)}\n" for diagnostic in diagnostics)
