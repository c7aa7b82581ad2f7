# Generated from the API's documentation; the next build replaces it.
"""Answers that come piece by piece: a JSON value a line, or server-sent events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

RECORD = "\x1e"
"""Begins each value of `application/json-seq` (RFC 7464)."""


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """An event of a stream of `text/event-stream`."""

    event: str
    """Its type; `message` where the server names none."""
    data: str
    """Its lines, joined by line breaks."""
    id: str
    """The last id that the server has given, empty before the first."""


class Lines:
    """Cuts a stream into lines, and a line into what it holds."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> Iterator[Any]:
        """Yield the values that are complete with this piece."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            yield from self.read(line.removesuffix(b"\r").decode("utf-8", "replace"))

    def end(self) -> Iterator[Any]:
        """Yield what the stream ends with."""
        if self._rest:
            yield from self.feed(b"\n")

    def read(self, line: str) -> Iterator[Any]:
        """Yield the line's JSON value; none for an empty line. Raises `ValueError` for a line that isn't JSON."""
        if text := line.strip().lstrip(RECORD):
            yield json.loads(text)


class Events(Lines):
    """Reads server-sent events as https://html.spec.whatwg.org/multipage/server-sent-events.html says."""

    def __init__(self) -> None:
        super().__init__()
        self._event, self._id = "", ""
        self._lines: list[str] = []

    def feed(self, piece: bytes) -> Iterator[Any]:
        """As `Lines.feed`; a line may end with a carriage return alone."""
        text = self._rest + piece
        # The second half of a line's end may come with the next piece.
        held = text[-1:] if text.endswith(b"\r") else b""
        text = text.removesuffix(b"\r").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        self._rest = b""
        yield from super().feed(text)
        self._rest += held

    def read(self, line: str) -> Iterator[ServerSentEvent]:
        """Yield the event that the line ends; an event whose end never comes is left out."""
        if not line:
            if self._lines:
                yield ServerSentEvent(self._event or "message", "\n".join(self._lines), self._id)
            self._event, self._lines = "", []
            return
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._lines.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value


def reader_for(reads: str) -> Lines:
    """Return what reads a stream of that kind: `lines` or `events`."""
    return Events() if reads == "events" else Lines()
