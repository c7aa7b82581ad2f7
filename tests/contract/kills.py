"""Killing a run at some moment, and cleaning up after it: shared by a test and `benchmarks/kills.py`."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx

from contract.servers import Request, Response, serving
from docpact.emit import dump_yaml, load_document

KINDS = ("/my/lock", "/my/mobile", "/my/personalaccesskey", "/organization")
COUNTERS = frozenset({"revision", "targetDeviceRevision", "listVersion"})
WRITING = frozenset({"POST", "PATCH", "PUT"})
LONGEST = 60
Start = Callable[..., "subprocess.Popen[str]"]


def read_ids(url: str, key: str) -> dict[str, list[Any]]:
    """The ids of what a run may create."""
    found: dict[str, list[Any]] = {}
    for path in (
        "/my/mobile",
        "/my/personalaccesskey",
        "/organization/310/user-groups",
        "/organization/310/accesslink",
    ):
        body = httpx.get(url + path, headers={"Authorization": key}).json()["result"]
        entries = body if isinstance(body, list) else next(iter(body.values()))
        found[path] = [entry["id"] for entry in entries]
    return found


def read_lock(url: str, key: str) -> dict[str, Any]:
    """The state of the lock that a run may change, without what counts changes."""
    shown: dict[str, Any] = httpx.get(f"{url}/my/lock/40217", headers={"Authorization": key}).json()["result"]
    return {name: value for name, value in shown.items() if name not in COUNTERS and value is not None}


def kill_and_clean_up(whole: Path, folder: Path, seconds: float, start: Start) -> str:
    """Kill a run so long after its first creation or change came; return what --clean-up left, empty for nothing."""
    raw = load_document(whole)
    document = {**raw, "paths": {path: found for path, found in raw["paths"].items() if path.startswith(KINDS)}}
    path = folder / "openapi.yaml"
    path.write_text(dump_yaml(document), "utf-8")
    begun = threading.Event()

    def note(request: Request) -> Request:
        if request.method in WRITING:
            begun.set()
        return request

    def late(request: Request, response: Response) -> Response:
        if request.method in WRITING:
            time.sleep(0.02)  # It is created or changed, and the run doesn't know.
        return response

    with serving(document, before=note, fault=late) as (url, _, key):
        before = read_ids(url, key), read_lock(url, key)
        words = ["--remote", "--allow", "write", "--device", "310", "--device", "40217", "--document", str(path)]
        words += ["-k", "test_a_life or read_back"]
        run = start(url, key, folder, *words)
        begun.wait(LONGEST)
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.communicate(timeout=LONGEST)
        tidy = start(url, key, folder, "--clean-up")
        said = "".join(tidy.communicate(timeout=LONGEST))
        after = read_ids(url, key), read_lock(url, key)
    return "" if after == before and tidy.returncode == 0 else f"{before} {after} {said}"
