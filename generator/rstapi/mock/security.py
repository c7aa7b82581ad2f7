"""Who may call: credentials and scopes against the security requirements of an operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEY = "mock-key"
"""The key or token that the mock takes from the start, so that a client's mistakes with credentials show."""
UNAUTHORIZED, FORBIDDEN, FINE = 401, 403, 0
Keys = Mapping[str, Mapping[str, Any]]
"""Key → `scopes`, a list of those that it has; None for all."""


def first_keys(scopes: tuple[str, ...] | None = None) -> dict[str, Any]:
    """Return the keys that there are at the start: one, with those scopes, or all."""
    return {KEY: {"id": "", "scopes": None if scopes is None else list(scopes)}}


def check_access(
    document: Mapping[str, Any], operation: Mapping[str, Any], headers: Mapping[str, str], keys: Keys
) -> int:
    """Return 0 where one of the operation's alternatives is met, 403 where only a scope is missing, 401 otherwise."""
    requirements = operation.get("security", document.get("security", ()))
    if not requirements:
        return FINE
    schemes = document.get("components", {}).get("securitySchemes", {})
    known = False
    for needed in requirements:
        found = [(_find_key(schemes.get(name, {}), headers, keys), scopes) for name, scopes in needed.items()]
        if all(key is not None for key, _ in found):
            known = True
            if all(_covers(key, scopes) for key, scopes in found):
                return FINE
    return FORBIDDEN if known else UNAUTHORIZED


def missing_scopes(operation: Mapping[str, Any]) -> str:
    """Return the scopes of which an operation wants one, for people."""
    wanted = [scope for needed in operation.get("security", ()) for scopes in needed.values() for scope in scopes]
    return " or ".join(dict.fromkeys(wanted))


def sample_authorization(document: Mapping[str, Any]) -> str:
    """Return an `Authorization` header that the mock accepts; empty where the document asks for none."""
    for scheme in document.get("components", {}).get("securitySchemes", {}).values():
        word = _word(scheme)
        if word or scheme.get("name", "").lower() == "authorization":
            return f"{word} {KEY}".strip()
    return ""


def _covers(key: Mapping[str, Any] | None, scopes: list[str]) -> bool:
    held = key["scopes"] if key else ()
    return held is None or set(scopes) <= set(held)


def _find_key(scheme: Mapping[str, Any], headers: Mapping[str, str], keys: Keys) -> Mapping[str, Any] | None:
    name = scheme.get("name", "authorization") if scheme.get("type") == "apiKey" else "authorization"
    sent = headers.get(name.lower(), "").strip()
    word = _word(scheme)
    if not word:
        return keys.get(sent)
    prefix, _, rest = sent.partition(" ")
    return keys.get(rest.strip()) if prefix.lower() == word.lower() else None


def _word(scheme: Mapping[str, Any]) -> str:
    """Return the word before the key, as RFC 9110, section 11.4, calls the scheme; empty where there is none."""
    if scheme.get("type") == "apiKey":
        return str(scheme.get("x-prefix", ""))
    if scheme.get("type") == "http":
        return str(scheme.get("scheme", "bearer")).capitalize()
    return "Bearer"
