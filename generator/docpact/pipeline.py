"""The run: read the pages, interpret them, build the API, emit the document, apply the overlays, validate."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path

from docpact.config import Config
from docpact.diagnostics import Diagnostic, sort_diagnostics
from docpact.dialects import claimed_markup, configured, read_documentation, without_ignored
from docpact.emit import (
    apply_overlays,
    dump_yaml,
    emit_document,
    is_valid_shape,
    leave_out_invalid,
    load_base,
    load_overlays,
    settle_diagnostics,
    validate_samples,
    validate_shape,
)
from docpact.errors import InputError
from docpact.extraction import Extraction
from docpact.lint_rules import apply_lint_rules
from docpact.misspellings import find_misspellings
from docpact.model import Api, build_api
from docpact.read import DocumentationTree, Page, read_trees
from docpact.sample_lines import locate_in_samples
from docpact.suggestions import suggest

Pages = MutableMapping[str, str]
"""Key of a page's text → the page as text. Pages found there aren't read again; pages that are read are added."""


def extract(roots: Sequence[Path], config: Config, pages: Pages | None = None, *, detailed: bool = False) -> Extraction:
    """Return the OpenAPI document of the pages in those folders; raises `InputError` where none has an operation.

    `detailed`: each property and parameter names the row that it comes from, too (`x-source`).
    """
    return extract_with_tree(roots, config, pages, detailed=detailed)[1]


def extract_with_tree(
    roots: Sequence[Path], config: Config, pages: Pages | None = None, *, detailed: bool = False
) -> tuple[DocumentationTree, Extraction]:
    """Return what `extract` returns, and the pages that it was made of."""
    found: list[Diagnostic] = []
    tree = _read(roots, config, found, pages)
    return tree, extract_tree(tree, config, found, ", ".join(map(str, roots)), detailed=detailed)


def extract_tree(
    tree: DocumentationTree, config: Config, found: list[Diagnostic], where: str, *, detailed: bool = False
) -> Extraction:
    """Return the OpenAPI document of pages that have been read, whoever read them and `found` what is wrong with them.

    Raises `InputError`, with what was found, where no page describes an operation; `where` says what was read.
    """
    api = _build(tree, config, found, where)
    document = emit_document(
        api,
        load_base(config),
        config.safety,
        found.append,
        open_enums=config.spec.open_enums == "responses",
        title=tree.project,
        version=tree.substitutions.get(config.docs.version_from, "") or tree.release,
        detailed=detailed,
    )
    overlays = load_overlays(config.path(config.spec.overlays)) if config.spec.overlays else ()
    emitted, document = document, apply_overlays(document, overlays)
    if not is_valid_shape(document):
        document = apply_overlays(leave_out_invalid(emitted, found.append), overlays)
    validate_shape(document, config.spec.base or "document")
    validate_samples(document, found.append, tuple(found))
    find_misspellings(tree.pages.values(), found.append)
    diagnostics, settled = settle_diagnostics(locate_in_samples(found, tree.pages.values()), overlays)
    judged = apply_lint_rules(diagnostics, config.lint, tree.files)
    return Extraction(
        document=document,
        text=dump_yaml(document),
        diagnostics=suggest(judged.kept, tree, api),
        settled=tuple(settled),
        ignored=judged.ignored,
        files=tree.files,
        included=tree.included,
    )


def read_pages(roots: Sequence[Path], config: Config) -> Mapping[str, Page]:
    """Return the pages of those folders by name, as the configured dialects ask for them."""
    markup = claimed_markup(configured(config.dialect))
    return read_trees(
        roots, config.docs.substitutions, lambda _: None, None, markup, beside=config.included_folders
    ).pages


def read_api(
    roots: Sequence[Path], config: Config, found: list[Diagnostic], pages: Pages | None = None
) -> tuple[DocumentationTree, Api]:
    """Return the pages of those folders and the API that they describe; what is wrong with them is added to `found`.

    Raises `InputError`, with what was found, where no page describes an operation.
    """
    tree = _read(roots, config, found, pages)
    return tree, _build(tree, config, found, ", ".join(map(str, roots)))


def _read(
    roots: Sequence[Path], config: Config, found: list[Diagnostic], pages: Pages | None = None
) -> DocumentationTree:
    markup = claimed_markup(configured(config.dialect))
    return read_trees(roots, config.docs.substitutions, found.append, pages, markup, beside=config.included_folders)


def _build(tree: DocumentationTree, config: Config, found: list[Diagnostic], where: str) -> Api:
    dialects = configured(config.dialect)
    documentation = read_documentation(without_ignored(tree.pages.values(), config.dialect), dialects, found.append)
    api = build_api(documentation, found.append)
    if not api.operations:
        raise InputError(
            f"no operation could be read from {len(tree.pages)} page{'s' * (len(tree.pages) != 1)}",
            where=where,
            hint="an operation begins with a request line such as `GET /books/{id}` in a literal block",
            diagnostics=tuple(sort_diagnostics(found)),
            files=tree.files,
        )
    return api
