"""Faults of a proxy in front of the mock, by kind: each with the check that must find it, and where.

They aren't the mock's own faults: they follow from what creating, reading, changing and deleting mean, and from prose.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from contract.servers import Change, Request, Response

Before = Callable[[Request], Request]
GOOD = "PersonalKey mock-key"
PIN = "GET /my/lock/{id}/pin/{pinId}"
LOCK = "GET /my/lock/{id}"
LOCKS = "GET /my/lock"
CHANGE = "PATCH /my/lock"


def same(_: Request, response: Response) -> Response:
    """Leave a response as it is."""
    return response


def unchanged(request: Request) -> Request:
    """Leave a request as it is."""
    return request


def change(request: Request, **fields: Any) -> Request:  # noqa: ANN401 - any field.
    """The same request with something else about it."""
    return Request(**{**vars(request), **fields})


@dataclass(frozen=True, kw_only=True)
class ProxyFault:
    """One fault, and what finds it."""

    kind: str
    check: str
    operation: str
    """The operation that is to be blamed."""
    keyword: str
    """The tests that find it: the whole run does, too, and takes longer."""
    paths: str = "/my/lock"
    """What the paths of the document's part begin with."""
    before: Before = unchanged
    fault: Change = field(default=same)


def admit(accepts: Callable[[str], bool]) -> Before:
    """A server that takes some headers for the good key."""

    def exchange(request: Request) -> Request:
        sent = request.headers.get("authorization", "")
        return change(request, headers={**request.headers, "authorization": GOOD}) if accepts(sent) else request

    return exchange


def rewrite(pattern: str, made: Callable[[re.Match[str]], str]) -> Before:
    """A server that takes one path for another one."""
    return lambda request: change(request, path=re.sub(pattern, made, request.path))


KEYS: dict[str, Callable[[str], bool]] = {
    "a key with something after it": lambda sent: sent.startswith(GOOD),
    "the first half of a key": lambda sent: len(sent) > 12 and GOOD.startswith(sent),
    "a key in the other case": lambda sent: sent.lower() == GOOD.lower(),
    "a scheme with nothing after it": lambda sent: sent.strip() == "PersonalKey",
    "any Basic": lambda sent: sent.startswith("Basic ") and bool(base64.b64decode(sent[6:])),
    "any Bearer": lambda sent: sent.startswith("Bearer "),
}
IDS: dict[str, Before] = {
    "an id with letters after it": rewrite(r"/lock/(\d+)[a-z]+", lambda m: f"/lock/{m[1]}"),
    "an id with another sign": rewrite(r"/lock/-(\d+)", lambda m: f"/lock/{m[1]}"),
    "an id of 32 bits": rewrite(r"/lock/(\d{10,})", lambda m: f"/lock/{int(m[1]) % 2**32}"),
}
FAULTS: dict[str, ProxyFault] = {
    **{
        name: ProxyFault(
            kind="keys", check="ignored_auth", operation=LOCKS, keyword="test_credentials", before=admit(accepts)
        )
        for name, accepts in KEYS.items()
    },
    **{
        name: ProxyFault(
            kind="ids", check="unknown_is_missing", operation=LOCK, keyword="unknown_id", before=before
        )
        for name, before in IDS.items()
    },
    "a PIN below any lock": ProxyFault(
        kind="ids", check="unknown_is_missing", operation=PIN, keyword="unknown_parent",
        before=rewrite(r"/lock/[^/]+/pin/(\d+)", lambda m: f"/lock/40217/pin/{m[1]}"),
    ),
    "a list below any lock": ProxyFault(
        kind="ids", check="unknown_is_missing", operation="GET /my/lock/{id}/pin", keyword="unknown_parent",
        before=rewrite(r"/lock/[^/]+/pin$", lambda _: "/lock/40217/pin"),
    ),
}  # fmt: skip


def read(response: Response) -> Any:  # noqa: ANN401 - any JSON value.
    """The payload of a response; None for one that has none."""
    return response.content.get("result") if response.status == 200 else None


def write(response: Response, payload: object) -> Response:
    """The response with another payload."""
    return response.replace({**response.content, "result": payload})


def query(request: Request, **changes: str | None) -> Request:
    """The request with other parameters; None to leave one out."""
    kept = [(name, value) for name, value in parse_qsl(request.query) if name not in changes]
    more = [(name, value) for name, value in changes.items() if value is not None]
    return change(request, query=urlencode([*kept, *more]))


def body(request: Request) -> dict[str, Any]:
    """The JSON object of a request; empty for none."""
    try:
        value = json.loads(request.body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
