"""`rstapi diff`: what changed, and for whom it breaks."""

from __future__ import annotations

import argparse

from rstapi.cli.sides import load_changes
from rstapi.cli.terminal import FAILED, FINE, out, say
from rstapi.diff import Impact, format_changes, format_counts
from rstapi.files import write_text


def run(options: argparse.Namespace) -> int:
    """`rstapi diff`."""
    changes, files = load_changes(options)
    text = format_changes(changes, files, options.format)
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        out(text)
    say(format_counts(changes))
    least = {"breaking": Impact.BREAKING, "possibly-breaking": Impact.POSSIBLY, "any": Impact.COMPATIBLE}
    fails = options.fail_on and any(change.impact.rank >= least[options.fail_on].rank for change in changes)
    return FAILED if fails else FINE
