"""HTML builds: `.. docpact-reference::` shows the document on a page, and `openapi.yaml` is a download."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from docpact.sphinx.extract import JSON, YAML, extract_document, write_document
from docpact.sphinx.reading import makes_pages, page_store

DIRECTIVE = "docpact-reference"
PACKAGE = "drf_spectacular_sidecar"
BUNDLE = Path("static", PACKAGE, "redoc", "bundles", "redoc.standalone.js")
"""Redoc, as that package carries it: nothing is loaded from elsewhere when somebody looks at the page."""
OPTIONS = {"hideDownloadButton": True, "untrustedSpec": True}
"""Of Redoc: HTML in the pages' own text is cleaned, and the download is ours."""
VIEW = """\
<p>{links}</p>
<div id="docpact-reference"></div>
<script src="{bundle}"></script>
<script>
Redoc.init({document}, {options}, document.getElementById("docpact-reference"))
</script>
"""
logger = logging.getLogger(__name__)


class reference_view(nodes.General, nodes.Element):  # noqa: N801 - docutils' names of nodes.
    """The place of the rendered reference on a page."""


class DocpactReference(SphinxDirective):
    """`.. docpact-reference::`: the emitted document, rendered."""

    def run(self) -> list[nodes.Node]:
        """Return the place; what is shown there is known when all pages are read."""
        self.env.metadata[self.env.docname][DIRECTIVE] = ""
        return [reference_view()]


def connect_reference(app: Sphinx) -> None:
    """Register the directive and what HTML builds do beside writing pages."""
    app.add_config_value("docpact_html", default=False, rebuild="env", types=(bool,))
    app.add_node(
        reference_view,
        html=(_visit_html, _depart),
        latex=(_skip, _depart),
        text=(_skip, _depart),
        man=(_skip, _depart),
        texinfo=(_skip, _depart),
    )
    app.add_directive(DIRECTIVE, DocpactReference)
    app.connect("env-updated", _make_document)
    app.connect("build-finished", _write_files)


def _make_document(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make the document when all pages are read; return the pages that show it, which are written again."""
    page_store(env).extraction = extract_document(app) if makes_pages(app) else None
    if not makes_pages(app):
        return []
    return [name for name in env.found_docs if DIRECTIVE in env.metadata[name]]


def _write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the document beside the pages, and Redoc where a page needs it."""
    extraction = page_store(app.env).extraction
    if exception is not None or extraction is None:
        return
    write_document(extraction, Path(app.outdir))
    if any(DIRECTIVE in data for data in app.env.metadata.values()) and (bundle := _bundle()):
        shutil.copyfile(bundle, Path(app.outdir, "_static", bundle.name))


def _bundle() -> Path | None:
    """Return the file with Redoc; None where the package isn't installed."""
    found = importlib.util.find_spec(PACKAGE)
    return Path(found.origin).parent / BUNDLE if found is not None and found.origin else None


def _visit_html(self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - Sphinx's translators.
    """Write the downloads, and Redoc with the document in the page: so it works from a file, too."""
    extraction = page_store(self.builder.env).extraction
    bundle = _bundle()
    if not self.config.docpact_html:
        _warn("shows nothing: set `docpact_html = True` in conf.py")
    elif bundle is None:
        _warn("needs Redoc: install `drf-spectacular-sidecar`")
    if extraction is None or bundle is None:
        raise nodes.SkipNode
    page = self.builder.get_target_uri(self.builder.current_docname).partition("#")[0]
    links = (
        f'<a class="reference download" download href="{relative_uri(page, one)}">{one}</a>' for one in (YAML, JSON)
    )
    # In a script, nothing but `</` and `<!--` could end it.
    document = json.dumps(extraction.document, sort_keys=False).replace("<", "\\u003c")
    self.body.append(
        VIEW.format(
            links=" · ".join(links),
            bundle=relative_uri(page, f"_static/{bundle.name}"),
            document=document,
            options=json.dumps(OPTIONS),
        )
    )
    raise nodes.SkipNode


def _warn(problem: str) -> None:
    logger.warning("`%s` %s", DIRECTIVE, problem, type="docpact", subtype="reference")


def _skip(_self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - as above.
    """Leave the reference out of formats that cannot show it."""
    raise nodes.SkipNode


def _depart(_self: Any, _node: nodes.Element) -> None:  # noqa: ANN401 - as above.
    """Do nothing: there is nothing in the node."""
