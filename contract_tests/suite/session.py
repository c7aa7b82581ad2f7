"""The transport: sends what the guard lets pass, at the documented pace, and never waits or reads without end."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import requests
from requests.auth import AuthBase
from requests.exceptions import ChunkedEncodingError, RequestException, StreamConsumedError
from urllib3.exceptions import HTTPError

from suite.document import Operation
from suite.guard import Guard, NotAllowedError

TIMEOUT = 20.0
LONGEST_WAIT = 60.0
LARGEST_ANSWER = 16 * 1024 * 1024
LARGEST_RECORDED = 64 * 1024
TOO_MANY_REQUESTS = 429


class EndlessAnswerError(RequestException):
    """An answer that is larger than any of this kind, or takes longer."""


class NoFileAuth(AuthBase):
    """Leaves a request as it is; without it, requests would put a `.netrc` entry in the place of the credentials."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Return the request."""
        return request


class GuardedSession(requests.Session):
    """A session that sends only what the guard lets pass, at the documented pace, and follows no redirect."""

    def __init__(self, guard: Guard, sleep: Callable[[float], None] = time.sleep) -> None:
        super().__init__()
        self.guard, self._sleep = guard, sleep
        self.auth = NoFileAuth()
        # A proxy is for servers elsewhere.
        self.trust_env = guard.options.guarded
        self.sent: Counter[str] = Counter()
        """Requests by the operation's label."""
        self.answered: Callable[[str, requests.PreparedRequest, requests.Response, float], None] = lambda *_: None
        """Is told of every answer: the operation's label, request, answer, and the seconds it took."""
        self._last: dict[str, float] = {}

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # noqa: ANN401 - requests'.
        """Send one request; raises `NotAllowedError`, `EndlessAnswerError`."""
        operation = self.guard.check(request.method or "", request.url or "", request.body)
        label = operation.label if operation else f"{request.method} elsewhere"
        if self.guard.options.guarded:
            self._keep_limits(operation, label)
        timeout = kwargs.get("timeout") or TIMEOUT
        kwargs |= {"allow_redirects": False, "timeout": timeout, "stream": True}
        self.sent[label] += 1
        start = time.monotonic()
        response = super().send(request, **kwargs)
        _read(response, start + TIMEOUT)
        self._last[label] = time.monotonic()
        self.answered(label, request, response, self._last[label] - start)
        if response.status_code == TOO_MANY_REQUESTS and self.guard.options.guarded:
            self._sleep(_retry_after(response))
        return response

    def _keep_limits(self, operation: Operation | None, label: str) -> None:
        if self.sent.total() >= self.guard.options.budget:
            raise NotAllowedError(f"the budget of {self.guard.options.budget} requests is used up")
        if operation is not None and operation.interval and label in self._last:
            self._sleep(max(0.0, self._last[label] + operation.interval - time.monotonic()))


class Recorder:
    """Writes each exchange as a line of JSON, without secrets, for a report to be made of."""

    def __init__(self, path: Path, redact: Callable[[str], str]) -> None:
        self._stream: TextIO = path.open("w", encoding="utf-8")
        self._redact = redact

    def record(self, request: requests.PreparedRequest, response: requests.Response, seconds: float) -> None:
        """Write one exchange."""
        body = request.body.decode("utf-8", "replace") if isinstance(request.body, bytes) else request.body or ""
        content = response.content[:LARGEST_RECORDED]
        exchange = {
            "started": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "seconds": round(seconds, 4),
            "method": request.method,
            "url": request.url,
            "headers": list(request.headers.items()),
            "body": str(body)[:LARGEST_RECORDED],
            "status": response.status_code,
            "reason": response.reason or "",
            "answer_headers": list(response.headers.items()),
            "answer": content.decode("utf-8", "replace"),
            "size": len(response.content),
        }
        self._stream.write(self._redact(json.dumps(exchange)) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


def _read(response: requests.Response, deadline: float) -> None:
    """Read the body; raises `EndlessAnswerError` for one without an end."""
    content = bytearray()
    try:
        # What has come is handed on at once: a stream that trickles must not keep the deadline from being seen.
        for chunk in response.iter_content(8 * 1024):
            content += chunk
            if len(content) > LARGEST_ANSWER:
                raise EndlessAnswerError(f"the answer has over {LARGEST_ANSWER // 1024**2} MB")
            if time.monotonic() > deadline:
                raise EndlessAnswerError(f"the answer takes over {TIMEOUT:.0f} s")
    except (HTTPError, StreamConsumedError) as error:
        raise ChunkedEncodingError(error) from error
    finally:
        response.close()
    response._content = bytes(content)  # noqa: SLF001 - what requests does itself where it reads without limits.
    response._content_consumed = True  # type: ignore[attr-defined]  # noqa: SLF001 - as above.


def _retry_after(response: requests.Response) -> float:
    text = response.headers.get("retry-after", "")
    return min(float(text), LONGEST_WAIT) if text.isdigit() else LONGEST_WAIT
