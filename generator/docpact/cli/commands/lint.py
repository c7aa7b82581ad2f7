"""`docpact lint`: what is wrong with the documentation."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from docpact.cli.project import find_wanted
from docpact.cli.terminal import FAILED, FINE, find_paint, format_severity_line, out_report, say
from docpact.diagnostics import Diagnostic, origin_names
from docpact.extraction import Extraction
from docpact.files import write_text
from docpact.pipeline import extract
from docpact.report import (
    compare_baseline,
    format_findings,
    format_frames,
    format_statistics,
    plain,
    read_baseline,
)

ESCAPE = "\x1b["


def run(options: argparse.Namespace) -> int:
    """`docpact lint`."""
    wanted = find_wanted(options)
    extraction = extract(wanted.roots, wanted.config)
    shown = [d for d in extraction.diagnostics if wanted.asks_for(extraction.files.get(d.origin.path))]
    shown = [d for d in shown if (not options.select or d.code in options.select) and d.code not in options.ignore]
    place = origin_names(extraction.files)
    for diagnostic in extraction.settled:
        say(f"settled by an overlay: {place(diagnostic.origin)} [{diagnostic.code}] {diagnostic.message}")
    more = [f"{len(extraction.settled)} settled by overlays"] if extraction.settled else []
    more += [f"{extraction.ignored} ignored by [lint] or comments"] if extraction.ignored else []
    if options.configured_baseline and not options.baseline:
        options.baseline = wanted.config.path(wanted.config.spec.diagnostics)
    if options.baseline:
        compared = compare_baseline(shown, read_baseline(options.baseline))
        shown = list(compared.new)
        if compared.gone and wanted.pages is None:
            more.append(f"{compared.gone} of the baseline are gone: docpact build takes them out")
    _write(shown, extraction, options)
    new = "new: " if options.baseline and shown else ""
    say("; ".join([f"{new}{format_severity_line(shown)}", *more]))
    return FAILED if shown else FINE


def _write(shown: Sequence[Diagnostic], extraction: Extraction, options: argparse.Namespace) -> None:
    """Print the diagnostics, or write them where the arguments say."""
    paint = plain if options.output else find_paint()
    if options.statistics:
        text = format_statistics(shown)
    elif options.format == "full" or not (options.format or options.output):
        text = format_frames(shown, extraction.files, paint=paint)
    else:
        text = format_findings(shown, extraction.files, options.format or "text")
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        # The frames' own colours are escape sequences; what pages say in them is without any.
        out_report(text, "painted" if paint is not plain and text.startswith(ESCAPE) else options.format or "text")
