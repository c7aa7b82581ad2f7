"""The mock beside Prism: `python benchmarks/mock/compare.py [--prism PROGRAM]` prints one table.

Both serve the same document on this machine; they are asked in turns, by the same client, over kept connections. Prism
comes from npm (`npm install @stoplight/prism-cli`); without it, ours is measured alone.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"
KEY = "Authorization: PersonalKey mock-key\r\n"
PORTS = {"ours": 8941, "prism": 8942}
BASES = {"ours": "/api/v37", "prism": ""}
"""Prism leaves out the path of the server's URL."""
LOCK = 40217


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prism", default=shutil.which("prism"), help="the program, where it is not on the path")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured, in turns (3)")
    parser.add_argument("--seconds", type=float, default=3, help="for how long each time (3)")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--requests", type=int, default=100_000, help="for the memory of ours (100000); 0 for none")
    options = parser.parse_args()
    commands = {"ours": [sys.executable, "-m", "rstapi", "mock", "--port", str(PORTS["ours"])]}
    if options.prism:
        commands["prism"] = [options.prism, "mock", str(DOCUMENT), "-p", str(PORTS["prism"]), "-v", "silent"]
    found: dict[tuple[str, str], list[float]] = {}
    spent: dict[tuple[str, str], list[float]] = {}
    with serving(commands) as processes:
        for _ in range(options.rounds):
            for subject in commands:
                for name, ask in TASKS.items():
                    before, start = processor(processes[subject]), time.perf_counter()
                    rate = asyncio.run(measure(subject, ask, options.seconds, options.connections))
                    asked = rate * (time.perf_counter() - start)
                    found.setdefault((name, subject), []).append(rate)
                    spent.setdefault((name, subject), []).append((processor(processes[subject]) - before) / asked * 1e6)
        show("requests per second", found, list(commands))
        show("microseconds of the server's processor time per request", spent, list(commands))
        if options.requests:
            show_memory(processes["ours"], options.requests, options.connections)
    return 0


def show(title: str, found: dict[tuple[str, str], list[float]], subjects: list[str]) -> None:
    """Print the medians of all rounds; processor time says more than rates where the machine does other things."""
    print(f"\n| {title} | {' | '.join(subjects)} | ratio |")
    print(f"|---|{'---|' * len(subjects)}---|")
    for name in TASKS:
        rates = [statistics.median(found[name, subject]) for subject in subjects]
        ratio = f"{max(rates) / min(rates):.1f}" if len(rates) > 1 and min(rates) else ""
        print(f"| {name} | {' | '.join(f'{rate:.0f}' for rate in rates)} | {ratio} |")


def show_memory(process: subprocess.Popen[bytes], count: int, connections: int) -> None:
    """Print how the memory of ours grows over that many requests."""
    told = [f"{resident(process):.1f}"]
    for _ in range(4):
        asyncio.run(ask_often("ours", pin, count // 4, connections))
        told.append(f"{resident(process):.1f}")
    print(
        f"\nMB of ours, before and after each quarter of {count} requests that make and delete PINs: {', '.join(told)}"
    )


def processor(process: subprocess.Popen[bytes]) -> float:
    """Return the seconds of processor time that a process has used; 0 where the system does not tell."""
    stat = Path(f"/proc/{process.pid}/stat")
    fields = stat.read_text("utf-8").rpartition(")")[2].split() if stat.exists() else []
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def resident(process: subprocess.Popen[bytes]) -> float:
    """Return the megabytes of memory that a process holds; 0 where the system does not tell."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


class Connection:
    """A connection that is kept, and asks one thing after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, subject: str, number: int) -> None:
        self.reader, self.writer, self.subject, self.number = reader, writer, subject, number
        self.asked = 0

    async def ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Return status and body."""
        kind = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n" if body else ""
        head = f"{method} {BASES[self.subject]}{path} HTTP/1.1\r\nHost: x\r\n{KEY}{kind}\r\n"
        self.writer.write(head.encode() + body)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
        length = next((int(line.split(":")[1]) for line in lines if line.startswith("content-length:")), 0)
        self.asked += 1
        return int(lines[0].split()[1]), await self.reader.readexactly(length)


async def locks(connection: Connection) -> None:
    """List locks."""
    status, _ = await connection.ask("GET", "/my/lock")
    expect(status, 200)


async def pin(connection: Connection) -> None:
    """Make a PIN with digits of its own and delete it again."""
    digits = f"{connection.number:02d}{connection.asked % 1000:03d}91"
    body = json.dumps({"alias": "benchmark", "pin": digits if len(set(digits)) > 2 else "4682137"}).encode()  # noqa: PLR2004 - a rule for PINs.
    status, content = await connection.ask("POST", f"/my/lock/{LOCK}/pin", body)
    expect(status, 201)
    status, _ = await connection.ask("DELETE", f"/my/lock/{LOCK}/pin/{json.loads(content)['result']['id']}")
    expect(status, 204)


TASKS = {"GET /my/lock": locks, "make a PIN, delete it": pin}


def expect(status: int, wanted: int) -> None:
    """Stop where something else is measured than is said."""
    if status != wanted:
        raise SystemExit(f"status {status} instead of {wanted}")


async def measure(subject: str, task: object, seconds: float, count: int) -> float:
    """Return requests per second, after a tenth of the time to warm up."""
    await run(subject, task, count, seconds / 10, None)
    start = time.perf_counter()
    asked = await run(subject, task, count, seconds, None)
    return asked / (time.perf_counter() - start)


async def ask_often(subject: str, task: object, requests: int, count: int) -> int:
    """Ask so many times."""
    return await run(subject, task, count, None, requests // count)


async def run(subject: str, task: object, count: int, seconds: float | None, requests: int | None) -> int:
    """Ask over several connections for a time, or so often each; return how many requests it was."""
    end = time.perf_counter() + seconds if seconds else float("inf")

    async def work(number: int) -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", PORTS[subject])
        connection = Connection(reader, writer, subject, number)
        while time.perf_counter() < end and (requests is None or connection.asked < requests):
            await task(connection)  # type: ignore[operator] # One of TASKS.
        writer.close()
        return connection.asked

    return sum(await asyncio.gather(*(work(number) for number in range(count))))


@contextmanager
def serving(commands: dict[str, list[str]]) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """Run the servers inside the block."""
    processes = {
        name: subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name, command in commands.items()
    }
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
    for _ in range(300):
        try:
            asyncio.run(asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), 1))
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nobody listens at port {port}")


if __name__ == "__main__":
    raise SystemExit(main())
