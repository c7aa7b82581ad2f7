"""Sphinx's configuration of the tool's own site: `tox -e site`."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
REPOSITORY = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Repository"]

project = "docpact"
author = "The docpact developers"
copyright = author
extensions = ["myst_parser", "sphinx_copybutton"]
exclude_patterns = ["_build", "gallery/*/**"]
html_theme = "furo"
html_title = project
html_favicon = "_static/icon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
# Pages link to one another's headings, as GitHub names them.
myst_heading_anchors = 4
nitpicky = True


def link_to_repository(app: Sphinx, docname: str, source: list[str]) -> None:
    """Let links to files that aren't pages of the site lead to the repository."""
    del app
    folder = (DOCS / docname).parent

    def replace(found: re.Match[str]) -> str:
        target, _, anchor = found[1].partition("#")
        path = Path(os.path.normpath(folder / target))
        if not target or "://" in target or (path.suffix == ".md" and path.is_relative_to(DOCS)) or not path.exists():
            return found[0]
        kind = "tree" if path.is_dir() else "blob"
        return f"]({REPOSITORY}/{kind}/main/{path.relative_to(ROOT).as_posix()}{anchor and '#'}{anchor})"

    source[0] = re.sub(r"\]\(([^()\s]+)\)", replace, source[0])


def setup(app: Sphinx) -> None:
    """Register what this site needs."""
    app.connect("source-read", link_to_repository)
