"""The run: documentation → pages → API → document → files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docpact.cache import Cache, Known, as_json, fingerprint, folder_fingerprint, tool_fingerprint
from docpact.config import Config
from docpact.diagnostics import Diagnostic, Report, format_diagnostic, sort_diagnostics
from docpact.errors import InputError
from docpact.extraction import Extraction, dump_extraction, load_extraction, read_sources
from docpact.files import format_difference, read_folder, staged_folder, staged_text

# Each stage is imported where it runs: a run that finds everything as it was pays for none of them.
if TYPE_CHECKING:
    from docpact.model import Api
    from docpact.read import DocumentationTree

__all__ = ["Build", "Extraction", "build", "extract", "format_diagnostics", "load_base", "make_extraction", "read_api"]

Progress = Callable[[str], None]
"""Where a long step says that it begins."""


def extract(roots: Sequence[Path], config: Config, cache: Cache | None = None, *, detailed: bool = False) -> Extraction:
    """Return the OpenAPI document of the documentation in those folders; raises `InputError` where there is none.

    With a cache, what is known from an earlier run isn't made again. `detailed` has members and parameters name the
    row that they come from, too.
    """
    if cache is None:
        return make_extraction(roots, config, detailed=detailed)
    sources = read_sources(roots, config)
    key = fingerprint([tool_fingerprint(), *sources.parts]) if sources else ""
    if sources and (known := load_extraction(cache.load("run", key), sources.files)):
        return known
    pages = Known(cache.load_lines("pages", tool_fingerprint()))
    before = frozenset(pages)
    extraction = make_extraction(roots, config, pages)
    if pages.used.keys() != before:
        cache.store_lines("pages", tool_fingerprint(), pages.used)
    # What was saved while the pages were read belongs to no key.
    if sources and sources == read_sources(roots, config) and (text := dump_extraction(extraction)):
        cache.store("run", key, text)
    return extraction


def make_extraction(
    roots: Sequence[Path],
    config: Config,
    known: MutableMapping[str, str] | None = None,
    *,
    detailed: bool = False,
) -> Extraction:
    """Return the document, made anew but for the pages that are known."""
    return _make_extraction(roots, config, known, detailed=detailed)


def _make_extraction(
    roots: Sequence[Path], config: Config, known: MutableMapping[str, str] | None, *, detailed: bool
) -> Extraction:
    from docpact.emit import (  # noqa: PLC0415
        apply_overlays,
        dump_yaml,
        emit_document,
        load_overlays,
        settle_diagnostics,
        validate_samples,
        validate_shape,
    )

    found: list[Diagnostic] = []
    tree, api = read_api(roots, config, found.append, known)
    version = tree.substitutions.get("apiVersion", "")
    base, open_enums = load_base(config), config.spec.open_enums == "responses"
    document = emit_document(
        api, base, config.safety, found.append, open_enums=open_enums, version=version, detailed=detailed
    )
    actions = load_overlays(config.path(config.spec.overlays)) if config.spec.overlays else ()
    document = apply_overlays(document, actions)
    validate_shape(document, config.spec.base or "document")
    validate_samples(document, found.append)
    diagnostics, settled = settle_diagnostics(sort_diagnostics(found), actions)
    return Extraction(
        document=document,
        text=dump_yaml(document),
        diagnostics=tuple(diagnostics),
        settled=tuple(settled),
        files=tree.files,
    )


def read_api(
    roots: Sequence[Path], config: Config, report: Report, known: MutableMapping[str, str] | None = None
) -> tuple[DocumentationTree, Api]:
    """Return the pages of those folders and what they mean; raises `InputError` where there is no operation."""
    from docpact.dialects import DIALECTS, claimed_markup, read_documentation  # noqa: PLC0415
    from docpact.model import build_api  # noqa: PLC0415
    from docpact.read import read_trees  # noqa: PLC0415

    found: list[Diagnostic] = []

    def collect(diagnostic: Diagnostic) -> None:
        found.append(diagnostic)
        report(diagnostic)

    tree = read_trees(roots, config.docs.substitutions, collect, known, claimed_markup(DIALECTS))
    api = build_api(read_documentation(tree.pages.values(), DIALECTS, collect), collect)
    if not api.operations:
        raise InputError(
            f"no operation could be read from {len(tree.pages)} page{'s' * (len(tree.pages) != 1)}",
            where=", ".join(map(str, roots)),
            hint="an operation begins with a request line such as `GET /books/{id}` in a literal block",
            diagnostics=tuple(sort_diagnostics(found)),
        )
    return tree, api


def load_base(config: Config) -> Mapping[str, Any]:
    """Return the base document, with the address of the pages; without a base that alone, or nothing."""
    from docpact.emit import EVERYWHERE, load_yaml  # noqa: PLC0415

    published = {"externalDocs": {"url": config.docs.url}} if config.docs.url else {}
    if not config.spec.base:
        return published
    base = load_yaml(config.path(config.spec.base))
    if not isinstance(base, dict):
        raise InputError("the base document must be a mapping", where=str(config.path(config.spec.base)))
    for status, entry in (base.get(EVERYWHERE) or {}).items():
        named = entry if isinstance(entry, str) else isinstance(entry, dict) and entry.get("response")
        if not isinstance(status, str) or not isinstance(named, str):
            hint = "write `'401': Unauthorized`, or `'404': {response: NotFound, path: '*{*'}`"
            where = str(config.path(config.spec.base))
            raise InputError(f"{EVERYWHERE}: `{status}` is no response", where=where, hint=hint)
    return {**base, **published}


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
    """Emit the document, the diagnostics and the client; with `write`, put them in place, each whole or not at all.

    Diagnostics that are new since the last build keep it from writing, unless they are accepted. What is known from an
    earlier run isn't made again, unless `cached` is false.
    """
    progress(f"reading {config.docs.source}")
    cache = Cache(config.path(config.spec.output)) if cached else None
    extraction = extract([config.path(config.docs.source)], config, cache)
    texts = {
        config.spec.output: extraction.text,
        config.spec.diagnostics: format_diagnostics(extraction.diagnostics),
    }
    there = {name: path.read_text("utf-8") for name in texts if (path := config.path(name)).is_file()}
    new = _new_diagnostics(config, extraction, there.get(config.spec.diagnostics), texts[config.spec.diagnostics])
    write = write and (accept or not new)
    folder = config.path(config.client.folder)
    before = {f"{config.client.folder}/{name}": text for name, text in read_folder(folder).items()}
    with _client(extraction.document, config, before, cache, progress) as (after, made):
        stale = format_difference({**there, **before}, {**texts, **after})
        if write:
            with ExitStack() as stack:
                put = [stack.enter_context(staged_text(config.path(name), text)) for name, text in texts.items()]
                if made and before != after:
                    put.append(stack.enter_context(staged_folder(made, folder)))
                # All of it is on the disk by now: where there was no room for one, none is changed.
                for one in put:
                    one()
    if write and cache:
        cache.flush()
    return Build(extraction=extraction, document=config.path(config.spec.output), client=folder, stale=stale, new=new)


@contextmanager
def _client(
    document: Mapping[str, Any], config: Config, before: Mapping[str, str], cache: Cache | None, progress: Progress
) -> Iterator[tuple[Mapping[str, str], Path | None]]:
    """Yield the client's files, and the folder that they stand in; no folder where those that are there are right."""
    # The façade says more of the document than the generator reads.
    seen = as_json(seen_by_client(document)) if cache else None
    key = fingerprint([tool_fingerprint(), seen, as_json(asdict(config.client)) or ""]) if seen else ""
    if cache and key and cache.load("client", key) == folder_fingerprint(before):
        yield before, None
        return
    from docpact.client import generate_client  # noqa: PLC0415

    progress(f"generating {config.client.folder}/{config.client.package}")
    with _last_word(document, config) as wait, generate_client(document, config.client) as made:
        wait()
        after = {f"{config.client.folder}/{name}": text for name, text in read_folder(made).items()}
        if cache and key:
            cache.store("client", key, folder_fingerprint(after))
        yield after, made


@contextmanager
def _last_word(document: Mapping[str, Any], config: Config) -> Iterator[Callable[[], None]]:
    """Ask a whole library about the document, slower than what `extract` asks; yield what waits for its verdict.

    So the client can be generated meanwhile. What is at fault is said rather than what the generator makes of it.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    from docpact.emit import validate_document  # noqa: PLC0415

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
    if before is None or before == after:
        return ()
    from docpact.report import compare_baseline, read_baseline  # noqa: PLC0415

    baseline = read_baseline(config.path(config.spec.diagnostics))
    return compare_baseline(extraction.diagnostics, baseline).new


def format_diagnostics(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics a line each; empty text for none."""
    return "".join(f"{format_diagnostic(diagnostic)}\n" for diagnostic in diagnostics)
