"""Runs the contract tests in processes of their own and reads what they found."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from docpact.contract.progress import ProgressReader
from docpact.contract.result import FAILED, FINE, ContractResult, merge_findings
from docpact.contract.saved_state import cache_folder
from docpact.contract.suite import (
    AUTHORIZATION,
    CLIENT,
    EXTRA,
    KEYS,
    SCOPE_KEYS,
    TEST_ERROR,
    Credentials,
    Findings,
    Plan,
    Redactor,
    dump_plan,
    find_contract_tests,
    read_findings,
)
from docpact.errors import ServerError, ToolError

RESULTS = "results.json"
ENDED = 2
"""The exit code of pytest where a run was interrupted, or has reached a limit."""
NO_TESTS = 5
"""The exit code of pytest where it ran no test."""


def run_contract(
    plan: Plan, credentials: Credentials, *, copies: Sequence[str] = (), progress: ProgressReader | None = None
) -> ContractResult:
    """Test the server of a plan against its document.

    `copies` are the URLs of copies of the server that share nothing with it: each gets a process and a part of the
    operations. Raises `ServerError` where no server of this API is there, `ToolError` where the tests could not be run.
    """
    servers = (plan.base_url, *copies)
    with tempfile.TemporaryDirectory(prefix="docpact-contract-") as name:
        folders = [Path(name) / str(number) for number in range(len(servers))]
        plans = [
            _plan_part(plan, url, number, len(servers), folder)
            for number, (url, folder) in enumerate(zip(servers, folders, strict=True))
        ]
        processes = Processes()
        with ThreadPoolExecutor(len(plans)) as pool:
            waiting = [
                pool.submit(_run, part, folder, credentials, processes, progress)
                for part, folder in zip(plans, folders, strict=True)
            ]
            ended = processes.wait(waiting)
        if processes.interrupted and not all((folder / RESULTS).is_file() for folder in folders):
            # Before the first request.
            raise KeyboardInterrupt
        found = [_read(folder, code, output) for folder, (code, output) in zip(folders, ended, strict=True)]
        if plan.record is not None:
            with plan.record.open("w", encoding="utf-8") as stream:
                stream.writelines(part.record.read_text("utf-8") for part in plans if part.record)
    if all(code == NO_TESTS for code, _ in ended):
        hint = "no operation fits -k, or none may be called"
        raise ServerError("nothing was tested", where=plan.base_url, hint=hint)
    return merge_findings(found, plan)


@dataclass(slots=True)
class Processes:
    """The processes of a run; Ctrl-C lets them restore and delete what they have to, and write their findings."""

    interrupted: bool = False
    _running: list[subprocess.Popen[str]] = field(default_factory=list)

    def add(self, process: subprocess.Popen[str]) -> None:
        """Take one more."""
        self._running.append(process)
        if self.interrupted:
            process.terminate()

    def wait(self, waiting: Sequence[Future[tuple[int, str]]]) -> list[tuple[int, str]]:
        """Return the exit code of each, and what it printed; a second Ctrl-C ends them at once and is raised."""
        try:
            return [done.result() for done in waiting]
        except KeyboardInterrupt:
            self.interrupted = True
            for process in list(self._running):
                process.terminate()
        try:
            return [done.result() for done in waiting]
        except KeyboardInterrupt:
            for process in list(self._running):
                process.kill()
            raise


def _plan_part(plan: Plan, url: str, number: int, servers: int, folder: Path) -> Plan:
    """Return the plan of one of several servers: of the part `2/8`, two servers get `3/16` and `4/16`."""
    part, parts = plan.shard
    return replace(
        plan, base_url=url, document=plan.document.resolve(), results=folder / RESULTS,
        shard=((part - 1) * servers + number + 1, parts * servers),
        record=folder / "record.jsonl" if plan.record is not None else None,
    )  # fmt: skip


def _run(
    plan: Plan, folder: Path, credentials: Credentials, processes: Processes, progress: ProgressReader | None
) -> tuple[int, str]:
    """Run the tests of one plan in a process; return its exit code and what it printed."""
    folder.mkdir()
    options = folder / "plan.json"
    options.write_text(dump_plan(plan), "utf-8")
    tests = find_contract_tests()
    command = [
        sys.executable, "-m", "pytest", str(tests),
        # Named: pytest would look for a configuration above everything that an argument names, the plan too.
        "-c", str(tests / "pytest.ini"), "--rootdir", str(tests), "--plan", str(options),
        *(["-k", plan.keyword] if plan.keyword else []),
    ]  # fmt: skip
    with subprocess.Popen(  # noqa: S603 - our own interpreter with a list of arguments.
        command, cwd=folder, env=_environment(credentials), text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT if progress is None else subprocess.PIPE,
    ) as process:  # fmt: skip
        processes.add(process)
        if progress is not None and process.stderr is not None:
            reading = threading.Thread(target=progress.read, args=(process.pid, process.stderr), daemon=True)
            reading.start()
            printed = process.stdout.read() if process.stdout else ""
            reading.join()
        else:
            printed, _ = process.communicate()
    return process.wait(), Redactor(credentials.secrets).redact(printed or "")


def _environment(credentials: Credentials) -> dict[str, str]:
    ours = {"PYTEST_ADDOPTS", AUTHORIZATION, SCOPE_KEYS, KEYS, EXTRA, CLIENT}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    # The same seed sends the same cases only where sets of strings are in the same order.
    environment |= {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    # hypothesis' tables of characters, which take a second and more to make; nothing of a run is kept there.
    environment.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(cache_folder() / "hypothesis"))
    return environment | credentials.environment


def _read(folder: Path, code: int, output: str) -> Findings:
    """Return what one process found; raises `ServerError`, `ToolError`."""
    results = folder / RESULTS
    if not results.is_file():
        raise ToolError(f"the contract tests could not be run:\n{output[-3000:]}")
    found = read_findings(results)
    if found.error:
        raise ServerError(found.error)
    if found.trouble and code == ENDED:
        return found
    if code not in {FINE, FAILED, NO_TESTS} or (code == FAILED) is not bool(found.failures):
        raise ToolError(f"the contract tests ended unexpectedly:\n{output[-3000:]}")
    errors = [failure.message for failure in found.failures if failure.check == TEST_ERROR]
    if not errors:
        return found
    # What was found before and after stays.
    failures = tuple(failure for failure in found.failures if failure.check != TEST_ERROR)
    trouble = found.trouble or f"a contract test failed by itself, the others ran: {errors[0]}"
    return replace(found, failures=failures, trouble=trouble)
