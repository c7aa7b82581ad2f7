"""The transport: sends what the guard permits, at the documented pace, and never waits or reads without end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from requests.auth import AuthBase
from requests.exceptions import ChunkedEncodingError, RequestException, StreamConsumedError
from urllib3.exceptions import HTTPError

from contract_suite.curl import move_key
from contract_suite.deadline import Deadline, DeadlineAdapter
from contract_suite.document import Operation
from contract_suite.guard import Guard, NotAllowedError
from contract_suite.health import NO_RESPONSE, NOT_SENT
from contract_suite.keys import Keys
from contract_suite.named_creations import NamedCreations
from contract_suite.response_checks import (
    EndlessResponseError,
    ResponseMonitor,
    UnreadableResponseError,
    find_unreadable,
)
from contract_suite.tokens import TokenSource
from contract_suite.undo import Undo

TIMEOUT = 20.0
GRACE = 0.2
"""Seconds after which a silent server, which the limit of a read ends, is told from one that trickles."""
LONGEST_WAIT = 60.0
UNSAID_WAIT = 5.0
"""Seconds after a 429 that doesn't say how long to wait."""
WORTH_SAYING = 2.0
"""Waits of so many seconds are announced on the terminal."""
MOST_DIGITS = 10
LARGEST_RESPONSE = 16 * 1024 * 1024
TOO_MANY_REQUESTS = 429


class NoFileAuth(AuthBase):
    """Leaves a request as it is; without it, requests would replace the credentials by an entry of `.netrc`."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Return the request."""
        return request


class GuardedSession(requests.Session):
    """A session that sends only what the guard permits, at the documented pace, and follows no redirect."""

    def __init__(
        self,
        guard: Guard,
        monitor: ResponseMonitor,
        harmless: Operation | None = None,
        sleep: Callable[[float], None] = time.sleep,
        limit: float = TIMEOUT,
    ) -> None:
        super().__init__()
        self._limit = limit
        self._deadline = Deadline(limit + GRACE)
        for scheme in ("http://", "https://"):
            self.mount(scheme, DeadlineAdapter(self._deadline))
        self.guard, self.monitor, self.harmless, self._sleep = guard, monitor, harmless, sleep
        self.auth = NoFileAuth()
        # A session that good credentials have opened would let requests in that have none.
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self.undo: Undo | None = None
        """What restores changes of somebody's things; None on this machine."""
        self.keys: Keys | None = None
        """What puts keys into requests; None where there are none."""
        self.tokens: TokenSource | None = None
        """What gives the run's own header where its tokens expire; None where it stays as it is."""
        self.creations: NamedCreations | None = None
        """What keeps a journal of creations that nothing is known to undo; None on this machine."""
        self._restoring = False
        # A proxy is for servers elsewhere.
        self.trust_env = guard.plan.guarded
        self._last: dict[str, float] = {}

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # noqa: ANN401 - requests'.
        """Send one request and check its response; raises `NotAllowedError`, `EndlessResponseError`."""
        operation = self.guard.check(request.method or "", request.url or "", request.body)
        if self.keys is not None:
            self.keys.add(operation, request)
        label = operation.label if operation else f"{request.method} elsewhere"
        settle: Callable[[requests.Response], None] | None = None
        if self.guard.plan.guarded:
            self._keep_limits(operation, label)
            settle = self._prepare(operation, request)
        # For the connection; once there is one, the deadline is for all that follows.
        timeout = kwargs.get("timeout") or self._limit
        kwargs |= {"allow_redirects": False, "timeout": timeout, "stream": True}
        self.monitor.results.sent[label] += 1
        start = time.monotonic()
        response = self._exchange(request, **kwargs)
        self._last[label] = time.monotonic()
        self.monitor.note_response(label, request, response, self._last[label] - start)
        self.monitor.health.settle_doubt(self.probe)
        if response.status_code == TOO_MANY_REQUESTS and self.guard.plan.guarded:
            self._wait(find_wait(response), label)
        if settle is not None:
            settle(response)
        return response

    def get_harmless(self) -> requests.Response:
        """Send a request that changes nothing, with the credentials of the run.

        Raises what requests raises where no response comes, `NotAllowedError` where no operation is harmless.
        """
        if self.harmless is None:
            raise NotAllowedError("the document has no operation that reads without an id")
        key = self.monitor.credentials.authorization
        headers = {"Authorization": key} if key else {}
        return self.get(f"{self.guard.plan.base_url}{self.harmless.path}", headers=headers)

    def _exchange(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # noqa: ANN401 - requests'.
        """Send a request and read its response; raises a `RequestException` where no whole, readable one comes."""
        late = EndlessResponseError(f"the response takes over {self._limit:.0f} s", request=request)
        try:
            with self._deadline.running():
                response = super().send(self._as_sent(request), **kwargs)
                _read(response)
        # http.client lets a negative length of a chunk through as it is.
        except (RequestException, HTTPError, HTTPException, OSError, ValueError) as error:
            if self._deadline.expired:
                raise late from error
            if isinstance(error, RequestException):
                error.request = error.request or request
                raise
            raise ChunkedEncodingError(error, request=request) from error
        if self._deadline.expired:
            # What was shut down looks like the end of a body without a length.
            raise late
        # As it was made: its credentials are where everything else looks for them.
        response.request = request
        if wrong := find_unreadable(response.content):
            raise UnreadableResponseError(wrong, request=request, response=response)
        return response

    def _as_sent(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Return a request with its credentials where the document has them, and a token that hasn't expired."""
        credentials = self.monitor.credentials
        if self.tokens is not None and request.headers.get("Authorization") == credentials.authorization:
            request = request.copy()
            request.headers["Authorization"] = self.tokens.find_header()
        return move_key(request, credentials.place)

    def take_back(self) -> None:
        """Restore what requests have changed on somebody's server; what can't be restored is among the failures."""
        if self.undo is not None:
            self.undo.take_back(self)

    def send_restoring(self, method: str, url: str, body: Any = None) -> requests.Response:  # noqa: ANN401 - any JSON value.
        """Send a request that reads or restores a state: with the credentials of the run, past its budget."""
        key = self.monitor.credentials.authorization
        before, self._restoring = self._restoring, True
        try:
            return self.request(method, url, headers={"Authorization": key} if key else {}, json=body)
        finally:
            self._restoring = before

    def get_root(self) -> requests.Response:
        """Send GET to the base URL, without credentials: it shows whether anybody is there.

        Raises what requests raises where no response comes.
        """
        with self.guard.asking_root():
            return self.get(f"{self.guard.plan.base_url}/")

    def probe(self) -> int:
        """Return the status of a harmless request, `NO_RESPONSE`, or `NOT_SENT` where none may be sent."""
        try:
            return self.get_harmless().status_code
        except RequestException:
            return NO_RESPONSE
        except NotAllowedError:
            return NOT_SENT

    def _prepare(
        self, operation: Operation | None, request: requests.PreparedRequest
    ) -> Callable[[requests.Response], None] | None:
        """Read the state of what a request will change, unless the run created it.

        Returns what is to be done with the response where it may create something that nothing is known to undo.
        """
        if self.undo is None or self._restoring or operation is None or operation.safety != "write":
            return None
        path = self.guard.parse_path(request.url or "")
        if self.guard.is_created(operation, path, request.body):
            return None
        creations, undo = self.creations, self.undo
        if creations is None or operation.method != "POST" or operation.label not in self.guard.named:
            thing = undo.prepare(self, operation, path, request.body)
            return (lambda response: undo.note_response(thing, request.body, response)) if thing else None
        entry = creations.prepare(self, operation, path, request.body)
        return lambda response: creations.settle(self, operation, entry, response)

    def _wait(self, seconds: float, label: str) -> None:
        if seconds >= WORTH_SAYING and self.guard.plan.progress:
            sys.stderr.write(f"· waiting {seconds:.0f} s: {label} gives 429\n")
        self._sleep(seconds)

    def _keep_limits(self, operation: Operation | None, label: str) -> None:
        # What was created must be deleted, and what was changed restored, whatever else was sent.
        free = self._restoring or (operation is not None and operation.method == "DELETE")
        kept = (self.undo.reserve(operation) if self.undo else 0) + bool(self.guard.created)
        if not free and self.monitor.results.sent.total() + kept >= self.guard.plan.budget:
            raise NotAllowedError(f"the budget of {self.guard.plan.budget} requests is used up")
        if operation is not None and operation.interval and label in self._last:
            self._sleep(max(0.0, self._last[label] + operation.interval - time.monotonic()))


def _read(response: requests.Response) -> None:
    """Read the body; raises `EndlessResponseError` for one that is too large."""
    content = bytearray()
    try:
        for chunk in response.iter_content(8 * 1024):
            content += chunk
            if len(content) > LARGEST_RESPONSE:
                raise EndlessResponseError(f"the response has over {LARGEST_RESPONSE // 1024**2} MB")
    except (HTTPError, StreamConsumedError) as error:
        raise ChunkedEncodingError(error) from error
    finally:
        response.close()
    response._content = bytes(content)  # noqa: SLF001 - what requests does itself where it reads without limits.
    response._content_consumed = True  # type: ignore[attr-defined]  # noqa: SLF001 - as above.


def find_wait(response: requests.Response, now: datetime | None = None) -> float:
    """Return how many seconds to wait after a 429: what `Retry-After` says, as seconds or as a date (RFC 9110)."""
    text = response.headers.get("retry-after", "").strip()
    # Digits of other scripts are none, and more than a few are longer than anybody waits.
    if text.isascii() and text.isdecimal():
        return min(float(text), LONGEST_WAIT) if len(text) < MOST_DIGITS else LONGEST_WAIT
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return UNSAID_WAIT
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - (now or datetime.now(UTC))).total_seconds()), LONGEST_WAIT)
