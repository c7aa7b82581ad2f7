"""How far the processes of a run are, as they say it: a line for each test that has run."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

STEP = re.compile(r"· (\d+)/(\d+) (.*) \((\d+) requests, (\d+) failures\)")
"""A line of `contract_tests/conftest.py`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is."""

    done: int
    """Tests."""
    total: int
    requests: int
    failures: int
    seconds: float
    """Since the run began."""

    @property
    def percent(self) -> int:
        """Return the part of the tests that has run."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def seconds_left(self) -> float | None:
        """Return how long the rest will take, if it goes on like this; None while nobody can tell."""
        return self.seconds / self.done * (self.total - self.done) if self.done else None


def format_progress(progress: Progress, width: int) -> str:
    """Return one line of at most that many characters; what matters least is left out first."""
    left = progress.seconds_left
    parts = [
        f"{progress.percent:3}%",
        f"{progress.requests} requests",
        f"{progress.failures} failure{'s' * (progress.failures != 1)}",
        *([f"{int(left) // 60}:{int(left) % 60:02} left"] if left is not None else []),
    ]
    while len(parts) > 1 and len(", ".join(parts)) > width:
        parts.pop()
    return ", ".join(parts)[:width]


@dataclass(slots=True)
class ProgressReader:
    """Reads what several processes say, and tells how far they are together."""

    show: Callable[[Progress], None]
    say: Callable[[str], None]
    """Gets every other line."""
    _steps: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)
    """Process → tests that have run, all tests, requests, failures."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _start: float = field(default_factory=time.monotonic)

    def read(self, process: int, lines: Iterable[str]) -> None:
        """Read one process' lines until it ends."""
        for line in lines:
            step = STEP.fullmatch(line.rstrip("\n"))
            with self._lock:
                if step is None:
                    self.say(line.rstrip("\n"))
                    continue
                self._steps[process] = (int(step[1]), int(step[2]), int(step[4]), int(step[5]))
                done, total, requests, failures = map(sum, zip(*self._steps.values(), strict=True))
                self.show(
                    Progress(
                        done=done, total=total, requests=requests, failures=failures,
                        seconds=time.monotonic() - self._start,
                    )
                )  # fmt: skip
