# Generated from the API's documentation; the next build replaces it.
"""The documented pause between two calls of one operation."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio


class Intervals:
    """Keeps calls of one operation apart by its documented interval, in the order in which they ask.

    A turn is taken when the wait is over, not before: a call that is cancelled while it waits leaves it to the next.
    """

    def __init__(self) -> None:
        self._last: dict[str, float] = {}
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._async_turns: dict[str, tuple[object, asyncio.Lock]] = {}

    def wait(self, name: str, interval: float) -> None:
        """Sleep until the operation's turn, and take it."""
        with self._lock:
            turn = self._turns.setdefault(name, threading.Lock())
        with turn:
            due = self._due(name, interval)
            if (pause := due - time.monotonic()) > 0:
                time.sleep(pause)
            self._take(name, due)

    async def wait_async(self, name: str, interval: float) -> None:
        """As `wait`."""
        import asyncio  # noqa: PLC0415 - a synchronous program doesn't pay for it.

        loop = asyncio.get_running_loop()
        used, turn = self._async_turns.get(name, (None, asyncio.Lock()))
        if used is not loop:
            # A lock belongs to the loop that it was first waited for in.
            turn = asyncio.Lock()
            self._async_turns[name] = (loop, turn)
        async with turn:
            due = self._due(name, interval)
            if (pause := due - time.monotonic()) > 0:
                await asyncio.sleep(pause)
            self._take(name, due)

    def _due(self, name: str, interval: float) -> float:
        """Return when the operation may be called again."""
        now = time.monotonic()
        return max(now, self._last[name] + interval) if name in self._last else now

    def _take(self, name: str, due: float) -> None:
        self._last[name] = max(due, time.monotonic())
