"""A list of today's findings: from then on, only new ones fail."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from contract.recordings import entry, read_offers, write_archive
from contract.test_results import failure, result
from docpact.config import Config
from docpact.contract.baseline import check_baseline, write_baseline
from docpact.contract.causes import NULLS, group_causes
from docpact.contract.deviations import apply_deviations, read_deviations
from docpact.contract.reports import format_contract
from docpact.contract.suite import Failure
from docpact.contract.traffic import TrafficJob, check_traffic
from docpact.errors import UsageError

TODAY = date(2026, 11, 27)
LATER = date(2027, 11, 27)


def null(operation: str, place: str) -> Failure:
    """A null where the document has something else."""
    message = f'{place}: null is not of type "string"'
    return failure(operation, "response_schema_conformance", message, got="null", cause=f"{place} type")


REST = 'check = "b"\nreason = "c"\ndate = 2026-01-01\nuntil = 2026-01-01'
NULL_FAILURES = [null("GET /a", "result.name"), null("GET /b", "result[].alias")]
OTHER = failure("GET /a", "format_conformance", 'a "text" \\ with \x7f\n\x00 \ud800 and 😀', cause="[[x]]\n")


def test_nulls_everywhere_are_one_finding() -> None:
    """With the list behind it, which says at which property."""
    (cause,) = group_causes(NULL_FAILURES)
    assert (cause.name, len(cause.failures)) == (NULLS, 2)
    text = format_contract(result(*NULL_FAILURES))
    assert "also at     GET /b (result[].alias)" in text
    assert "let the pages say that these may be null" in text


def test_recorded_findings_no_longer_fail(tmp_path: Path) -> None:
    """A table for each cause, with the operations, a reason and a last day to fill in; it can be read at once."""
    path = tmp_path / "deviations.toml"
    found = result(*NULL_FAILURES, OTHER)
    recorded = write_baseline(path, found, TODAY)
    assert (recorded.exit_code, len(recorded.known)) == (0, 2)
    tables = tomllib.loads(path.read_text("utf-8"))["deviation"]
    assert [(table["check"], table["operations"]) for table in tables] == [
        ("response_schema_conformance", ["GET /a", "GET /b"]),
        ("format_conformance", ["GET /a"]),
    ]
    assert {(table["reason"], table["until"]) for table in tables} == {("not explained yet", date(2027, 2, 25))}
    again = apply_deviations(found, read_deviations(path), TODAY)
    assert (again.exit_code, len(again.known)) == (0, 2)


@pytest.mark.parametrize(
    "new",
    [
        null("GET /c", "result.name"),
        failure("GET /a", "response_schema_conformance", "x: 1 is not of type string", got="1", cause="x type"),
        failure("GET /a", "ignored_auth"),
    ],
)
def test_new_findings_fail(tmp_path: Path, new: Failure) -> None:
    """The same cause at another operation, another cause at the same one, another check."""
    path = tmp_path / "deviations.toml"
    write_baseline(path, result(*NULL_FAILURES), TODAY)
    known = [found for found in NULL_FAILURES if (found.operation, found.check) != (new.operation, new.check)]
    again = apply_deviations(result(*known, new), read_deviations(path), TODAY)
    assert again.failures == (new,)


def test_what_stands_in_the_list_stays(tmp_path: Path) -> None:
    """Reasons that somebody has given, and comments; what is new is added."""
    path = tmp_path / "deviations.toml"
    write_baseline(path, result(NULL_FAILURES[0]), TODAY)
    explained = path.read_text("utf-8").replace("not explained yet", "the app shows nothing then") + "# ours\n"
    path.write_text(explained, "utf-8")
    known = apply_deviations(result(NULL_FAILURES[0], OTHER), read_deviations(path), TODAY)
    write_baseline(path, known, TODAY)
    assert path.read_text("utf-8").startswith(explained)
    assert len(read_deviations(path)) == 2
    unchanged = path.read_bytes()
    write_baseline(path, result(), TODAY)
    assert path.read_bytes() == unchanged


def test_a_last_day_and_a_fix_are_reported(tmp_path: Path) -> None:
    """As of any deviation; one at several operations is gone when it fails at none of them."""
    path = tmp_path / "deviations.toml"
    write_baseline(path, result(*NULL_FAILURES), TODAY)
    known = read_deviations(path)
    overdue = apply_deviations(result(*NULL_FAILURES), known, LATER)
    assert [found.check for found in overdue.failures] == ["deviation_is_overdue"] * 2
    assert not apply_deviations(result(NULL_FAILURES[0]), known, TODAY).failures
    assert [found.check for found in apply_deviations(result(), known, TODAY).failures] == ["deviation_is_gone"]


def test_what_a_run_left_changed_is_never_known(tmp_path: Path) -> None:
    """Somebody has to look after it."""
    left = failure("PATCH /a", "changes_taken_back")
    assert write_baseline(tmp_path / "d.toml", result(left), TODAY).failures == (left,)


@pytest.mark.parametrize(
    "text",
    [
        "[[deviation]]\noperations = 1",
        "x = 1",
        f'[[deviation]]\noperation = "a"\noperations = ["a"]\n{REST}',
        f"[[deviation]]\noperations = [1]\n{REST}",
    ],
)
def test_a_file_with_something_else_is_not_touched(tmp_path: Path, text: str) -> None:
    """One line, before anything is tested."""
    path = tmp_path / "d.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError):
        check_baseline(path)


def test_traffic_has_a_baseline_too(tmp_path: Path) -> None:
    """The second time, the same recording is fine."""
    recorded = write_archive(tmp_path, entry("GET", "/offers/1", body={"id": "x"}))
    path = tmp_path / "deviations.toml"
    job = TrafficJob(document=read_offers(), traffic=[recorded], baseline=path)
    assert check_traffic(job, Config(root=tmp_path)).exit_code == 0
    again = check_traffic(TrafficJob(document=read_offers(), traffic=[recorded]), Config(root=tmp_path))
    assert (again.exit_code, len(again.known)) == (0, 1)
