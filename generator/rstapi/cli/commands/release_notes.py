"""`rstapi release-notes`: the client's next version and its changelog entry."""

from __future__ import annotations

import argparse

from rstapi.cli.project import find_project
from rstapi.cli.sides import load_changes
from rstapi.cli.terminal import FINE, out, say
from rstapi.diff import format_release, propose_release
from rstapi.files import write_text


def run(options: argparse.Namespace) -> int:
    """`rstapi release-notes`."""
    changes, _ = load_changes(options)
    release = propose_release(changes, options.release or find_project(options, needed=False).client.version)
    text = format_release(changes, release)
    if options.output:
        write_text(options.output, text)
    else:
        out(text.rstrip("\n"))
    say(f"{release.before} → {release.version}: {release.reason}")
    return FINE
