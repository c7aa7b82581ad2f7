"""The run: documentation → pages → API → document → files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rstapi.client import generate_client
from rstapi.config import Config
from rstapi.diagnostics import Diagnostic, Report, format_diagnostic, sort_diagnostics
from rstapi.emit import (
    EVERYWHERE,
    apply_overlays,
    dump_yaml,
    emit_document,
    load_overlays,
    load_yaml,
    settle_diagnostics,
    validate_document,
    validate_samples,
)
from rstapi.errors import InputError
from rstapi.files import format_difference, output_errors, read_folder, replace_folder, write_text
from rstapi.model import Api, build_api
from rstapi.read import DocumentationTree, read_trees
from rstapi.report import compare_baseline, read_baseline

Progress = Callable[[str], None]
"""Where a long step says that it begins."""


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


def extract(roots: Sequence[Path], config: Config) -> Extraction:
    """Return the OpenAPI document of the documentation in those folders; raises `InputError` where there is none."""
    found: list[Diagnostic] = []
    tree, api = read_api(roots, config, found.append)
    base, open_enums = load_base(config), config.spec.open_enums == "responses"
    document = emit_document(api, tree, base, config.safety, open_enums=open_enums)
    actions = load_overlays(config.path(config.spec.overlays)) if config.spec.overlays else ()
    document = apply_overlays(document, actions)
    validate_document(document, config.spec.base or "document")
    validate_samples(document, found.append)
    diagnostics, settled = settle_diagnostics(sort_diagnostics(found), actions)
    return Extraction(
        document=document,
        text=dump_yaml(document),
        diagnostics=tuple(diagnostics),
        settled=tuple(settled),
        files=tree.files,
    )


def read_api(roots: Sequence[Path], config: Config, report: Report) -> tuple[DocumentationTree, Api]:
    """Return the pages of those folders and what they mean; raises `InputError` where there is no operation."""
    tree = read_trees(roots, config.docs.substitutions, report)
    api = build_api(tree, report)
    if not api.operations:
        hint = "rstapi lint says of each page why not"
        raise InputError("no page could be read as an endpoint", where=", ".join(map(str, roots)), hint=hint)
    return tree, api


def load_base(config: Config) -> Mapping[str, Any]:
    """Return the base document; an empty one where the configuration names none."""
    if not config.spec.base:
        return {}
    base = load_yaml(config.path(config.spec.base))
    if not isinstance(base, dict):
        raise InputError("the base document must be a mapping", where=str(config.path(config.spec.base)))
    for status, entry in (base.get(EVERYWHERE) or {}).items():
        named = entry if isinstance(entry, str) else isinstance(entry, dict) and entry.get("response")
        if not isinstance(status, str) or not isinstance(named, str):
            hint = "write `'401': Unauthorized`, or `'404': {response: NotFound, path: '*{*'}`"
            where = str(config.path(config.spec.base))
            raise InputError(f"{EVERYWHERE}: `{status}` is no response", where=where, hint=hint)
    return base


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


def build(config: Config, *, write: bool, accept: bool = False, progress: Progress) -> Build:
    """Emit the document, the diagnostics and the client; with `write`, put them in place, each whole or not at all.

    Diagnostics that are new since the last build keep it from writing, unless they are accepted.
    """
    progress(f"reading {config.docs.source}")
    extraction = extract([config.path(config.docs.source)], config)
    texts = {
        config.spec.output: extraction.text,
        config.spec.diagnostics: format_diagnostics(extraction.diagnostics),
    }
    baseline = config.path(config.spec.diagnostics)
    new = compare_baseline(extraction.diagnostics, read_baseline(baseline)).new if baseline.is_file() else ()
    write = write and (accept or not new)
    there = {name: path.read_text("utf-8") for name in texts if (path := config.path(name)).is_file()}
    folder = config.path(config.client.folder)
    progress(f"generating {config.client.folder}/{config.client.package}")
    with generate_client(extraction.document, config.client) as made:
        before = {f"{config.client.folder}/{name}": text for name, text in read_folder(folder).items()}
        after = {f"{config.client.folder}/{name}": text for name, text in read_folder(made).items()}
        stale = format_difference({**there, **before}, {**texts, **after})
        if write:
            for name, text in texts.items():
                write_text(config.path(name), text)
            if before != after:
                with output_errors(folder):
                    folder.parent.mkdir(parents=True, exist_ok=True)
                replace_folder(made, folder)
    return Build(extraction=extraction, document=config.path(config.spec.output), client=folder, stale=stale, new=new)


def format_diagnostics(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics a line each; empty text for none."""
    return "".join(f"{format_diagnostic(diagnostic)}\n" for diagnostic in diagnostics)
