"""What the mock makes of abuse: `python benchmarks/mock/abuse.py` prints one table.

For each kind: what it answers, how much memory it holds afterwards, and how long another client waits meanwhile.
`tests/mock/test_abuse.py` holds the answers; here are the figures.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
PORT = 8943
BASE = "/api/v37"
KEY = "Authorization: PersonalKey mock-key"
MEGABYTE = 1_000_000
FEWEST = 3
"""Requests of another client: one before, one after, and one at least meanwhile."""


def main() -> int:
    """Print the table."""
    command = [sys.executable, "-m", "docpact", "mock", "--port", str(PORT)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait()
        print(f"| abuse | answers | MB afterwards ({resident(process):.0f} before) | others wait at most, ms |")
        print("|---|---|---|---|")
        for name, act in ABUSES.items():
            answers, waited = watched(act)
            told = ", ".join(f"{answer} ({count})" if count > 1 else answer for answer, count in answers.items())
            print(f"| {name} | {told} | {resident(process):.0f} | {waited:.0f} |", flush=True)
    finally:
        process.terminate()
        process.wait()
    return 0


def watched(act: Callable[[], Iterator[bytes]]) -> tuple[Counter[str], float]:
    """Return what an abuse was answered, and the milliseconds that another client waited at most meanwhile."""
    waits: list[float] = []
    over = threading.Event()

    def look_on() -> None:
        with httpx.Client(headers=[KEY.split(": ", 1)], timeout=60) as client:  # type: ignore[list-item] # A pair.
            while len(waits) < FEWEST or not over.is_set():
                start = time.perf_counter()
                client.get(f"http://127.0.0.1:{PORT}{BASE}/my/lock").raise_for_status()
                waits.append(time.perf_counter() - start)
                time.sleep(0.02)

    watcher = threading.Thread(target=look_on)
    watcher.start()
    while not waits:
        time.sleep(0.01)
    answers = Counter(name_of(answer) for answer in act())
    over.set()
    watcher.join()
    return answers, max(waits) * 1000


def name_of(answer: bytes) -> str:
    """Return the status of an answer; words without one."""
    return answer.split(b" ", 2)[1].decode() if answer.startswith(b"HTTP/1.1 ") else "the connection ends"


def send(*pieces: bytes, linger: float = 0) -> bytes:
    """Return what comes back for these bytes, sent as they are."""
    with socket.create_connection(("127.0.0.1", PORT), timeout=60) as connection, suppress(OSError):
        got = b""
        with suppress(OSError):
            for piece in pieces:
                connection.sendall(piece)
            time.sleep(linger)
            connection.shutdown(socket.SHUT_WR)
        while chunk := connection.recv(65536):
            got += chunk
        return got
    return b""


def head(path: str, *lines: str, method: str = "GET") -> bytes:
    """Return a request's head."""
    first = [f"{method} {path} HTTP/1.1", "Host: localhost", KEY, "Connection: close"]
    return "\r\n".join([*first, *lines, "", ""]).encode("latin-1")


def body(content: bytes) -> bytes:
    """Return a request with that body."""
    lines = (f"Content-Length: {len(content)}", "Content-Type: application/json")
    return head(f"{BASE}/my/lock", *lines, method="PATCH") + content


def huge() -> Iterator[bytes]:
    """Yield what 100 MB of body are answered."""
    lines = (f"Content-Length: {100 * MEGABYTE}", "Content-Type: application/json")
    yield send(head(f"{BASE}/my/lock", *lines, method="PATCH"), *[b" " * MEGABYTE] * 100)


def deep() -> Iterator[bytes]:
    """Yield what 10,000 levels are answered."""
    yield send(body(b"[" * 10_000 + b"]" * 10_000))
    yield send(body(b'{"a":' * 10_000 + b"1" + b"}" * 10_000))


def many() -> Iterator[bytes]:
    """Yield what 1,000 connections are answered, all open at once."""
    opened = [socket.create_connection(("127.0.0.1", PORT), timeout=60) for _ in range(1000)]
    for connection in opened:
        connection.sendall(head(f"{BASE}/my/lock"))
    for connection in opened:
        yield connection.recv(65536)
        connection.close()


def slow() -> Iterator[bytes]:
    """Yield what 200 senders of half a body are answered."""
    start = head(f"{BASE}/my/lock", "Content-Length: 1000", method="PATCH") + b"{"
    with ThreadPoolExecutor(200) as pool:
        yield from pool.map(lambda _: send(start, linger=2), range(200))


def headers() -> Iterator[bytes]:
    """Yield what 5,000 headers, and one of 10 MB, are answered."""
    yield send(head(f"{BASE}/my/lock", *(f"X-{number}: {'x' * 100}" for number in range(5000))))
    yield send(head(f"{BASE}/my/lock", "X: " + "x" * 10 * MEGABYTE))


def broken() -> Iterator[bytes]:
    """Yield what bodies are answered that are no UTF-8, or half a character."""
    for content in (b'{"name": "\xff"}', b'{"name": "\\ud800"}', b"\xff\xfe{}", b"\x00"):
        yield send(body(content))


def paths() -> Iterator[bytes]:
    """Yield what tricks with paths are answered."""
    for path in (
        "/my/lock/../lock",
        "/my/lock/%2e%2e/%2e%2e/etc/passwd",
        "/my/lock/%00",
        "//my/lock",
        "/my/lock/%ff%fe",
    ):
        yield send(head(f"{BASE}{path}"))


def no_http() -> Iterator[bytes]:
    """Yield what is answered to what is no HTTP."""
    for raw in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20, b"GET\r\n\r\n", b"\x00" * 10_000):
        yield send(raw)


ABUSES: dict[str, Callable[[], Iterator[bytes]]] = {
    "a body of 100 MB": huge,
    "bodies 10,000 levels deep": deep,
    "1,000 connections at once": many,
    "200 senders of half a body, for 2 s": slow,
    "5,000 headers; one header of 10 MB": headers,
    "broken UTF-8, half a character, UTF-16, zero": broken,
    "tricks with paths": paths,
    "TLS, half a line, zeros": no_http,
}


def resident(process: subprocess.Popen[bytes]) -> float:
    """Return the megabytes of memory that a process holds; 0 where the system does not tell."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def wait() -> None:
    """Wait until the mock listens."""
    for _ in range(600):
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", PORT), 1).close()
            return
        time.sleep(0.1)
    raise SystemExit(f"nobody listens at port {PORT}")


if __name__ == "__main__":
    raise SystemExit(main())
