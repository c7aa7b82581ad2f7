"""The two sides that a comparison is about."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from docpact.cli.project import find_project
from docpact.config import load_config
from docpact.diff import Change, compare_documents
from docpact.errors import InputError
from docpact.revisions import Side, load_revision, load_side


def load_changes(options: argparse.Namespace) -> tuple[Sequence[Change], Mapping[str, Path]]:
    """Return what changed between the two sides that are named, and the pages of the new one."""
    config = find_project(options, needed=options.new is None and not (options.docs_at and options.old))
    named = load_config(options.config) if options.config else None
    pages = config.path(config.docs.source)
    if options.docs_at:
        path = options.old or pages
        before, after = path, options.new or path
        old = load_revision(path, options.docs_at)
    else:
        before, after = options.old or config.path(config.spec.output), options.new or pages
        old = load_side(before, named)
    new = load_side(after, named)
    return _compare({before: old, after: new} if before != after else {after: new}, old, new), new.files


def _compare(sides: Mapping[Path, Side], old: Side, new: Side) -> Sequence[Change]:
    """Return the changes; raises `InputError` where a side is a document that only looks like one.

    Documents of other hands may break the specification in ways that no comparison minds; those that one stumbles over
    are held against it, so that the person is told what is wrong and where.
    """
    try:
        return compare_documents(old.document, new.document)
    except (AttributeError, TypeError, KeyError, ValueError) as error:
        from docpact.emit import validate_shape  # noqa: PLC0415 - hardly ever.

        for path, side in sides.items():
            try:
                validate_shape(side.document, str(path))
            except InputError as fault:
                raise InputError(fault.message, where=fault.where) from error
        raise InputError(f"cannot be compared: {error}", where=" and ".join(map(str, sides))) from error
