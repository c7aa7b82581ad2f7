"""A run: its options, the context that tests get, and what is reported. `pytest contract_tests --base-url URL`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis.errors import Flaky
from schemathesis.core.failures import FailureGroup
from schemathesis.errors import InvalidSchema

from contract_suite.context import Context, build_context
from contract_suite.credentials import read_credentials
from contract_suite.errors import SuiteError
from contract_suite.findings import INTERRUPTED, TEST_ERROR, Failure, Findings, write_findings
from contract_suite.guard import NotAllowedError
from contract_suite.key_place import AUTHORIZATION
from contract_suite.life_cycle import Impossible
from contract_suite.plan import DEFAULTS, EXAMPLES, Plan, add_options, load_plan, read_options
from contract_suite.results import ContractFailure, Results

# Few requests find much in the first files; the systematic cases come after them, those that delete last: tests share
# the server, and at the beginning its state is as the documentation has it.
FILES = (
    "test_access", "test_refusals", "test_steadiness", "test_lists", "test_flows", "test_samples", "test_stateful",
    "test_operations",
)  # fmt: skip
METHODS = ("GET", "HEAD", "OPTIONS", "PATCH", "PUT", "POST", "DELETE")
DOCUMENTS = ("spec/openapi.yaml", "openapi.yaml")
CONTEXT = pytest.StashKey[Context]()
FAILED_BEFORE = pytest.StashKey[set[tuple[str, str]]]()
"""Operation and check of what had failed when a test began."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of a run: those of a plan, or the file that holds one."""
    group = parser.getgroup("contract", f"contract tests (the Authorization header comes from {AUTHORIZATION})")
    group.addoption("--plan", type=Path, metavar="FILE", help="all options as JSON, in place of the options below")
    with suppress(ValueError):  # pytest-base-url has it already, and means the same.
        group.addoption("--base-url", metavar="URL", help="the server, with the path before all operations")
    group.addoption("--document", type=Path, metavar="FILE", help=f"OpenAPI document (default: {DOCUMENTS[0]})")
    group.addoption("--depth", choices=[*EXAMPLES], default=DEFAULTS.depth, help="how much is generated")
    group.addoption("--only", action="append", default=[], metavar="OPERATION", help="only `METHOD /path`; repeatable")
    group.addoption("--journal", type=Path, metavar="FILE", help="where to list what is created until it is deleted")
    group.addoption("--record", type=Path, metavar="FILE", help="write every exchange, one JSON object a line")
    group.addoption("--results", type=Path, metavar="FILE", help="write the findings as JSON")
    group.addoption(
        "--steps", dest="progress", action="store_true", default=DEFAULTS.progress,
        help="write the name of each test to standard error",
    )  # fmt: skip
    add_options(group.addoption)


def pytest_configure(config: pytest.Config) -> None:
    """Send the first requests; end the run with exit code 2 where no server of this API accepts them."""
    config.addinivalue_line("markers", "cases(names, find): one test for each case that find(context) yields")
    config.addinivalue_line("markers", "generated: one test for each operation, with cases that schemathesis generates")
    if config.option.help:
        return
    if config.getoption("plan"):
        _end_when_told()
    plan = None
    try:
        plan = _read_plan(config)
        config.stash[CONTEXT] = build_context(plan, read_credentials())
    except SuiteError as error:
        message = str(error)
        if plan is not None and plan.results:
            write_findings(Findings(error=_redact(message)), plan.results)
        pytest.exit(message, returncode=2)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one test of each case that the test's marker `cases` finds."""
    marker = metafunc.definition.get_closest_marker("cases")
    if marker is not None:
        names, find = marker.args
        metafunc.parametrize(names, list(find(metafunc.config.stash[CONTEXT])))


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: Any) -> Any:  # noqa: ANN401 - pytest's.
    """Hand a test that is marked `generated` to schemathesis, with the schema of this run."""
    if not any(mark.name == "generated" for mark in getattr(obj, "pytestmark", ())):
        return None
    context = collector.config.stash[CONTEXT]
    # A part of a small document may have no operation; schemathesis takes that for a mistake.
    if not context.selection.called:
        return []

    def test(case: Any) -> None:  # noqa: ANN401 - schemathesis'.
        obj(context, case)

    wrapped = context.schema.parametrize()(test)
    return collector.ihook.pytest_pycollect_makeitem(collector=collector, name=name, obj=wrapped)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in order."""
    items.sort(key=_rank)


@pytest.fixture(scope="session")
def context(pytestconfig: pytest.Config) -> Context:
    """Everything that the tests of the run share."""
    return pytestconfig.stash[CONTEXT]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Skip a test whose requests may not be sent, or that cannot be made with this server.

    What its requests changed on somebody's server is changed back, however it ends.
    """
    try:
        return (yield)
    except (NotAllowedError, Impossible) as reason:
        pytest.skip(str(reason))
    except InvalidSchema as error:
        # It costs that operation only.
        label = item.name.partition("[")[2].removesuffix("]") or item.name
        item.config.stash[CONTEXT].results.left_out[label] = f"its description can't be used: {error}"
        pytest.skip(str(error))
    finally:
        item.config.stash[CONTEXT].client.session.take_back()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add what a test found to the results, and keep secrets out of what pytest prints about it."""
    context = item.config.stash[CONTEXT]
    results = context.results
    if call.when == "setup":
        item.stash[FAILED_BEFORE] = set(results.failures)
    report = yield
    before = item.stash[FAILED_BEFORE]
    if context.client.session.monitor.is_at_limit():
        item.session.shouldstop = "a limit of the run is reached"
    if call.when == "call" and context.plan.progress:
        _say_step(item, results)
    if call.excinfo is not None and report.failed:
        _add_error(results, item, call.excinfo.value)
        report.longrepr = results.redact(str(report.longrepr))
        report.sections = [(title, results.redact(text)) for title, text in report.sections]
    elif call.when == "call" and report.passed and (found := set(results.failures) - before):
        # A failure of one case doesn't keep the others from being sent, so nothing was raised.
        report.outcome = "failed"
        report.longrepr = "\n".join(f"{label}: {check}" for label, check in sorted(found))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print where server and document disagree, and which operations weren't called."""
    results = config.stash[CONTEXT].results
    lines = results.format()
    if lines:
        terminalreporter.section("server and documentation disagree")
        terminalreporter.write_line("\n".join(lines))
    for reason in sorted(set(results.left_out.values())):
        count = sum(why == reason for why in results.left_out.values())
        terminalreporter.write_line(f"{count} not called: {reason}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write the findings; the run fails, too, where a failure is beside the subject of every test."""
    context = session.config.stash.get(CONTEXT, None)
    if context is None:
        return
    health = context.client.session.monitor.health
    if exitstatus == pytest.ExitCode.INTERRUPTED and not health.trouble:
        health.trouble = INTERRUPTED
    context.close()
    if context.results.failures and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    if context.plan.results:
        write_findings(context.results.build_findings(), context.plan.results)


def _say_step(item: pytest.Item, results: Results) -> None:
    """Write which test has run, and how far the run is."""
    items = item.session.items
    done = items.index(item) + 1
    found = f"({results.sent.total()} requests, {len(results.failures)} failures)"
    sys.stderr.write(f"· {done}/{len(items)} {item.name} {found}\n")


def _end_when_told() -> None:
    """End well at a SIGTERM, by which the tool hands on a Ctrl-C; the terminal's own would come twice."""

    def interrupt(number: int, frame: object) -> None:
        del number, frame
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, interrupt)


def _read_plan(config: pytest.Config) -> Plan:
    if path := config.getoption("plan"):
        return load_plan(path)
    document = config.getoption("document") or next(
        (p for p in map(Path, DOCUMENTS) if p.is_file()), Path(DOCUMENTS[0])
    )
    return read_options(config.option, document=document, base_url=config.getoption("base_url") or "")


def _add_error(results: Results, item: pytest.Item, error: BaseException) -> None:
    # schemathesis' failures are among the results already; so is what hypothesis cannot make happen again.
    if isinstance(error, ContractFailure):
        results.add(error.failure)
    elif not isinstance(error, FailureGroup) and not (isinstance(error, Flaky) and results.failures):
        label = item.name.partition("[")[2].removesuffix("]") or item.name
        message = f"{type(error).__name__}: {error}"
        results.add(Failure(operation=label, check=TEST_ERROR, message=message, curl=""))


def _rank(item: pytest.Item) -> tuple[int, int, bool]:
    file = next((i for i, name in enumerate(FILES) if item.path.stem == name), 0)
    # Only generated cases are ordered by their method: the other tests clean up after themselves.
    method = next((i for i, m in enumerate(METHODS) if f"[{m} " in item.name), 0)
    if item.path.stem != FILES[-1]:
        return file, 0, False
    # Deleting all of something, the caller's own account perhaps, comes after everything else.
    return file, method, "[DELETE " in item.name and "{" not in item.name


def _redact(message: str) -> str:
    try:
        secrets = read_credentials().secrets
    except SuiteError:
        return message
    return Results(secrets=secrets).redact(message)
