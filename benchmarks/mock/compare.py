"""The mock beside Prism: `python benchmarks/mock/compare.py [--prism PROGRAM]` prints two tables and the mock's memory.

Both serve the same document on this machine and are asked in turns, by the same program, over kept connections: wrk
(Debian: `apt-get install wrk`), which is C, so that it is not what is measured. Prism comes from npm
(`npm install @stoplight/prism-cli`); without it, ours is measured alone.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"
PORTS = {"ours": 8941, "prism": 8942}
BASES = {"ours": "/api/v37", "prism": ""}
"""Prism leaves out the path of the server's URL."""
LOCKS, PINS, PIN = "GET /my/lock", "make a PIN, delete it", "make a PIN"
SCRIPT = Path(__file__).with_name("pin.lua")
Process = subprocess.Popen[bytes]


@dataclass
class Measured:
    """What all rounds gave."""

    rates: list[float] = field(default_factory=list)
    """Requests per second."""
    spent: list[float] = field(default_factory=list)
    """Microseconds of the server's processor time per request."""


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prism", default=shutil.which("prism"), help="the program, where it is not on the path")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured, in turns (3)")
    parser.add_argument("--seconds", type=int, default=3, help="for how long each time (3)")
    parser.add_argument("--requests", type=int, default=100_000, help="for the memory of ours (100000); 0 for none")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        raise SystemExit("there is no wrk; Debian's package is `wrk`")
    commands = {"ours": [sys.executable, "-m", "docpact", "mock", "--port", str(PORTS["ours"])]}
    if options.prism:
        commands["prism"] = [options.prism, "mock", str(DOCUMENT), "-p", str(PORTS["prism"]), "-v", "silent"]
    found = {(task, subject): Measured() for task in (LOCKS, PINS) for subject in commands}
    with serving(commands) as processes:
        for (task, subject), measured in list(found.items()) * (options.rounds + 1):
            before = processor(processes[subject])
            count, rate = ask(subject, task, options.seconds)
            measured.rates.append(rate)
            measured.spent.append((processor(processes[subject]) - before) / count * 1e6)
        for measured in found.values():
            # The first round is for warming up.
            del measured.rates[0], measured.spent[0]
        rates = {key: statistics.median(measured.rates) for key, measured in found.items()}
        show("requests per second", rates, list(commands))
        spent = {key: statistics.median(measured.spent) for key, measured in found.items()}
        spent |= {(PIN, subject): create(processes[subject], subject) for subject in commands}
        show("microseconds of processor time per request", spent, list(commands))
        if options.requests:
            show_memory(processes["ours"], options.requests)
    return 0


def show(title: str, found: dict[tuple[str, str], float], subjects: list[str]) -> None:
    """Print the medians of all rounds; processor time says more than rates where the machine does other things."""
    print(f"\n| {title} | {' | '.join(subjects)} | ratio |")
    print(f"|---|{'---|' * len(subjects)}---|")
    for task in dict.fromkeys(task for task, _ in found):
        told = [found[task, subject] for subject in subjects]
        ratio = f"{max(told) / min(told):.1f}" if len(told) > 1 and min(told) else ""
        print(f"| {task} | {' | '.join(f'{one:.0f}' for one in told)} | {ratio} |")


def show_memory(process: Process, wanted: int) -> None:
    """Print how the memory of ours grows over that many requests."""
    told, done, task = [(0, resident(process))], 0, PINS
    while done < wanted:
        count, _ = ask("ours", task, 3)
        done, task = done + count, LOCKS if task == PINS else PINS
        told.append((done, resident(process)))
    few = [*told[:: max(1, len(told) // 8)], told[-1]]
    shown = ", ".join(f"{megabytes:.1f} after {count}" for count, megabytes in few)
    print(f"\nMB of ours, over requests that list locks and that make and delete PINs: {shown}")


def ask(subject: str, task: str, seconds: int) -> tuple[int, float]:
    """Return how many requests were answered, and how many each second; stops where some were refused."""
    server = f"http://127.0.0.1:{PORTS[subject]}"
    command = ["wrk", "-t1", "-c8", f"-d{seconds}", "-H", "Authorization: PersonalKey mock-key"]
    if task == PINS:
        clear(subject)
        command += ["-s", str(SCRIPT), server]
    else:
        command += [f"{server}{BASES[subject]}/my/lock"]
    run = subprocess.run(
        command, env={**os.environ, "BASE": BASES[subject]}, capture_output=True, text=True, check=True
    )
    if refused := re.search(r"(Non-2xx.*|Socket errors.*)", run.stdout):
        raise SystemExit(f"{subject}, {task}: {refused[1]}")
    return int(re.findall(r"(\d+) requests in", run.stdout)[0]), float(
        re.findall(r"Requests/sec: +(\S+)", run.stdout)[0]
    )


def clear(subject: str) -> None:
    """Delete the PINs that an earlier run had no time to delete; Prism remembers none."""
    pins = f"http://127.0.0.1:{PORTS[subject]}{BASES[subject]}/my/lock/40217/pin"
    with httpx.Client(headers={"Authorization": "PersonalKey mock-key"}) as client:
        for pin in client.get(pins).json()["result"]["pins"]:
            if pin["alias"] == "benchmark":
                client.delete(f"{pins}/{pin['id']}")


def create(process: Process, subject: str, batches: int = 30, size: int = 80) -> float:
    """Return the microseconds of processor time that making a PIN takes, without deleting it: in batches."""
    spent = 0.0
    path = f"{BASES[subject]}/my/lock/40217/pin"
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\n"
        "Authorization: PersonalKey mock-key\r\nContent-Type: application/json"
    )
    with ExitStack() as stack:
        opened = [socket.create_connection(("127.0.0.1", PORTS[subject])) for _ in range(40)]
        connections = [stack.enter_context(connection) for connection in opened]
        for _ in range(batches):
            clear(subject)
            before = processor(process)
            for start in range(0, size, len(connections)):
                for number, connection in enumerate(connections, start):
                    body = json.dumps({"alias": "benchmark", "pin": f"{20000 + number * 7}19"})
                    connection.sendall(f"{head}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
                for connection in connections:
                    if not read_answer(connection).startswith(b"HTTP/1.1 201"):
                        raise SystemExit(f"{subject}: no PIN was made")
            spent += processor(process) - before
    clear(subject)
    return spent / (batches * size) * 1e6


def read_answer(connection: socket.socket) -> bytes:
    """Return one answer."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += connection.recv(65536)
    head, _, body = got.partition(b"\r\n\r\n")
    length = int(re.findall(rb"(?i)content-length: *(\d+)", head)[0])
    while len(body) < length:
        body += connection.recv(65536)
    return head


def processor(process: Process) -> float:
    """Return the seconds of processor time that a process's threads have used; 0 where the system does not tell."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    return sum(int(task.read_text("utf-8").split()[0]) for task in tasks) / 1e9


def resident(process: Process) -> float:
    """Return the megabytes of memory that a process holds; 0 where the system does not tell."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


@contextmanager
def serving(commands: dict[str, list[str]]) -> Iterator[dict[str, Process]]:
    """Run the servers inside the block."""
    quiet = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    processes = {name: subprocess.Popen(command, **quiet) for name, command in commands.items()}  # type: ignore[call-overload] # One of the keywords each.
    try:
        for name in processes:
            wait(PORTS[name])
        yield processes
    finally:
        for process in processes.values():
            process.terminate()
            process.wait()


def wait(port: int) -> None:
    """Wait until somebody listens there."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nobody listens at port {port}")


if __name__ == "__main__":
    raise SystemExit(main())
