"""One request of a test, before it is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from contract_suite.curl import DEFAULT, format_curl
from contract_suite.document import Operation
from contract_suite.key_place import KeyPlace

JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request to one operation."""

    operation: Operation
    path: str
    """The path with its placeholders filled."""
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None
    """A JSON value, or bytes to be sent as they are; None for no body."""
    media_type: str = JSON
    """The media type that the body is said to have."""
    authorization: str | None = field(default=None, repr=False)
    """The `Authorization` header; empty to send none, None for that of the run."""

    @property
    def content(self) -> str:
        """Return the body as it is sent."""
        return self.body.decode("utf-8", "replace") if isinstance(self.body, bytes) else json.dumps(self.body)

    @property
    def parameters(self) -> dict[str, Any]:
        """Return the query parameters as they are sent: truth values in JSON's words."""
        return {k: str(v).lower() if isinstance(v, bool) else v for k, v in self.query.items()}

    def format_curl(self, base_url: str, *, authorized: bool, key: str = "", place: KeyPlace = DEFAULT) -> str:
        """Return a command that sends the request.

        `authorized` for the header of the run, whose value is hidden, `key` for another header's value, which isn't.
        """
        query = f"?{urlencode(self.parameters, doseq=True)}" if self.query else ""
        url, headers = f"{base_url}{self.path}{query}", dict[str, str]()
        if key:
            url, headers = place.apply(url, key)
        headers |= {"Content-Type": self.media_type} if self.body is not None else {}
        return format_curl(
            self.operation.method, url, headers=headers,
            body=None if self.body is None else self.content, authorized=authorized, place=place,
        )  # fmt: skip


def build_request(operation: Operation, binding: Mapping[str, object], body: object = None) -> Request:
    """Return a request with those values for the operation's placeholders."""
    return Request(operation=operation, path=operation.fill(binding), body=body)
