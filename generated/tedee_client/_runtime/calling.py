# Generated from the API's documentation; the next build replaces it.
"""How one call may differ from the others: its time, its headers, its retries; and what came back as a whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Generic, ParamSpec, TypedDict, TypeVar

import httpx

P = ParamSpec("P")
T = TypeVar("T")
RECORD: ContextVar[list[httpx.Response] | None] = ContextVar("RECORD", default=None)
"""Where the responses of this call are kept; None where nobody asks for them."""


class CallOptions(TypedDict, total=False):
    """What every method takes beside its arguments, and `with_options` for many calls."""

    timeout: float | httpx.Timeout | None
    """Seconds to wait for an answer; None for ever."""
    headers: Mapping[str, str]
    """Sent beside the client's headers, in place of those of the same name."""
    retries: int
    """How often the request is repeated."""


def merge_options(defaults: CallOptions, given: CallOptions) -> CallOptions:
    """Return both, what is given last before what was; headers of both are sent.

    Raises `ValueError` for retries that make no sense.
    """
    if given.get("retries", 0) < 0:
        raise ValueError("retries must not be negative")
    merged: CallOptions = {**defaults, **given}
    if "headers" in defaults and "headers" in given:
        merged["headers"] = {**defaults["headers"], **given["headers"]}
    return merged


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiResponse(Generic[T]):
    """A response as a whole: what a method returns, and what came beside it."""

    status: int
    """The HTTP status."""
    headers: httpx.Headers = field(repr=False)
    """The response's headers."""
    content: bytes = field(repr=False)
    """The body as it came."""
    parsed: T
    """What the method returns."""


def with_response(method: Callable[P, T]) -> Callable[P, ApiResponse[T]]:
    """Return the method with the whole response in place of what it returns."""

    def call(*args: P.args, **kwargs: P.kwargs) -> ApiResponse[T]:
        kept: list[httpx.Response] = []
        token = RECORD.set(kept)
        try:
            parsed = method(*args, **kwargs)
        finally:
            RECORD.reset(token)
        return _whole(kept[-1], parsed)

    call.__doc__ = method.__doc__
    return call


def with_response_async(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[ApiResponse[T]]]:
    """As `with_response`, for a method that is awaited."""

    async def call(*args: P.args, **kwargs: P.kwargs) -> ApiResponse[T]:
        kept: list[httpx.Response] = []
        token = RECORD.set(kept)
        try:
            parsed = await method(*args, **kwargs)
        finally:
            RECORD.reset(token)
        return _whole(kept[-1], parsed)

    call.__doc__ = method.__doc__
    return call


def _whole(response: httpx.Response, parsed: T) -> ApiResponse[T]:
    return ApiResponse(status=response.status_code, headers=response.headers, content=response.content, parsed=parsed)


def keep_response(response: httpx.Response) -> None:
    """Keep the response for whoever asked for it."""
    kept = RECORD.get()
    if kept is not None:
        kept.append(response)
