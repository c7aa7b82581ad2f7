"""Bodies of requests, as they come in: no more of them than a mock has a use for."""

from __future__ import annotations

from starlette.types import Receive

LARGEST_BODY = 1024 * 1024


class BodyTooLargeError(Exception):
    """A body of more than `LARGEST_BODY` bytes."""


class DisconnectedError(Exception):
    """Whoever asked has gone."""


async def read_body(receive: Receive) -> bytes:
    """Return the body; raises `BodyTooLargeError` before all of a large one has come, and `DisconnectedError`."""
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise DisconnectedError
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            raise BodyTooLargeError
    return body
