"""Sphinx's configuration of the API's documentation; `docpact` reads its literals without running it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

project = "Tedee API"
extensions = ["openapi_reference"]
openapi_document = "../spec/openapi.yaml"
author = "The docpact developers"
copyright = author
html_theme = "alabaster"
html_title = project
highlight_language = "none"
nitpicky = True
exclude_patterns = ["_build", "_extensions"]

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


def setup(app: Sphinx) -> None:
    """Register what this documentation needs."""
    app.connect("source-read", replace_names)
