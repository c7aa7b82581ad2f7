"""What may be sent: the last thing before the network, whatever a test or a library asks for."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase
from urllib3.util import parse_url

from suite.document import KEY, Document, Operation
from suite.options import Options

TIMEOUT = 20.0
LONGEST_WAIT = 60.0
TOO_MANY_REQUESTS = 429


class NotAllowedError(Exception):
    """A request that must not be sent to this server."""


class NoFileAuth(AuthBase):
    """Leaves a request as it is; without it, requests would put a `.netrc` entry in the place of the credentials."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Return the request."""
        return request


class Guard:
    """Decides about requests to one server."""

    def __init__(self, document: Document, options: Options) -> None:
        self.document, self.options = document, options
        self.host = urlsplit(options.base_url).netloc
        self.base_path = urlsplit(options.base_url).path

    def refusal(self, operation: Operation) -> str:
        """Return why an operation is never called on this server; empty where it may be."""
        if not self.options.guarded or operation.safety == "read":
            return ""
        if operation.method == "DELETE":
            return "deletes what these tests did not create"
        if operation.safety not in self.options.allow:
            return f"is marked {operation.safety}; --allow {operation.safety} with --device ID calls it"
        if "{" not in operation.path and KEY not in self.document.properties(self.document.body_schema(operation)):
            return "names no device, so it would create something"
        return ""

    def check(self, method: str, url: str, body: object) -> Operation | None:
        """Return the operation that a request calls; raises `NotAllowedError` where it must not be sent."""
        # What is really sent has its dot segments resolved: an id of `..` makes another path.
        parsed = parse_url(url)
        if parsed.netloc != self.host:
            raise NotAllowedError(f"{parsed.netloc} is another server")
        path = (parsed.path or "/").removeprefix(self.base_path)
        # One path may be that of two operations: `/my/lock/sync` is also a lock with the id `sync`.
        found = [o for o in self.document.operations if o.method == method and o.ids(path) is not None]
        found.sort(key=lambda operation: operation.path.count("{"))
        if self.options.guarded:
            if not found:
                raise NotAllowedError(f"{method} {path} is no documented operation")
            for operation in found:
                self._check_operation(operation, path, body)
        return found[0] if found else None

    def _check_operation(self, operation: Operation, path: str, body: object) -> None:
        if reason := self.refusal(operation):
            raise NotAllowedError(f"{operation.label} {reason}")
        if operation.safety == "read":
            return
        named = {*(operation.ids(path) or ()), *_body_ids(body)}
        if not named or not named <= self.options.devices:
            raise NotAllowedError(f"{operation.label} is for a device that --device doesn't name")


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
        self._last: dict[str, float] = {}

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # noqa: ANN401 - requests'.
        """Send one request; raises `NotAllowedError`."""
        operation = self.guard.check(request.method or "", request.url or "", request.body)
        label = operation.label if operation else f"{request.method} elsewhere"
        if self.guard.options.guarded:
            self._keep_limits(operation, label)
        kwargs["allow_redirects"] = False
        kwargs["timeout"] = kwargs.get("timeout") or TIMEOUT
        self.sent[label] += 1
        response = super().send(request, **kwargs)
        self._last[label] = time.monotonic()
        if response.status_code == TOO_MANY_REQUESTS and self.guard.options.guarded:
            self._sleep(_retry_after(response))
        return response

    def _keep_limits(self, operation: Operation | None, label: str) -> None:
        if self.sent.total() >= self.guard.options.budget:
            raise NotAllowedError(f"the budget of {self.guard.options.budget} requests is used up")
        if operation is not None and operation.interval and label in self._last:
            self._sleep(max(0.0, self._last[label] + operation.interval - time.monotonic()))


def _body_ids(body: object) -> set[str]:
    try:
        value = json.loads(body) if isinstance(body, str | bytes) else None
    except ValueError:
        return set()
    return {str(value[KEY])} if isinstance(value, dict) and KEY in value else set()


def _retry_after(response: requests.Response) -> float:
    text = response.headers.get("retry-after", "")
    return min(float(text), LONGEST_WAIT) if text.isdigit() else LONGEST_WAIT
