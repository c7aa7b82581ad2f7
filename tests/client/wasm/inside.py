"""Run by `run.mjs`, within CPython for WebAssembly: its last expression is pytest's exit code."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Coroutine
from typing import Any

sys.path.insert(0, "/site")
sys.dont_write_bytecode = True
os.chdir("/repository")


class Selector:
    """There are no sockets: waiting is sleeping."""

    def select(self, timeout: float | None) -> list[object]:
        """Return that nothing came."""
        if timeout:
            time.sleep(timeout)
        return []


class Loop(asyncio.BaseEventLoop):
    """An event loop; the one that comes along belongs to JavaScript and can't be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = Selector()

    def _process_events(self, _: object) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """There is no other thread to be woken by."""


def run(program: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - as `asyncio.run`.
    """Stand in for `asyncio.run`."""
    # JavaScript's loop is running as long as Python is.
    asyncio._set_running_loop(None)  # noqa: SLF001 - there is no other way out of it.
    loop = Loop()
    try:
        return loop.run_until_complete(program)
    finally:
        loop.close()


asyncio.run = run  # type: ignore[assignment]

import pytest  # noqa: E402 - from the folder that was named above.

# Left out is what needs a socket, a process, or threads, and JSON so deep that JavaScript's stack ends before Python's.
LEFT_OUT = "not real_connection and not beforehand and not making_a_client and not threads_share and not answer24"
TESTS = ("test_alone.py", "test_every_operation.py", "test_sending.py", "test_survival.py")
sys.stdout.write(f"{sys.version}\n")
int(
    pytest.main([
        "-c", "tests/client/alone.ini", "--rootdir", ".", "--confcutdir", "tests/client", "-q", "-k", LEFT_OUT,
        *(f"tests/client/{name}" for name in TESTS),
    ])
)  # fmt: skip
