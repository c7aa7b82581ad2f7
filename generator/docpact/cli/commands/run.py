"""`docpact run`: build, start the mock, test it, and show a summary."""

from __future__ import annotations

import argparse

from docpact.build import build
from docpact.cli.commands.build import say_new
from docpact.cli.commands.check import check_watched
from docpact.cli.project import find_project
from docpact.cli.terminal import (
    FAILED,
    FINE,
    find_command,
    format_document_line,
    format_severity_line,
    is_watched,
    out,
    show_progress,
)
from docpact.contract.check import CheckJob
from docpact.contract.options import read_plan
from docpact.contract.reports import format_contract
from docpact.contract.suite import AUTHORIZATION


def run(options: argparse.Namespace) -> int:
    """`docpact run`."""
    config = find_project(options)
    made = build(config, write=True, progress=show_progress)
    if made.new:
        say_new(made)
        return FAILED
    show_progress("testing the mock against the document")
    result = check_watched(CheckJob(plan=read_plan(options, made.document, progress=is_watched())), config)
    document = made.extraction.document
    pages = sum(name.endswith(".rst") for name in made.extraction.files)
    verdict = "the server keeps its contract" if result.exit_code == FINE else result.trouble or result.doubt
    verdict = f"{len(result.failures)} failures" if result.failures else verdict
    rows = {
        "documentation": f"{pages} pages in {config.docs.source}",
        "document": f"{format_document_line(document)}",
        "diagnostics": format_severity_line(made.extraction.diagnostics),
        "contract test": f"{result.requests} requests to {result.operations} operations of the mock, "
        f"{result.seconds:.0f} s",
        "verdict": verdict,
        "files": f"{config.spec.output}, {config.spec.diagnostics}, {config.client.folder}/",
        "next": f"{find_command()} mock, or {find_command()} check URL with the key in {AUTHORIZATION}",
    }
    if result.failures:
        out(format_contract(result))
    width = max(map(len, rows))
    out("\n".join(f"{name.ljust(width)}  {text}" for name, text in rows.items()))
    return result.exit_code
