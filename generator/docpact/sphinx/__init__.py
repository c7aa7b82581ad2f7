"""The Sphinx extension: `sphinx-build -b openapi` writes what `docpact extract` does, from what Sphinx sees.

The only package that imports Sphinx, which is no dependency: it comes with the extra `sphinx`.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from docpact.sphinx.builder import OpenAPIBuilder
from docpact.sphinx.reading import connect_reading
from docpact.sphinx.reference import connect_reference
from docpact.sphinx.settings import add_settings


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension; Sphinx calls it."""
    add_settings(app)
    connect_reading(app)
    connect_reference(app)
    app.add_builder(OpenAPIBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
