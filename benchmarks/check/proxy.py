"""What the proxy adds to a request: `python benchmarks/check/proxy.py [--requests N]` prints medians, in milliseconds.

The mock on this machine is asked directly and through the proxy, in turns, by one client over a kept connection, and
then by a hundred clients at once.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

from docpact.document import load_document
from docpact.mock import sample_authorization

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"
CLIENTS = 100
PATH = "/my/lock"
KEY = {"Authorization": sample_authorization(load_document(DOCUMENT).mapping)}


def main() -> int:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=500, help="requests a round (500)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, in turns (5)")
    options = parser.parse_args()
    with ExitStack() as stack:
        mock = stack.enter_context(_started("mock", str(DOCUMENT), "--port", "0"))
        proxy = stack.enter_context(_started("proxy", mock, "--document", str(DOCUMENT), "--port", "0"))
        seconds: dict[str, list[float]] = {"directly": [], "through the proxy": []}
        with httpx.Client(headers=KEY) as client:
            for _ in range(options.rounds):
                for name, url in zip(seconds, (mock, proxy), strict=True):
                    seconds[name] += _measure(client, f"{url}{PATH}", options.requests)
        medians = {name: statistics.median(found) * 1000 for name, found in seconds.items()}
        for name, median in medians.items():
            tail = statistics.quantiles(seconds[name], n=100)[98] * 1000
            print(f"{name:<20} median {median:6.2f} ms   99th percentile {tail:6.2f} ms")
        print(f"added at the median  {medians['through the proxy'] - medians['directly']:13.2f} ms")
        for name, url in zip(seconds, (mock, proxy), strict=True):
            rate, failed = asyncio.run(_rush(f"{url}{PATH}", options.requests * 4))
            print(f"{name:<20} {CLIENTS} at once: {rate:.0f} requests/s, {failed} failed")
    return 0


def _measure(client: httpx.Client, url: str, requests: int) -> list[float]:
    found = []
    for _ in range(requests):
        start = time.perf_counter()
        client.get(url).raise_for_status()
        found.append(time.perf_counter() - start)
    return found


async def _rush(url: str, requests: int) -> tuple[float, int]:
    limits = httpx.Limits(max_connections=CLIENTS, max_keepalive_connections=CLIENTS)
    failed = 0
    async with httpx.AsyncClient(headers=KEY, limits=limits, timeout=60) as client:

        async def one() -> None:
            nonlocal failed
            for _ in range(requests // CLIENTS):
                response = await client.get(url)
                failed += response.status_code != httpx.codes.OK

        start = time.perf_counter()
        await asyncio.gather(*(one() for _ in range(CLIENTS)))
        return requests / (time.perf_counter() - start), failed


@contextmanager
def _started(*arguments: str) -> Iterator[str]:
    """Start a command of ours; yield the URL that it says it listens at."""
    command = [sys.executable, "-m", "docpact", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        lines = iter(process.stderr.readline, "") if process.stderr else iter(())
        yield next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:\d+[^\s,]*", line)))
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    raise SystemExit(main())
