"""Runs the contract tests in processes of their own and reads what they found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docpact.contract.kept import cache_folder
from docpact.contract.result import FAILED, FINE, ContractResult, merge_results
from docpact.errors import ServerError, ToolError

AUTHORIZATION = "DOCPACT_AUTHORIZATION"
SCOPE_KEYS = "DOCPACT_SCOPE_KEYS"
FOLDER = "contract_tests"
TEST_ERROR = "test_error"
"""The check of what is no failure of the server, but of a test."""
NO_TESTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is tested, and how far; the same names as the options of `docpact check`."""

    seed: int = 0
    examples: int | None = None
    depth: str = "default"
    allow: Sequence[str] = ()
    devices: Sequence[str] = ()
    budget: int = 600
    remote: bool = False
    keyword: str | None = None
    shard: tuple[int, int] = (1, 1)
    only: Sequence[str] = field(default_factory=tuple)
    """The operations to test; empty for all."""
    journal: Path | None = None
    scope_keys: Mapping[str, str] = field(default_factory=dict)
    """Scope → an `Authorization` header with that scope alone; the environment's where none are given."""
    record: Path | None = None
    """Where to write every exchange, a line of JSON each."""
    progress: bool = False


def run_contract(
    document: Path, *, base_url: str, authorization: str | None, more: Sequence[str] = (), **options: Any  # noqa: ANN401 - `Plan`'s fields.
) -> ContractResult:  # fmt: skip
    """Test the server against the document; `options` are the fields of `Plan`.

    `more` are copies of the server that share nothing with it: each gets a process and a part of the operations.
    Raises `ServerError` where no server of this API is there, `ToolError` where the tests could not be run.
    """
    plan = Plan(**options)
    servers = (base_url, *more)
    part, parts = plan.shard
    with tempfile.TemporaryDirectory(prefix="docpact-contract-") as name:
        folder = Path(name)
        # Each server's part of the part: `2/8` on two servers is `3/16` and `4/16`.
        shards = [f"{(part - 1) * len(servers) + n}/{parts * len(servers)}" for n in range(1, len(servers) + 1)]
        folders = [folder / str(number) for number in range(1, len(servers) + 1)]
        commands = [
            _command(document, url, plan, folders[n], shards[n]) for n, url in enumerate(servers)
        ]  # fmt: skip
        with ThreadPoolExecutor(len(commands)) as pool:
            waiting = [pool.submit(_run, c, f, authorization, plan) for c, f in zip(commands, folders, strict=True)]
            ended = [done.result() for done in waiting]
        found = [_read(f, code, said) for f, (code, said) in zip(folders, ended, strict=True)]
        if plan.record is not None:
            with plan.record.open("w", encoding="utf-8") as stream:
                stream.writelines((f / "record.jsonl").read_text("utf-8") for f in folders)
    if all(code == NO_TESTS for code, _ in ended):
        raise ServerError("nothing was tested", where=base_url, hint="no operation fits -k, or none may be called")
    return merge_results(found, base_url=base_url, seed=plan.seed, budget=plan.budget if _is_guarded(found) else None)


def find_contract_tests() -> Path:
    """Return the folder of the contract tests: inside an installed package, or beside the sources in a clone."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / FOLDER, package.parents[1] / FOLDER):
        if (folder / "conftest.py").is_file():
            return folder
    raise ToolError("the contract tests are missing", where=str(package / FOLDER), hint="install docpact anew")


def _command(document: Path, base_url: str, plan: Plan, folder: Path, shard: str) -> list[str]:
    folder.mkdir()
    tests = find_contract_tests()
    command = [
        sys.executable, "-m", "pytest", str(tests),
        # Named: pytest would look for a configuration above everything that an argument names, the document too.
        "-c", str(tests / "pytest.ini"), "--rootdir", str(tests), "--base-url", base_url,
        "--document", str(document.resolve()),
        "--results", str(folder / "results.json"), "--seed", str(plan.seed), "--budget", str(plan.budget),
        "--depth", plan.depth, "--shard", shard,
    ]  # fmt: skip
    command += [part for level in plan.allow for part in ("--allow", level)]
    command += [part for device in plan.devices for part in ("--device", device)]
    command += [part for operation in plan.only for part in ("--only", operation)]
    command += (["--remote"] if plan.remote else []) + (["--steps"] if plan.progress else [])
    command += ["-k", plan.keyword] if plan.keyword else []
    command += ["--examples", str(plan.examples)] if plan.examples is not None else []
    command += ["--journal", str(plan.journal)] if plan.journal is not None else []
    command += ["--record", str(folder / "record.jsonl")] if plan.record is not None else []
    return command


def _run(command: list[str], folder: Path, authorization: str | None, plan: Plan) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTEST_ADDOPTS", AUTHORIZATION}}
    # The same seed sends the same cases only where sets of strings are in the same order.
    environment |= {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    # hypothesis' tables of characters, which take a second and more to make; nothing of a run is kept there.
    environment.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(cache_folder() / "hypothesis"))
    if authorization:
        environment[AUTHORIZATION] = authorization
    if plan.scope_keys:
        environment[SCOPE_KEYS] = json.dumps(dict(plan.scope_keys))
    done = subprocess.run(  # noqa: S603 - our own interpreter with a list of arguments.
        command, cwd=folder, env=environment, check=False, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=None if plan.progress else subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout or ""


def _read(folder: Path, code: int, said: str) -> Mapping[str, Any]:
    """Return what one process found; raises `ServerError`, `ToolError`."""
    results = folder / "results.json"
    if not results.is_file():
        raise ToolError(f"the contract tests could not be run:\n{said[-3000:]}")
    found: dict[str, Any] = json.loads(results.read_text("utf-8"))
    if found["error"]:
        raise ServerError(found["error"])
    if code not in {FINE, FAILED, NO_TESTS} or (code == FAILED) is not bool(found["failures"]):
        raise ToolError(f"the contract tests ended unexpectedly:\n{said[-3000:]}")
    errors = [failure["message"] for failure in found["failures"] if failure["check"] == TEST_ERROR]
    if errors:
        raise ToolError(f"a contract test failed by itself:\n{errors[0]}")
    return found


def _is_guarded(found: Sequence[Mapping[str, Any]]) -> bool:
    return any(part["guarded"] for part in found)
