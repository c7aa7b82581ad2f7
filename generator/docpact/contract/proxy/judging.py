"""Judges exchanges in a thread of its own, so that none waits for it, and keeps the last for the page."""

from __future__ import annotations

import queue
import threading
from collections import deque
from dataclasses import dataclass, field

from docpact.contract.proxy.copies import Exchange, build_recorded
from docpact.contract.result import ContractResult
from docpact.contract.traffic.session import TrafficSession

MOST_WAITING = 2000
"""Exchanges that may wait to be judged; more than that are counted, and not judged."""
SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One exchange, as the page shows it."""

    method: str
    path: str
    status: int
    operation: str
    """The label; empty where no page has one."""
    wrong: tuple[str, ...]
    """What is wrong with the response, a line each."""


@dataclass(slots=True)
class JudgingThread:
    """Takes exchanges, and judges them one after another."""

    session: TrafficSession
    passed: int = 0
    """How many exchanges have passed."""
    lost: int = 0
    """How many of them weren't judged, because too many waited."""
    last: deque[Judged] = field(default_factory=lambda: deque(maxlen=SHOWN))
    _waiting: queue.Queue[tuple[Exchange, int] | None] = field(default_factory=lambda: queue.Queue(MOST_WAITING))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to judge."""
        self._thread = threading.Thread(target=self._run, daemon=True, name="judge")
        self._thread.start()

    def note(self, exchange: Exchange) -> None:
        """Take an exchange; returns at once."""
        self.passed += 1
        try:
            self._waiting.put_nowait((exchange, self.passed))
        except queue.Full:
            self.lost += 1

    def finish(self) -> None:
        """Judge what waits, and end."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def build_result(self) -> ContractResult:
        """Return what was found until now."""
        with self._lock:
            lost = f"{self.lost} exchanges weren't judged: they came faster than they could be" if self.lost else ""
            return self.session.build_result([lost] if lost else [])

    def _run(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            recorded = build_recorded(*waiting)
            with self._lock:
                verdict = self.session.note(recorded)
                redact = self.session.results.redact
                self.last.appendleft(
                    Judged(
                        method=recorded.method, path=redact(recorded.url.partition("://")[2].partition("/")[2]),
                        status=recorded.status, operation=verdict.operation,
                        wrong=tuple(f"{v.check}: {redact(v.message)}" for v in verdict.violations),
                    )
                )  # fmt: skip
