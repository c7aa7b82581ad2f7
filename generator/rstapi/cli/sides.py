"""The two sides that a comparison is about."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from rstapi.cli.project import find_project
from rstapi.config import load_config
from rstapi.diff import Change, compare_documents
from rstapi.revisions import load_revision, load_side


def load_changes(options: argparse.Namespace) -> tuple[Sequence[Change], Mapping[str, Path]]:
    """Return what changed between the two sides that are named, and the pages of the new one."""
    config = find_project(options, needed=options.new is None and not (options.docs_at and options.old))
    named = load_config(options.config) if options.config else None
    pages = config.path(config.docs.source)
    if options.docs_at:
        path = options.old or pages
        old, new = load_revision(path, options.docs_at), options.new or path
    else:
        old, new = load_side(options.old or config.path(config.spec.output), named), options.new or pages
    side = load_side(new, named)
    return compare_documents(old.document, side.document), side.files
