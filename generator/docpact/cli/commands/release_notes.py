"""`docpact release-notes`: the client's next version and its changelog entry."""

from __future__ import annotations

import argparse

from docpact.cli.project import find_project
from docpact.cli.sides import load_changes
from docpact.cli.terminal import FINE, out, say
from docpact.diff import format_release, propose_release
from docpact.files import write_text


def run(options: argparse.Namespace) -> int:
    """`docpact release-notes`."""
    changes, _ = load_changes(options)
    release = propose_release(changes, options.release or find_project(options, needed=False).client.version)
    text = format_release(changes, release)
    if options.output:
        write_text(options.output, text)
    else:
        out(text.rstrip("\n"))
    say(f"{release.before} → {release.version}: {release.reason}")
    return FINE
