"""One connection: uvicorn's own protocol, with limits to what a head may hold and to how long a request may take."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGEST_HEAD = 64 * 1024
"""Bytes of a request line and its headers."""
PATIENCE = 30.0
"""Seconds that a request may take to come in."""
MOST_GATHERED = 64 * 1024
"""Bytes of an answer that wait for more."""
LINGER = 2.0
"""Seconds that a sender has to notice that its request was refused, before the connection ends."""
BAD, TOO_LARGE, TOO_SLOW = b"400 Bad Request", b"431 Request Header Fields Too Large", b"408 Request Timeout"


class HeadTooLargeError(Exception):
    """A head of more than `LARGEST_HEAD` bytes."""


class Gathering(asyncio.Transport):
    """A transport that sends in one piece what is written at a time: uvicorn writes an answer in two."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._transport, self._loop = transport, loop
        self._written: list[bytes] = []
        self._size = 0
        self._ended = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send, with what else is written before the loop goes on; much at once, so that who writes can be held up."""
        if self._ended:
            # The response to an earlier request of a connection that was ended meanwhile: nobody reads it.
            return
        if not self._written:
            self._loop.call_soon(self._flush)
        self._written.append(bytes(data))
        self._size += len(data)
        if self._size > MOST_GATHERED:
            self._flush()

    def write_eof(self) -> None:
        """Send all, and then that there is no more."""
        self._flush()
        self._ended = True
        self._transport.write_eof()

    def close(self) -> None:
        """Send all, and end."""
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        """End at once, whatever is still to be sent."""
        self._ended = True
        self._written.clear()
        self._transport.abort()

    def is_closing(self) -> bool:
        """Tell whether it has ended."""
        return self._transport.is_closing()

    def pause_reading(self) -> None:
        """Take nothing in for a while."""
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        """Go on."""
        self._transport.resume_reading()

    def get_extra_info(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - asyncio's own.
        """Return what the socket knows."""
        return self._transport.get_extra_info(name, default)

    def _flush(self) -> None:
        if self._written:
            self._transport.write(b"".join(self._written))
            self._written.clear()
            self._size = 0


class Connection(HttpToolsProtocol):
    """A connection that ends where somebody sends heads without end, or nothing for too long."""

    def __init__(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401 - whatever uvicorn hands over.
        super().__init__(*arguments, **more)
        self._size = 0
        """Of the head: of what has come in of one that is not whole."""
        self._has_head = False
        self._begun = False
        """The bytes that came in last hold the beginning of a request."""
        self._is_whole = True
        """Of the request that is coming in: all of it is here."""
        self._waiting: asyncio.TimerHandle | None = None
        self._refused = b""
        """The status with which the connection was ended."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # As uvicorn's own.
        """Begin to wait for the first request."""
        super().connection_made(Gathering(transport, self.loop))
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        super().connection_lost(exc)
        self._stop_waiting()

    def data_received(self, data: bytes) -> None:
        """Take some bytes in; most requests are whole at once, and no clock is set for them."""
        if self._refused:
            return
        self._begun = False
        super().data_received(data)
        if self._is_whole or self._refused:
            return
        if self._waiting is None:
            self._wait()
        if not self._has_head:
            # The end of the last whole request in these bytes, where there is one, isn't part of this head.
            self._size += len(data) - (data.rfind(b"\r\n\r\n") + 4 if self._begun else 0)
            if self._size > LARGEST_HEAD:
                self._end(TOO_LARGE)

    def on_message_begin(self) -> None:
        """Expect a head."""
        super().on_message_begin()
        self._size, self._has_head, self._is_whole, self._begun = 0, False, False, True

    def on_headers_complete(self) -> None:
        """Begin to answer, unless the head is too large."""
        self._size = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        if self._size > LARGEST_HEAD:
            # The parser stops, and what is wrong is told by `send_400_response`.
            raise HeadTooLargeError
        self._has_head = True
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Wait for nothing more."""
        self._is_whole = True
        self._stop_waiting()
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, or has too large a head."""
        del msg
        self._end(TOO_LARGE if self._size > LARGEST_HEAD else BAD)

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(PATIENCE, self._end, TOO_SLOW)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _end(self, status: bytes) -> None:
        """End the connection; with words, and time to read them, unless an answer has begun."""
        self._stop_waiting()
        if self.transport.is_closing():
            return
        cycle: Any = self.cycle  # None before the first request.
        responding = cycle is not None and not cycle.response_complete
        if responding and not self._has_head and status is TOO_SLOW:
            # Nothing more is read until the requests before it have their responses.
            self._wait()
            return
        if responding or self._has_head:
            self.transport.close()
            return
        self._refused = status
        self.transport.write(b"HTTP/1.1 %s\r\ncontent-length: 0\r\nconnection: close\r\n\r\n" % status)
        # Not at once: where something unread is left, the sender would get an error in place of the words.
        self.transport.write_eof()
        self._waiting = self.loop.call_later(LINGER, self.transport.abort)
