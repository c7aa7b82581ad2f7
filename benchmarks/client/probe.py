"""One measurement of one client, in a process of its own: `probe.py SUBJECT FOLDER URL` prints JSON.

Run by `compare.py`, with an interpreter that has all the clients.
"""

from __future__ import annotations

import asyncio
import gc
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

LOCK = 40217
CALLS, WARM = 400, 40
# One of them sleeps after each call: it is asked less often.
LONGEST = 6.0


def bare(url: str) -> tuple[Callable[[], object], Callable[[bytes], object]]:
    """Make what every client is measured against: httpx and json, and nothing else."""
    import httpx

    client = httpx.Client(base_url=url, headers={"Authorization": "PersonalKey mock-key"})
    return lambda: json.loads(client.get(f"/my/lock/{LOCK}/sync").content)["result"], json.loads


def ours(url: str) -> tuple[Callable[[], object], Callable[[bytes], object]]:
    """Make the façade."""
    from tedee_client import Tedee

    api = Tedee(personal_key="mock-key", base_url=url)

    def parse(text: bytes) -> object:
        return api.connection.parser.parse(("list", "m:Lock"), json.loads(text)["result"])

    return lambda: api.locks.sync_single(LOCK), parse


def raw(url: str) -> tuple[Callable[[], object], Callable[[bytes], object]]:
    """Make what openapi-python-client writes, by itself."""
    from tedee_client.api.lock import lock_sync_single
    from tedee_client.client import AuthenticatedClient
    from tedee_client.models.lock_array_envelope import LockArrayEnvelope

    client = AuthenticatedClient(base_url=url, token="mock-key", prefix="PersonalKey")
    return lambda: lock_sync_single.sync(LOCK, client=client), lambda text: LockArrayEnvelope.from_dict(
        json.loads(text)
    )


def openapi_generator(url: str) -> tuple[Callable[[], object], Callable[[bytes], object]]:
    """Make what openapi-generator writes."""
    import og_client
    from og_client.models.lock_array_envelope import LockArrayEnvelope

    settings = og_client.Configuration(host=url, api_key={"personalAccessKey": "PersonalKey mock-key"})
    api = og_client.LockApi(og_client.ApiClient(settings))
    return lambda: api.lock_sync_single(LOCK), lambda text: LockArrayEnvelope.from_dict(json.loads(text))


def aiotedee(url: str) -> tuple[Callable[[], object], Callable[[bytes], object]]:
    """Make the client written by hand; it is asynchronous and asks for all locks."""
    from aiotedee import TedeeLock
    from aiotedee.client import cloud

    cloud.API_URL_SYNC = f"{url}/my/lock/sync"
    loop = asyncio.new_event_loop()

    async def make() -> cloud.TedeeCloudClient:
        return cloud.TedeeCloudClient(personal_token="mock-key")

    client = loop.run_until_complete(make())

    def parse(text: bytes) -> object:
        return [TedeeLock.from_api_response(lock) for lock in json.loads(text)["result"]]

    return lambda: loop.run_until_complete(client._fetch_sync()), parse  # noqa: SLF001 - the least that it does.


SUBJECTS = {"bare": bare, "ours": ours, "raw": raw, "openapi-generator": openapi_generator, "aiotedee": aiotedee}


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that it takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def measure_calls(call: Callable[[], object]) -> tuple[list[float], float]:
    """Return the milliseconds of each call, and the processor's per call, which depend less on what else goes on."""
    for _ in range(WARM):
        call()
    calls: list[float] = []
    end, begun = time.perf_counter() + LONGEST, time.process_time()
    while len(calls) < CALLS and time.perf_counter() < end:
        calls.append(timed(call))
    return calls, (time.process_time() - begun) * 1000 / len(calls)


def main(subject: str, folder: Path, url: str) -> None:
    """Print import, calls, parsing and memory."""
    begun = time.perf_counter()
    call, parse = SUBJECTS[subject](url)
    started = (time.perf_counter() - begun) * 1000
    call()
    answered = (time.perf_counter() - begun) * 1000
    # Not `getrusage`: what it tells begins with the process that started this one. Linux only, so elsewhere it is 0.
    status = Path("/proc/self/status")
    memory = int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / 1024 if status.exists() else 0.0  # type: ignore[index]
    calls, processor = measure_calls(call)
    text = (folder / "locks.json").read_bytes()
    parse(text)
    gc.collect()
    parses = [timed(lambda: parse(text)) for _ in range(9)]
    figures = {
        "start": started,
        "first": answered,
        "call": statistics.median(calls),
        "processor": processor,
        "parse": statistics.median(parses),
        "memory": memory,
    }
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
