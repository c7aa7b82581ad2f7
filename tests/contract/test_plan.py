"""All options of a run are in one plan, from the command line, from pytest's, and from a file."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from contract.shelves import Shelf, build_document, wrap_in_nothing
from contract_suite.credentials import Credentials, read_credentials
from contract_suite.errors import SuiteError
from contract_suite.findings import read_findings
from contract_suite.plan import DEFAULTS, EXAMPLES, Plan, add_options, dump_plan, load_plan
from docpact.cli.grammar import build_parser
from docpact.contract.options import read_plan
from docpact.contract.suite import find_contract_tests
from docpact.mock import running

FULL = Plan(
    base_url="http://127.0.0.1:1/v1", document=Path("openapi.yaml"), depth="deep", examples=3, seed=4, shard=(2, 8),
    only=frozenset({"GET /a"}), keyword="a and b", allow=frozenset({"write"}), devices=frozenset({"7", "8"}), budget=9,
    allow_operations=frozenset({"POST /a"}),
    remote=True, max_failures=2, max_time=30, journal=Path("j"), record=Path("r"), results=Path("f"), progress=True,
)  # fmt: skip


def test_a_plan_survives_its_file(tmp_path: Path) -> None:
    """Every field, also at its default; the same plan gives the same bytes."""
    assert all(getattr(FULL, field.name) != getattr(DEFAULTS, field.name) for field in fields(Plan))
    for plan in (FULL, DEFAULTS):
        path = tmp_path / "plan.json"
        path.write_text(dump_plan(plan), "utf-8")
        assert load_plan(path) == plan
        assert dump_plan(load_plan(path)) == dump_plan(plan)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read"),
        ("[]", "is no JSON object"),
        ('{"base_url": "x"}', "'document' is missing"),
        ('{"base_url": "x", "document": "d", "color": 1}', "unknown option 'color'"),
        ('{"base_url": "x", "document": "d", "budget": "many"}', "'budget' cannot be 'many' (it must be int)"),
        ('{"base_url": "x", "document": "d", "budget": true}', "'budget' cannot be True"),
        ('{"base_url": "x", "document": "d", "budget": null}', "'budget' cannot be None"),
        ('{"base_url": "x", "document": "d", "only": "GET /a"}', "'only' cannot be 'GET /a'"),
        ('{"base_url": "x", "document": "d", "shard": [3, 2]}', "'shard' cannot be [3, 2]"),
        ('{"base_url": "x", "document": "d", "depth": "deepest"}', "'depth' cannot be 'deepest'"),
    ],
)
def test_a_file_that_holds_no_plan(text: str, message: str, tmp_path: Path) -> None:
    """One line says which file, what is wrong and what is known."""
    path = tmp_path / "plan.json"
    path.write_text(text, "utf-8")
    with pytest.raises(SuiteError) as raised:
        load_plan(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_command_line_gives_a_plan() -> None:
    """Without an option, each field has the default of `Plan`."""
    document = Path("openapi.yaml")
    options = build_parser().parse_args(["check"])
    assert read_plan(options, document) == replace(DEFAULTS, document=document)
    words = (
        "check http://127.0.0.1:1/v1 --deep --examples 3 --seed 4 --shard 2/8 --allow write --device 7 --device 8 "
        "--budget 9 --remote --max-failures 2 --max-time 30 -k words --allow-operation"
    )
    given = read_plan(
        build_parser().parse_args([*words.split(), "POST /a"]), document, base_url=FULL.base_url, progress=True
    )
    own: dict[str, Any] = {"only": frozenset(), "journal": None, "record": None, "results": None, "keyword": "words"}
    assert given == replace(FULL, **own)


def test_depths() -> None:
    """A number of examples counts more than the depth; none can't be fewer than none."""
    assert [replace(DEFAULTS, depth=depth).cases for depth in EXAMPLES] == [0, 10, 100]
    assert replace(DEFAULTS, depth="deep", examples=5).cases == 5
    assert replace(DEFAULTS, examples=-1).cases == 0


def test_credentials_come_from_the_environment_and_show_nowhere() -> None:
    """Neither in the plan nor in what is printed of them; what is read can be handed on."""
    given = Credentials(authorization="Bearer abcdefgh", scope_keys={"read": "Bearer ijklmnop"})
    assert read_credentials(given.environment) == given
    assert "abcdefgh" not in repr(given)
    assert "ijklmnop" not in repr(given)
    assert not {field.name for field in fields(Plan)} & {"authorization", "scope_keys"}
    assert Credentials().environment == {}


def run_pytest(tmp_path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run plain pytest on the contract tests."""
    tests = find_contract_tests()
    words = [sys.executable, "-m", "pytest", str(tests), "-c", str(tests / "pytest.ini"), "--rootdir", str(tests)]
    return subprocess.run([*words, *options], cwd=tmp_path, capture_output=True, text=True, check=False)


def test_plain_pytest_and_a_plan_find_the_same(tmp_path: Path) -> None:
    """Options of a command line, or the same ones in a file."""
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(build_document(envelope=False)), "utf-8")
    found = []
    for way in ("options", "plan"):
        results = tmp_path / f"{way}.json"
        with running(Shelf(wrap_in_nothing)) as url:
            plan = Plan(
                base_url=url, document=document, depth="quick", only=frozenset({"GET /book/{id}"}), results=results
            )
            (tmp_path / "plan.json").write_text(dump_plan(plan), "utf-8")
            given = {
                "options": ["--base-url", url, "--document", str(document), "--depth", "quick",
                            "--only", "GET /book/{id}", "--results", str(results)],
                "plan": ["--plan", "plan.json"],
            }  # fmt: skip
            done = run_pytest(tmp_path, *given[way])
        assert done.returncode == 0, done.stdout
        findings = read_findings(results)
        found.append(replace(findings, seconds=0, timings={}))
    assert found[0] == found[1]
    assert found[0].operations == ("GET /book/{id}",)


def test_a_plan_that_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    """With one line, and no traceback."""
    done = run_pytest(tmp_path, "--plan", "missing.json")
    assert done.returncode == 2
    assert "missing.json: cannot be read" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_every_option_of_a_plan_can_be_given_to_plain_pytest() -> None:
    """But for the keyword, which is pytest's own `-k`."""
    tests = find_contract_tests()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", str(tests), "-c", str(tests / "pytest.ini"), "--help"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    renamed = {"devices": "device", "allow_operations": "allow-operation", "progress": "steps", "keyword": "-k"}
    for field in fields(Plan):
        option = renamed.get(field.name, field.name.replace("_", "-"))
        assert f"-{option.removeprefix('-')}" in done.stdout, option


def test_the_defaults_of_options_are_those_of_a_plan() -> None:
    """Both command lines take these options from the same function."""
    parser = argparse.ArgumentParser()
    add_options(parser.add_argument)
    given = vars(parser.parse_args([]))
    sets = {"allow", "allow_operations", "devices"}
    assert {name: getattr(DEFAULTS, name) for name in given if name not in sets} == {
        name: value for name, value in given.items() if name not in sets
    }


def test_methods_that_no_page_documents_are_tried(tmp_path: Path) -> None:
    """At the paths of the operations that are called, also where others are left out; never those of the left out."""
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(build_document(envelope=False)), "utf-8")
    seen: set[tuple[str, str]] = set()

    def look(method: str, path: str, status: int, body: object) -> object:
        del status
        seen.add((method, "/book" if path == "/book" else "/book/{id}"))
        return body

    with running(Shelf(wrap_in_nothing, look)) as url:
        chosen = ["--base-url", url, "--document", str(document), "--depth", "quick", "--only", "GET /book"]
        assert run_pytest(tmp_path, *chosen).returncode == 0
    assert {("TRACE", "/book"), ("PATCH", "/book"), ("DELETE", "/book")} <= seen
    assert not {("POST", "/book"), ("PUT", "/book/{id}"), ("DELETE", "/book/{id}")} & seen
