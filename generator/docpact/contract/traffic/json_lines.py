"""Logs of gateways: one JSON object a line for each exchange, with fields in whatever place that gateway has them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from docpact.contract.traffic.bodies import is_json
from docpact.contract.traffic.suite import Recorded

FIELDS: Mapping[str, tuple[str, ...]] = {
    "method": ("request.method", "method", "http_method", "request_method", "http.request.method"),
    "url": ("url", "request.url", "request.uri", "uri", "request_uri", "path", "resource_path", "http.url"),
    "query": ("request.querystring", "query", "query_string"),
    "status": ("status", "response.status", "status_code", "response_code", "http.response.status_code"),
    "headers": ("headers", "request.headers", "request_headers"),
    "body": ("body", "request.body", "request_body"),
    "response-headers": ("response_headers", "response.headers"),
    "response-body": ("response_body", "response.body"),
    "size": ("size", "response.size"),
    "seconds": ("seconds",),
    "started": ("started", "started_at", "timestamp", "@timestamp", "time", "request_time", "start_time"),
}
"""Part of an exchange → where gateways write it, as keys with dots between them; the first that a line has counts.

Letters' case, underscores and dashes make no difference.
"""
LONGEST_LINE = 64 * 1024 * 1024


class Lines:
    """The exchanges of one log, and how many of its lines were none."""

    def __init__(self, stream: IO[bytes], name: str, fields: Mapping[str, str]) -> None:
        self._stream, self._name = stream, name
        self._fields: Mapping[str, Sequence[str]] = {**FIELDS, **{part: (path,) for part, path in fields.items()}}
        self.skipped = 0
        self.first_skipped = 0
        """The number of the first line that was no exchange; 0 for none."""

    def __iter__(self) -> Iterator[Recorded]:
        """Yield the exchanges, in order."""
        number = 0
        while line := self._stream.readline(LONGEST_LINE):
            number += 1
            if not line.strip():
                continue
            exchange = self._read(line, number)
            if exchange is None:
                self.skipped += 1
                self.first_skipped = self.first_skipped or number
            else:
                yield exchange

    def _read(self, line: bytes, number: int) -> Recorded | None:
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            return None
        if not isinstance(entry, dict):
            return None
        found = {part: _find(entry, paths) for part, paths in self._fields.items()}
        status = _to_int(found["status"])
        method, url = found["method"], found["url"]
        if status is None or not isinstance(method, str) or not isinstance(url, str) or not method or not url:
            return None
        return _build(found, status, f"{self._name}, line {number}")


def _build(found: Mapping[str, Any], status: int, place: str) -> Recorded:
    url, query = str(found["url"]), found["query"]
    if "?" not in url and query:
        text = query if isinstance(query, str) else "&".join(f"{k}={v}" for k, v in dict(query).items())
        url = f"{url}?{text.removeprefix('?')}"
    headers = found["response-headers"]
    body, size = _to_bytes(found["response-body"]), _to_int(found["size"]) or 0
    return Recorded(
        method=str(found["method"]).upper(), url=url, status=status, headers=_to_headers(found["headers"]),
        body=_to_bytes(found["body"]) or b"",
        response_headers=None if headers is None else _to_headers(headers),
        response_body=None if body is not None and len(body) < size and not is_json(body) else body,
        size=max(size, len(body or b"")), seconds=_to_float(found["seconds"]), started=str(found["started"] or ""),
        place=place,
    )  # fmt: skip


def _find(entry: Mapping[str, Any], paths: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON value.
    for path in paths:
        node: Any = entry
        # Some write nested objects, some one key with dots in it.
        for part in (path,) if _plain(path) in map(_plain, entry) else path.split("."):
            wanted = _plain(part)
            node = (
                next((inner for name, inner in node.items() if _plain(name) == wanted), None)
                if isinstance(node, dict)
                else None
            )
        if node is not None:
            return node
    return None


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def _to_headers(value: object) -> list[tuple[str, str]]:
    """Return headers from a mapping of names to texts or lists, or from a list of pairs."""
    if isinstance(value, dict):
        listed = [(name, one) for name, v in value.items() for one in (v if isinstance(v, list) else [v])]
    elif isinstance(value, list):
        listed = [tuple(pair) for pair in value if isinstance(pair, list) and len(pair) == 2]  # noqa: PLR2004 - a pair.
    else:
        listed = []
    return [(str(name), str(one)) for name, one in listed]


def _to_bytes(value: object) -> bytes | None:
    """Return a body: a text as it is, any other JSON value as JSON; None for none."""
    if value is None:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _to_int(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    try:
        return int(str(value))
    except ValueError:
        return None


def _to_float(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0
