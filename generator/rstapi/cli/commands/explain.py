"""`rstapi explain`: every place that speaks of a fact."""

from __future__ import annotations

import argparse

from rstapi.cli.project import find_documentation
from rstapi.cli.terminal import FINE, out
from rstapi.model import explain
from rstapi.pipeline import read_api
from rstapi.report import format_explanation


def run(options: argparse.Namespace) -> int:
    """`rstapi explain`."""
    config, roots = find_documentation(options)
    tree, api = read_api(roots, config, lambda _: None)
    out(format_explanation(explain(api, options.target), tree.files))
    return FINE
