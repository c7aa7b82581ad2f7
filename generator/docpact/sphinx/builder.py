"""`sphinx-build -b openapi`: the document, from the pages that have been read."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from docpact.sphinx.extract import YAML, extract_document, write_document
from docpact.sphinx.reading import BUILDER


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
        """Write the document, or say in one line why it can't be made; the exit status is 2 then."""
        extraction = extract_document(self.application)
        if extraction is not None:
            write_document(extraction, Path(self.outdir))
