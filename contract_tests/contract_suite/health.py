"""Whether the server still works at all: once it doesn't, nothing more is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

IN_A_ROW = 4
"""After this many rejections or silences in a row, one harmless request decides."""
UNAUTHORIZED = 401
NO_RESPONSE, NOT_SENT = 0, -1
"""What a probe gives in place of a status."""


@dataclass(slots=True)
class Health:
    """What the last responses say about the server."""

    trouble: str = ""
    """Why nothing more is sent; empty while all is well."""
    _silent: int = 0
    _rejected: int = 0
    _doubt: str = ""
    _probing: bool = False

    def note_response(self, status: int, *, trusted: bool) -> None:
        """Take note of a response; `trusted` where the request had the credentials of the run."""
        self._silent = 0
        if trusted:
            self._rejected = self._rejected + 1 if status == UNAUTHORIZED else 0
            if self._rejected and self._rejected % IN_A_ROW == 0:
                self._doubt = "credentials"

    def note_silence(self) -> None:
        """Take note of a request that got no response."""
        self._silent += 1
        if self._silent >= IN_A_ROW:
            self._doubt = "silence"

    def settle_doubt(self, probe: Callable[[], int]) -> None:
        """Where the last notes leave a doubt, send a harmless request: its status decides whether there is trouble.

        `probe` sends it and returns the status, or `NO_RESPONSE`, or `NOT_SENT` where there is no harmless operation.
        """
        doubt, self._doubt = self._doubt, ""
        if not doubt or self._probing or self.trouble:
            return
        self._probing = True
        try:
            status = probe()
        finally:
            self._probing = False
        if doubt == "credentials" and status == UNAUTHORIZED:
            self.trouble = "the credentials were accepted at first, and are rejected now: they have expired"
        if doubt == "silence" and status == NO_RESPONSE:
            self.trouble = f"the server stopped responding: {self._silent} requests in a row, and then a harmless one"
