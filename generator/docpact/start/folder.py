"""Where a project's pages are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from docpact.errors import UsageError
from docpact.files import find_sources
from docpact.survey import find_request_lines

CONF = "conf.py"
DEEPEST = 4
"""How many folders deep a documentation is looked for."""
PASSED_OVER = frozenset({"build", "dist", "env", "generated", "node_modules", "site-packages", "tests", "venv"})


def find_docs(project: Path) -> Path:
    """Return the folder of the pages: of those with a `conf.py`, else of those with pages, the one with most requests.

    Raises `UsageError` where the project has no page.
    """
    folders = list(_folders(project))
    candidates = [folder for folder in folders if (folder / CONF).is_file() and any(find_sources(folder))]
    if not candidates:
        own = {folder for folder in folders if any(path.suffix == ".rst" for path in folder.iterdir())}
        # A folder of pages below another one belongs to it; a README beside the code makes no documentation.
        candidates = sorted(
            folder for folder in own if not own & (set(folder.parents) - {project}) - set(project.parents)
        )
    if not candidates:
        hint = "name the folder with the .rst pages: docpact init --docs DOCS"
        raise UsageError("there is no documentation in reStructuredText", where=str(project), hint=hint)
    return max(candidates, key=lambda folder: (_count_requests(folder), -len(folder.parts)))


def _folders(project: Path) -> Iterator[Path]:
    """Yield the project's folder and those below it in which documentation may stand, by name."""
    for name, folders, _ in os.walk(project):
        folder = Path(name)
        deep = len(folder.relative_to(project).parts)
        folders[:] = sorted(
            entry for entry in folders if deep < DEEPEST and entry[0] not in "._" and entry not in PASSED_OVER
        )
        yield folder


def _count_requests(folder: Path) -> int:
    return sum(
        1 for path in find_sources(folder) for _ in find_request_lines(path.read_text("utf-8", errors="replace"))
    )
