"""`docpact compare`: the documentation against what an implementation says of itself."""

from __future__ import annotations

import argparse

from docpact.cli.terminal import FAILED, FINE, out_report, say, say_findings
from docpact.config import load_config
from docpact.conform import (
    compare_implementation,
    format_baseline,
    format_disagreement_counts,
    format_disagreements,
    read_known,
    without_known,
)
from docpact.files import write_text
from docpact.revisions import load_side


def run(options: argparse.Namespace) -> int:
    """`docpact compare`."""
    named = load_config(options.config) if options.config else None
    known = read_known(options.baseline) if options.baseline else None
    documented = load_side(options.docs, named, allow_ref=options.allow_ref)
    implemented = load_side(options.document, allow_ref=options.allow_ref)
    say_findings(dict.fromkeys([*documented.findings, *implemented.findings]))
    found = compare_implementation(documented.document, implemented.document)
    if options.write_baseline:
        write_text(options.write_baseline, format_baseline(found))
    shown = without_known(found, known) if known else found
    text = format_disagreements(shown, documented.files, options.format)
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        out_report(text, options.format)
    more = f"; {len(found) - len(shown)} are in the baseline" if known else ""
    say(f"{format_disagreement_counts(shown)}{more}")
    return FAILED if shown else FINE
