"""`docpact explain`: every place that speaks of a fact."""

from __future__ import annotations

import argparse

from docpact.cli.project import find_documentation
from docpact.cli.terminal import FINE, out
from docpact.model import explain
from docpact.pipeline import read_api
from docpact.report import format_explanation


def run(options: argparse.Namespace) -> int:
    """`docpact explain`."""
    config, roots = find_documentation(options)
    tree, api = read_api(roots, config, [])
    out(format_explanation(explain(api, options.target), tree.files))
    return FINE
