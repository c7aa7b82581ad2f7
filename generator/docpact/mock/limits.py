"""Documented rate limits: so many requests in a window for the account, so many seconds between two of an operation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from docpact.mock.clock import Clock
from docpact.mock.document import Document
from docpact.mock.operations import Operation

EXTENSION = "x-rate-limit"


@dataclass(slots=True)
class RateLimits:
    """Counts the requests of the one account that a mock has."""

    document: Document
    clock: Clock
    _started: datetime | None = None
    _asked: int = 0
    _last: dict[str, datetime] = field(default_factory=dict)

    def wait(self, operation: Operation) -> int:
        """Return the seconds to wait before the operation may be called again; 0 where it may now, and count it."""
        now = self.clock.now()
        account = self.document.raw.get(EXTENSION, {})
        window = timedelta(seconds=float(account.get("window-seconds", 0)))
        if self._started is None or now - self._started >= window:
            self._started, self._asked = now, 0
        if account and self._asked >= account.get("requests", float("inf")):
            return max(1, ceil((self._started + window - now).total_seconds()))
        interval = float(operation.definition.get(EXTENSION, {}).get("min-interval-seconds", 0))
        last = self._last.get(operation.signature)
        if last is not None and now - last < timedelta(seconds=interval):
            return max(1, ceil(interval - (now - last).total_seconds()))
        self._asked += 1
        self._last[operation.signature] = now
        return 0
