"""Time, which tests can step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the time, with its offset."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the time in UTC."""
        return datetime.now(UTC)


class SteppingClock:
    """A clock that stands still until it is stepped."""

    def __init__(self, start: datetime = datetime(2024, 1, 1, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        """Return the time that it stands at."""
        return self._now

    def step(self, seconds: float) -> None:
        """Move on."""
        self._now += timedelta(seconds=seconds)


def format_time(time: datetime) -> str:
    """Return the time as RFC 3339 has it, in UTC, to the millisecond."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{time.microsecond // 1000:03d}Z"
