"""What is sent again, and when: httpx-retries, after a first attempt that failed."""

from __future__ import annotations

from http import HTTPMethod

import httpx
from httpx_retries import Retry, RetryTransport

from .sending import LOST, PASSING, REPEATABLE, TOO_MANY

BACKOFF = 0.5


class _WaitsTooLong(Exception):  # noqa: N818 - a signal between two transports, never seen outside.
    """The server asks for a longer wait than the caller will bear."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self.response = response


def policy_for(request: httpx.Request, retries: int, longest_wait: float) -> Retry:
    """Return the policy: lost connections, gateways and 429 for what does no harm when it is done twice.

    429 alone for all else: the server says that it did nothing. A lost answer may have been a door that opened.
    """
    repeatable = bool(request.extensions.get(REPEATABLE))
    return Retry(
        total=retries,
        allowed_methods=list(HTTPMethod),
        status_forcelist=PASSING if repeatable else [TOO_MANY],
        retry_on_exceptions=LOST if repeatable else (),
        backoff_factor=BACKOFF,
        max_backoff_wait=longest_wait,
    )


def retry_after(response: httpx.Response) -> float | None:
    """Return the seconds that `Retry-After` asks for; None where it doesn't, or makes no sense."""
    try:
        return Retry().parse_retry_after(response.headers["Retry-After"])
    except (KeyError, ValueError, OverflowError):
        return None


class _Continued(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Gives the outcome of the first attempt for the first, and sends from then on.

    Answers that ask for too long a wait go past the retries, which would cut the wait short instead.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport | httpx.AsyncBaseTransport,
        first: httpx.Response | Exception,
        longest_wait: float,
    ) -> None:
        self._inner, self._longest = inner, longest_wait
        self._first: httpx.Response | Exception | None = first

    def _checked(self, response: httpx.Response) -> httpx.Response:
        if response.status_code in PASSING and (retry_after(response) or 0) > self._longest:
            raise _WaitsTooLong(response)
        return response

    def _before(self) -> httpx.Response | None:
        first, self._first = self._first, None
        if isinstance(first, Exception):
            raise first
        return first

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(self._inner, httpx.BaseTransport)  # noqa: S101 - narrows for the type checker.
        return self._checked(self._before() or self._inner.handle_request(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(self._inner, httpx.AsyncBaseTransport)  # noqa: S101 - as above.
        return self._checked(self._before() or await self._inner.handle_async_request(request))


def repeat(
    inner: httpx.BaseTransport,
    request: httpx.Request,
    first: httpx.Response | Exception,
    retries: int,
    longest_wait: float,
) -> httpx.Response:
    """Return the last answer to a request whose first attempt gave `first`; raises what the last attempt raised."""
    transport = RetryTransport(_Continued(inner, first, longest_wait), policy_for(request, retries, longest_wait))
    try:
        return transport.handle_request(request)
    except _WaitsTooLong as signal:
        return signal.response


async def repeat_async(
    inner: httpx.AsyncBaseTransport,
    request: httpx.Request,
    first: httpx.Response | Exception,
    retries: int,
    longest_wait: float,
) -> httpx.Response:
    """As `repeat`."""
    transport = RetryTransport(_Continued(inner, first, longest_wait), policy_for(request, retries, longest_wait))
    try:
        return await transport.handle_async_request(request)
    except _WaitsTooLong as signal:
        return signal.response
