"""Bodies as they were recorded: whether they are whole, and without the encoding of the transfer."""

from __future__ import annotations

import json
import zlib

GZIP_OR_ZLIB, RAW = 47, -15
"""zlib's `wbits`: with a header of either kind, and without one."""


def is_json(body: bytes) -> bool:
    """Return whether a body is whole JSON."""
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def decode_body(body: bytes, encoding: str, largest: int) -> bytes | None:
    """Return a body without its `Content-Encoding`; None for one that can't be decoded, or is larger than that."""
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name == "identity":
            continue
        if name not in {"gzip", "x-gzip", "deflate"}:
            return None
        decoded = _inflate(body, GZIP_OR_ZLIB, largest)
        if decoded is None and name == "deflate":
            # Some servers leave the header out (RFC 9110, section 8.4.1.2).
            decoded = _inflate(body, RAW, largest)
        if decoded is None:
            return None
        body = decoded
    return body if len(body) <= largest else None


def _inflate(body: bytes, wbits: int, largest: int) -> bytes | None:
    inflater = zlib.decompressobj(wbits)
    try:
        found = inflater.decompress(body, largest + 1)
    except zlib.error:
        return None
    return found if inflater.eof else None
