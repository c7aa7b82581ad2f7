"""Statements about who may call an API, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docpact.diagnostics import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeStatement:
    """A way in which callers authenticate."""

    type: Literal["http", "apiKey"]
    """OpenAPI's word."""
    scheme: str = ""
    """The first word of an `Authorization` header: `Bearer`, `Basic`, or the API's own."""
    location: Literal["header", "query", "cookie"] = "header"
    name: str = ""
    """The header's, query parameter's or cookie's name, where it isn't `Authorization`."""
    everywhere: bool = True
    """Whether requests need it unless their page says otherwise; False for a way that a page only mentions."""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimitStatement:
    """How many requests a caller has."""

    requests: int
    seconds: int
    """In how long."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthStatement:
    """The authorization code flow of OAuth 2.0."""

    authorization_url: str
    token_url: str
    scopes: tuple[tuple[str, str], ...] = ()
    """Names and descriptions."""
