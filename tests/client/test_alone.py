"""The client by itself, over a real connection: nothing of the tool, nothing of the documentation is at hand."""

from __future__ import annotations

import asyncio
import importlib
import json
import pkgutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import tedee_client
from tedee_client import AsyncTedee, NotFound, Tedee, UnknownWebhook, parse_webhook
from tedee_client.models import LockState

LOCK = {"id": 1, "name": "Front", "type": 2, "deviceState": {"state": 6, "batteryLevel": 50}}
ENDED = {"operationId": "7", "deviceId": 1, "status": "COMPLETED", "result": 0, "type": 1}
ANSWERS = {
    "/my/lock": [LOCK], "/my/lock/1": LOCK, "/my/lock/1/operation/unlock": {"operationId": "7"},
    "/my/device/operation/7": ENDED,
}  # fmt: skip


class Server(BaseHTTPRequestHandler):
    """Knows one lock."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer in the envelope."""
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        found = self.headers["Authorization"] == "PersonalKey key" and self.path in ANSWERS
        status = 200 if found else 404
        body = json.dumps(
            {"result": ANSWERS.get(self.path), "success": found, "errorMessages": [], "statusCode": status}
        ).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - the name that http.server looks for.

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    """Where it listens."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_every_module_imports() -> None:
    """Without a warning, and every name that the package says it has is there."""
    for module in pkgutil.walk_packages(tedee_client.__path__, "tedee_client."):
        importlib.import_module(module.name)
    models = importlib.import_module("tedee_client.models")
    for package in (tedee_client, models):
        assert all(getattr(package, name) is not None for name in dir(package))
    told = parse_webhook(b'{"event": "lock-status-changed", "data": {"deviceId": 1, "state": 6}}')
    assert not isinstance(told, UnknownWebhook)


def test_all_can_be_had_beforehand() -> None:
    """In another thread, say: no call imports anything then, nor reads certificates."""
    code = (
        "import sys, threading; from tedee_client import AsyncTedee; api = AsyncTedee(personal_key='x'); "
        "thread = threading.Thread(target=api.prepare); thread.start(); thread.join(); before = set(sys.modules); "
        "from tedee_client._tables import MODULES; import tedee_client.models as m; [getattr(m, n) for n in MODULES]; "
        "import tedee_client.api.lock.lock_sync, tedee_client.groups.locks; "
        "print('http' in vars(api.connection), sorted(set(sys.modules) - before))"
    )
    place = str(Path(tedee_client.__path__[0]).parent)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": place}
    )
    assert done.stdout == "True []\n"


def test_a_real_connection(url: str) -> None:
    """List, one, command, how it went, what isn't there."""
    with Tedee(personal_key="key", base_url=url) as api:
        (lock,) = api.locks.get_all()
        assert lock.device_state
        assert lock.device_state.state is LockState.LOCKED
        assert api.locks.unlock(lock.id).wait(interval=0.01).status == "COMPLETED"
        with pytest.raises(NotFound, match=r"GET /my/lock/2: answered 404"):
            api.locks.get_single(2)


def test_a_real_connection_in_an_event_loop(url: str) -> None:
    """The same, awaited, several at once."""

    async def program() -> list[str]:
        async with AsyncTedee(personal_key="key", base_url=url) as api:
            locks = await asyncio.gather(*(api.locks.get_single(1) for _ in range(5)))
            assert (await (await api.locks.unlock(1)).wait(interval=0.01)).status == "COMPLETED"
            with pytest.raises(NotFound):
                await api.locks.get_single(2)
            return [lock.name for lock in locks]

    assert asyncio.run(program()) == ["Front"] * 5
