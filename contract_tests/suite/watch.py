"""What every answer to every request must stand, whoever sent it, and which operations aren't asked again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import requests
from requests.exceptions import RequestException, Timeout

from suite.answers import Fault
from suite.checks import format_retry_fault
from suite.health import Health
from suite.options import Options
from suite.probe import say
from suite.results import ContractFailure, Failed, Results
from suite.session import EndlessAnswerError, Recorder

SLOWEST = 2.0
"""Seconds; no documentation says how long people wait, and few wait longer."""
ENOUGH = 3
"""So many slow answers, or none, of one operation: it isn't asked again."""
SHORTEST_SECRET = 8


@dataclass(slots=True)
class Watch:
    """Looks at everything that comes back."""

    options: Options
    results: Results
    health: Health
    recorder: Recorder | None = None
    quickest: dict[str, float] = field(default_factory=dict)
    """Operation → the seconds of its quickest success."""
    unwell: Counter[str] = field(default_factory=Counter)
    """Operation → how often it was slow or silent."""

    def note(self, label: str, request: requests.PreparedRequest, response: requests.Response, seconds: float) -> None:
        """Take note of an answer to an operation's request."""
        self.results.timings[label].add(seconds)
        if self.recorder:
            self.recorder.record(request, response, seconds)
        curl = f"curl -X {request.method} -H 'Authorization: [Filtered]' '{request.url}'"
        if response.ok:
            self._hold_time(label, curl, seconds)
        if broken := format_retry_fault(response.status_code, response.headers):
            expected = "seconds or a date in Retry-After"
            self._add(label, curl, Fault(check="retry_after", message=broken, expected=expected, got=broken))
        text = response.content + "".join(response.headers.values()).encode("utf-8", "replace")
        if any(len(secret) >= SHORTEST_SECRET and secret.encode() in text for secret in self.options.secrets):
            message, expected = "the answer repeats the credentials of the request", "no credentials in an answer"
            self._add(label, curl, Fault(check="secret_in_answer", message=message, expected=expected, got="the key"))
        key = self.options.authorization
        self.health.note_answer(response.status_code, trusted=bool(key) and request.headers.get("Authorization") == key)

    def note_silence(self, label: str, error: RequestException, curl: str) -> ContractFailure:
        """Take note of a request without an answer, and return what to raise."""
        check, message = "no_answer", f"the server gave no answer: {say(error)}"
        if isinstance(error, EndlessAnswerError):
            check, message = "endless_answer", str(error)
        else:
            self.health.note_silence()
        # Whoever hangs does so for long: once is enough.
        self.unwell[label] += ENOUGH if isinstance(error, Timeout | EndlessAnswerError) else 1
        failure = ContractFailure(label, check, message, curl, expected="an answer that ends", got=say(error))
        self.results.add(failure.failed)
        return failure

    def is_unwell(self, label: str) -> bool:
        """Tell whether an operation isn't asked again."""
        return bool(self.health.trouble) or self.unwell[label] >= ENOUGH

    def _hold_time(self, label: str, curl: str, seconds: float) -> None:
        self.quickest[label] = min(seconds, self.quickest.get(label, seconds))
        # One quick success shows that it can be: then what is slow is this machine, or the network.
        if self.quickest[label] <= SLOWEST:
            return
        self.unwell[label] += 1
        if self.unwell[label] == ENOUGH:
            message = f"{ENOUGH} successes took over {SLOWEST:.0f} s and none less, the last one {seconds:.1f} s"
            expected = f"under {SLOWEST:.0f} s"
            self._add(label, curl, Fault(check="max_response_time", message=message, expected=expected,
                                         got=f"{seconds:.1f} s"))  # fmt: skip

    def _add(self, label: str, curl: str, fault: Fault) -> None:
        self.results.add(as_failed(label, fault, curl))


def as_failed(label: str, fault: Fault, curl: str) -> Failed:
    """Return a fault of an answer as an operation's failure."""
    return Failed(
        operation=label, check=fault.check, message=fault.message, curl=curl, expected=fault.expected, got=fault.got,
        cause=fault.cause or fault.check,
    )  # fmt: skip
