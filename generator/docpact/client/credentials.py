"""How callers show who they are, by the document, and the arguments of a client that come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docpact.client.python_text import clean_text, to_identifier
from docpact.document import resolve

TOKEN_ARGUMENTS = {
    "access_token": "str | None",
    "refresh": "Callable[[], str] | None",
    "refresh_token": "str | None",
    "client_id": "str | None",
    "client_secret": "str | None",
    "on_refresh": "Callable[[Tokens], object] | None",
}
OPTIONS = (
    ("auth", "httpx.Auth | None", "None", "other credentials, in place of those above"),
    ("base_url", "str", "SERVER", "where the API is"),
    ("timeout", "float | httpx.Timeout | None", "30.0", "seconds to wait for an answer"),
    ("retries", "int", "3", "how often a request is repeated; see above"),
    ("longest_wait", "float", "60.0", "the longest pause before a repetition that is borne, in seconds"),
    (
        "keep_intervals",
        "bool",
        "False",
        "whether to wait out the documented interval between two calls of an operation",
    ),
    ("headers", "Mapping[str, str] | None", "None", "sent with every request"),
    (
        "transport",
        "httpx.{}BaseTransport | None",
        "None",
        "what sends the requests, in place of httpx's with the environment's proxy",
    ),
)
PASSED = ("base_url", "timeout", "retries", "longest_wait", "keep_intervals", "headers")


@dataclass(frozen=True, slots=True)
class Key:
    """A key that stands in a header."""

    argument: str
    header: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Credentials:
    """How the document says that callers show who they are."""

    keys: tuple[Key, ...]
    token: bool
    token_url: str | None


def build_credentials(document: Mapping[str, Any]) -> Credentials:
    """Return what the document's security schemes ask for: keys in headers, and bearer tokens."""
    keys: list[Key] = []
    token, url = False, None
    taken = {*TOKEN_ARGUMENTS, "self", *(name for name, *_ in OPTIONS)}
    for name, entry in document.get("components", {}).get("securitySchemes", {}).items():
        scheme = resolve(document, entry)
        kind, prefix = scheme.get("type"), clean_text(scheme.get("x-prefix"))
        if kind == "apiKey" and scheme.get("in") == "header":
            argument = to_identifier(prefix or name, taken, fallback="key")
            taken.add(argument)
            keys.append(Key(argument, str(scheme.get("name", "Authorization")), prefix))
        elif kind in {"oauth2", "openIdConnect"} or (kind == "http" and str(scheme.get("scheme")).lower() == "bearer"):
            token = True
            flows = [flow for flow in (scheme.get("flows") or {}).values() if isinstance(flow, Mapping)]
            urls = (flow.get("refreshUrl") or flow.get("tokenUrl") for flow in flows)
            url = url or next((found for found in urls if isinstance(found, str)), None)
    return Credentials(tuple(keys), token, url)
