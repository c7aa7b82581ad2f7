"""Failures that show the inside of a server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, run_tests, serving
from contract_suite.response_checks import find_leak

TRACES = {
    "Python": 'Traceback (most recent call last):\n  File "/srv/app/main.py", line 3, in get\nKeyError',
    "Python in JSON": json.dumps({"detail": 'File "/srv/app/main.py", line 3, in get'}),
    "Java": "java.lang.IllegalStateException\n\tat org.example.Locks.find(Locks.java:41)",
    "JavaScript": "TypeError: x is undefined\n    at Object.find (file:///srv/app/locks.js:12:7)",
    "C#": "System.NullReferenceException\n   at Locks.Find(Int32 id) in C:\\\\src\\\\Locks.cs:line 41",
    "PHP": "Fatal error\n#0 /var/www/html/index.php(12): find()",
    "Go": "panic: nil\n\ngoroutine 1 [running]:",
}
HARMLESS = (
    '{"errors": ["no lock has this id"], "path": "/api/v37/my/lock/1"}', "see https://example.com/docs/errors.html",
    "the file report.py was not found", "at 12:30 the lock was opened", "{}", "", "at least 3 characters",
)  # fmt: skip


@pytest.mark.parametrize("text", TRACES.values(), ids=TRACES)
def test_stack_traces_are_seen(text: str) -> None:
    """Those of the languages that most servers are written in."""
    assert find_leak(text.encode()) == "a stack trace"


def test_paths_are_seen() -> None:
    """Of source files, wherever these are."""
    assert find_leak(b"not found in /var/www/html/index.php") == "the path of a source file"
    assert find_leak(rb"cannot open D:\\apps\\locks.cs") == "the path of a source file"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_messages_are_not(text: str) -> None:
    """Paths of operations, names of files, times."""
    assert find_leak(text.encode()) == ""


def test_it_is_a_failure_of_the_operation(document: Mapping[str, Any], path: Path) -> None:
    """Where only failures have it, successes of the operation are fine."""

    def leak(request: Request, response: Response) -> Response:
        if response.status != 404 or not request.path.startswith("/my/lock/"):
            return response
        return response.replace({**response.content, "errorMessages": [TRACES["Java"]]})

    with serving(document, fault=leak) as (url, _, key):
        result = run_tests(path, url, key, keyword="unknown_id")
    assert ("GET /my/lock/{id}", "error_leaks") in {(f.operation, f.check) for f in result.failures}
