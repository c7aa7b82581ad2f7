"""Recorded traffic is judged as the responses of a run are, and nothing is sent."""

from __future__ import annotations

import base64
import gzip
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from contract.recordings import entry, read_offers, write_archive
from docpact.config import Config
from docpact.contract.reports import format_contract
from docpact.contract.result import ContractResult
from docpact.contract.traffic import TrafficJob, check_traffic
from docpact.errors import UsageError

GOOD = {"id": 1, "price": 2.5}


def judge(*paths: Path, **more: Any) -> ContractResult:  # noqa: ANN401 - any field.
    """The result for files; reports and the like go to the folder of the first."""
    return check_traffic(
        TrafficJob(document=read_offers(), traffic=paths, **more), Config(root=paths[0].parent)
    )  # fmt: skip


def checks(result: ContractResult) -> set[tuple[str, str]]:
    """Which operation fails which check."""
    return {(failure.operation, failure.check) for failure in result.failures}


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        (entry("GET", "/offers/1", body={"id": "1", "price": 2}), "response_schema_conformance"),
        (entry("GET", "/offers/1", body="<p>hello</p>"), "response_schema_conformance"),
        (entry("GET", "/offers/1", status=418, body={}), "status_code_conformance"),
        (entry("GET", "/offers/1", status=503, body={}), "not_a_server_error"),
        (
            entry("GET", "/offers/1", body=GOOD, response_headers=[("Content-Type", "text/html")]),
            "content_type_conformance",
        ),
        (
            entry("GET", "/offers/1", body=GOOD, headers=[("Authorization", "Bearer abcdefgh12345")],
                  response_headers=[("Content-Type", "application/json"), ("X-Echo", "abcdefgh12345")]),
            "secret_in_response",
        ),
        (entry("GET", "/offers/1", status=429, body={}), "retry_after"),
    ],
)  # fmt: skip
def test_a_wrong_response_fails_the_check_of_a_run(tmp_path: Path, wrong: dict[str, Any], check: str) -> None:
    """Status, media type, schema, server errors, secrets: by name and operation, at the entry."""
    result = judge(write_archive(tmp_path, entry("GET", "/offers/1", body=GOOD), wrong))
    assert ("GET /offers/{id}", check) in checks(result)
    assert "session.har, entry 2" in format_contract(result)
    assert result.exit_code == 1


def test_documented_headers_are_looked_for(tmp_path: Path) -> None:
    """A required header that is missing, and one of another type."""
    kind = ("Content-Type", "application/json")
    missing = entry("GET", "/offers", body=[], response_headers=[kind])
    assert ("GET /offers", "response_headers_conformance") in checks(judge(write_archive(tmp_path, missing)))
    wrong = entry("GET", "/offers", body=[], response_headers=[kind, ("x-total", "many")])
    assert ("GET /offers", "response_headers_conformance") in checks(judge(write_archive(tmp_path, wrong)))
    assert judge(write_archive(tmp_path, entry("GET", "/offers", body=[]))).exit_code == 0


@pytest.mark.parametrize(
    "harmless",
    [
        entry("GET", "/offers/1", status=304, body="", headers=[("If-None-Match", '"a"')]),
        entry("GET", "/offers/1", body='[{"id": 1, "pri', size=70_000),
        entry("GET", "/offers/1", body=base64.b64encode(json.dumps(GOOD).encode()).decode(), encoding="base64", size=9),
        entry("GET", "/offers/1", body={"id": 1, "price": "[hidden]"}),
        entry("GET", "/offers/1", status=0, body=""),
        entry("OPTIONS", "/offers", status=200, headers=[("Access-Control-Request-Method", "GET")]),
        entry("GET", "https://elsewhere.example/logo.png", body="x"),
    ],
)  # fmt: skip
def test_what_a_recording_leaves_out_accuses_nobody(tmp_path: Path, harmless: dict[str, Any]) -> None:
    """Cached copies, cut and hidden bodies, blocked and preflight requests, other servers."""
    result = judge(write_archive(tmp_path, entry("GET", "/offers/1", body=GOOD), harmless))
    assert not checks(result)
    assert result.exit_code == 0


def test_coverage_says_what_was_seen_what_never_and_what_no_page_has(tmp_path: Path) -> None:
    """Operations, parameters, statuses, properties of requests and responses."""
    result = judge(
        write_archive(
            tmp_path,
            entry("GET", "/offers?page=2&sort=up", body=[{**GOOD, "notes": [{"text": "a", "by": "b"}]}]),
            entry("POST", "/offers", status=201, body=GOOD, sent={**GOOD, "colour": "red"}),
            entry("DELETE", "/offers/12345678", status=204, body=""),
            entry("DELETE", "/offers/87654321", status=204, body=""),
            entry("GET", "https://cdn.example/v1/offers.css", body=""),
        )
    )
    coverage = result.coverage
    assert coverage is not None
    assert coverage.never == ("GET /offers/{id}",)
    listed = coverage.operations["GET /offers"]
    assert (dict(listed.statuses.seen), listed.statuses.never) == ({"200": 1}, ("400",))
    assert (dict(listed.parameters.seen), listed.parameters.never) == ({"query page": 1}, ("query size",))
    assert dict(listed.parameters.unknown) == {"query sort": 1}
    assert set(listed.properties.seen) == {"[].id", "[].price", "[].notes", "[].notes[].text"}
    assert dict(listed.properties.unknown) == {"[].notes[].by": 1}
    made = coverage.operations["POST /offers"]
    assert (set(made.sent.seen), set(made.sent.unknown)) == ({"id", "price"}, {"colour"})
    assert set(made.properties.never) == {"notes", "notes[].text"}
    assert coverage.undocumented == {"DELETE /offers/{…}": 2}
    assert coverage.elsewhere == {"cdn.example": 1}
    text = format_contract(result)
    for line in (
        "2 of 3 operations",
        "parameter query sort (once)",
        "DELETE /offers/{…} (2 times)",
        "property [].notes[].by",
    ):
        assert line in text


def test_reports_have_the_coverage(tmp_path: Path) -> None:
    """JSON in full, the page as a table; JUnit, SARIF and HAR as after a run."""
    names = [tmp_path / f"report.{ending}" for ending in ("json", "html", "xml", "sarif", "har")]
    judge(write_archive(tmp_path, entry("GET", "/offers?page=2", body=[GOOD])), reports=names)
    parsed = json.loads(names[0].read_text("utf-8"))
    assert parsed["coverage"]["operations"]["GET /offers"]["parameters"]["seen"] == {"query page": 1}
    assert "Coverage" in names[1].read_text("utf-8")
    # What a run writes can be judged again.
    assert judge(names[4]).coverage == judge(tmp_path / "session.har").coverage


def test_secrets_of_a_recording_show_nowhere(tmp_path: Path) -> None:
    """Credentials, cookies, keys that the document's security schemes name, passwords: in no report."""
    secrets = {n: f"s3cr3t-{n}-value" for n in ("bearer", "cookie", "shop", "query", "password", "set", "csrf")}
    wrong = entry(
        "GET", f"/offers/1?api_key={secrets['query']}", body={"id": list(secrets.values())},
        headers=[
            ("Authorization", f"Bearer {secrets['bearer']}"), ("Cookie", f"sid={secrets['cookie']}"),
            ("X-Shop", secrets["shop"]), ("X-CSRF-Token", secrets["csrf"]),
        ],
        sent={"password": secrets["password"]},
        response_headers=[("Content-Type", "application/json"), ("Set-Cookie", f"sid={secrets['set']}; Path=/")],
    )  # fmt: skip
    names = [tmp_path / f"report.{ending}" for ending in ("json", "html", "xml", "sarif", "har")]
    result = judge(write_archive(tmp_path, wrong), reports=names)
    assert checks(result)
    shown = format_contract(result) + "".join(path.read_text("utf-8") for path in names)
    assert [secret for secret in secrets.values() if secret in shown] == []


def test_lines_of_gateways_are_read(tmp_path: Path) -> None:
    """Fields are found where known gateways have them; others are named. Without a body, only the status is judged."""
    log = tmp_path / "access.jsonl"
    lines = [
        {"request": {"method": "GET", "uri": "/v1/offers/1"}, "response": {"status": 418}},
        {"httpMethod": "GET", "path": "/offers/1", "status": "200"},
        {"http.request.method": "GET", "uri": "/v1/offers/1", "responseCode": 200},
        {"method": "GET", "url": "/offers/1", "status": 200, "response_body": {"id": "x"},
         "response_headers": {"Content-Type": "application/json"}},
    ]  # fmt: skip
    log.write_text("\n".join(["no JSON", *map(json.dumps, lines)]), "utf-8")
    result = judge(log)
    assert checks(result) == {
        ("GET /offers/{id}", "status_code_conformance"),
        ("GET /offers/{id}", "response_schema_conformance"),
    }
    assert "1 lines are no exchange, the first is line 1" in result.trouble
    other = tmp_path / "other.ndjson"
    other.write_text(json.dumps({"verb": "GET", "target": "/offers/1", "code": 418}), "utf-8")
    with pytest.raises(UsageError, match="--traffic-field"):
        judge(other)
    named = judge(other, fields={"method": "verb", "url": "target", "status": "code"})
    assert checks(named) == {("GET /offers/{id}", "status_code_conformance")}


def test_folders_and_packed_files_are_read(tmp_path: Path) -> None:
    """In the order of their names; other files there are left alone."""
    inner = tmp_path / "week" / "day"
    inner.mkdir(parents=True)
    text = write_archive(inner, entry("GET", "/offers/1", body=GOOD)).read_bytes()
    (inner / "b.har.gz").write_bytes(gzip.compress(b"\xef\xbb\xbf" + text))
    (inner / "notes.txt").write_text("x", "utf-8")
    result = judge(tmp_path / "week")
    assert result.coverage is not None
    assert result.coverage.judged == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no whole JSON"),
        (b'{"log": {"entries": [', "no whole JSON"),
        (b"\x00\xff", "no whole JSON"),
        (b'{"log": {"entries": []}}', None),
        (b'{"log": {"entries": [1, null, {"request": 5, "response": [], "time": "x"}]}}', None),
    ],
)
def test_what_is_no_archive_is_one_line(tmp_path: Path, content: bytes, words: str | None) -> None:
    """Exit code 2: nothing was judged, and the line says why."""
    path = tmp_path / "x.har"
    path.write_bytes(content)
    if words is None:
        result = judge(path)
        assert result.exit_code == 2
        assert "no verdict" in format_contract(result)
    else:
        with pytest.raises(UsageError, match=words):
            judge(path)


def test_an_archive_that_was_cut_off_counts_until_there(tmp_path: Path) -> None:
    """What was judged stands, and the report says that it isn't all."""
    path = write_archive(tmp_path, *[entry("GET", "/offers/1", body=GOOD)] * 3)
    path.write_bytes(path.read_bytes()[:-200])
    result = judge(path)
    assert "no whole JSON after entry 2" in result.trouble
    assert result.exit_code == 2


def test_a_wrong_base_path_is_said(tmp_path: Path) -> None:
    """Not one finding, but the question whether the path before all operations is right."""
    recorded = write_archive(tmp_path, entry("GET", "https://books.example/api/v2/offers", body=[GOOD]))
    result = judge(recorded)
    assert not result.failures
    assert "path before all operations" in result.trouble
    assert judge(recorded, base_url="https://books.example/api/v2").exit_code == 0


@pytest.mark.parametrize("name", ["missing.har", "x.txt", "empty"])
def test_files_that_hold_no_traffic_are_refused(tmp_path: Path, name: str) -> None:
    """Before anything is judged."""
    (tmp_path / "x.txt").write_text("x", "utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        judge(tmp_path / name)


def test_an_archive_may_be_larger_than_the_memory(tmp_path: Path) -> None:
    """Of nine megabytes of an archive, no more than one is in memory at a time."""
    one = json.dumps(entry("GET", "/offers/1", body={**GOOD, "notes": [{"text": "x" * 30_000}]}))
    path = tmp_path / "long.har"
    path.write_text('{"log": {"entries": [' + ",".join([one] * 300) + "]}}", "utf-8")
    judge(write_archive(tmp_path, entry("GET", "/offers/1", body=GOOD)))  # What is made once is made by now.
    tracemalloc.start()
    result = judge(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert result.requests == 300
    assert peak < 1_000_000
