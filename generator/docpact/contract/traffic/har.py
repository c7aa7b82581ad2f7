"""HTTP archives (HAR 1.2), read entry by entry: a file may be larger than the memory.

Source: http://www.softwareishard.com/blog/har-12-spec/. Browsers, mitmproxy and our own reports write them.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import IO, Any

import ijson

from docpact.contract.traffic.bodies import is_json
from docpact.contract.traffic.suite import Recorded

BOM = b"\xef\xbb\xbf"
MILLISECONDS = 1000


class BrokenOffError(Exception):
    """A file that ends, or makes no sense any more, after some entries."""


class Unmarked:
    """A file without its byte order mark, which some programs write and no JSON has."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._start: bytes | None = stream.read(len(BOM)).removeprefix(BOM)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; ijson reads none first, to see what kind of file it is."""
        if not self._start or size == 0:
            return self._stream.read(size) if size else b""
        start, self._start = self._start, None
        return start + self._stream.read(max(0, size - len(start)) if size > 0 else size)


def read_har(stream: IO[bytes], name: str) -> Iterator[Recorded]:
    """Yield the exchanges of an archive, in its order; raises `BrokenOffError` where it isn't whole JSON.

    Entries that aren't HTTP, or that no response came to, have the status 0.
    """
    number = 0
    try:
        for entry in ijson.items(Unmarked(stream), "log.entries.item", use_float=True):
            number += 1
            if isinstance(entry, dict):
                yield read_entry(entry, f"{name}, entry {number}")
    except ijson.JSONError as error:
        raise BrokenOffError(f"{name}: is no whole JSON after entry {number}: {_first_line(error)}") from None


def read_entry(entry: Mapping[str, Any], place: str) -> Recorded:
    """Return one entry as an exchange; what it lacks is empty."""
    request, response = _mapping(entry.get("request")), _mapping(entry.get("response"))
    body, size = _read_body(_mapping(response.get("content")))
    headers = _read_pairs(response.get("headers"))
    if not any(name.lower() == "content-type" for name, _ in headers) and headers:
        # Archives without headers, but with the type, exist; the type is a header in any case.
        mime = str(_mapping(response.get("content")).get("mimeType") or "")
        headers += [("content-type", mime)] if mime and mime != "x-unknown" else []
    return Recorded(
        method=str(request.get("method") or "").upper(),
        url=str(request.get("url") or ""),
        headers=_read_pairs(request.get("headers")),
        body=_read_post(_mapping(request.get("postData"))),
        status=_number(response.get("status")),
        reason=str(response.get("statusText") or ""),
        response_headers=headers or None,
        response_body=body,
        size=size,
        seconds=max(0.0, _seconds(entry.get("time"))),
        started=str(entry.get("startedDateTime") or ""),
        place=place,
    )


def _read_body(content: Mapping[str, Any]) -> tuple[bytes | None, int]:
    """Return the body, None for one that isn't there or isn't whole, and its size."""
    size = _number(content.get("size"))
    text = content.get("text")
    if not isinstance(text, str):
        return (b"" if size <= 0 else None), max(0, size)
    if content.get("encoding") == "base64":
        try:
            body = base64.b64decode(text)
        except ValueError:
            return None, size
    else:
        body = text.encode("utf-8", "surrogatepass")
    # Recorders cut long bodies; a value that somebody hid makes one shorter, too, but leaves it JSON.
    if len(body) < size and not is_json(body):
        return None, size
    return body, max(size, len(body))


def _read_post(post: Mapping[str, Any]) -> bytes:
    text = post.get("text")
    if not isinstance(text, str):
        return b""
    if post.get("encoding") == "base64":
        try:
            return base64.b64decode(text)
        except ValueError:
            return b""
    return text.encode("utf-8", "surrogatepass")


def _read_pairs(listed: object) -> list[tuple[str, str]]:
    """Return headers; those of HTTP/2 that begin with a colon are parts of the request line."""
    entries = listed if isinstance(listed, list) else []
    pairs = ((entry.get("name"), entry.get("value")) for entry in entries if isinstance(entry, dict))
    return [(str(name), str(value or "")) for name, value in pairs if name and not str(name).startswith(":")]


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0


def _seconds(value: object) -> float:
    return float(value) / MILLISECONDS if isinstance(value, int | float) and not isinstance(value, bool) else 0.0


def _first_line(error: Exception) -> str:
    text = error.args[0] if error.args else ""
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return text.strip().splitlines()[0][:120] if text.strip() else "it ends early"
