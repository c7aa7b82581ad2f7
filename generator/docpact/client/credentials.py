"""How callers show who they are, by the document, and the arguments of a client that come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docpact.client.python_text import clean_text, to_identifier
from docpact.document import Requirement, resolve
from docpact.document.security import read_security
from docpact.document.shapes import METHODS

TOKEN_ARGUMENTS = {
    "access_token": "str | None",
    "refresh": "Callable[[], str] | None",
    "refresh_token": "str | None",
    "client_id": "str | None",
    "client_secret": "str | None",
    "on_refresh": "Callable[[Tokens], None] | None",
}
BASIC = ("username", "password")
OPTIONS = (
    ("auth", "httpx.Auth | None", "None", "other credentials, in place of those above"),
    ("base_url", "str | None", "None", "where the API is, in place of what the documentation says"),
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
    (
        "http_client",
        "httpx.{}Client | None",
        "None",
        "a client of your own that sends them, with its proxies, certificates and hooks; you close it",
    ),
)
PASSED = ("base_url", "timeout", "retries", "longest_wait", "keep_intervals", "headers")


@dataclass(frozen=True, slots=True)
class Key:
    """A key that stands in a header, in the query or in a cookie."""

    argument: str
    header: str
    """The name of the header, of the query parameter or of the cookie."""
    prefix: str
    location: str = "header"
    """`header`, `query` or `cookie`."""

    @property
    def place(self) -> str:
        """What it stands in, in words that go before the name."""
        return {"query": "the query parameter", "cookie": "the cookie"}.get(self.location, "the header")


@dataclass(frozen=True, slots=True)
class Credentials:
    """How the document says that callers show who they are."""

    keys: tuple[Key, ...]
    token: bool
    token_url: str | None
    basic: bool = False
    """Whether a user's name and password are among them (RFC 7617)."""
    schemes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The argument that each kind begins with → the names of the schemes that it serves."""
    combined: bool = False
    """Whether operations ask for different ones, or for several at once."""
    optional: bool = False
    """Whether something can be called without any."""


def build_credentials(document: Mapping[str, Any]) -> Credentials:
    """Return what the document's security schemes ask for: keys, bearer tokens, names with passwords."""
    keys: list[Key] = []
    token, basic, url = False, False, None
    schemes: dict[str, tuple[str, ...]] = {}
    taken = {*TOKEN_ARGUMENTS, *BASIC, "self", *(name for name, *_ in OPTIONS)}
    for name, entry in document.get("components", {}).get("securitySchemes", {}).items():
        scheme = resolve(document, entry)
        kind, prefix = scheme.get("type"), clean_text(scheme.get("x-prefix"))
        method = str(scheme.get("scheme")).lower()
        argument = ""
        if kind == "apiKey" and scheme.get("in") in {"header", "query", "cookie"}:
            argument = to_identifier(prefix or name, taken, fallback="key")
            taken.add(argument)
            keys.append(Key(argument, str(scheme.get("name", "Authorization")), prefix, str(scheme["in"])))
        elif kind in {"oauth2", "openIdConnect"} or (kind == "http" and method == "bearer"):
            token, argument = True, "access_token"
            flows = [flow for flow in (scheme.get("flows") or {}).values() if isinstance(flow, Mapping)]
            urls = (flow.get("refreshUrl") or flow.get("tokenUrl") for flow in flows)
            url = url or next((found for found in urls if isinstance(found, str)), None)
        elif kind == "http" and method == "basic":
            basic, argument = True, BASIC[0]
        if argument:
            schemes[argument] = (*schemes.get(argument, ()), name)
    asked = [read_security(document, operation) for operation in _operations(document)]
    return Credentials(
        tuple(keys), token, url, basic, schemes, combined=_combines(asked, schemes),
        optional=any(not any(needed.schemes for needed in one) or {} in [n.schemes for n in one] for one in asked),
    )  # fmt: skip


def _operations(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in (document.get("paths") or {}).values():
        yield from (item[verb] for verb in METHODS if isinstance(item.get(verb), Mapping))


def _combines(asked: Sequence[tuple[Requirement, ...]], schemes: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether one kind of credentials doesn't open all that any of them opens."""
    kinds = {name: argument for argument, names in schemes.items() for name in names}
    sets = [{frozenset(kinds.get(name, name) for name in needed.schemes) for needed in one} for one in asked if one]
    return any(len(needed) > 1 for one in sets for needed in one) or any(one != sets[0] for one in sets)
