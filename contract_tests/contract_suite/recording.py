"""Writes every request and response to a file, without secrets, for reports that show them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import requests

from contract_suite.redaction import HIDDEN

LARGEST_RECORDED = 64 * 1024
"""The most characters of a body that are written."""
SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2"})
"""Headers whose values are secrets whatever they are."""


class Recorder:
    """A file with one JSON object a line for each request and its response."""

    def __init__(self, path: Path, redact: Callable[[str], str]) -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self._stream: TextIO = os.fdopen(handle, "w", encoding="utf-8")
        self._redact = redact

    def record(self, request: requests.PreparedRequest, response: requests.Response, seconds: float) -> None:
        """Write one request and its response: secrets are hidden in each text before it is cut and encoded."""
        body = request.body.decode("utf-8", "replace") if isinstance(request.body, bytes) else request.body or ""
        exchange = {
            "started": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "seconds": round(seconds, 4),
            "method": request.method,
            "url": self._redact(request.url or ""),
            "headers": self._headers(request.headers),
            "body": self._redact(str(body))[:LARGEST_RECORDED],
            "status": response.status_code,
            "reason": self._redact(response.reason or ""),
            "response_headers": self._headers(response.headers),
            "response_body": self._redact(response.content.decode("utf-8", "replace"))[:LARGEST_RECORDED],
            "size": len(response.content),
        }
        self._stream.write(json.dumps(exchange) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _headers(self, headers: Mapping[str, str | bytes]) -> list[tuple[str, str]]:
        texts = ((name, v.decode("latin-1") if isinstance(v, bytes) else v) for name, v in headers.items())
        return [
            (self._redact(name), HIDDEN if name.lower() in SECRET_HEADERS else self._redact(value))
            for name, value in texts
        ]
