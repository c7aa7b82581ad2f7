"""Exchanges that somebody recorded, as the requests and responses that the checks of a run look at."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

import requests
from requests.structures import CaseInsensitiveDict

Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One request and its response."""

    method: str
    url: str
    status: int
    """0 where no response was recorded."""
    headers: Headers = ()
    """Of the request."""
    body: bytes = b""
    """Of the request."""
    response_headers: Headers | None = None
    """None where they weren't recorded."""
    response_body: bytes | None = None
    """Without content encoding; None where it wasn't recorded, or not whole."""
    size: int = 0
    """The bytes of the response's body, as they were recorded or announced."""
    reason: str = ""
    seconds: float = 0.0
    """How long the response took; 0 where nobody measured."""
    started: str = ""
    """When the request was sent, as the recording has it; empty where it doesn't say."""
    place: str = ""
    """Where it was recorded: a file, and which entry of it."""

    def header(self, name: str) -> str:
        """Return a header of the request; empty for none."""
        return next((value for known, value in self.headers if known.lower() == name), "")


def build_request(exchange: Recorded) -> requests.PreparedRequest:
    """Return the request as it was sent."""
    request = requests.PreparedRequest()
    request.method, request.url, request.body = exchange.method, exchange.url, exchange.body or None
    request.headers = _merge(exchange.headers)
    return request


def build_response(exchange: Recorded, request: requests.PreparedRequest) -> requests.Response:
    """Return the response to a request; one whose body wasn't recorded has an empty one."""
    response = requests.Response()
    response.status_code, response.reason = exchange.status, exchange.reason
    response.url, response.request = exchange.url, request
    response.headers = _merge(exchange.response_headers or ())
    response.raw = io.BytesIO(exchange.response_body or b"")
    for name, value in exchange.response_headers or ():
        if name.lower() == "set-cookie":
            for cookie in read_cookies(value).values():
                response.cookies.set(cookie.key, cookie.value)
    return response


def read_cookies(text: str) -> SimpleCookie:
    """Return the cookies of a `Cookie` or `Set-Cookie` header; none of a header that has no such form."""
    cookies = SimpleCookie()
    try:
        cookies.load(text)
    except CookieError:
        return SimpleCookie()
    return cookies


def _merge(headers: Headers) -> CaseInsensitiveDict[str]:
    """Return headers by name; those that come several times are one (RFC 9110, section 5.3)."""
    merged: CaseInsensitiveDict[str] = CaseInsensitiveDict()
    for name, value in headers:
        merged[name] = f"{merged[name]}, {value}" if name in merged else value
    return merged
