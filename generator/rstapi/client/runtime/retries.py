"""What is sent again, and when: httpx-retries with a policy for each kind of call."""

from __future__ import annotations

from http import HTTPMethod

import httpx
from httpx_retries import Retry, RetryTransport

TOO_MANY = 429
# Gateways' words for "the server behind me could not be asked".
GATEWAYS = (502, 503, 504)
PASSING = frozenset({TOO_MANY, *GATEWAYS})
BACKOFF = 0.5


class _WaitsTooLong(Exception):  # noqa: N818 - a signal between two transports, never seen outside.
    """The server asks for a longer wait than the caller will bear."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self.response = response


class Policies:
    """The two ways to repeat a request."""

    def __init__(self, retries: int, longest_wait: float) -> None:
        self.longest_wait = longest_wait
        self.repeatable = Retry(
            total=retries,
            allowed_methods=list(HTTPMethod),
            status_forcelist=PASSING,
            backoff_factor=BACKOFF,
            max_backoff_wait=longest_wait,
        )
        """Connection errors, gateways' errors and 429: for what does no harm when it is done twice."""
        self.once = Retry(
            total=retries,
            allowed_methods=list(HTTPMethod),
            status_forcelist=[TOO_MANY],
            retry_on_exceptions=(),
            backoff_factor=BACKOFF,
            max_backoff_wait=longest_wait,
        )
        """429 alone: the server says that it did nothing. A lost answer may have been a door that opened."""


def retry_after(response: httpx.Response) -> float | None:
    """Return the seconds that `Retry-After` asks for; None where it doesn't, or makes no sense."""
    try:
        return Retry().parse_retry_after(response.headers["Retry-After"])
    except (KeyError, ValueError, OverflowError):
        return None


class _Patience(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Takes answers that ask for too long a wait past the retries, which would cut the wait short instead."""

    def __init__(self, inner: httpx.BaseTransport | httpx.AsyncBaseTransport, longest_wait: float) -> None:
        self._inner, self._longest = inner, longest_wait

    def _checked(self, response: httpx.Response) -> httpx.Response:
        if response.status_code in PASSING and (retry_after(response) or 0) > self._longest:
            raise _WaitsTooLong(response)
        return response

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(self._inner, httpx.BaseTransport)  # noqa: S101 - narrows for the type checker.
        return self._checked(self._inner.handle_request(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(self._inner, httpx.AsyncBaseTransport)  # noqa: S101 - as above.
        return self._checked(await self._inner.handle_async_request(request))

    def close(self) -> None:
        if isinstance(self._inner, httpx.BaseTransport):
            self._inner.close()

    async def aclose(self) -> None:
        if isinstance(self._inner, httpx.AsyncBaseTransport):
            await self._inner.aclose()


class RepeatingTransport(RetryTransport):
    """A transport that repeats by the policy in the request's extensions, by `Policies.once` without one."""

    def __init__(self, inner: httpx.BaseTransport | httpx.AsyncBaseTransport, policies: Policies) -> None:
        super().__init__(_Patience(inner, policies.longest_wait), policies.once)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, possibly several times; the last answer is returned."""
        try:
            return super().handle_request(request)
        except _WaitsTooLong as signal:
            return signal.response

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As `handle_request`."""
        try:
            return await super().handle_async_request(request)
        except _WaitsTooLong as signal:
            return signal.response
