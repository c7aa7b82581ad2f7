"""Runs that are broken off: by Ctrl-C, and by what leaves no time to do anything. Real processes, a real server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, serving
from docpact.contract.clean_up import count_pending
from docpact.emit import dump_yaml, load_document

Document = Mapping[str, Any]
LONGEST = 60


@pytest.fixture
def mobiles(whole: Path, tmp_path: Path) -> tuple[Document, Path]:
    """The part of the document that is about phones, which can be created and deleted, and its file."""
    raw = load_document(whole)
    small = {**raw, "paths": {path: found for path, found in raw["paths"].items() if path.startswith("/my/mobile")}}
    target = tmp_path / "openapi.yaml"
    target.write_text(dump_yaml(small), "utf-8")
    return small, target


def command(url: str, key: str, folder: Path, *more: str) -> subprocess.Popen[str]:
    """Start `docpact check URL` with a journal in that folder, as the leader of a group of its own."""
    words = [sys.executable, "-m", "docpact", "check", url, *more]
    environment = {**os.environ, "DOCPACT_AUTHORIZATION": key, "XDG_STATE_HOME": str(folder)}
    return subprocess.Popen(
        words, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL])
def test_what_was_created_is_deleted_all_the_same(
    kind: signal.Signals, mobiles: tuple[Document, Path], tmp_path: Path
) -> None:
    """At once after Ctrl-C, by --clean-up after a crash; the journal has it in between."""
    document, path = mobiles
    created, go_on = threading.Event(), threading.Event()

    def hold(request: Request, response: Response) -> Response:
        if created.is_set() and not go_on.is_set() and request.method == "GET":
            go_on.wait(LONGEST)  # What was created is written down: the next thing is asked for.
        if request.method == "POST" and response.status < 300:
            created.set()
        return response

    journal = tmp_path / "docpact" / "created.jsonl"
    with serving(document, fault=hold) as (url, server, key):
        options = ("--remote", "--allow", "write", "--document", str(path), "-k", "test_a_life")
        run = command(url, key, tmp_path, *options)
        assert created.wait(LONGEST)
        wait_for_another(server.received)
        os.killpg(run.pid, kind)
        go_on.set()
        _, said = run.communicate(timeout=LONGEST)
        assert "Traceback" not in said
        if kind is signal.SIGKILL:
            (entry,) = map(json.loads, journal.read_text("utf-8").splitlines())
            assert (entry["base_url"], entry["created"]) == (url, True)
            tidy = command(url, key, tmp_path, "--clean-up")
            assert tidy.communicate(timeout=LONGEST)[1].startswith("1 deleted, 0 restored, 0 left")
        assert count_pending(journal, url) == 0
        deleted = [request.path for request in server.received if request.method == "DELETE"]
    assert len(deleted) == 1
    assert run.returncode == (130 if kind is signal.SIGINT else -kind)


def wait_for_another(asked: list[Request]) -> None:
    """Return when something was asked after the last creation."""
    for _ in range(LONGEST * 20):
        methods = [request.method for request in asked]
        if "GET" in methods[max((n for n, method in enumerate(methods) if method == "POST"), default=len(methods)) :]:
            return
        threading.Event().wait(0.05)
    pytest.fail("nothing was asked after the creation")


def test_ctrl_c_reports_what_was_found(mobiles: tuple[Document, Path], tmp_path: Path) -> None:
    """Though only the tool itself gets it, and not its process: findings are printed, and written in all formats."""
    document, path = mobiles
    wrong, go_on = threading.Event(), threading.Event()
    seen: list[str] = []

    def break_lists(request: Request, response: Response) -> Response:
        if wrong.is_set():
            go_on.wait(LONGEST)
        if request.method == "GET" and request.path.endswith("/mobile") and request.headers.get("authorization"):
            seen.append(request.path)
            if len(seen) > 8:
                wrong.set()
            return replace(response, status=418) if len(seen) > 2 else response
        return response

    reports = [tmp_path / f"report.{ending}" for ending in ("json", "html", "xml", "sarif", "har")]
    with serving(document, fault=break_lists) as (url, _, key):
        options = [word for report in reports for word in ("--report", str(report))]
        run = command(url, key, tmp_path, "--document", str(path), *options)
        assert wrong.wait(LONGEST)
        run.send_signal(signal.SIGINT)
        go_on.set()
        printed, said = run.communicate(timeout=LONGEST)
    assert "Traceback" not in said
    assert run.returncode == 130
    assert "the run ended early: it was interrupted" in printed
    assert "status_code_conformance" in printed
    assert all(report.is_file() for report in reports)


@pytest.mark.parametrize("limit", [["-x"], ["--max-failures", "1"], ["--max-time", "1"]])
def test_a_run_ends_at_its_limit(limit: list[str], mobiles: tuple[Document, Path], tmp_path: Path) -> None:
    """After so many failures or seconds; the failures until then are reported, and the limit."""
    document, path = mobiles

    def break_all(request: Request, response: Response) -> Response:
        if "--max-time" in limit:
            time.sleep(0.05)
        return replace(response, status=418) if request.method == "GET" else response

    with serving(document, fault=break_all) as (url, server, key):
        run = command(url, key, tmp_path, "--document", str(path), *limit)
        printed, said = run.communicate(timeout=LONGEST)
        sent = len(server.received)
    assert run.returncode == 1, said
    assert f"the run ended early: {'the 1 s' if '--max-time' in limit else 'as many failures'}" in printed
    assert sent < 60
