"""`docpact diff`: what changed, and for whom it breaks."""

from __future__ import annotations

import argparse

from docpact.cli.sides import load_changes
from docpact.cli.terminal import FAILED, FINE, out_report, say
from docpact.diff import Impact, format_changes, format_counts
from docpact.files import write_text


def run(options: argparse.Namespace) -> int:
    """`docpact diff`."""
    changes, files = load_changes(options)
    text = format_changes(changes, files, options.format)
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        out_report(text, options.format)
    say(format_counts(changes))
    least = {"breaking": Impact.BREAKING, "possibly-breaking": Impact.POSSIBLY, "any": Impact.COMPATIBLE}
    fails = options.fail_on and any(change.impact.rank >= least[options.fail_on].rank for change in changes)
    return FAILED if fails else FINE
