"""Writes every request and response to a file, without secrets, for reports that show them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import requests

LARGEST_RECORDED = 64 * 1024
"""The most bytes of a body that are written."""


class Recorder:
    """A file with one JSON object a line for each request and its response."""

    def __init__(self, path: Path, redact: Callable[[str], str]) -> None:
        self._stream: TextIO = path.open("w", encoding="utf-8")
        self._redact = redact

    def record(self, request: requests.PreparedRequest, response: requests.Response, seconds: float) -> None:
        """Write one request and its response."""
        body = request.body.decode("utf-8", "replace") if isinstance(request.body, bytes) else request.body or ""
        content = response.content[:LARGEST_RECORDED]
        exchange = {
            "started": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "seconds": round(seconds, 4),
            "method": request.method,
            "url": request.url,
            "headers": list(request.headers.items()),
            "body": str(body)[:LARGEST_RECORDED],
            "status": response.status_code,
            "reason": response.reason or "",
            "response_headers": list(response.headers.items()),
            "response_body": content.decode("utf-8", "replace"),
            "size": len(response.content),
        }
        self._stream.write(self._redact(json.dumps(exchange)) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
