# Generated from the API's documentation; the next build replaces it.
"""What sends a request: once, as a rule, and only then is anything thought of that repeats it."""

from __future__ import annotations

from typing import Any

import httpx

# Too many requests, and gateways' words for "the server behind me could not be asked".
PASSING = frozenset({429, 502, 503, 504})
TOO_MANY = 429
# What may be gone by the next time. Nobody knows whether the request arrived.
LOST = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)
REPEATABLE = "repeatable"
"""The request's extension that tells whether it does no harm when it is done twice."""
SET_BY_HTTPX = frozenset({"accept", "accept-encoding", "connection", "user-agent"})
"""Headers that every client of httpx has."""
RETRIES = "retries"
"""The request's extension that tells how often it is repeated, where that isn't as often as others."""


class NoCookies(httpx.Cookies):
    """Keeps none: the API knows its callers by their key, and looking for cookies takes a tenth of a call."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Do nothing."""


class Client(httpx.Client):
    """A client that keeps no cookies of answers; those that are set are sent."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - those of httpx.
        super().__init__(**settings)
        self._given = NoCookies()

    @property
    def cookies(self) -> httpx.Cookies:
        """Those that were set."""
        return self._given

    @cookies.setter
    def cookies(self, cookies: Any) -> None:  # noqa: ANN401 - whatever httpx takes.
        self._given = NoCookies(cookies)


class AsyncClient(httpx.AsyncClient):
    """A client that keeps no cookies of answers; those that are set are sent."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - those of httpx.
        super().__init__(**settings)
        self._given = NoCookies()

    @property
    def cookies(self) -> httpx.Cookies:
        """Those that were set."""
        return self._given

    @cookies.setter
    def cookies(self, cookies: Any) -> None:  # noqa: ANN401 - whatever httpx takes.
        self._given = NoCookies(cookies)


class Through(httpx.BaseTransport):
    """Sends with a client that somebody else has made, and closes."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request by the client's transport, proxy, hooks and cookies, with its headers where there are none."""
        _complete(request, self._client)
        # Credentials are in the request already, and go to no other server.
        return self._client.send(request, stream=True, auth=None, follow_redirects=False)


class AsyncThrough(httpx.AsyncBaseTransport):
    """As `Through`, for an event loop."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As `Through.handle_request`."""
        _complete(request, self._client)
        return await self._client.send(request, stream=True, auth=None, follow_redirects=False)


def _complete(request: httpx.Request, client: httpx.Client | httpx.AsyncClient) -> None:
    """Add the client's own headers and cookies, where the request has none of that name."""
    for name, value in client.headers.items():
        if name not in request.headers and name not in SET_BY_HTTPX:
            request.headers[name] = value
    if client.cookies and "Cookie" not in request.headers:
        client.cookies.set_cookie_header(request)


class Sender(httpx.BaseTransport):
    """A transport that repeats what failed, if that does no harm."""

    def __init__(self, inner: httpx.BaseTransport, retries: int, longest_wait: float) -> None:
        self._inner, self._retries, self._longest_wait = inner, retries, longest_wait

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, possibly several times; the last answer is returned."""
        repeatable = bool(request.extensions.get(REPEATABLE))
        retries = request.extensions.get(RETRIES, self._retries)
        try:
            response = self._inner.handle_request(request)
        except LOST as error:
            if not repeatable or not retries:
                raise
            first: httpx.Response | Exception = error
        else:
            if not worth_repeating(response, repeatable=repeatable) or not retries:
                return response
            first = response
        from .retries import repeat  # noqa: PLC0415 - seldom needed, and as large as what sends.

        return repeat(self._inner, request, first, retries, self._longest_wait)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


class AsyncSender(httpx.AsyncBaseTransport):
    """As `Sender`, for an event loop."""

    def __init__(self, inner: httpx.AsyncBaseTransport, retries: int, longest_wait: float) -> None:
        self._inner, self._retries, self._longest_wait = inner, retries, longest_wait

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As `Sender.handle_request`."""
        repeatable = bool(request.extensions.get(REPEATABLE))
        retries = request.extensions.get(RETRIES, self._retries)
        try:
            response = await self._inner.handle_async_request(request)
        except LOST as error:
            if not repeatable or not retries:
                raise
            first: httpx.Response | Exception = error
        else:
            if not worth_repeating(response, repeatable=repeatable) or not retries:
                return response
            first = response
        from .retries import repeat_async  # noqa: PLC0415 - as above.

        return await repeat_async(self._inner, request, first, retries, self._longest_wait)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


def worth_repeating(response: httpx.Response, *, repeatable: bool) -> bool:
    """Return whether that answer means that the request may be sent again.

    After 429 nothing was done, so anything may be; a gateway doesn't know what the server behind it did.
    """
    return response.status_code in PASSING and (repeatable or response.status_code == TOO_MANY)
