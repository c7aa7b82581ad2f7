"""`docpact check`: tests a server, or a mock that it starts, compares with the known deviations, writes the reports."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from docpact.config import Config
from docpact.contract.baseline import check_baseline, write_baseline
from docpact.contract.credentials import NOTHING_GIVEN, Given, build_credentials
from docpact.contract.deviations import FILE as DEVIATIONS
from docpact.contract.deviations import apply_deviations, read_deviations
from docpact.contract.progress import ProgressReader
from docpact.contract.reports import check_report_paths, needs_exchanges, write_report
from docpact.contract.result import ContractResult, date_result
from docpact.contract.run import run_contract
from docpact.contract.saved_state import journal_path, read_failed, save_failed
from docpact.contract.suite import Credentials, Plan
from docpact.document import Document, load_document, write_document
from docpact.errors import UsageError

WORKERS = 2
"""How many mocks are tested at once: more than two gain nothing, since each process has to start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckJob:
    """What is tested, and what is done with the result."""

    plan: Plan
    """The options of the tests; an empty URL stands for a mock of the document."""
    document: Document | None = None
    """The document, where it has been read already; None to read the plan's file."""
    reports: Sequence[Path] = ()
    """The files to write; the ending names the format."""
    deviations: Path | None = None
    """The list of known deviations; where None, the project's `deviations.toml`, if there is one."""
    credentials: Given = NOTHING_GIVEN
    """The credentials, as the command line gives them, beside those of the environment's variables."""
    baseline: Path | None = None
    """A list of deviations that the failures are added to; None to record none."""
    replay: bool = False
    """Whether only the operations are tested that failed in the last run."""
    workers: int | None = None
    """How many mocks are tested at once; None for as many as save time."""
    faults: Sequence[str] = ()
    """The faults of the mock, by their names in its catalogue."""
    progress: ProgressReader | None = None
    """What reads how far the tests are; only where the plan says that they say so."""
    today: date | None = None
    """The day by which deviations are overdue; None for today."""


def check(job: CheckJob, config: Config) -> ContractResult:
    """Return where the server and the document disagree; writes the reports.

    Raises `UsageError` before anything is sent where a file is malformed, `ServerError` where there is no server.
    """
    check_report_paths(job.reports)
    check_baseline(job.baseline)
    known_in = job.deviations or config.path(DEVIATIONS)
    deviations = read_deviations(known_in) if job.deviations or known_in.is_file() else ()
    plan = job.plan
    name = plan.base_url or f"mock of {plan.document.resolve()}"
    if job.replay:
        plan = replace(plan, only=frozenset(read_failed(name)))
        if not plan.only:
            raise UsageError(
                "nothing failed in the last run, or there was none", where="--replay", hint="run it without"
            )
    with tempfile.TemporaryDirectory(prefix="docpact-check-") as folder:
        exchanges = Path(folder) / "exchanges.jsonl" if needs_exchanges(job.reports) else None
        result = run_job(replace(job, plan=replace(plan, record=exchanges)), config)
        today = job.today or datetime.now(UTC).date()
        named = job.document.name if job.document is not None else str(plan.document)
        result = date_result(apply_deviations(result, deviations, today), named)
        if job.baseline is not None:
            result = write_baseline(job.baseline, result, today)
        for path in job.reports:
            write_report(path, result, config.docs.source, exchanges)
    save_failed(result, name)
    return result


def run_job(job: CheckJob, config: Config) -> ContractResult:
    """Return all failures that the tests find: known deviations count, and nothing is written or saved.

    The tests get the normalised document: they follow no references to files, and know one version.
    """
    document = job.document or load_document(job.plan.document)
    with tempfile.TemporaryDirectory(prefix="docpact-document-") as folder:
        handed = Path(folder, "document.json")
        write_document(document, handed)
        job = replace(job, plan=replace(job.plan, document=handed))
        if not job.plan.base_url:
            return _check_mock(job, document, config)
        credentials = build_credentials(job.credentials, document.mapping)
        return run_contract(replace(job.plan, journal=journal_path()), credentials, progress=job.progress)


def _check_mock(job: CheckJob, document: Document, config: Config) -> ContractResult:
    from docpact.mock import create_app, running, sample_authorization, sample_keys  # noqa: PLC0415 - only a run without a URL.

    workers = job.workers or min(WORKERS, os.cpu_count() or 1)
    if job.plan.keyword or job.plan.only or job.plan.max_failures is not None:
        workers = 1  # Few operations: a second process would start for little or nothing.
    apps = [create_app(document, behaviours=config.mock.behaviours, faults=job.faults) for _ in range(workers)]
    key = sample_authorization(document.mapping)
    scope_keys = {scope: f"{key}-{scope}" for scope in _find_scopes(document.mapping)} if key else {}
    for app in apps:
        app.engine.store.records["keys"] |= {
            header.partition(" ")[2]: {"id": "", "scopes": [scope]} for scope, header in scope_keys.items()
        }
    with ExitStack() as stack:
        servers = [stack.enter_context(running(app)) for app in apps]
        credentials = Credentials(authorization=key, scope_keys=scope_keys, keys=sample_keys(document.mapping))
        return run_contract(
            replace(job.plan, base_url=servers[0]), credentials, copies=servers[1:], progress=job.progress
        )


def _find_scopes(document: Mapping[str, Any]) -> list[str]:
    """Return the scopes that operations need."""
    operations = [o for path_item in document["paths"].values() for o in path_item.values() if isinstance(o, dict)]
    needed = [alternative for o in operations for alternative in o.get("security", ())]
    return sorted({scope for alternative in needed for scopes in alternative.values() for scope in scopes})
