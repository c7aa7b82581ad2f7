"""Who may call: credentials against the security requirements of an operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEY = "mock-key"
"""The one key or token that the mock takes, so that a client's mistakes with credentials show."""


def is_authorized(document: Mapping[str, Any], operation: Mapping[str, Any], headers: Mapping[str, str]) -> bool:
    """Tell whether the headers carry what one of the alternatives asks for; no requirement asks for nothing."""
    requirements = operation.get("security", document.get("security", ()))
    if not requirements:
        return True
    schemes = document.get("components", {}).get("securitySchemes", {})
    return any(all(_satisfied(schemes.get(name, {}), headers) for name in needed) for needed in requirements)


def sample_authorization(document: Mapping[str, Any]) -> str:
    """Return an `Authorization` header that the mock accepts; empty where the document asks for none."""
    for scheme in document.get("components", {}).get("securitySchemes", {}).values():
        word = _word(scheme)
        if word or scheme.get("name", "").lower() == "authorization":
            return f"{word} {KEY}".strip()
    return ""


def _satisfied(scheme: Mapping[str, Any], headers: Mapping[str, str]) -> bool:
    name = scheme.get("name", "authorization") if scheme.get("type") == "apiKey" else "authorization"
    sent = headers.get(name.lower(), "").strip()
    word = _word(scheme)
    if not word:
        return sent == KEY
    prefix, _, rest = sent.partition(" ")
    return prefix.lower() == word.lower() and rest.strip() == KEY


def _word(scheme: Mapping[str, Any]) -> str:
    """Return the word before the key, as RFC 9110, section 11.4, calls the scheme; empty where there is none."""
    if scheme.get("type") == "apiKey":
        return str(scheme.get("x-prefix", ""))
    if scheme.get("type") == "http":
        return str(scheme.get("scheme", "bearer")).capitalize()
    return "Bearer"
