"""`sphinx-build -b openapi`: the document, from the pages that have been read."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
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
from docpact.sphinx.reading import BUILDER, page_store

YAML, JSON = "openapi.yaml", "openapi.json"
FAILED = 2
logger = logging.getLogger(__name__)


class OpenAPIBuilder(Builder):
    """Writes `openapi.yaml` and `openapi.json`, and reports what was found as Sphinx's warnings."""

    name = BUILDER
    format = BUILDER
    epilog = "The document is %(outdir)s/openapi.yaml, and the same as JSON."
    allow_parallel = True

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        super().__init__(app, env)
        self.application = app

    def get_outdated_docs(self) -> str:
        """Return what is written: always the one document, since every page may change any part of it."""
        return YAML

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 - Sphinx's signature.
        """Return no address: pages are not written."""
        return ""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Do nothing: pages are not written."""

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Do nothing: pages are not written."""

    def write_doc(self, docname: str, doctree: Any) -> None:  # noqa: ANN401 - docutils has no types.
        """Do nothing: pages are not written."""

    def finish(self) -> None:
        """Write the document, or say in one line why there is none; the exit status is 2 then."""
        try:
            extraction = self._extract()
            text = format_json(extraction.document)
            write_text(Path(self.outdir, YAML), extraction.text)
            write_text(Path(self.outdir, JSON), f"{text}\n")
        except DocpactError as error:
            self._report(error.diagnostics)
            # Sphinx would take an exception for a bug of ours and show where it comes from.
            logger.error("%s", error)  # noqa: TRY400 - it says all there is to say.
            self.application.statuscode = FAILED
        else:
            self._report(extraction.diagnostics)

    def _extract(self) -> Extraction:
        store = page_store(self.env)
        found: list[Diagnostic] = []
        pages: dict[str, Page] = {}
        files: dict[str, Path] = {}
        unread = 0
        for name in sorted(self.env.found_docs):
            path = Path(self.env.doc2path(name))
            files[path.relative_to(self.srcdir).as_posix()] = path
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
        return extract_tree(tree, store.configuration, found, str(self.srcdir))

    def _report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Log each as a warning; notes only where the project wants to know everything."""
        for diagnostic in diagnostics:
            quiet = diagnostic.severity is Severity.NOTE and not self.config.nitpicky
            log = logger.info if quiet else logger.warning
            related = f" (see {', '.join(map(str, diagnostic.related))})" if diagnostic.related else ""
            origin = diagnostic.origin
            log(
                "%s%s - %s",
                diagnostic.message,
                related,
                diagnostic.hint,
                location=f"{Path(self.srcdir, origin.path)}:{origin.line}",
                type="docpact",
                subtype=diagnostic.code,
            )
