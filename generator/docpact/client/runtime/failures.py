"""What is made of an answer that is no success, and of one that didn't come."""

from __future__ import annotations

import httpx

from .auth import hide_secrets
from .endpoint import Endpoint, Options
from .exceptions import (
    ApiError,
    AuthenticationError,
    ConnectionFailed,
    PermissionDenied,
    RateLimited,
    UnexpectedResponse,
    class_for_status,
)

CORRELATION = ("X-Request-ID", "Request-ID")
"""Headers that many servers identify an exchange by, beside the one that the API documents."""
MOST_MESSAGES = 20


def make_failure(endpoint: Endpoint, response: httpx.Response, status: int, body: object, options: Options) -> ApiError:
    """Return the exception that fits an answer, without the credentials that it may repeat."""
    auth = options.auth
    said = _find_messages(body, options.conventions.messages) if isinstance(body, dict) else None
    messages = tuple(
        hide_secrets(str(entry), auth)
        for entry in (said if isinstance(said, list) else [said])[:MOST_MESSAGES]
        if entry
    )
    kind = class_for_status(status)
    text = f"answered {status}"
    if kind is UnexpectedResponse:
        text += f" with {response.headers.get('Content-Type') or 'no content type'}, which is not what it documents"
    wait = None
    if kind is RateLimited:
        from .retries import retry_after  # noqa: PLC0415 - seldom needed.

        wait = retry_after(response)
        text += f" (again in {wait:g} s)" if wait is not None else ""
    if kind is PermissionDenied and endpoint.scopes:
        text += f" (it takes {' or '.join(endpoint.scopes)})"
    named = (options.conventions.correlation_header, *CORRELATION)
    correlation = next((found for name in named if name and (found := response.headers.get(name))), None)
    made = kind(
        ": ".join([text, "; ".join(messages)] if messages else [text]),
        status=status,
        error_messages=messages,
        correlation_id=hide_secrets(correlation, auth) if correlation else None,
        method=response.request.method,
        path=response.request.url.path,
    )
    if isinstance(made, AuthenticationError | PermissionDenied):
        made.scopes = endpoint.scopes
    elif isinstance(made, RateLimited):
        made.retry_after = wait
    return made


def _find_messages(body: dict[str, object], name: str) -> object:
    """Return what a failure says: in the envelope, or else as problem details do (RFC 9457, section 3.1)."""
    if name and body.get(name):
        return body[name]
    return next((said for key in ("detail", "title") if isinstance(said := body.get(key), str) and said), None)


def make_lost(error: httpx.RequestError, auth: httpx.Auth | None) -> ApiError:
    """Return the exception for an answer that did not come."""
    request = error.request
    # The request carries the credentials; an exception may end in a log with all that hangs on it.
    error.request = httpx.Request(request.method, request.url.copy_with(query=None))
    kind = UnexpectedResponse if isinstance(error, httpx.DecodingError) else ConnectionFailed
    error.args = tuple(hide_secrets(str(entry), auth) for entry in error.args)
    text = str(error) or type(error).__name__
    return kind(
        f"no answer from {request.url.netloc.decode('ascii')}: {text}", method=request.method, path=request.url.path
    )
