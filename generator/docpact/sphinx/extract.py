"""The pages that have been read → the document, and what was found as Sphinx's warnings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

from docpact.diagnostics import Diagnostic, Severity
from docpact.errors import DocpactError
from docpact.extraction import Extraction
from docpact.files import write_text
from docpact.pipeline import extract_tree
from docpact.plain_text import format_json
from docpact.read.page import Page
from docpact.read.stored import load_reading
from docpact.read.tree import DocumentationTree
from docpact.sphinx.reading import page_store

YAML, JSON = "openapi.yaml", "openapi.json"
FAILED = 2
logger = logging.getLogger(__name__)


def extract_document(app: Sphinx) -> Extraction | None:
    """Return the document; None without one, which one line says. What was found is reported."""
    try:
        extraction = _extract(app)
    except DocpactError as error:
        _report(app, error.diagnostics)
        # Sphinx would take an exception for a bug of ours and show where it comes from.
        logger.error("%s", error)  # noqa: TRY400 - it says all there is to say.
        app.statuscode = FAILED
        return None
    _report(app, extraction.diagnostics)
    return extraction


def write_document(extraction: Extraction, folder: Path) -> None:
    """Write the document into a folder, as YAML and as JSON."""
    text = format_json(extraction.document)
    write_text(folder / YAML, extraction.text)
    write_text(folder / JSON, f"{text}\n")


def _extract(app: Sphinx) -> Extraction:
    env, store = app.env, page_store(app.env)
    found: list[Diagnostic] = []
    pages: dict[str, Page] = {}
    files: dict[str, Path] = {}
    unread = 0
    for name in sorted(env.found_docs):
        path = Path(env.doc2path(name))
        files[path.relative_to(app.srcdir).as_posix()] = path
        if not store.pages.get(name):
            unread += 1
            continue
        reading = load_reading(store.pages[name])
        found += reading.diagnostics
        if reading.page:
            pages[reading.page.name] = reading.page
    if unread:
        logger.info("docpact: %d pages are not reStructuredText, so they are not read", unread)
    conf = store.settings.conf
    tree = DocumentationTree(
        pages=dict(sorted(pages.items())),
        substitutions={**conf.names, **store.configuration.docs.substitutions},
        files=files,
        included={},
        project=conf.project,
        release=conf.release or conf.version,
    )
    return extract_tree(tree, store.configuration, found, str(app.srcdir))


def _report(app: Sphinx, diagnostics: Iterable[Diagnostic]) -> None:
    """Log each as a warning; notes only where the project wants to know everything."""
    for diagnostic in diagnostics:
        quiet = diagnostic.severity is Severity.NOTE and not app.config.nitpicky
        log = logger.info if quiet else logger.warning
        related = f" (see {', '.join(map(str, diagnostic.related))})" if diagnostic.related else ""
        origin = diagnostic.origin
        log(
            "%s%s - %s",
            diagnostic.message,
            related,
            diagnostic.hint,
            location=f"{Path(app.srcdir, origin.path)}:{origin.line}",
            type="docpact",
            subtype=diagnostic.code,
        )
