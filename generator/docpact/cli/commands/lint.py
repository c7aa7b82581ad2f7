"""`docpact lint`: what is wrong with the documentation."""

from __future__ import annotations

import argparse

from docpact.cli.project import find_documentation
from docpact.cli.terminal import FAILED, FINE, format_severity_line, out, say
from docpact.files import write_text
from docpact.pipeline import extract
from docpact.report import compare_baseline, format_findings, read_baseline


def run(options: argparse.Namespace) -> int:
    """`docpact lint`."""
    config, roots = find_documentation(options)
    extraction = extract(roots, config)
    shown = [d for d in extraction.diagnostics if not options.select or d.code in options.select]
    shown = [d for d in shown if d.code not in options.ignore]
    for diagnostic in extraction.settled:
        say(f"settled by an overlay: {diagnostic.origin} [{diagnostic.code}] {diagnostic.message}")
    more = f"; {len(extraction.settled)} settled by overlays" if extraction.settled else ""
    if options.configured_baseline and not options.baseline:
        options.baseline = config.path(config.spec.diagnostics)
    if options.baseline:
        compared = compare_baseline(shown, read_baseline(options.baseline))
        shown = list(compared.new)
        more += f"; {compared.gone} of the baseline are gone: docpact build takes them out" if compared.gone else ""
    text = format_findings(shown, extraction.files, options.format)
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        out(text)
    say(f"{'new: ' if options.baseline and shown else ''}{format_severity_line(shown)}{more}")
    return FAILED if shown else FINE
