"""Who may call: credentials and scopes against the security requirements of an operation."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from docpact.document import resolve

KEY = "mock-key"
"""The key or token that the mock takes from the start, so that a client's mistakes with credentials show."""
AUTHORIZATION, BASIC = "authorization", "basic"
PARAMETER = re.compile(r'\w+="?([^",\s]+)')
LONGEST = 4096
"""Characters of a header's parameters that are looked at."""
UNAUTHORIZED, FORBIDDEN, FINE = 401, 403, 0
Headers: TypeAlias = Mapping[bytes, bytes]
"""Names in small letters."""
Keys: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Key → `scopes`, a list of those that it has; None for all."""


def first_keys(scopes: tuple[str, ...] | None = None) -> dict[str, Any]:
    """Return the keys that there are at the start: one, with those scopes, or all."""
    return {KEY: {"id": "", "scopes": None if scopes is None else list(scopes)}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """Where a request carries a key, and which scopes the key must have."""

    location: str
    """`header`, `query` or `cookie`."""
    name: str
    """Of the header, in small letters, of the parameter, or of the cookie."""
    header: bytes
    """The name, as requests have it."""
    word: str
    """Before the key, small or large; empty for none."""
    scopes: frozenset[str]

    def find_key(self, headers: Headers, query: str, keys: Keys) -> Mapping[str, Any] | None:
        """Return what is known about the key of the request; None where it has none that is known."""
        if self.location == "query":
            return keys.get(dict(parse_qsl(query)).get(self.name, ""))
        if self.location == "cookie":
            pairs = (pair.strip().partition("=") for pair in headers.get(b"cookie", b"").decode("latin-1").split(";"))
            return keys.get(next((value for name, _, value in pairs if name == self.name), ""))
        sent = headers.get(self.header, b"").decode("latin-1").strip()
        if not self.word:
            # A document that calls the whole header a key may mean `token KEY` by it.
            return keys.get(sent) or keys.get(sent.rpartition(" ")[2])
        word, _, rest = sent.partition(" ")
        if word.lower() != self.word.lower():
            return None
        known = keys.get(rest.strip())
        return next((keys[part] for part in _parts(word, rest) if part in keys), None) if known is None else known

    def is_covered(self, key: Mapping[str, Any]) -> bool:
        """Tell whether the key has the scopes."""
        return key["scopes"] is None or self.scopes <= set(key["scopes"])


def _parts(word: str, rest: str) -> tuple[str, ...]:
    """Return the user and the password of RFC 7617, or the values of a scheme's parameters: either may be the key."""
    if word.lower() != BASIC:
        return tuple(PARAMETER.findall(rest[:LONGEST]))
    try:
        user, _, password = b64decode(rest.strip(), validate=True).decode("utf-8").partition(":")
    except ValueError:
        return ()
    return user, password


Requirement: TypeAlias = tuple[tuple[Credential, ...], ...]
"""The alternatives of an operation, each of several credentials; none where everybody may."""


def read_requirement(document: Mapping[str, Any], operation: Mapping[str, Any]) -> Requirement:
    """Return what an operation wants of whoever calls it."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    return tuple(
        # Certificates of clients never get to a server without TLS.
        tuple(
            _read_credential(scheme, scopes)
            for name, scopes in needed.items()
            if (scheme := resolve(document, schemes.get(name, {}))).get("type") != "mutualTLS"
        )
        for needed in operation.get("security", document.get("security", ())) or ()
    )


def check_access(requirement: Requirement, headers: Headers, query: str, keys: Keys) -> int:
    """Return 0 where one of the alternatives is met, 403 where only a scope is missing, 401 otherwise."""
    known = False
    for alternative in requirement:
        found = [(credential.find_key(headers, query, keys), credential) for credential in alternative]
        if all(key is not None and credential.is_covered(key) for key, credential in found):
            return FINE
        known = known or all(key is not None for key, _ in found)
    if known:
        return FORBIDDEN
    return UNAUTHORIZED if requirement else FINE


def missing_scopes(operation: Mapping[str, Any]) -> str:
    """Return the scopes of which an operation wants one, for people."""
    wanted = [scope for needed in operation.get("security", ()) for scopes in needed.values() for scope in scopes]
    return " or ".join(dict.fromkeys(wanted))


def sample_authorization(document: Mapping[str, Any]) -> str:
    """Return an `Authorization` header that the mock accepts; empty where the document asks for none."""
    for credential in _schemes(document):
        if credential.name == AUTHORIZATION and credential.location == "header":
            return f"{credential.word} {_written(credential.word)}".strip()
    return ""


def sample_keys(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the name of each scheme whose key is in no `Authorization` header → a key that the mock accepts."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    read = {name: resolve(document, scheme) for name, scheme in schemes.items()}
    return {
        name: KEY
        for name, scheme in read.items()
        if scheme.get("type") == "apiKey" and _read_credential(scheme, ()).name != AUTHORIZATION
    }


def _written(word: str) -> str:
    return b64encode(f"{KEY}:".encode()).decode() if word.lower() == BASIC else KEY


def describe_credentials(document: Mapping[str, Any]) -> str:
    """Return for people what a request must carry; empty where the document asks for nothing."""
    if authorization := sample_authorization(document):
        by_name = f", which is the user `{KEY}`" if authorization.lower().startswith(f"{BASIC} ") else ""
        return f"the header `Authorization: {authorization}`{by_name}"
    for credential in _schemes(document):
        joined = ": " if credential.location == "header" else "="
        place = {"query": "the parameter", "cookie": "the cookie"}.get(credential.location, "the header")
        return f"{place} `{credential.name}{joined}{KEY}`"
    return ""


def _schemes(document: Mapping[str, Any]) -> list[Credential]:
    schemes = document.get("components", {}).get("securitySchemes", {})
    read = [resolve(document, scheme) for scheme in schemes.values()]
    return [_read_credential(scheme, ()) for scheme in read if scheme.get("type") != "mutualTLS"]


def _read_credential(scheme: Mapping[str, Any], scopes: Iterable[str]) -> Credential:
    by_key = scheme.get("type") == "apiKey"
    location = str(scheme.get("in", "header")) if by_key else "header"
    name = str(scheme.get("name", AUTHORIZATION)) if by_key else AUTHORIZATION
    named = name.lower() if location == "header" else name
    return Credential(
        location=location, name=named, header=named.encode("latin-1"), word=_word(scheme), scopes=frozenset(scopes)
    )  # fmt: skip


def _word(scheme: Mapping[str, Any]) -> str:
    """Return the word before the key, as RFC 9110, section 11.4, calls the scheme; empty without one."""
    if scheme.get("type") == "apiKey":
        return str(scheme.get("x-prefix", ""))
    if scheme.get("type") == "http":
        return str(scheme.get("scheme", "bearer")).capitalize()
    return "Bearer"
