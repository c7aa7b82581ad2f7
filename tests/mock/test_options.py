"""What a mock can be told: limits, preferences, more data, a state to keep, a webhook."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from docpact.emit import load_document
from docpact.errors import DocpactError
from docpact.json_schema import compile_schema
from docpact.mock import create_app, running, sample_authorization
from docpact.mock.clock import SteppingClock
from docpact.mock.prefer import read_preferences
from docpact.mock.state import dump_state, load_state
from docpact.mock.webhooks import check_webhook, is_loopback

PATH = Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml"
DOCUMENT = load_document(PATH)
KEY = {"Authorization": sample_authorization(DOCUMENT)}
FRONT = 40217


@contextmanager
def client(**options: Any) -> Iterator[httpx.Client]:  # noqa: ANN401
    """A client of a mock with those options."""
    app = create_app(DOCUMENT, behaviours=["tedee"], **options)
    with running(app) as url, httpx.Client(base_url=url, headers=KEY) as made:
        yield made


def test_limits_of_the_account() -> None:
    """700 requests an hour, then 429 with the seconds to wait; after them, it goes on. 401 costs nothing."""
    clock = SteppingClock()
    with client(rate_limits=True, clock=clock) as api:
        for _ in range(700):
            assert api.get("/my/mobile").status_code == 200
        clock.step(600)
        refused = api.get("/my/lock")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "3000")
        assert refused.json()["statusCode"] == 429
        clock.step(3000)
        assert api.get("/my/lock").status_code == 200


def test_an_interval_of_an_operation() -> None:
    """20 seconds between two syncs; other operations aren't touched, and without the option nothing is."""
    clock = SteppingClock()
    with client(rate_limits=True, clock=clock) as api:
        assert api.get("/my/lock/sync").status_code == 200
        clock.step(5)
        refused = api.get("/my/lock/sync")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "15")
        assert api.get("/my/lock").status_code == 200
        clock.step(15)
        assert api.get("/my/lock/sync").status_code == 200
    with client() as api:
        assert {api.get("/my/lock/sync").status_code for _ in range(3)} == {200}


def test_a_caller_may_prefer_an_answer() -> None:
    """A documented status, a documented sample; what is not documented is an error that names what is."""
    with client() as api:
        gone = api.get(f"/my/lock/{FRONT}", headers={"Prefer": "code=404"})
        assert (gone.status_code, gone.json()["success"]) == (404, False)
        offline = api.get(f"/my/lock/{FRONT}/pin", headers={"Prefer": "code=428"})
        assert offline.json()["errorMessages"] == ["The lock is not connected."]
        links = api.get("/organization", headers={"Prefer": "example=organizations-with-a-lock-with-a-filter"})
        assert len(links.json()["result"]["organizations"]) == 1
        for missing, named in (("code=299", "only 200, "), ("example=none", "no such sample")):
            refused = api.get(f"/my/lock/{FRONT}", headers={"Prefer": missing})
            assert refused.status_code == 400
            assert named in refused.json()["errorMessages"][0]
        for strange in ("code=x", "respond-async"):
            assert api.get(f"/my/lock/{FRONT}", headers={"Prefer": strange}).json()["result"]["id"] == FRONT


def test_a_caller_may_prefer_to_wait() -> None:
    """In seconds, half a minute at most; several preferences stand side by side."""
    found = read_preferences('delay=1.5, code="404"; example=a-b')
    assert (found.delay, found.code, found.example) == (1.5, 404, "a-b")
    assert read_preferences("delay=9999").delay == 30
    assert read_preferences("delay=-1").delay == 0
    with client() as api:
        begun = time.monotonic()
        api.get("/my/lock", headers={"Prefer": "delay=0.2"})
        assert time.monotonic() - begun >= 0.2


def test_more_data() -> None:
    """As much as wanted, all of it as documented, each with an id of its own; the same for the same seed."""
    schema = next(iter(DOCUMENT["paths"]["/my/lock"]["get"]["responses"]["200"]["content"].values()))["schema"]
    with client(size=500, seed=1) as api:
        first = api.get("/my/lock")
        assert len({lock["id"] for lock in first.json()["result"]}) == 500
        assert not list(compile_schema(DOCUMENT, schema).iter_errors(first.json()))
        assert api.get(f"/my/lock/{FRONT}").status_code == 200
        assert len(api.get("/my/mobile").json()["result"]) == 500
        page = api.get("/my/lock", params={"ItemsPerPage": 20, "Page": 25}).json()["result"]
        assert page == first.json()["result"][480:]
    with client(size=500, seed=1) as api:
        assert api.get("/my/lock").content == first.content
    with client(size=500, seed=2) as api:
        assert api.get("/my/lock").content != first.content


def test_a_state_is_kept(tmp_path: Path) -> None:
    """What one mock remembers, another goes on with: things, keys, revoked keys, ids that were given out."""
    app = create_app(DOCUMENT, behaviours=["tedee"])
    with running(app) as url, httpx.Client(base_url=url, headers=KEY) as api:
        made = api.post("/my/mobile", json={"name": "x", "operatingSystem": 0, "publicKey": "k"}).json()["result"]["id"]
        body = {"name": "k", "scopes": ["Mobile.Read"], "validTo": "2030-01-01T00:00:00Z"}
        key = api.post("/my/personalaccesskey", json=body).json()["result"]["key"]
    file = tmp_path / "state.json"
    file.write_text(dump_state(app.engine.store), "utf-8")
    again = create_app(DOCUMENT, behaviours=["tedee"])
    load_state(again.engine.store, file)
    assert dump_state(again.engine.store) == file.read_text("utf-8")
    with running(again) as url, httpx.Client(base_url=url, headers={"Authorization": f"PersonalKey {key}"}) as api:
        assert made in [mobile["id"] for mobile in api.get("/my/mobile").json()["result"]]
        assert api.get("/my/lock").status_code == 403


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "other", "collections": {}, "records": {}}', "[" * 99999])
def test_what_is_no_state_is_said(text: str, tmp_path: Path) -> None:
    """In one line that names the file and what to do."""
    file = tmp_path / "state.json"
    file.write_text(text, "utf-8")
    with pytest.raises(DocpactError) as raised:
        load_state(create_app(DOCUMENT).engine.store, file)
    assert str(file) in str(raised.value)
    assert "delete it" in str(raised.value)


def test_a_command_keeps_its_state(tmp_path: Path) -> None:
    """Stopped by a signal, it writes the file; the next one begins with it."""
    file = tmp_path / "state.json"
    command = [sys.executable, "-m", "docpact", "mock", str(PATH), "--port", "0", "--state", str(file)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, cwd=tmp_path) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert line.startswith("serving http://127.0.0.1:")
        page = re.search(r"a page at (\S+)", line)
        assert page
        assert "Tedee API: mock" in httpx.get(page[1]).text
        assert httpx.delete(f"{line.split()[1]}/my/gate/40500", headers=KEY).status_code == 204
        process.send_signal(signal.SIGTERM)
    assert "40500" not in [keys[0] for keys, _ in json.loads(file.read_text())["collections"]["/my/gate"]["resources"]]


class Receiver(BaseHTTPRequestHandler):
    """Takes what is posted."""

    got: list[Any]

    def do_POST(self) -> None:
        """Note a message."""
        self.got.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_events_are_posted() -> None:
    """As the document describes its webhooks, where a lock ends up and nothing in between."""
    got: list[Any] = []
    server = HTTPServer(("127.0.0.1", 0), type("Own", (Receiver,), {"got": got}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with client(webhook=f"http://127.0.0.1:{server.server_port}/hook") as api:
        assert api.post(f"/my/lock/{FRONT}/operation/unlock", params={"mode": 3}).status_code == 202
        assert api.patch("/my/lock", json={"id": FRONT, "revision": 9, "name": "Entrance"}).status_code == 200
        until = time.monotonic() + 10
        while len(got) < 2 and time.monotonic() < until:
            time.sleep(0.02)
    server.shutdown()
    server.server_close()
    by_event = {message["event"]: message for message in got}
    assert (by_event["lock-status-changed"]["data"]["state"], len(got)) == (2, 2)
    assert by_event["device-settings-changed"]["data"]["name"] == "Entrance"
    for event, message in by_event.items():
        body = DOCUMENT["webhooks"][event]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert not list(compile_schema(DOCUMENT, body).iter_errors(message))


def test_events_stay_on_this_machine() -> None:
    """Unless it is said otherwise; what is no address is none."""
    assert check_webhook("http://127.0.0.1:9/x", anywhere=False)
    assert check_webhook("https://hooks.example.com/x", anywhere=True)
    for url in ("https://hooks.example.com/x", "http://127.0.0.1.example.com/", "ftp://localhost/", "localhost"):
        with pytest.raises(DocpactError):
            check_webhook(url, anywhere=False)
    assert [is_loopback(host) for host in ("::1", "127.1.2.3", "localhost", "0.0.0.0")] == [True, True, True, False]  # noqa: S104 - the address that is no loopback.
