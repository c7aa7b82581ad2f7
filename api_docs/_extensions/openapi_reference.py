"""A rendered reference of the emitted document beside the pages: Redoc, from a package, nothing from elsewhere."""

from __future__ import annotations

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
<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline' data: blob:">
<title>{title}</title>
<style>body {{ margin: 0 }} nav {{ font: 14px sans-serif; padding: 8px 16px }}</style>
</head>
<body>
<nav><a href="index.html">Guides and pages</a></nav>
<main id="reference"></main>
<script src="_static/{bundle}"></script>
<script>
Redoc.init({document}, {{disableSearch: false, hideDownloadButton: true}}, document.getElementById("reference"))
</script>
</body>
</html>
"""


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
    page = PAGE.format(title=html.escape(document["info"]["title"]), bundle=bundle.name, document=inline)
    Path(app.outdir, "reference.html").write_text(page, "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_config_value("openapi_document", "../spec/openapi.yaml", "html")
    app.connect("build-finished", write_reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
