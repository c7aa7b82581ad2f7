"""`docpact completion`: what makes a shell complete commands and options."""

from __future__ import annotations

import argparse

from docpact.cli.grammar import build_parser
from docpact.cli.terminal import FINE, out_as_is


def run(options: argparse.Namespace) -> int:
    """`docpact completion`."""
    import shtab  # noqa: PLC0415 - nothing else needs it.

    out_as_is(shtab.complete(build_parser(), options.shell).rstrip("\n"))
    return FINE
