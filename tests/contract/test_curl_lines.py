"""The lines that send a request again, pasted into a shell: it runs curl with those words, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from starlette.types import Receive, Scope, Send

from contract.servers import run_tests
from contract_suite.curl import format_curl, format_sent
from contract_suite.document import Operation
from contract_suite.request import Request
from docpact.contract.reports import format_contract, write_report
from docpact.mock import running

EVIL = (
    "it's",
    "';touch PWNED;'",
    '"; touch PWNED #',
    "$(touch PWNED)",
    "`touch PWNED`",
    "a\ntouch PWNED",
    "\\",
    "a b*?",
)
Paste = Callable[[str], list[str]]


@pytest.fixture
def paste(tmp_path: Path) -> Paste:
    """What curl gets as its words where a line is pasted into a shell, in a folder where nothing may appear."""
    folder, programs = tmp_path / "here", tmp_path / "bin"
    folder.mkdir()
    programs.mkdir()
    program = programs / "curl"
    program.write_text(f"#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n", "utf-8")
    program.chmod(0o755)

    def run(line: str) -> list[str]:
        environment = {"PATH": f"{programs}:/usr/bin:/bin", "DOCPACT_AUTHORIZATION": "Bearer abc def"}
        done = subprocess.run(
            ["/bin/sh", "-c", line], cwd=folder, env=environment, check=True, capture_output=True, text=True
        )
        assert list(folder.iterdir()) == []
        words: list[str] = json.loads(done.stdout)
        return words

    return run


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_in_a_request_is_run(paste: Paste, evil: str) -> None:
    """Whatever stands in the path, the query, a header and the body arrives as it is."""
    line = format_curl(
        "GET", f"http://h/{evil}?a={evil}", headers={"X-Word": evil}, body=evil, authorized=True
    )  # fmt: skip
    wanted = ["-X", "GET", "-H", "Authorization: Bearer abc def", "-H", f"X-Word: {evil}", "-d", evil]
    assert paste(line) == [*wanted, f"http://h/{evil}?a={evil}"]


@pytest.mark.parametrize("evil", EVIL)
def test_a_sent_request_and_one_of_a_test(paste: Paste, evil: str) -> None:
    """Both are quoted; credentials come from the environment."""
    headers = {"Authorization": "Bearer abc def", "Content-Type": "text/plain"}
    sent = requests.Request("POST", "http://h/x'y", headers=headers, data=evil.encode()).prepare()
    words = paste(format_sent(sent))
    assert words[words.index("-d") + 1] == evil
    assert "Authorization: Bearer abc def" in words
    assert "abc def" not in format_sent(sent)
    operation = Operation(method="PUT", path="/x", definition={})
    request = Request(operation=operation, path=f"/{evil}", body=evil.encode(), media_type=evil)
    words = paste(request.format_curl("http://h", authorized=False, key=evil))
    assert words == ["-X", "PUT", "-H", f"Authorization: {evil}", "-H", f"Content-Type: {evil}", "-d", evil,
                     f"http://h/{evil}"]  # fmt: skip


def test_curl_takes_nothing_for_a_file_or_a_pattern(paste: Paste) -> None:
    """A body that begins with @ is a body; braces and brackets in a URL are themselves."""
    words = paste(format_curl("POST", "http://h/{a,b}[1-9]", body="@/etc/hostname"))
    assert words == ["-g", "-X", "POST", "--data-raw", "@/etc/hostname", "http://h/{a,b}[1-9]"]


class Failing:
    """Responds well to the first paths, and with 500 to the one with a quote."""

    base_path = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        del receive
        status = 500 if "PWNED" in scope["path"] else 200
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"{}"})


def test_a_path_of_the_document_runs_nothing(paste: Paste, tmp_path: Path) -> None:
    """From the document to the report: the line of a failure, in text and in every file."""
    evil = "/x';touch PWNED;'"
    operation = {"responses": {"200": {"description": "fine"}}}
    document = {
        "openapi": "3.1.0", "info": {"title": "t", "version": "1"},
        "paths": {"/": {"get": operation}, evil: {"get": operation}},
    }  # fmt: skip
    path = tmp_path / "d.json"
    path.write_text(json.dumps(document), "utf-8")
    with running(Failing()) as url:
        result = run_tests(path, url, None, depth="quick")
    lines = [line.strip() for line in format_contract(result).splitlines() if "curl" in line]
    lines += [failure.curl for failure in result.failures]
    report = tmp_path / "report.json"
    write_report(report, result, "")
    lines += [f["curl"] for cause in json.loads(report.read_text("utf-8"))["causes"] for f in cause["failures"]]
    assert len(lines) > 2
    for line in lines:
        assert paste(line)[-1].startswith(url)
