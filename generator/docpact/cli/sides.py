"""The two sides that a comparison is about."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from docpact.cli.project import find_project
from docpact.cli.terminal import say_findings
from docpact.config import load_config
from docpact.diff import Change, compare_documents
from docpact.errors import UsageError
from docpact.revisions import load_revision, load_side


def load_changes(options: argparse.Namespace) -> tuple[Sequence[Change], Mapping[str, Path]]:
    """Return what changed between the two sides that are named, and the pages of the new one."""
    config = find_project(options, needed=options.new is None and not (options.docs_at and options.old))
    named = load_config(options.config) if options.config else None
    pages = config.path(config.docs.source)
    if options.docs_at:
        path = options.old or pages
        if not isinstance(path, Path):
            raise UsageError("is no file of a repository", where=path, hint="leave --docs-at out")
        after = options.new or path
        old = load_revision(path, options.docs_at)
    else:
        before, after = options.old or config.path(config.spec.output), options.new or pages
        old = load_side(before, named, allow_ref=options.allow_ref)
    new = load_side(after, named, allow_ref=options.allow_ref)
    say_findings(dict.fromkeys([*old.findings, *new.findings]))
    return compare_documents(old.document, new.document), new.files
