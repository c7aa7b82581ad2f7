"""The registry of checks, the page about them, and what the contract tests can report are the same set."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from schemathesis.checks import CHECKS as SCHEMATHESIS
from schemathesis.checks import load_all_checks

from contract_suite.checks import BY_NAME, CHECKS, Scope, describe_check, find_explained, find_replaced, rank_check
from contract_suite.generated_cases import NEVER_RUN
from docpact.contract.deviations import GONE, OVERDUE
from docpact.mock import FAULTS

ROOT = Path(__file__).resolve().parents[2]
REPORTING = {"Violation": "check", "fail": 1, "count": 1}
"""Function → the keyword or the position of its argument with a check's name."""


def modules() -> Iterator[ast.Module]:
    """The modules of the contract tests, but for the registry itself."""
    for path in sorted((ROOT / "contract_tests").rglob("*.py")):
        if path.name != "checks.py":
            yield ast.parse(path.read_text("utf-8"))


def reported(module: ast.Module) -> Iterator[str]:
    """The names of checks that a module gives to what reports them: texts and constants, not variables."""
    constants = {
        target.id: value.value
        for node in module.body if isinstance(node, ast.Assign)
        for target in node.targets if isinstance(target, ast.Name)
        for value in [node.value] if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }  # fmt: skip
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        where = REPORTING.get(name)
        if isinstance(where, int):
            given = node.args[where : where + 1]
        else:
            given = [keyword.value for keyword in node.keywords if keyword.arg == where and where]
        for argument in given:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value
            elif isinstance(argument, ast.Name) and argument.id in constants:
                yield constants[argument.id]


def test_every_reported_check_is_registered() -> None:
    """A check that is reported has its entry."""
    names = {name for module in modules() for name in reported(module)}
    assert len(names) > 20
    assert names <= set(BY_NAME)


def test_every_entry_of_ours_is_reported() -> None:
    """An entry that nothing reports is a promise that nobody keeps."""
    texts = {
        node.value
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    ours = {check.name for check in CHECKS if check.ours}
    assert ours == {name for name in BY_NAME if name in texts and BY_NAME[name].ours} | {GONE, OVERDUE}


def test_the_others_are_schemathesis_own() -> None:
    """Those that it runs on generated cases, all of them."""
    load_all_checks()
    never = {check.__name__ for check in NEVER_RUN}
    assert {check.name for check in CHECKS if not check.ours} == set(SCHEMATHESIS.get_all_names()) - never


def test_the_page_lists_the_registry() -> None:
    """Every check once, the most severe first, ours with a star."""
    text = (ROOT / "docs" / "reference" / "checks.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)`( \*)? \| ([^|]+) \| ", text, re.MULTILINE)
    assert rows == [(check.name, " *" if check.ours else "", str(check.scope)) for check in CHECKS]


def test_names_are_unique_and_references_lead_to_entries() -> None:
    """Nothing explains a check that isn't there."""
    assert len(BY_NAME) == len(CHECKS)
    for check in CHECKS:
        assert {*check.explains, *check.replaces} <= set(BY_NAME), check.name
        assert check.name not in {*check.explains, *check.replaces}
    assert {check.scope for check in CHECKS} == set(Scope)


def test_the_mock_names_registered_checks() -> None:
    """Each fault of the mock says by which check it is caught."""
    assert {fault.expected_check for fault in FAULTS.values()} <= set(BY_NAME)


@pytest.mark.parametrize(("failed", "explained"), [
    ({"not_a_server_error"}, {"status_code_conformance", "unsupported_method"}),
    ({"retry_after"}, set()),
    ({"something_else"}, set()),
])  # fmt: skip
def test_what_explains_what(failed: set[str], explained: set[str]) -> None:
    """A 500 isn't also an undocumented status."""
    assert explained <= find_explained(failed)
    assert bool(find_explained(failed)) is bool(explained)


def test_what_replaces_what() -> None:
    """A server that takes any key can't tell scopes apart."""
    assert find_replaced({"ignored_auth", "ignored_scopes"}) == {"ignored_scopes"}


def test_an_unregistered_check_comes_last_and_is_described_by_its_name() -> None:
    """A newer schemathesis may have one."""
    assert rank_check("changes_taken_back") == 0
    assert rank_check("new_check") == len(CHECKS)
    assert describe_check("new_check") == "new check"
