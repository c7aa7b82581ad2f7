"""Sphinx's configuration of the API's documentation; `docpact` reads its literals without running it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

project = "Tedee API"
extensions = ["openapi_reference", "sphinx_copybutton"]
openapi_document = "../spec/openapi.yaml"
author = "The docpact developers"
copyright = author
html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/icon.svg"
html_copy_source = False
highlight_language = "none"
nitpicky = True
exclude_patterns = ["_build", "_extensions", "_static"]

# These stand inside literal blocks, where reStructuredText's own substitutions don't reach.
ultimate_replacements = {
    "|apiUrl|": "https://api.tedee.com",
    "|apiVersion|": "v37",
}


def replace_names(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the values in the place of the names."""
    del app, docname
    for name, value in ultimate_replacements.items():
        source[0] = source[0].replace(name, value)


def name_group(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the group before an operation's title, since every group has a "Get all": `Lock: Get all`.

    Only the site has it. The document has the group as the operation's tag.
    """
    folder, _, name = docname.rpartition("/")
    if not folder.startswith("endpoints/") or name == "index":
        return
    group = Path(app.srcdir, folder, "index.rst").read_text("utf-8").partition("\n")[0]
    title, _, rest = source[0].partition("\n")
    _, _, rest = rest.partition("\n")
    title = f"{group}: {title}"
    source[0] = f"{title}\n{'=' * len(title)}\n{rest}"


def setup(app: Sphinx) -> None:
    """Register what this documentation needs."""
    app.connect("source-read", replace_names)
    app.connect("source-read", name_group)
