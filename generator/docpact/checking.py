"""`docpact check`: a server or a mock that is started for it, tested, held against what is known, reported."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from docpact.config import Config
from docpact.contract import (
    ContractResult,
    apply_deviations,
    journal_path,
    keep_failures,
    read_deviations,
    read_failures,
    run_contract,
)
from docpact.contract.deviations import FILE as DEVIATIONS
from docpact.contract.run import AUTHORIZATION
from docpact.emit import load_document
from docpact.errors import UsageError
from docpact.report import check_report_paths, needs_exchanges, write_report

WORKERS = 2
"""How many mocks a run without a URL tests at once: more than two gain nothing, since every process starts anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What is to be checked, and what is to be done with the result."""

    document: Path
    url: str | None = None
    """The server; a mock of the document where it is None."""
    reports: Sequence[Path] = ()
    deviations: Path | None = None
    """Where None, the project's own `deviations.toml`, if there is one."""
    replay: bool = False
    """Only what failed the last time."""
    workers: int | None = None
    """How many mocks are tested at once; as many as pay where None."""
    faults: Sequence[str] = ()
    """Of the mock's catalogue, for what is wrong with it."""
    today: date | None = None


def check(plan: Check, config: Config, **options: Any) -> ContractResult:  # noqa: ANN401 - `contract.run.Plan`'s fields.
    """Return what the server and the document disagree about; writes the reports.

    Raises `UsageError` before anything is sent where a file makes no sense, `ServerError` where there is no server.
    """
    check_report_paths(plan.reports)
    known_in = plan.deviations or config.path(DEVIATIONS)
    deviations = read_deviations(known_in) if plan.deviations or known_in.is_file() else ()
    name = plan.url or f"mock of {plan.document.resolve()}"
    if plan.replay:
        options["only"] = read_failures(name)
        if not options["only"]:
            raise UsageError("nothing failed in the last run, or none is kept", where="--replay", hint="run it without")
    with tempfile.TemporaryDirectory(prefix="docpact-check-") as folder:
        exchanges = Path(folder) / "exchanges.jsonl" if needs_exchanges(plan.reports) else None
        result = run_plan(plan, config, {**options, "record": exchanges})
        today = plan.today or datetime.now(UTC).date()
        result = apply_deviations(result, deviations, today)
        for path in plan.reports:
            write_report(path, result, config.docs.source, exchanges)
    keep_failures(result, name)
    return result


def run_plan(plan: Check, config: Config, options: dict[str, Any]) -> ContractResult:
    """Return what is found, as it is: nothing is held against deviations, reported or kept."""
    if plan.url is not None:
        key = os.environ.get(AUTHORIZATION)
        return run_contract(plan.document, base_url=plan.url, authorization=key, journal=journal_path(), **options)
    from docpact.mock import create_app, running, sample_authorization  # noqa: PLC0415 - only a run without a URL.

    loaded = load_document(plan.document)
    workers = plan.workers or min(WORKERS, os.cpu_count() or 1)
    if options.get("keyword") or options.get("only"):
        workers = 1  # Few operations: a second process would start for little or nothing.
    apps = [create_app(loaded, behaviours=config.mock.behaviours, faults=plan.faults) for _ in range(workers)]
    key = sample_authorization(loaded)
    scope_keys = {scope: f"{key}-{scope}" for scope in _scopes(loaded)} if key else {}
    for app in apps:
        app.engine.store.records["keys"] |= {
            header.partition(" ")[2]: {"id": "", "scopes": [scope]} for scope, header in scope_keys.items()
        }
    with ExitStack() as stack:
        servers = [stack.enter_context(running(app)) for app in apps]
        return run_contract(
            plan.document, base_url=servers[0], more=servers[1:], authorization=key, scope_keys=scope_keys, **options
        )  # fmt: skip


def _scopes(document: Mapping[str, Any]) -> list[str]:
    """Return the scopes that operations ask for."""
    operations = [o for path_item in document["paths"].values() for o in path_item.values() if isinstance(o, dict)]
    needed = [alternative for o in operations for alternative in o.get("security", ())]
    return sorted({scope for alternative in needed for scopes in alternative.values() for scope in scopes})
