# Generated from the API's documentation; the next build replaces it.
"""What is made of an answer that is no success, and of one that didn't come."""

from __future__ import annotations

from typing import Any

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
from .messages import find_identifier, find_messages

CORRELATION = ("X-Request-ID", "Request-ID", "X-Amzn-RequestId", "CF-Ray")
"""Headers that many servers identify an exchange by, beside the one that the API documents."""


def make_failure(endpoint: Endpoint, response: httpx.Response, status: int, body: object, options: Options) -> ApiError:
    """Return the exception that fits an answer, without the credentials that it may repeat."""
    auth = options.auth
    text_body = hide_secrets(_text(response), auth)
    # A body of plain text is told too, but not one that was expected to be something else.
    said = body if body is not None else "" if response.is_success else text_body
    messages = tuple(hide_secrets(entry, auth) for entry in find_messages(said, options.conventions.messages))
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
    correlation = correlation or find_identifier(body)
    made = kind(
        ": ".join([text, "; ".join(messages)] if messages else [text]),
        status=status,
        error_messages=messages,
        correlation_id=hide_secrets(correlation, auth) if correlation else None,
        method=response.request.method,
        path=response.request.url.path,
        headers=httpx.Headers([(name, hide_secrets(value, auth)) for name, value in response.headers.multi_items()]),
        text=text_body,
        body=_without_secrets(body, auth),
    )
    if isinstance(made, AuthenticationError | PermissionDenied):
        made.scopes = endpoint.scopes
    elif isinstance(made, RateLimited):
        made.retry_after = wait
    return made


def _text(response: httpx.Response) -> str:
    try:
        return response.text
    except (LookupError, httpx.ResponseNotRead):
        # An encoding that nobody knows, or a stream that broke off.
        return ""


def _without_secrets(body: Any, auth: httpx.Auth | None) -> Any:  # noqa: ANN401 - any JSON value.
    if isinstance(body, str):
        return hide_secrets(body, auth)
    if isinstance(body, list):
        return [_without_secrets(entry, auth) for entry in body]
    if isinstance(body, dict):
        return {hide_secrets(key, auth): _without_secrets(value, auth) for key, value in body.items()}
    return body


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
