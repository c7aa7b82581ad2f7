"""What is made of the findings: causes, known deviations, reports."""

from __future__ import annotations

import json
import tracemalloc
import xml.etree.ElementTree as ET
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from sarif_pydantic import Sarif

from docpact.cli.argument_types import OUTPUTS
from docpact.contract.causes import group_causes
from docpact.contract.deviations import apply_deviations, read_deviations
from docpact.contract.reports import check_report_paths, format_contract, format_output, write_report
from docpact.contract.result import ContractResult, date_result, merge_findings
from docpact.contract.suite import NO_REJECTIONS, Failure, Findings, Note, Plan, Timing
from docpact.errors import UsageError

EVIL = "</pre><script>alert(1)</script>\x00"


def failure(operation: str, check: str, message: str = "wrong", **more: Any) -> Failure:  # noqa: ANN401 - any field.
    """A failure with a place in the documentation."""
    given = {"curl": "curl -X GET http://127.0.0.1/x", "source": "endpoints/lock.rst:11", **more}
    return Failure(operation=operation, check=check, message=message, **given)


def result(*failures: Failure, **more: Any) -> ContractResult:  # noqa: ANN401 - any field.
    """A result with two operations."""
    given: dict[str, Any] = {
        "base_url": "http://127.0.0.1:1/api", "seed": 3, "tested": ("GET /a", "GET /b"), "requests": 7, "seconds": 1.0,
        "left_out": {"POST /c": "is marked physical"},
        "checked": {"GET /a": {"not_a_server_error": 5}, "GET /b": {"not_a_server_error": 2}},
        "statuses": {"GET /a": {"200": 5}, "GET /b": {"200": 2}},
        "timings": {"GET /a": Timing(requests=5, seconds=0.5, slowest=0.2)},
    }  # fmt: skip
    return ContractResult(failures=failures, **(given | more))


def test_failures_are_grouped_by_what_seems_behind_them() -> None:
    """Numbers, ids and paths don't make another cause; the worst check comes first, then the widest cause."""
    found = [
        failure("GET /a", "filter_conformance", "Filters.Text=x also gives 4"),
        failure("GET /a", "format_conformance", "created: 'yesterday' is no time"),
        failure("GET /b", "format_conformance", "created: 'tomorrow' is no time"),
        failure("GET /c", "ignored_auth", "with a wrong key the status is 200"),
    ]
    causes = group_causes(found)
    assert [(cause.check, len(cause.failures)) for cause in causes] == [
        ("ignored_auth", 1),
        ("format_conformance", 2),
        ("filter_conformance", 1),
    ]


def test_the_terminal_says_where_what_and_how() -> None:
    """Operation, check, documentation, expected, got, the line to send again; then the verdict with the budget."""
    text = format_contract(
        result(
            failure("GET /a", "ignored_auth", "the status is 200", expected="401", got="200"),
            failure("GET /b", "ignored_auth", "the status is 200", expected="401", got="200"),
            budget=600,
            notes=(Note(operation="GET /a", message="a member is not documented: x"),),
            trouble="the server stopped responding",
        )
    )
    assert text.splitlines() == [
        "1. GET /a and 1 other operation: it works without good credentials (ignored_auth)",
        "   the status is 200",
        "   documented  endpoints/lock.rst:11",
        "   expected    401",
        "   got         200",
        "   curl -X GET http://127.0.0.1/x",
        "   also at     GET /b",
        "",
        "1 note (notes fail nothing):",
        "    GET /a: a member is not documented: x",
        "1 operation not called: is marked physical",
        "the run ended early: the server stopped responding",
        "1 finding: 2 failures in 2 operations (2 operations, 7 requests of a budget of 600, 1 s)",
    ]


def test_a_gap_of_the_document_is_one_finding_and_the_last() -> None:
    """However many operations show that refusals are documented nowhere, it hides nothing, and says what to do."""
    gap = [
        failure(f"GET /{name}", "status_code_conformance", f"the status is {status}", cause=NO_REJECTIONS)
        for name, status in (("a", 400), ("b", 404), ("c", 401))
    ]
    found = result(*gap, failure("GET /a", "retry_after"))
    assert [(cause.check, len(cause.failures)) for cause in group_causes(found.failures)] == [
        ("retry_after", 1),
        ("status_code_conformance", 3),
    ]
    assert "   hint        if rejecting is right, document the response once" in format_contract(found)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (result(), 0),
        (result(failure("GET /a", "c")), 1),
        (result(trouble="it stopped"), 2),
        (result(failure("GET /a", "c"), trouble="it stopped"), 1),
    ],
)
def test_exit_codes(found: ContractResult, code: int) -> None:
    """A run that was broken off before anything failed has no verdict: 2."""
    assert found.exit_code == code


DEVIATION = """
[[deviation]]
operation = "GET /a"
check = "ignored_auth"
reason = "the gateway lets health checks in"
date = 2026-01-10
until = 2026-06-30
"""


def deviating(tmp_path: Path, today: date, *failures: Failure, text: str = DEVIATION) -> ContractResult:
    """What is left of failures on a day, with that file."""
    path = tmp_path / "deviations.toml"
    path.write_text(text, "utf-8")
    return apply_deviations(result(*failures), read_deviations(path), today)


def test_a_known_deviation_does_not_fail_the_run(tmp_path: Path) -> None:
    """It is shown with its reason; another check of the same operation fails as ever."""
    left = deviating(tmp_path, date(2026, 6, 30), failure("GET /a", "ignored_auth"), failure("GET /a", "other"))
    assert [found.check for found in left.failures] == ["other"]
    assert left.known == ("GET /a: ignored_auth: the gateway lets health checks in (until 2026-06-30)",)


def test_a_deviation_that_is_gone_fails_the_run(tmp_path: Path) -> None:
    """The list must not outlive what it lists."""
    left = deviating(tmp_path, date(2026, 2, 1))
    assert [(found.operation, found.check) for found in left.failures] == [("GET /a", "deviation_is_gone")]


def test_an_overdue_deviation_fails_the_run(tmp_path: Path) -> None:
    """Its last day is over."""
    left = deviating(tmp_path, date(2026, 7, 1), failure("GET /a", "ignored_auth"))
    assert [found.check for found in left.failures] == ["deviation_is_overdue"]


def test_a_deviation_of_an_operation_that_was_not_called_says_nothing(tmp_path: Path) -> None:
    """Part of the operations may be tested."""
    left = deviating(tmp_path, date(2026, 2, 1), text=DEVIATION.replace("GET /a", "GET /elsewhere"))
    assert left.failures == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[deviation]]\noperation = 'GET /a'\n", "deviation 1: needs exactly operation, check, reason, date, until"),
        (DEVIATION.replace("2026-06-30", '"soon"'), "`until` has the wrong type, or is empty"),
        (DEVIATION.replace('"the gateway lets health checks in"', '""'), "`reason` has the wrong type, or is empty"),
        ("[other]\n", "must hold"),
        ("deviation = [", "cannot be read"),
    ],
)
def test_bad_deviations(tmp_path: Path, text: str, message: str) -> None:
    """One line says which, and what it lacks."""
    with pytest.raises(UsageError, match=message.replace("[", r"\[")):
        deviating(tmp_path, date(2026, 2, 1), text=text)


def report(tmp_path: Path, name: str, found: ContractResult, exchanges: Path | None = None) -> str:
    """The text of a report."""
    write_report(tmp_path / name, found, "api_docs", exchanges)
    return (tmp_path / name).read_text("utf-8")


def test_junit(tmp_path: Path) -> None:
    """A suite an operation, a case a check; what XML has no place for is replaced."""
    text = report(tmp_path, "r.xml", result(failure("GET /a", "ignored_auth", EVIL)))
    root = ET.fromstring(text)  # noqa: S314 - our own.
    assert (root.get("tests"), root.get("failures")) == ("4", "1")
    cases = {(s.get("name"), c.get("name")): [child.tag for child in c] for s in root for c in s}
    assert cases == {
        ("GET /a", "ignored_auth"): ["failure"],
        ("GET /a", "not_a_server_error"): [],
        ("GET /b", "not_a_server_error"): [],
        ("POST /c", "called"): ["skipped"],
    }


def test_sarif(tmp_path: Path) -> None:
    """Each failure stands on the line of the documentation that it contradicts."""
    raw = json.loads(report(tmp_path, "r.sarif", result(failure("GET /a", "ignored_auth"))))
    log = Sarif.model_validate(raw)
    (found,) = log.runs[0].results or []
    place = raw["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert found.rule_id == "ignored_auth"
    assert place == {"artifactLocation": {"uri": "api_docs/endpoints/lock.rst"}, "region": {"startLine": 11}}


def test_json(tmp_path: Path) -> None:
    """Causes, operations with checks and timings, what was not called."""
    raw = json.loads(report(tmp_path, "r.json", result(failure("GET /a", "ignored_auth"))))
    assert raw["causes"][0]["failures"][0]["source"] == "endpoints/lock.rst:11"
    assert raw["operations"]["GET /a"]["checks"] == {"not_a_server_error": 5}
    assert raw["left_out"] == {"POST /c": "is marked physical"}


def test_har(tmp_path: Path) -> None:
    """Every exchange, as HTTP archives have them."""
    exchange = {
        "started": "2026-01-01T00:00:00.000+00:00", "seconds": 0.25, "method": "POST", "url": "http://x/a?b=1",
        "headers": [["Content-Type", "application/json"]], "body": "{}", "status": 201, "reason": "Created",
        "response_headers": [["Content-Type", "application/json"]], "response_body": "[]", "size": 2,
    }  # fmt: skip
    path = tmp_path / "exchanges.jsonl"
    path.write_text(json.dumps(exchange) + "\n", "utf-8")
    log = json.loads(report(tmp_path, "r.har", result(), path))["log"]
    (entry,) = log["entries"]
    assert log["version"] == "1.2"
    assert (entry["request"]["queryString"], entry["time"]) == ([{"name": "b", "value": "1"}], 250.0)
    assert entry["request"]["postData"] == {"mimeType": "application/json", "text": "{}"}
    assert entry["response"]["content"]["text"] == "[]"


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.references: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        self.tags.append(tag)
        self.references += [value or "" for name, value in attrs if name in {"src", "href", "action"}]


def test_the_page_needs_nothing_and_runs_nothing(tmp_path: Path) -> None:
    """What a server put into its responses is text; no script, no other file; the matrix has a cell a check."""
    found = result(failure(EVIL, "ignored_auth", EVIL, curl=EVIL, source=EVIL, expected=EVIL, got=EVIL))
    text = report(tmp_path, "r.html", found)
    page = Page()
    page.feed(text)
    assert "script" not in page.tags
    assert all(reference.startswith("#") for reference in page.references)
    assert text.count("&lt;script&gt;") >= 5
    assert "default-src 'none'" in text
    # Operations by checks, a cell beside each resource's name, and what is said of one operation's time.
    # The first cell has the number of successes.
    assert page.tags.count("td") == 3 * (1 + 2) + 3 + 4


def test_a_report_of_no_format_stops_the_run_before_it_begins(tmp_path: Path) -> None:
    """Not after a minute."""
    with pytest.raises(UsageError, match="ends in no known format"):
        check_report_paths([tmp_path / "r.pdf"])


def test_parts_of_a_run_are_put_together() -> None:
    """Counts add up, the longest time counts, and what one part called was called."""
    one = Findings(
        operations=("GET /a",), requests=3, seconds=2.0, left_out={"GET /b": "why"}, checked={"GET /a": {"c": 1}}
    )
    other = Findings(
        operations=("GET /b",), requests=4, seconds=1.0, checked={"GET /a": {"c": 2}}, trouble="it stopped"
    )
    merged = merge_findings([one, other], Plan(base_url="http://x", document=Path("openapi.yaml")))
    assert (merged.tested, merged.requests, merged.seconds) == (("GET /a", "GET /b"), 7, 2.0)
    assert (merged.left_out, merged.checked, merged.trouble) == ({}, {"GET /a": {"c": 3}}, "it stopped")


def test_github_gets_an_annotation_for_each_finding() -> None:
    """At the documentation's line, in one line each, with nothing of a server taken for a command."""
    evil = failure("GET /a", "format_conformance", "a\n::error::100%")
    text = format_output("github", result(evil, failure("GET /b", "ignored_auth")), "api_docs")
    lines = text.splitlines()
    assert lines[0].startswith(
        "::error file=api_docs/endpoints/lock.rst,line=11,title=it works without good credentials::"
    )
    assert "GET /a: a%0A::error::100%25 (format_conformance)" in lines[1]
    assert lines[2] == "::notice title=docpact check::2 operations, 7 requests, 2 failures"


@pytest.mark.parametrize("name", OUTPUTS)
def test_each_output_says_when_of_which_document_and_server(name: str) -> None:
    """And which tool said it, with which seed."""
    dated = date_result(result(failure("GET /a", "ignored_auth")), "openapi.yaml")
    text = format_output(name, dated, "api_docs")
    if name not in {"github", "junit"}:
        assert all(word in text for word in ("docpact 0.", dated.ended, "openapi.yaml", "http://127.0.0.1:1/api"))
    if name == "junit":
        assert f'timestamp="{dated.ended.replace(" ", "T")}:00"' in text


def test_an_archive_is_written_an_exchange_at_a_time(tmp_path: Path) -> None:
    """A long session may not fit into the memory; and the archive is whole or not there."""
    exchange = {
        "started": "2026-11-27T12:00:00+00:00", "seconds": 0.1, "method": "GET", "url": "http://127.0.0.1/a",
        "headers": [], "body": "", "status": 200, "reason": "", "response_headers": [], "size": 50_000,
        "response_body": "x" * 50_000,
    }  # fmt: skip
    exchanges = tmp_path / "exchanges.jsonl"
    exchanges.write_text("".join(f"{json.dumps(exchange)}\n" for _ in range(200)), "utf-8")
    tracemalloc.start()
    write_report(tmp_path / "session.har", result(), "", exchanges)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
    assert len(json.loads((tmp_path / "session.har").read_text("utf-8"))["log"]["entries"]) == 200
    exchanges.write_text("no JSON", "utf-8")
    with pytest.raises(ValueError, match="Expecting value"):
        write_report(tmp_path / "other.har", result(), "", exchanges)
    assert not (tmp_path / "other.har").exists()
    assert not list(tmp_path.glob(".docpact-*"))
