"""Runs that are broken off: by Ctrl-C, and by what leaves no time to do anything. Real processes, a real server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
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
