"""`docpact check`: a server against the document."""

from __future__ import annotations

import argparse
import os

from docpact.checking import Check, check
from docpact.cli.project import find_project
from docpact.cli.suite import build_suite
from docpact.cli.terminal import FAILED, FINE, out, say
from docpact.contract import AUTHORIZATION, clean_up, journal_path, pending
from docpact.errors import UsageError
from docpact.report import format_contract


def run(options: argparse.Namespace) -> int:
    """`docpact check`."""
    if options.clean_up:
        return _clean_up(options.url)
    config = find_project(options, needed=options.document is None)
    plan = Check(
        document=options.document or config.path(config.spec.output),
        url=options.url,
        reports=options.report,
        deviations=options.deviations,
        replay=options.replay,
    )
    result = check(plan, config, **build_suite(options))
    out(format_contract(result))
    if options.url and (left := pending(journal_path(), options.url)):
        say(f"docpact: {left} thing{'s' * (left > 1)} that runs made may still be there: docpact check URL --clean-up")
    return result.exit_code


def _clean_up(url: str | None) -> int:
    """`docpact check URL --clean-up`."""
    if url is None:
        raise UsageError("name the server", where="--clean-up", hint="docpact check URL --clean-up")
    done = clean_up(journal_path(), url, os.environ.get(AUTHORIZATION))
    for line in done.left:
        out(line)
    say(f"{len(done.deleted)} deleted, {len(done.left)} left to look after")
    return FAILED if done.left else FINE
