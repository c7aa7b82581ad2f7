"""Copies of what passes: as much of each body as is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from docpact.contract.traffic.bodies import decode_body
from docpact.contract.traffic.suite import Recorded

LARGEST = 4 * 1024 * 1024
"""Bytes of a body that are judged; of a larger one the rest is judged only."""


@dataclass(slots=True)
class Copy:
    """A body as it passes."""

    whole: bool = True
    """Whether all of it is here."""
    size: int = 0
    _chunks: list[bytes] = field(default_factory=list)

    def add(self, chunk: bytes) -> None:
        """Take one more piece; of a body that is too large nothing is kept."""
        self.size += len(chunk)
        if self.size > LARGEST:
            self.whole = False
            self._chunks.clear()
        else:
            self._chunks.append(chunk)

    @property
    def content(self) -> bytes:
        """Return what is here."""
        return b"".join(self._chunks)


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One request and its response, while they pass."""

    method: str
    url: str
    """At the server."""
    headers: Sequence[tuple[bytes, bytes]]
    started: datetime
    body: Copy = field(default_factory=Copy)
    status: int = 0
    """0 where no response came."""
    response_headers: Sequence[tuple[bytes, bytes]] = ()
    response_body: Copy = field(default_factory=Copy)
    seconds: float = 0.0


def build_recorded(exchange: Exchange, number: int) -> Recorded:
    """Return an exchange as it is judged."""
    headers = _decode(exchange.response_headers)
    encoding = ",".join(value for name, value in headers if name.lower() == "content-encoding")
    body = decode_body(exchange.response_body.content, encoding, LARGEST) if exchange.response_body.whole else None
    return Recorded(
        method=exchange.method,
        url=exchange.url,
        headers=_decode(exchange.headers),
        body=exchange.body.content if exchange.body.whole else b"",
        status=exchange.status,
        response_headers=headers,
        response_body=body,
        size=exchange.response_body.size,
        seconds=exchange.seconds,
        started=exchange.started.isoformat(timespec="milliseconds"),
        place=f"exchange {number}",
    )


def _decode(headers: Sequence[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
