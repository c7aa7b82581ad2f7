# Generated from the API's documentation; the next build replaces it.
"""Reads an answer: the payload, or an exception."""

from __future__ import annotations

import json
from typing import Any

import httpx

from .endpoint import Endpoint, Options
from .failures import make_failure
from .parsing import Parser

FIRST_ERROR = 400
PLAIN = frozenset({"text", "bytes"})


class Reader:
    """Takes payloads out of the API's envelope, where it has one, and makes models of them."""

    def __init__(self, options: Options, parser: Parser) -> None:
        self._options, self._parser = options, parser
        names = options.conventions
        self._envelope = tuple(filter(None, (names.payload, names.success, names.status, names.messages)))
        # What tells the envelope from other bodies: the success flag, or else all that stands beside the payload.
        beside = (names.success,) if names.success else tuple(filter(None, (names.status, names.messages)))
        self._markers = beside or self._envelope

    def read(self, endpoint: Endpoint, response: httpx.Response) -> Any:  # noqa: ANN401 - the payload's type.
        """Return the payload; raises the exception that fits where it has none."""
        status = response.status_code
        if response.is_success and endpoint.reads in PLAIN and status not in endpoint.empty:
            return response.text if endpoint.reads == "text" else response.content
        if status in endpoint.empty or (response.is_success and not response.content):
            return self._nothing(endpoint)
        body, readable = _json(response)
        enveloped = isinstance(body, dict) and self._has_envelope(endpoint, body)
        failed = self._failed(endpoint, response, body, enveloped=enveloped)
        if failed is not None:
            raise make_failure(endpoint, response, failed, body, self._options)
        if endpoint.result is None:
            return None
        payload = self._unwrap(body) if enveloped else body
        if readable and payload is None:
            return self._nothing(endpoint)
        if not readable or not fits(endpoint.result, payload):
            raise make_failure(endpoint, response, status, body, self._options)
        return self._parser.parse(endpoint.result, payload)

    def _unwrap(self, body: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON value.
        names = self._options.conventions
        wraps = names.payload in body or (names.status or names.messages or names.success) in body
        return body.get(names.payload) if wraps else body

    def _failed(self, endpoint: Endpoint, response: httpx.Response, body: Any, *, enveloped: bool) -> int | None:  # noqa: ANN401 - any JSON value.
        """Return the status of a failure; None for a success. An envelope may tell of one in a success's response."""
        names, status = self._options.conventions, response.status_code
        if not response.is_success:
            return status
        if not enveloped:
            capitals = isinstance(body, dict) and self._fails_in_capitals(endpoint, body)
            return status if capitals else None
        if not names.success or body.get(names.success) is not False:
            return None
        said = body.get(names.status) if names.status else None
        return said if isinstance(said, int) and said >= FIRST_ERROR else status

    def _fails_in_capitals(self, endpoint: Endpoint, body: dict[str, Any]) -> bool:
        """Return whether the body is the envelope of a failure whose names are written in another way."""
        name = self._options.conventions.success
        if not name or name in body or self._parser.members(endpoint.result) & body.keys():
            return False
        return any(key.lower() == name.lower() and value is False for key, value in body.items())

    def entry(self, endpoint: Endpoint, value: Any) -> Any:  # noqa: ANN401 - the entry's type.
        """Return one value of a stream; an event's text is JSON where the documentation gives it a type."""
        if endpoint.reads == "events":
            if not endpoint.result:
                return value
            value = json.loads(value.data)
        return self._parser.parse(endpoint.result or "", value)

    def _has_envelope(self, endpoint: Endpoint, body: dict[str, Any]) -> bool:
        """Return whether the body is the envelope, not a payload that has such properties of its own."""
        markers = self._markers
        if not markers or not all(name in body for name in markers):
            return False
        own = self._parser.members(endpoint.result)
        return not (own.issuperset(markers) and all(name in own for name in self._envelope if name in body))

    @staticmethod
    def _nothing(endpoint: Endpoint) -> Any:  # noqa: ANN401 - as `read`.
        return [] if isinstance(endpoint.result, tuple) and endpoint.result[0] == "list" else None


def fits(spec: Any, payload: Any) -> bool:  # noqa: ANN401 - a specification, and any JSON value.
    """Return whether a payload is of the kind that is promised: a list, an object, or whatever else."""
    if isinstance(spec, tuple) and spec[0] in {"list", "map"}:
        return isinstance(payload, list if spec[0] == "list" else dict)
    return not (isinstance(spec, str) and spec.startswith("m:")) or isinstance(payload, dict)


def _json(response: httpx.Response) -> tuple[Any, bool]:
    try:
        return response.json(), True
    except (ValueError, RecursionError):
        return None, False
