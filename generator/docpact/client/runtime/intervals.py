"""The documented pause between two calls of one operation."""

from __future__ import annotations

import threading
import time


class Intervals:
    """Keeps calls of one operation apart by its documented interval."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def reserve(self, name: str, interval: float) -> float:
        """Return the seconds until the operation's turn, and take that turn."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(name, now))
            self._next[name] = turn + interval
            return turn - now

    def wait(self, name: str, interval: float) -> None:
        """Sleep until the operation's turn."""
        if pause := self.reserve(name, interval):
            time.sleep(pause)

    async def wait_async(self, name: str, interval: float) -> None:
        """As `wait`."""
        import asyncio  # noqa: PLC0415 - a synchronous program doesn't pay for it.

        if pause := self.reserve(name, interval):
            await asyncio.sleep(pause)
