"""`docpact check` beside `schemathesis run` with its default settings: same document, same faults, one after the other.

    python benchmarks/check/beside_schemathesis.py

One mock a tool, each with the same twelve faults, every fault at an operation of its own. A fault is found where its
operation is reported; an operation that is reported without a fault is a false alarm.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from docpact.config import load_config
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import Plan
from docpact.emit import load_document
from docpact.mock import create_app, running, sample_authorization

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"
FAULTS = {
    "missing-member": "GET /my/mobile/{id}",
    "unlisted-value": "GET /my/gate/{id}",
    "time-in-words": "GET /my/doorsensor/{id}",
    "wrong-status-code": "GET /my/lock/{id}/sync",
    "lost-update": "PATCH /my/lock",
    "readable-after-delete": "GET /my/lock/{id}/pin/{pinId}",
    "ignored-filters": "GET /my/lock",
    "ignored-paging": "GET /my/gate",
    "first-page-again": "GET /my/doorsensor",
    "ignores-credentials": "GET /organization",
    "accepts-missing-member": "POST /my/mobile",
    "put-takes-turns": "PUT /my/personalaccesskey/{id}",
}


def main() -> None:
    """Print the table."""
    for line in compare():
        print(line, flush=True)


def compare() -> Iterator[str]:
    """Yield the lines of the table, and beside each what it missed."""
    yield "| tool | faults found of 12 | false alarms | requests | s | processor s |\n|---|---|---|---|---|---|"
    for name, measure in (("docpact check", ours), ("docpact check --quick", quick), ("schemathesis run", theirs)):
        start, used = time.monotonic(), _used()
        reported, requests = measure()
        missed = sorted(fault for fault, operation in FAULTS.items() if operation not in reported)
        alarms = sorted(reported - set(FAULTS.values()))
        seconds = time.monotonic() - start
        row = (f"`{name}`", len(FAULTS) - len(missed), len(alarms), requests, f"{seconds:.0f}", f"{_used() - used:.0f}")
        yield f"| {' | '.join(map(str, row))} |"
        yield f"<!-- missed: {', '.join(missed) or 'none'}; false alarms: {', '.join(alarms) or 'none'} -->"


def _used() -> float:
    """Return the processor time of this process, which serves, and of those that it has waited for."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def ours(depth: str = "default") -> tuple[set[str], int]:
    """Return what `docpact check` reports, and how much it asks."""
    faults = [f"{fault}:{operation}" for fault, operation in FAULTS.items()]
    job = CheckJob(plan=Plan(base_url="", document=DOCUMENT, depth=depth), faults=faults)
    result = run_job(job, load_config(ROOT / "docpact.toml"))
    return {failure.operation for failure in result.failures}, result.requests


def quick() -> tuple[set[str], int]:
    """Return the same for `--quick`."""
    return ours("quick")


def theirs() -> tuple[set[str], int]:
    """Return the same for `schemathesis run`."""
    with _mock() as (url, key, count), tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "junit.xml"
        command = [
            str(Path(sys.executable).with_name("schemathesis")), "run", str(DOCUMENT), "--url", url,
            "--header", f"Authorization: {key}", "--report", "junit", "--report-junit-path", str(report),
            "--no-color", "--seed", "0",
        ]  # fmt: skip
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SCHEMATHESIS")}
        subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)
        cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 - from the tool that we just ran.
        return {str(case.get("name")) for case in cases if case.find("failure") is not None}, count()


@dataclass
class Counting:
    """Answers as another application does, and counts."""

    app: ASGIApp
    base_path: str
    asked: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        self.asked += scope["type"] == "http"
        await self.app(scope, receive, send)


@contextmanager
def _mock() -> Iterator[tuple[str, str, Callable[[], int]]]:
    """Yield a mock with the faults: its URL, its key, and how much it was asked."""
    raw = load_document(DOCUMENT)
    app = create_app(raw, behaviours=["tedee"], faults=[f"{fault}:{place}" for fault, place in FAULTS.items()])
    counting = Counting(app, app.base_path)
    with running(counting) as url:
        yield url, sample_authorization(raw), lambda: counting.asked


if __name__ == "__main__":
    main()
