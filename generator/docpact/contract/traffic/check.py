"""`docpact check --traffic`: judges what somebody recorded; nothing is sent."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from docpact.config import Config
from docpact.contract.baseline import check_baseline, write_baseline
from docpact.contract.deviations import FILE as DEVIATIONS
from docpact.contract.deviations import apply_deviations, read_deviations
from docpact.contract.reports import check_report_paths, needs_exchanges, write_report
from docpact.contract.result import ContractResult, date_result
from docpact.contract.traffic.files import Traffic, find_files
from docpact.contract.traffic.session import TrafficSession
from docpact.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficJob:
    """What is judged, and what is done with the result."""

    document: Document
    traffic: Sequence[Path]
    """Archives, logs, and folders of them."""
    base_url: str = ""
    """The only server whose exchanges count; empty for any."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Part of an exchange → where lines of JSON have it."""
    reports: Sequence[Path] = ()
    baseline: Path | None = None
    """A list of deviations that the failures are added to; None to record none."""
    deviations: Path | None = None
    """The list of known deviations; where None, the project's `deviations.toml`, if there is one."""
    today: date | None = None
    """The day by which deviations are overdue; None for today."""


def check_traffic(job: TrafficJob, config: Config) -> ContractResult:
    """Return where recorded responses and the document disagree; writes the reports.

    Raises `UsageError` before anything is judged where a file is missing or malformed.
    """
    check_report_paths(job.reports)
    check_baseline(job.baseline)
    known_in = job.deviations or config.path(DEVIATIONS)
    deviations = read_deviations(known_in) if job.deviations or known_in.is_file() else ()
    traffic = Traffic(find_files(job.traffic), job.fields)
    with tempfile.TemporaryDirectory(prefix="docpact-traffic-") as folder:
        exchanges = Path(folder) / "exchanges.jsonl" if needs_exchanges(job.reports) else None
        session = TrafficSession(job.document, job.base_url, exchanges)
        try:
            for exchange in traffic:
                session.note(exchange)
        finally:
            session.close()
        today = job.today or datetime.now(UTC).date()
        result = apply_deviations(session.build_result(traffic.troubles), deviations, today)
        result = date_result(result, job.document.name)
        if job.baseline is not None:
            result = write_baseline(job.baseline, result, today)
        for path in job.reports:
            write_report(path, result, config.docs.source, exchanges)
    return result
