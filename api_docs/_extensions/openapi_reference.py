"""A rendered reference of the emitted document beside the pages: Redoc, from a package, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import html
import importlib.util
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PACKAGE = "drf_spectacular_sidecar"
BUNDLE = Path("static", PACKAGE, "redoc", "bundles", "redoc.standalone.js")
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<nav><a href="index.html">Guides and pages</a></nav>
<main id="reference"></main>
<script src="_static/{bundle}"></script>
<script>{script}</script>
</body>
</html>
"""
STYLE = "body { margin: 0 } nav { font: 14px sans-serif; padding: 8px 16px }"
# `sanitize` takes scripts and handlers out of descriptions, which pages and base documents write.
SCRIPT = """
Redoc.init(%s, {sanitize: true, hideDownloadButton: true}, document.getElementById("reference"))
"""
# Only the bundle and the page's own text run, whatever a description holds; nothing is asked for from elsewhere.
# Redoc fills its style sheets by script: as elements they are empty.
POLICY = (
    "default-src 'none'; script-src 'self' {script}; style-src 'self' {style} {empty}; img-src 'self' data:; "
    "worker-src blob:; base-uri 'none'; form-action 'none'"
)


def write_reference(app: Sphinx, exception: Exception | None) -> None:
    """Write `reference.html` with the document in it, so that it works from a file too."""
    if exception is not None or app.builder.format != "html":
        return
    source = Path(app.srcdir, app.config.openapi_document)
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ExtensionError(f"{PACKAGE} is missing: install it to render the reference")
    document = yaml.safe_load(source.read_text("utf-8"))
    bundle = Path(found.origin).parent / BUNDLE
    shutil.copyfile(bundle, Path(app.outdir, "_static", bundle.name))
    # In a script, nothing but `</` and `<!--` could end it.
    inline = json.dumps(document, sort_keys=False).replace("<", "\\u003c")
    script = SCRIPT % inline
    page = PAGE.format(
        title=html.escape(document["info"]["title"]), bundle=bundle.name, style=STYLE, script=script,
        policy=POLICY.format(script=hash_source(script), style=hash_source(STYLE), empty=hash_source("")),
    )  # fmt: skip
    Path(app.outdir, "reference.html").write_text(page, "utf-8")


def hash_source(text: str) -> str:
    """Return the text's hash as a policy names it.

    Source: https://www.w3.org/TR/CSP3/#grammardef-hash-source
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_config_value("openapi_document", "../spec/openapi.yaml", "html")
    app.connect("build-finished", write_reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
