"""Keys that are in no `Authorization` header: put into requests where the document's security schemes say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import requests

from contract_suite.document import Document, Operation


@dataclass(slots=True, kw_only=True)
class Keys:
    """Puts the keys of a run into its requests."""

    document: Document
    values: Mapping[str, str] = field(repr=False)
    """Name of a security scheme → key."""
    extra: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)
    """What every request carries: location, name, value."""
    withheld: bool = False
    """Whether requests are sent without them: to see that they are rejected."""

    def add(self, operation: Operation | None, request: requests.PreparedRequest) -> None:
        """Put the keys of the schemes that an operation asks for into a request."""
        for location, name, value in self.extra:
            _put(request, location, name, value)
        if operation is None or self.withheld or not self.values:
            return
        schemes = self.document.raw.get("components", {}).get("securitySchemes", {})
        for name in dict.fromkeys(name for needed in self.document.security(operation) for name in needed):
            scheme = self.document.resolve(schemes.get(name, {}))
            if name in self.values and scheme.get("type") == "apiKey":
                _put(request, str(scheme.get("in")), str(scheme.get("name")), self.values[name])


def _put(request: requests.PreparedRequest, location: str, name: str, value: str) -> None:
    if location == "header":
        request.headers[name] = value
    elif location == "query":
        parts = urlsplit(request.url or "")
        pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
        request.url = urlunsplit(parts._replace(query=urlencode([*pairs, (name, value)])))
    elif location == "cookie":
        sent: SimpleCookie = SimpleCookie(request.headers.get("Cookie", ""))
        kept = {key: morsel.value for key, morsel in sent.items() if key != name}
        request.headers["Cookie"] = "; ".join(f"{key}={text}" for key, text in {**kept, name: value}.items())
