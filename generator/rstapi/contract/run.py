"""Runs the contract tests in a process of their own and reads what they found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rstapi.errors import ServerError, ToolError

AUTHORIZATION = "RSTAPI_AUTHORIZATION"
FOLDER = "contract_tests"
FINE, FAILED = 0, 1
TEST_ERROR = "test_error"
"""The check of what is no failure of the server, but of a test."""
TESTS_FAILED, NO_TESTS = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Where server and document disagree."""

    operation: str
    """`GET /my/lock`."""
    check: str
    """What it doesn't keep to, as schemathesis names its checks."""
    message: str
    curl: str
    """A command that shows it again; the credentials are left to the environment."""
    expected: str = ""
    got: str = ""
    source: str = ""
    """`file:line` of the documentation; empty where the document doesn't say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractResult:
    """What a run of the contract tests found."""

    exit_code: int
    operations: int
    """How many were called."""
    requests: int
    failures: tuple[Failure, ...]
    left_out: Mapping[str, str]
    """Operation → why it was not called."""
    seconds: float


def run_contract(  # noqa: PLR0913 - the options of one command, all by name.
    document: Path,
    *,
    base_url: str,
    authorization: str | None,
    seed: int = 0,
    examples: int | None = None,
    allow: Sequence[str] = (),
    devices: Sequence[str] = (),
    budget: int = 600,
    remote: bool = False,
    keyword: str | None = None,
    progress: bool = False,
) -> ContractResult:
    """Test the server against the document.

    Raises `ServerError` where no server of this API is there, `ToolError` where the tests could not be run.
    """
    with tempfile.TemporaryDirectory(prefix="rstapi-contract-") as name:
        results = Path(name) / "results.json"
        command = [
            sys.executable, "-m", "pytest", str(find_contract_tests()),
            # Set once more: pytest would take the folder above for its root where that has a configuration.
            "--rootdir", str(find_contract_tests()), "--base-url", base_url, "--document", str(document.resolve()),
            "--results", str(results), "--seed", str(seed), "--budget", str(budget),
        ]  # fmt: skip
        command += [part for level in allow for part in ("--allow", level)]
        command += [part for device in devices for part in ("--device", device)]
        command += (["--remote"] if remote else []) + (["--steps"] if progress else [])
        command += (["-k", keyword] if keyword else []) + (["--examples", str(examples)] if examples is not None else [])
        code, said = _run(command, Path(name), authorization, progress=progress)
        if not results.is_file():
            raise ToolError(f"the contract tests could not be run:\n{said[-3000:]}")
        found = json.loads(results.read_text("utf-8"))
    if found["error"]:
        raise ServerError(found["error"])
    if code == NO_TESTS:
        raise ServerError("nothing was tested", where=base_url, hint="no operation fits -k, or none may be called")
    if code not in {FINE, TESTS_FAILED} or (code == TESTS_FAILED) is not bool(found["failures"]):
        raise ToolError(f"the contract tests ended unexpectedly:\n{said[-3000:]}")
    errors = [failure["message"] for failure in found["failures"] if failure["check"] == TEST_ERROR]
    if errors:
        raise ToolError(f"a contract test failed by itself:\n{errors[0]}")
    return _read_result(found)


def format_contract(result: ContractResult) -> str:
    """Return the result for people: each failure with its check and a line that shows it again, then the verdict."""
    lines: list[str] = []
    for failure in result.failures:
        lines.append(f"{failure.operation}: {failure.check}")
        lines += [f"    {line}" for line in failure.message.splitlines() if line.strip()]
        lines += [f"    {failure.curl}", ""] if failure.curl else [""]
    for reason, count in Counter(result.left_out.values()).items():
        lines.append(f"{count} operation{'s' * (count > 1)} not called: {reason}")
    called = f"{result.operations} operations, {result.requests} requests, {result.seconds:.0f} s"
    wrong = len({failure.operation for failure in result.failures})
    if result.failures:
        lines.append(f"{len(result.failures)} failures in {wrong} operations ({called})")
    else:
        lines.append(f"server and documentation agree ({called})")
    return "\n".join(lines)


def find_contract_tests() -> Path:
    """Return the folder of the contract tests: inside an installed package, or beside the sources in a clone."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / FOLDER, package.parents[1] / FOLDER):
        if (folder / "conftest.py").is_file():
            return folder
    raise ToolError("the contract tests are missing", where=str(package / FOLDER), hint="install rstapi anew")


def cache_folder() -> Path:
    """Return the person's own folder for what can be made anew, as the XDG base directory specification has it."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(given) if given else Path.home() / ".cache") / "rstapi"
    except RuntimeError:  # No home.
        return Path(tempfile.gettempdir()) / f"rstapi-{os.getpid()}"


def _run(command: list[str], folder: Path, authorization: str | None, *, progress: bool) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTEST_ADDOPTS", AUTHORIZATION}}
    # The same seed sends the same cases only where sets of strings are in the same order.
    environment |= {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    # hypothesis' tables of characters, which take a second and more to make; nothing of a run is kept there.
    environment.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(cache_folder() / "hypothesis"))
    if authorization:
        environment[AUTHORIZATION] = authorization
    done = subprocess.run(  # noqa: S603 - our own interpreter with a list of arguments.
        command, cwd=folder, env=environment, check=False, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=None if progress else subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout or ""


def _read_result(found: Mapping[str, Any]) -> ContractResult:
    failures = tuple(Failure(**failure) for failure in found["failures"])
    return ContractResult(
        exit_code=FAILED if failures else FINE,
        operations=len(found["operations"]),
        requests=found["requests"],
        failures=failures,
        left_out=found["left_out"],
        seconds=found["seconds"],
    )
