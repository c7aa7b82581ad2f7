# Generated from the API's documentation; the next build replaces it.
"""What a call raises: one family, a class for each thing that a program would do differently."""

# ruff: noqa: N818 - they are named for what happened; the base is the error.

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """A call that did not give what was asked for; the base of all that this package raises."""

    def __init__(  # noqa: PLR0913 - keyword arguments, each an attribute.
        self,
        message: str = "",
        *,
        status: int | None = None,
        error_messages: tuple[str, ...] = (),
        correlation_id: str | None = None,
        method: str = "",
        path: str = "",
        headers: Mapping[str, str] | None = None,
        text: str = "",
        body: Any = None,  # noqa: ANN401 - whatever JSON came.
    ) -> None:
        super().__init__(message)
        self.status = status
        """The HTTP status; None where no answer came."""
        self.error_messages = error_messages
        """What the server said, for people to read."""
        self.correlation_id = correlation_id
        """What to quote when the problem is reported; None where the server gave none."""
        self.method = method
        """The request's method."""
        self.path = path
        """The request's path, without its query."""
        self.headers: Mapping[str, str] = headers if headers is not None else {}
        """The response's headers, whose names may be looked up in any case; empty where no answer came."""
        self.text = text
        """The response's body as it came, without the client's credentials."""
        self.body = body
        """The same as JSON; None where it isn't JSON."""

    @property
    def request_id(self) -> str | None:
        """What the server calls this exchange, as `correlation_id`."""
        return self.correlation_id

    def __str__(self) -> str:
        place = f"{self.method} {self.path}: " if self.path else ""
        quote = f" (correlation id {self.correlation_id})" if self.correlation_id else ""
        return f"{place}{super().__str__()}{quote}"


class InvalidRequest(ApiError):
    """The server doesn't take the request as it is (400, 406, 422 and others of 4xx): it needs changing."""


class AuthenticationError(ApiError):
    """No credentials, wrong ones, or expired ones (401)."""

    scopes: tuple[str, ...] = ()
    """The scopes that the operation documents; any one of them would do."""


class PermissionDenied(ApiError):
    """The account may not do this (403)."""

    scopes: tuple[str, ...] = ()
    """The scopes that the operation documents; any one of them would do."""


class NotFound(ApiError):
    """There is nothing there, or the account has no part in it (404, 410)."""


class Conflict(ApiError):
    """Something else is in the way (409, 412): an old revision, a device that is busy, a precondition."""


class DeviceUnavailable(ApiError):
    """The device can't be reached at present (408, 423, 428)."""


class RateLimited(ApiError):
    """Too many requests (429), and the wait is longer than the client was told to bear."""

    retry_after: float | None = None
    """Seconds to wait before the next request; None where the server doesn't say."""


class ServerError(ApiError):
    """The server failed (5xx)."""


class UnexpectedResponse(ApiError):
    """An answer that makes no sense here: a redirect, HTML in place of JSON, a body that breaks off."""


class ConnectionFailed(ApiError):
    """No answer came: no connection, or a time-out. Whether the request arrived, nobody knows."""


class InvalidSignature(ApiError):
    """A webhook's body that wasn't signed with the secret, or too long ago: it may come from anybody."""


class OperationFailed(ApiError):
    """A command was accepted, and then the device could not carry it out."""

    operation: Any = None
    """How the command ended, as the server tells it."""


class OperationTimeout(ApiError, TimeoutError):
    """A command was accepted, and its end did not come within the time; it may still come."""

    operation: Any = None
    """How it stood when it was last asked for."""


BY_STATUS: dict[int, type[ApiError]] = {
    401: AuthenticationError,
    403: PermissionDenied,
    404: NotFound,
    408: DeviceUnavailable,
    409: Conflict,
    410: NotFound,
    412: Conflict,
    423: DeviceUnavailable,
    428: DeviceUnavailable,
    429: RateLimited,
}
"""Status → what is raised. Other 4xx are `InvalidRequest`, 5xx `ServerError`, the rest `UnexpectedResponse`."""

CLIENT_ERRORS = range(400, 500)
SERVER_ERRORS = range(500, 600)


def class_for_status(status: int) -> type[ApiError]:
    """Return the exception for that status."""
    if status in BY_STATUS:
        return BY_STATUS[status]
    if status in CLIENT_ERRORS:
        return InvalidRequest
    return ServerError if status in SERVER_ERRORS else UnexpectedResponse


for _kind in (ApiError, *ApiError.__subclasses__()):
    # Where people import it from is what a traceback should show.
    _kind.__module__ = __name__.replace("._runtime.", ".")
