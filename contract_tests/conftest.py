"""Options, and what is said at the end. `pytest contract_tests --base-url URL`."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis.errors import Flaky
from schemathesis.core.failures import FailureGroup

from suite import current
from suite.options import AUTHORIZATION, Options, SuiteError, parse_shard, read_authorization, read_scope_keys
from suite.plan import Suite
from suite.results import ContractFailure, Failed

# What a few requests find comes first; the systematic cases come after it, those that delete last: tests share the
# server, and its state is as the documentation has it at the beginning.
FILES = (
    "test_access", "test_refusals", "test_steadiness", "test_lists", "test_flows", "test_samples", "test_stateful",
    "test_operations",
)  # fmt: skip
ORDER = ("GET", "HEAD", "OPTIONS", "PATCH", "PUT", "POST", "DELETE")
TEST_ERROR = "test_error"
KNOWN = pytest.StashKey[set[tuple[str, str]]]()
"""What had failed when a test began."""
EXAMPLES = {"quick": 0, "default": 10, "deep": 100}
"""Generated cases an operation, beside the systematic ones."""
DOCUMENTS = ("spec/openapi.yaml", "openapi.yaml")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of a run."""
    group = parser.getgroup("contract", f"contract tests (the Authorization header comes from {AUTHORIZATION})")
    with suppress(ValueError):  # pytest-base-url has it already, and means the same.
        group.addoption("--base-url", metavar="URL", help="the server, with the path before all operations")
    group.addoption("--document", type=Path, metavar="FILE", help=f"OpenAPI document (default: {DOCUMENTS[0]})")
    group.addoption("--examples", type=int, metavar="N", help="generated cases an operation")
    group.addoption("--depth", choices=[*EXAMPLES], default="default", help="how much is generated")
    group.addoption("--shard", default="1/1", metavar="I/N", help="only the I-th of N parts of the operations")
    group.addoption("--only", action="append", default=[], metavar="OPERATION", help="only `METHOD /path`; repeatable")
    group.addoption("--journal", type=Path, metavar="FILE", help="where to write down what is created till it is gone")
    group.addoption("--record", type=Path, metavar="FILE", help="write every exchange, a line of JSON each")
    group.addoption("--seed", type=int, default=0, metavar="N", help="the same seed sends the same cases")
    group.addoption("--allow", action="append", default=[], choices=["write", "physical"], help="off this machine")
    group.addoption("--device", action="append", default=[], metavar="ID", help="a device that may be touched")
    group.addoption("--budget", type=int, default=600, metavar="N", help="most requests, off this machine")
    group.addoption("--remote", action="store_true", help="the loopback address is a tunnel to somebody's server")
    group.addoption("--results", type=Path, metavar="FILE", help="write what was found as JSON")
    group.addoption("--steps", action="store_true", help="say on standard error which operation is tested")


def pytest_configure(config: pytest.Config) -> None:
    """Ask the server whether it is there; ends the run with exit code 2 where it isn't."""
    if config.option.help:
        return
    base_url = (config.getoption("base_url") or "").rstrip("/")
    given = config.getoption("document")
    depth, examples = config.getoption("depth"), config.getoption("examples")
    try:
        options = Options(
            base_url=base_url,
            document=given or next((p for p in map(Path, DOCUMENTS) if p.is_file()), Path(DOCUMENTS[0])),
            authorization=read_authorization(),
            seed=config.getoption("seed"),
            examples=EXAMPLES[depth] if examples is None else max(0, examples),
            depth=depth,
            shard=parse_shard(config.getoption("shard")),
            scope_keys=read_scope_keys(),
            journal=config.getoption("journal"),
            record=config.getoption("record"),
            first=frozenset(config.getoption("only")),
            allow=frozenset(config.getoption("allow")),
            devices=frozenset(config.getoption("device")),
            remote=config.getoption("remote"),
            budget=config.getoption("budget"),
        )
        current.suite = Suite(options)
        current.schema = current.suite.prepare()
    except SuiteError as error:
        _stop(config, str(error))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put them in order."""
    items.sort(key=_rank)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep what was found, and secrets out of what pytest says of it."""
    if call.when == "setup":
        item.stash[KNOWN] = set(current.suite.results.failures)
    report = yield
    results = current.suite.results
    known = item.stash[KNOWN]
    if call.when == "call" and "--steps" in sys.argv:
        sys.stderr.write(f"· {item.name}\n")
    if call.excinfo is not None and report.failed:
        error = call.excinfo.value
        if isinstance(error, ContractFailure):
            results.add(error.failed)
        elif not isinstance(error, FailureGroup) and not _is_unsteady(error):
            message = f"{type(error).__name__}: {error}"
            results.add(Failed(operation=_label(item), check=TEST_ERROR, message=message, curl=""))
        report.longrepr = results.redact(str(report.longrepr))
        report.sections = [(title, results.redact(text)) for title, text in report.sections]
    elif call.when == "call" and report.passed and (found := set(results.failures) - known):
        # What one case shows doesn't keep the others from being sent, so nothing was raised.
        report.outcome = "failed"
        report.longrepr = "\n".join(f"{label}: {check}" for label, check in sorted(found))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what server and document disagree about, and what wasn't called."""
    results = current.suite.results
    lines = results.format()
    if lines:
        terminalreporter.section("server and documentation disagree")
        terminalreporter.write_line("\n".join(lines))
    for reason in sorted(set(results.left_out.values())):
        count = sum(why == reason for why in results.left_out.values())
        terminalreporter.write_line(f"{count} not called: {reason}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write the results; what was found beside a test's own subject makes the run fail, too."""
    if not hasattr(current, "suite"):
        return
    current.suite.finish()
    if current.suite.results.failures and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    if path := session.config.getoption("results"):
        current.suite.results.write(path, current.suite.session.sent.total())


def _is_unsteady(error: BaseException) -> bool:
    """Tell whether hypothesis wonders that a failure isn't seen again: the failure itself is among the results."""
    return isinstance(error, Flaky) and bool(current.suite.results.failures)


def _rank(item: pytest.Item) -> tuple[int, int]:
    file = next((i for i, name in enumerate(FILES) if item.path.stem == name), 0)
    # Only generated cases are told apart by their method: the others clean up after themselves.
    method = next((i for i, m in enumerate(ORDER) if f"[{m} " in item.name), 0)
    return file, method if item.path.stem == FILES[-1] else 0


def _label(item: pytest.Item) -> str:
    return item.name.partition("[")[2].removesuffix("]") or item.name


def _stop(config: pytest.Config, message: str) -> None:
    if path := config.getoption("results"):
        from suite.results import Results  # noqa: PLC0415 - only where a run ends before it begins.

        results = Results((os.environ.get(AUTHORIZATION, ""),) if os.environ.get(AUTHORIZATION) else ())
        results.error = message
        results.write(path, 0)
    pytest.exit(message, returncode=2)
