"""`docpact build`: regenerate the document and the client, once, with a check, or whenever a source is saved."""

from __future__ import annotations

import argparse
import os

from docpact.build import Build, build
from docpact.cli.project import find_project
from docpact.cli.terminal import FAILED, FINE, format_document_line, format_severity_line, out, say, show_progress
from docpact.errors import DocpactError


def run(options: argparse.Namespace) -> int:
    """`docpact build`."""
    if options.watch:
        return _watch(options)
    made = build(
        find_project(options),
        write=not options.check,
        accept=options.accept,
        cached=not options.no_cache,
        progress=show_progress,
    )
    if options.check:
        if made.stale:
            out(made.stale)
            say("docpact: what is emitted is stale; run `docpact build` and commit what it writes")
            return FAILED
        say("everything emitted is fresh")
        return FINE
    if made.new and not options.accept:
        say_new(made)
        return FAILED
    say(f"{format_document_line(made.extraction.document)}; {format_severity_line(made.extraction.diagnostics)}")
    return FINE


def _watch(options: argparse.Namespace) -> int:
    """Build, and again whenever a source is saved, until interrupted; what stops one build doesn't stop the next."""
    from docpact.watch import watch_sources  # noqa: PLC0415 - needed by --watch only.

    options.watch = False
    config = find_project(options)
    saved = watch_sources(config)
    while True:
        try:
            run(options)
        except DocpactError as error:
            say(f"docpact: {error}")
        say(f"watching {config.docs.source} (Ctrl-C stops it)")
        say(f"saved {', '.join(os.path.relpath(name) for name in next(saved))}")


def say_new(made: Build) -> None:
    """Say which diagnostics the last build didn't have, and that nothing is written."""
    from docpact.report import format_findings  # noqa: PLC0415 - most builds find nothing new.

    out(format_findings(made.new, made.extraction.files, "text"))
    say(f"docpact: {format_severity_line(made.new)} new, nothing written (fix the pages, or `docpact build --accept`)")
