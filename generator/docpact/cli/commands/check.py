"""`docpact check`: a server against the document."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from docpact.cli.project import find_project
from docpact.cli.terminal import FAILED, FINE, StatusLine, is_watched, out, say, say_findings
from docpact.config import Config
from docpact.contract.check import CheckJob, check
from docpact.contract.clean_up import clean_up, count_pending
from docpact.contract.credentials import Given, build_credentials
from docpact.contract.options import read_plan
from docpact.contract.progress import Progress, ProgressReader, format_progress
from docpact.contract.reports import format_output
from docpact.contract.result import ContractResult
from docpact.contract.saved_state import journal_path
from docpact.contract.suite import find_key_place
from docpact.document import load_document
from docpact.document.source import is_url
from docpact.errors import UsageError


def run(options: argparse.Namespace) -> int:
    """`docpact check`."""
    _apply_config(options)
    if options.clean_up:
        return _clean_up(options)
    if options.traffic:
        return _check_traffic(options)
    config = find_project(options, needed=options.document is None)
    source = options.document or config.path(config.spec.output)
    document = load_document(source, allow_ref=options.allow_ref)
    say_findings(document.findings)
    plan = read_plan(options, Path(source), base_url=options.url or "", progress=is_watched())
    job = CheckJob(
        plan=plan,
        document=document,
        reports=options.report,
        deviations=options.deviations,
        baseline=options.write_baseline,
        replay=options.replay,
        credentials=_read_given(options),
    )
    result = check_watched(job, config)
    _print(options, result, config)
    if options.url and (left := count_pending(journal_path(), options.url)):
        things = f"{left} thing{'s' * (left > 1)} that runs created or changed"
        say(f"docpact: {things} may not be undone: docpact check URL --clean-up")
    return result.exit_code


def check_watched(job: CheckJob, config: Config) -> ContractResult:
    """Test as `check` does, and show how far the run is where somebody looks on."""
    if not job.plan.progress:
        return check(job, config)
    line = StatusLine()

    def show(progress: Progress) -> None:
        line.show(format_progress(progress, line.width), bad=progress.failures > 0)

    try:
        return check(replace(job, progress=ProgressReader(show, line.say)), config)
    finally:
        line.clear()


def _apply_config(options: argparse.Namespace) -> None:
    """Add what `[check]` of the configuration has: lists come together, else the command line's own counts."""
    arguments = find_project(options, needed=False).check.arguments
    always = options.parser.parse_args(list(arguments)) if arguments else argparse.Namespace()
    for name, value in vars(always).items():
        given = getattr(options, name)
        if isinstance(value, list):
            setattr(options, name, [*value, *given])
        elif given == options.parser.get_default(name):
            setattr(options, name, value)


def _read_given(options: argparse.Namespace) -> Given:
    return Given(
        headers=options.header, queries=options.query, cookies=options.cookie, basic=options.basic,
        client_id=options.client_id, client_secret=options.client_secret, token_url=options.token_url,
        scope=options.token_scope,
    )  # fmt: skip


def _print(options: argparse.Namespace, result: ContractResult, config: Config) -> None:
    out(format_output(options.format, result, config.docs.source))


def _check_traffic(options: argparse.Namespace) -> int:
    """`docpact check --traffic FILE …`."""
    # With schemathesis: no other command pays for it.
    from docpact.contract.traffic import TrafficJob, check_traffic  # noqa: PLC0415
    from docpact.contract.traffic.files import parse_field  # noqa: PLC0415

    named = options.url
    url = named if named and is_url(named) else ""
    if named and not url and options.document:
        raise UsageError("is no URL, and --document names the document", where=named)
    given = options.document or (Path(named) if named and not url else None)
    config = find_project(options, needed=given is None)
    document = load_document(given or config.path(config.spec.output), allow_ref=options.allow_ref)
    say_findings(document.findings)
    job = TrafficJob(
        document=document, traffic=options.traffic, base_url=url.rstrip("/"), reports=options.report,
        fields=dict(parse_field(text) for text in options.traffic_field), deviations=options.deviations,
        baseline=options.write_baseline,
    )  # fmt: skip
    result = check_traffic(job, config)
    _print(options, result, config)
    return result.exit_code


def _clean_up(options: argparse.Namespace) -> int:
    """`docpact check URL --clean-up`."""
    url: str | None = options.url
    if url is None:
        raise UsageError("name the server", where="--clean-up", hint="docpact check URL --clean-up")
    # The document is needed for one thing only: a key that belongs elsewhere than in `Authorization`.
    document = load_document(options.document, allow_ref=options.allow_ref) if options.document else None
    authorization = build_credentials(_read_given(options), document.mapping if document else {}).authorization
    place = find_key_place(document.mapping) if document else None
    done = clean_up(journal_path(), url, authorization, place)
    for line in done.left:
        out(line)
    if done.left:
        out(f"they stay in the journal, one line each, until they are gone: {journal_path()}")
    say(f"{len(done.deleted)} deleted, {len(done.restored)} restored, {len(done.left)} left to look after")
    return FAILED if done.left else FINE
