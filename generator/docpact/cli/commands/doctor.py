"""`docpact doctor`: how much of the documentation is read, and what to do first."""

from __future__ import annotations

import argparse
from pathlib import Path

from docpact.cli.coverage import format_coverage, format_steps
from docpact.cli.project import find_documentation
from docpact.cli.terminal import FAILED, FINE, out
from docpact.diagnostics import origin_names
from docpact.survey import survey


def run(options: argparse.Namespace) -> int:
    """`docpact doctor`."""
    config, roots = find_documentation(options)
    found = survey(roots, config)
    place = origin_names(found.tree.files)
    here = Path.cwd()
    folders = [root.resolve().relative_to(here) if root.resolve().is_relative_to(here) else root for root in roots]
    out(f"pages: {len(found.tree.pages)} in {', '.join(map(str, folders))}")
    out(format_coverage(found.lines, place, pages=options.pages))
    if steps := format_steps(found.lines, found.diagnostics, place, configured=config.file is not None):
        out(f"\n{steps}")
    return FAILED if found.unread else FINE
