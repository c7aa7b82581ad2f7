"""Servers of others, started on loopback for as long as something is asked of them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

LONGEST_START = 90.0
"""Seconds."""


def free_port() -> int:
    """Return the number of a port of loopback that nothing listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def started(
    command: Sequence[str], port: int, *, folder: Path, environment: Mapping[str, str] | None = None, path: str = ""
) -> Iterator[str]:
    """Start a server in a folder and yield its URL once it responds at `path`; stop it again.

    `{port}` and `{folder}` in the command are replaced. Ends the program with one line where no server starts.
    """
    words = [word.replace("{port}", str(port)).replace("{folder}", str(folder)) for word in command]
    process = subprocess.Popen(
        words, cwd=folder, env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(process, url + path)
        yield url
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx.get(url, timeout=5)
        except httpx.TransportError:
            time.sleep(0.5)
        else:
            return
    sys.exit(f"{url}: no server started")
