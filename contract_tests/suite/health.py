"""Servers in trouble: when to stop asking, and what to say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

IN_A_ROW = 4
UNAUTHORIZED = 401


@dataclass(slots=True)
class Health:
    """Watches answers; once there is trouble, nothing more is sent."""

    probe: Callable[[], int]
    """Asks for something harmless with good credentials; the status, 0 for no answer."""
    trouble: str = ""
    """What is the matter; empty while all is well."""
    _silent: int = 0
    _refused: int = 0
    _probing: bool = False

    def note_answer(self, status: int, *, trusted: bool) -> None:
        """Take note of an answer; `trusted` where the request had the credentials that we were given."""
        self._silent = 0
        if not trusted:
            return
        self._refused = self._refused + 1 if status == UNAUTHORIZED else 0
        if self._refused and self._refused % IN_A_ROW == 0 and self._ask() == UNAUTHORIZED:
            self.trouble = "the credentials were accepted at first, and are refused now: they have expired"

    def note_silence(self) -> None:
        """Take note of a request without an answer."""
        self._silent += 1
        if self._silent >= IN_A_ROW and self._ask() == 0:
            self.trouble = f"the server stopped answering: {self._silent} requests in a row, and then a harmless one"

    def _ask(self) -> int:
        if self._probing or self.trouble:
            return -1
        self._probing = True
        try:
            return self.probe()
        finally:
            self._probing = False
