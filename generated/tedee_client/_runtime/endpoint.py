# Generated from the API's documentation; the next build replaces it.
"""What a call needs to know: of the operation, of the API, and of how the client was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from .parsing import Spec

SECURITY = "security"
"""The request's extension that holds the operation's alternatives of security schemes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What the documentation says of an operation, as far as a call needs it."""

    name: str
    method: str
    path: str
    """With `{}` in place of each parameter."""
    result: Spec | None = ""
    """The payload's type; None where there is no payload."""
    scopes: tuple[str, ...] = ()
    """Any one of them is needed."""
    repeatable: bool = False
    """Whether doing it twice does no harm."""
    interval: float = 0
    """Seconds between two calls."""
    empty: tuple[int, ...] = ()
    """Statuses that mean success without a payload."""
    reads: str = "json"
    """How the payload is written: as `json`, `text`, `bytes`, `lines` of JSON, or server-sent `events`."""
    accept: str = ""
    """The media types that are asked for; empty for the client's."""
    sends: str = ""
    """The media type of a body that is handed over as it is."""
    styles: tuple[tuple[str, str], ...] = ()
    """Query parameter → how a list or an object is written: `json`, `deep`, or what stands between the values."""
    security: tuple[tuple[str, ...], ...] = ()
    """Alternatives of security schemes; empty where nothing is said, or all are the same."""
    idempotency: str = ""
    """The header whose key makes a request count once however often it is sent; empty without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What the API does in all operations, as its document declares it; a name is empty without one.

    The first four are properties of the envelope around every payload.
    """

    payload: str = ""
    """Holds the payload."""
    success: str = ""
    """Is true in successes and false in failures."""
    status: str = ""
    """Repeats the HTTP status."""
    messages: str = ""
    """Says what went wrong: a list of strings, or one."""
    correlation_header: str = ""
    """The response header that identifies an exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a client behaves."""

    conventions: Conventions
    base_url: str
    auth: httpx.Auth | None
    timeout: float | httpx.Timeout | None
    retries: int
    longest_wait: float
    keep_intervals: bool
    headers: Mapping[str, str] | None
    user_agent: str = ""
    """What the client calls itself; empty for httpx's name."""
