"""The command `docpact mock` as a process: it listens when it says so, and stops soon when it is told to."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml"
HEAD = "Host: localhost\r\nAuthorization: PersonalKey mock-key\r\n"
GET = f"GET /api/v37/my/mobile HTTP/1.1\r\n{HEAD}\r\n".encode()
WITHIN = 3.0
"""Seconds; what runs containers kills after ten."""


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A mock in a process of its own, and its port, right after it said so."""
    command = [sys.executable, "-m", "docpact", "mock", str(DOCUMENT), "--port", "0", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=folder) as process:
        try:
            assert process.stderr
            said = re.search(r"serving http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
            assert said
            yield process, int(said[1])
        finally:
            process.kill()


def stop(process: subprocess.Popen[str]) -> float:
    """How many seconds it takes to stop."""
    start = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    return time.monotonic() - start


def test_it_listens_when_it_says_so(tmp_path: Path) -> None:
    """A script that waits for the line is let in at once."""
    for _ in range(3):
        with served(tmp_path) as (_, port):
            socket.create_connection(("127.0.0.1", port)).close()


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /api/v37/my/mobile HTTP/1.1\r\nHost: local",
        f"POST /api/v37/my/mobile HTTP/1.1\r\n{HEAD}Content-Length: 9\r\n\r\na".encode(),
        f"GET /api/v37/my/mobile HTTP/1.1\r\n{HEAD}Prefer: delay=30\r\n\r\n".encode(),
        GET * 2000,
        GET + b"GET /",
    ],
    ids=["nothing", "half a head", "half a body", "a delayed response", "requests that nobody reads", "one and a half"],
)
def test_it_stops_soon(sent: bytes, tmp_path: Path) -> None:
    """Whatever a client that keeps its connection open still wants; what it remembers is saved."""
    with served(tmp_path, "--state", "state.json") as (process, port):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(sent)
            time.sleep(0.5)
            assert stop(process) < WITHIN
            assert process.stderr
            assert "Traceback" not in process.stderr.read()
        assert json.loads((tmp_path / "state.json").read_text("utf-8"))["collections"]


def test_the_state_is_saved_before_requests_are_waited_for(tmp_path: Path) -> None:
    """Whoever kills it meanwhile loses nothing."""
    with served(tmp_path, "--state", "state.json") as (process, port):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(f"POST /api/v37/my/mobile HTTP/1.1\r\n{HEAD}Content-Length: 9\r\n\r\na".encode())
            time.sleep(0.3)
            process.send_signal(signal.SIGTERM)
            time.sleep(0.8)
            process.kill()
            process.wait()
        assert (tmp_path / "state.json").is_file()


def test_many_requests_in_one_packet_are_all_answered(tmp_path: Path) -> None:
    """Together they are larger than a head may be, each of them is not."""
    with served(tmp_path) as (_, port), socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(GET * 1500)
        got, end = b"", time.monotonic() + 20
        while got.count(b"HTTP/1.1 ") < 1500 and time.monotonic() < end:
            got += connection.recv(1024 * 1024)
    assert got.count(b"HTTP/1.1 200 ") == got.count(b"HTTP/1.1 ") == 1500
