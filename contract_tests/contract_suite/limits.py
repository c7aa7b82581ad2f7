"""After what a run ends before its tests do, because somebody said so."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of one run, from its beginning."""

    max_failures: int | None = None
    max_time: int | None = None
    """Seconds."""
    _start: float = field(default_factory=time.monotonic)

    def find_reached(self, failures: int) -> str:
        """Return which limit is reached, in words; empty for none."""
        if self.max_failures is not None and failures >= self.max_failures:
            return f"as many failures as --max-failures allows ({self.max_failures})"
        if self.max_time is not None and time.monotonic() - self._start >= self.max_time:
            return f"the {self.max_time} s that --max-time allows are over"
        return ""
