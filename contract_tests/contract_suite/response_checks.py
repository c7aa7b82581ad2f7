"""Checks run on every response, and which operations are skipped because they are slow or silent."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

import requests
from requests.exceptions import RequestException, Timeout

from contract_suite.conformance import read_json
from contract_suite.credentials import Credentials
from contract_suite.curl import format_sent, move_key
from contract_suite.envelope import FIRST_FAILURE, is_success
from contract_suite.findings import NO_REJECTIONS
from contract_suite.health import Health
from contract_suite.limits import Limits
from contract_suite.recording import Recorder
from contract_suite.results import ContractFailure, Results
from contract_suite.revisions import Revisions
from contract_suite.violations import Violation, as_failure

SLOWEST = 2.0
"""Seconds; no documentation says how long people wait, and few wait longer."""
ENOUGH = 3
"""An operation is skipped after this many slow or missing responses."""
SHORTEST_SECRET = 8
"""Shorter credentials may stand in a response by chance."""
DEEPEST_JSON = 200
"""No response is nested deeper; some programs give up at twice as much."""
DEEPEST = 8
"""How deep in a response the secret of something new may be."""
SECRET_NAME = re.compile(r"(^|[a-z_-])([Kk]ey|[Ss]ecret|[Tt]oken|[Pp]assword)$")
TOO_MANY_REQUESTS = 429
MOST_SEARCHED = 64 * 1024
LEAKS = {
    "a stack trace": re.compile(
        r"Traceback \(most recent call last\)|File \\?\"[^\"\n]{1,200}\", line \d|^\s*#\d+ /[^\n]{1,200}\(\d+\)"
        r"|\bat [\w.$<>]{3,100}\([\w$]{1,60}\.(?:java|kt|scala):\d+\)|\bat [^\n]{1,200}\.(?:js|ts|cs):(?:line )?\d+"
        r"|goroutine \d+ \[",
        re.MULTILINE,
    ),
    "the path of a source file": re.compile(
        r"(?:/(?:usr|home|var|opt|srv|app|root)(?:/[\w.@+-]{1,60}){1,12}|[A-Z]:(?:\\{1,2}[\w.@+ -]{1,60}){1,12})"
        r"\.(?:py|rb|php|js|ts|java|cs|go|rs)\b"
    ),
}
"""What a failure may show of the server's inside, in the words of a finding, and how it looks."""


class EndlessResponseError(RequestException):
    """A response that is larger, or takes longer, than any useful one."""


class UnreadableResponseError(RequestException):
    """A response whose body is JSON that no program can be expected to read."""


@dataclass(slots=True)
class ResponseMonitor:
    """Checks every response to a request of the session, and adds what is wrong to the results."""

    credentials: Credentials
    results: Results
    health: Health
    recorder: Recorder | None = None
    revisions: Revisions = field(default_factory=Revisions)
    """The current revisions of things."""
    limits: Limits = field(default_factory=Limits)
    """After what the run ends."""
    quickest: dict[str, float] = field(default_factory=dict)
    """Operation → the seconds of its quickest success."""
    unresponsive: Counter[str] = field(default_factory=Counter)
    """Operation → how often it was slow or silent."""

    def note_response(
        self,
        label: str,
        request: requests.PreparedRequest,
        response: requests.Response,
        seconds: float,
        *,
        shown: requests.PreparedRequest | None = None,
    ) -> list[Violation]:
        """Check the response to an operation's request; return what is wrong. `seconds` is the time it took.

        `shown` is the request as failures repeat it, where that isn't all of it.
        """
        self.results.note_time(label, seconds)
        if self.revisions.property and is_success(response.status_code):
            self.revisions.note(read_json(response))
        for secret in find_new_secrets(request.method or "", response):
            self.results.hide(secret)
        if self.recorder:
            self.recorder.record(move_key(request, self.credentials.place), response, seconds)
        curl = format_sent(shown or request, self.credentials.place)
        if self.results.guarded and find_wrong_retry_after(response.status_code, response.headers):
            # Each is waited for a minute: an operation that doesn't say how long it wants isn't asked for ever.
            self.unresponsive[label] += 1
        found = list(self._find_violations(label, response, seconds))
        for violation in found:
            self.results.add(as_failure(label, violation, curl))
        key = self.credentials.authorization
        own = request.headers.get("Authorization", "") == key
        if own:
            self.results.statuses[label][str(response.status_code)] += 1
        self.health.note_response(response.status_code, trusted=bool(key) and own)
        return found

    def note_silence(self, label: str, error: RequestException, curl: str) -> ContractFailure:
        """Take note of a request without a whole response; return the failure, which is among the results."""
        check, message = "no_response", f"the server sent no response: {describe_error(error)}"
        if isinstance(error, EndlessResponseError):
            check, message = "endless_response", str(error)
        elif isinstance(error, UnreadableResponseError):
            check, message = "unreadable_response", str(error)
        else:
            self.health.note_silence()
        # An operation that hangs does so for long: once is enough.
        self.unresponsive[label] += ENOUGH if isinstance(error, Timeout | EndlessResponseError) else 1
        expected = "JSON that can be read" if check == "unreadable_response" else "a response that ends"
        violation = Violation(check=check, message=message, expected=expected, got=describe_error(error))
        failure = ContractFailure(as_failure(label, violation, curl))
        self.results.add(failure.failure)
        return failure

    def is_skipped(self, label: str) -> bool:
        """Whether no more requests are sent to an operation."""
        self.is_at_limit()
        return bool(self.health.trouble) or self.unresponsive[label] >= ENOUGH

    def is_at_limit(self) -> bool:
        """Whether the run has reached a limit that somebody set; nothing more is sent then."""
        # A gap of the document isn't what somebody waits for.
        failures = sum(failure.cause != NO_REJECTIONS for failure in self.results.failures.values())
        reached = self.limits.find_reached(failures)
        if reached and not self.health.trouble:
            self.health.trouble = reached
        return bool(reached)

    def _find_violations(self, label: str, response: requests.Response, seconds: float) -> Iterator[Violation]:
        if is_success(response.status_code) and (slow := self._find_slowness(label, seconds)):
            yield slow
        if wrong := find_wrong_retry_after(response.status_code, response.headers):
            yield Violation(
                check="retry_after", message=wrong, expected="seconds or a date in Retry-After", got=wrong
            )  # fmt: skip
        if response.status_code >= FIRST_FAILURE and (leak := find_leak(response.content)):
            yield Violation(
                check="error_leaks", message=f"the body of the failure has {leak}", expected="nothing of the kind",
                got=leak, cause=leak,
            )  # fmt: skip
        text = response.content + "".join(response.headers.values()).encode("utf-8", "replace")
        if any(len(secret) >= SHORTEST_SECRET and secret.encode() in text for secret in self.credentials.secrets):
            yield Violation(
                check="secret_in_response", message="the response repeats the credentials of the request",
                expected="no credentials in a response", got="the key",
            )  # fmt: skip

    def _find_slowness(self, label: str, seconds: float) -> Violation | None:
        self.quickest[label] = min(seconds, self.quickest.get(label, seconds))
        # One quick success shows that the server can be quick: then this machine is slow, or the network.
        if self.quickest[label] <= SLOWEST:
            return None
        self.unresponsive[label] += 1
        if self.unresponsive[label] != ENOUGH:
            return None
        message = f"{ENOUGH} successes took over {SLOWEST:.0f} s and none less, the last one {seconds:.1f} s"
        expected = f"under {SLOWEST:.0f} s"
        return Violation(check="max_response_time", message=message, expected=expected, got=f"{seconds:.1f} s")


def find_leak(content: bytes) -> str:
    """Return what the body of a failure shows of the server's inside; empty for nothing."""
    start = content[:MOST_SEARCHED].decode("utf-8", "replace")
    # As a text of JSON has them.
    for escaped, plain in (("\\n", "\n"), ("\\t", "\t"), ('\\"', '"')):
        start = start.replace(escaped, plain)
    return next((words for words, pattern in LEAKS.items() if pattern.search(start)), "")


def find_unreadable(content: bytes) -> str:
    """Return why the JSON in a body can't be read: nested too deep, or with half a character; empty where it can.

    What isn't JSON is left to the check of the body.
    """
    if content.count(b"[") + content.count(b"{") <= DEEPEST_JSON and b"\\ud" not in content.lower():
        return ""
    too_deep = f"the body is nested over {DEEPEST_JSON} deep"
    try:
        value = json.loads(content)
        layer, depth = [value], 0
        while layer and depth <= DEEPEST_JSON:
            nested = (v.values() if isinstance(v, dict) else v for v in layer if isinstance(v, dict | list))
            layer, depth = [one for inner in nested for one in inner], depth + 1
        if layer:
            return too_deep
        json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        return too_deep
    except UnicodeEncodeError:
        return "the body has half of a character (a surrogate alone)"
    except ValueError:
        return ""
    return ""


def find_new_secrets(method: str, response: requests.Response) -> Iterator[str]:
    """Yield the secrets that a response hands out: its cookies, and the keys and passwords of what was created."""
    for cookie in response.cookies:
        if cookie.value and len(cookie.value) >= SHORTEST_SECRET:
            yield cookie.value
    if method not in {"GET", "HEAD", "OPTIONS"} and is_success(response.status_code):
        yield from find_named_secrets(read_json(response))


def find_named_secrets(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the texts in a JSON value that are secrets by the names of their properties."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from find_named_secrets(entry, depth + 1)
    for name, inner in value.items() if isinstance(value, dict) else ():
        if isinstance(inner, str) and len(inner) >= SHORTEST_SECRET and SECRET_NAME.search(name):
            yield inner
        yield from find_named_secrets(inner, depth + 1)


def find_wrong_retry_after(status: int, headers: Mapping[str, str]) -> str:
    """Return what is wrong with `Retry-After` on a 429: it must be seconds or a date; RFC 9110, section 10.2.3."""
    if status != TOO_MANY_REQUESTS:
        return ""
    value = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    if not value:
        return "a 429 without Retry-After"
    if value.strip().isascii() and value.strip().isdecimal():
        return ""
    try:
        parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return f"Retry-After is {value!r}, neither seconds nor a date"
    return ""


def describe_error(error: RequestException) -> str:
    """Return what happened, without the addresses in memory that urllib3 puts in."""
    reason = str(error).rsplit("certificate verify failed: ", 1)
    return f"{type(error).__name__}: {reason[1].split(' (_ssl')[0]}" if len(reason) > 1 else type(error).__name__
