"""What tests change on somebody's server is as it was afterwards; where it isn't, the run fails and says so."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from contract.servers import Request, Response, run_tests, serving
from contract.test_broken_off import command
from docpact.emit import load_document

Document = Mapping[str, Any]
CHECK = "changes_taken_back"
COUNTERS = {"revision", "listVersion", "targetDeviceRevision"}
"""What counts changes, and so can't be as it was."""
SHOWING = ("/my/lock", "/my/doorsensor", "/my/mobile", "/my/personalaccesskey", "/organization", "/my/lock/40217/pin")
INSIDE = ("user", "user-groups", "accesslink")


@pytest.fixture(scope="module")
def raw(whole: Path) -> Document:
    """The whole document, read."""
    return load_document(whole)


def read_state(url: str, key: str) -> dict[str, Any]:
    """Everything that the lists of the mock show, with each PIN and group by itself."""
    found: dict[str, Any] = {}
    with httpx.Client(headers={"Authorization": key}) as client:

        def read(path: str) -> Any:  # noqa: ANN401 - any JSON value.
            found[path] = without_counters(client.get(url + path).json()["result"])
            return found[path]

        paths = [*SHOWING, *(f"/organization/310/{name}" for name in INSIDE)]
        for path in paths:
            listed = read(path)
            entries = listed if isinstance(listed, list) else next(iter(listed.values()))
            for entry in entries:
                if path.endswith(("pin", "user-groups", "lock")):
                    read(f"{path}/{entry['id']}")
    return found


def without_counters(value: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """A value without the properties that count changes."""
    if isinstance(value, dict):
        return {name: without_counters(inner) for name, inner in value.items() if name not in COUNTERS}
    return [without_counters(entry) for entry in value] if isinstance(value, list) else value


def find_ids(value: Any, name: str = "") -> set[str]:  # noqa: ANN401 - any JSON value.
    """Every id in a state: a run that may touch all of it."""
    if isinstance(value, dict):
        return {found for key, inner in value.items() for found in find_ids(inner, key)}
    if isinstance(value, list):
        return {found for entry in value for found in find_ids(entry, name)}
    return {str(value)} if name.lower().endswith("id") else set()


def test_every_thing_is_as_it_was(raw: Document, whole: Path) -> None:
    """Where all things are named, and every test may change them: nothing differs afterwards, nobody is invited."""
    with serving(raw) as (url, server, key):
        before = read_state(url, key)
        server.received.clear()
        result = run_tests(
            whole, url, key, remote=True, allow=["write"], devices=[*find_ids(before), "310"], budget=3000
        )
        changing = {request.path for request in server.received if request.method in {"PUT", "PATCH"}}
        invited = [r for r in server.received if (r.method, r.path) == ("POST", "/organization/310/user")]
        assert read_state(url, key) == before
    assert {"/my/lock", "/my/lock/40217/pin/7001", "/organization/310/removeadmin"} <= changing
    assert invited == []
    assert result.failures == ()
    assert "isn't known to be undone" in result.left_out["POST /organization/{organizationId}/user"]


def test_a_budget_that_ends_early_leaves_enough(document: Document, path: Path) -> None:
    """Requests that restore are kept back from the budget, at whatever request it ends."""
    for budget in (12, 50, 61, 72):
        with serving(document) as (url, server, key):
            before = read_lock(url, key)
            server.received.clear()
            result = run_tests(path, url, key, remote=True, allow=["write"], devices=["40217"], budget=budget)
            assert len(server.received) <= budget
            assert read_lock(url, key) == before
        assert CHECK not in {failure.check for failure in result.failures}


def read_lock(url: str, key: str) -> Any:  # noqa: ANN401 - any JSON value.
    """The state of one lock."""
    response = httpx.get(f"{url}/my/lock/40217", headers={"Authorization": key})
    return without_counters(response.json()["result"])


def test_what_cannot_be_restored_fails_the_run(document: Document, path: Path) -> None:
    """It is the first finding, names the thing and the property, and gets no more changes."""
    changed = 0

    def refuse(request: Request) -> Request:
        nonlocal changed
        changed += request.method == "PATCH" and b'"name"' in request.body
        spoilt = request.method == "PATCH" and changed > 1
        return Request(**{**vars(request), "body": b"{}"}) if spoilt else request

    with serving(document, before=refuse) as (url, _, key):
        result = run_tests(
            path, url, key, remote=True, allow=["write"], devices=["40217"], keyword="can_be_read_back"
        )  # fmt: skip
    found = next(failure for failure in result.failures if failure.check == CHECK)
    assert result.exit_code == 1
    assert "/my/lock/40217 was changed and could NOT be changed back" in found.message
    assert "name" in found.got


def test_what_nothing_shows_is_not_changed(raw: Document, tmp_path: Path) -> None:
    """Where no operation shows the digits of a PIN, no request changes them."""
    text = json.dumps({**raw, "paths": {p: f for p, f in raw["paths"].items() if p.startswith("/my/lock")}})
    document = json.loads(text)
    del document["paths"]["/my/lock/{id}/pin/{pinId}"]["get"]
    path = tmp_path / "d.json"
    path.write_text(json.dumps(document), "utf-8")
    with serving(raw) as (url, server, key):
        run_tests(path, url, key, remote=True, allow=["write"], devices=["40217", "7001", "7002"])
        kept = {r.path for r in server.received if r.method == "PUT" and r.path.endswith(("/7001", "/7002"))}
    assert kept == set()


def test_ctrl_c_leaves_things_as_they_were(document: Document, path: Path, tmp_path: Path) -> None:
    """Between a change and its being taken back: it is taken back, then the run stops."""
    changed = threading.Event()

    def note(request: Request, response: Response) -> Response:
        if request.method == "PATCH" and response.status == 200 and not changed.is_set():
            changed.set()
            time.sleep(0.5)  # The signal comes before the response.
        return response

    with serving(document, fault=note) as (url, server, key):
        before = read_lock(url, key)
        words = ("--remote", "--allow", "write", "--device", "40217", "--document", str(path))
        run = command(url, key, tmp_path, *words)
        assert changed.wait(60)
        assert read_lock(url, key) != before
        os.killpg(run.pid, signal.SIGINT)
        run.communicate(timeout=60)
        assert read_lock(url, key) == before
        assert len([request for request in server.received if request.method == "PATCH"]) > 1
    assert run.returncode == 130
