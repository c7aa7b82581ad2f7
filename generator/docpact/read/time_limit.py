"""A limit for the time that one page may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

SECONDS = 10.0
"""Processor time of a page: the largest that are read take two or three seconds."""

AGAIN = 0.1
"""Seconds until the page is interrupted once more, where the first time had no effect."""


class PageTimeoutError(Exception):
    """A page that takes longer than any page should."""


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `PageTimeoutError` in the block once it has used so much processor time.

    The operating system keeps the time, so that no expression of ours or of docutils' can outrun it: Python's regular
    expressions look for signals while they search. Waiting isn't counted: a busy machine loses no page. There are no
    such signals outside of the main thread, and none on Windows; there a page takes as long as it takes.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise PageTimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    # An exception that is raised while Python frees an object is lost; the next signal raises another.
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        # Again, where the signal came right before: a timer without a handler would end the process.
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
