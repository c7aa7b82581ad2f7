"""Which credentials a document asks for, in the words of its security schemes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contract_suite.document import Document, Operation


def describe_wanted(document: Document, operation: Operation | None) -> str:
    """Return what an operation asks for, and how to give it; of any operation where none is named."""
    schemes: Mapping[str, Any] = document.raw.get("components", {}).get("securitySchemes", {})
    alternatives = document.security(operation) if operation is not None else ()
    names = dict.fromkeys(name for needed in alternatives for name in needed) or dict.fromkeys(schemes)
    found = [_describe(name, document.resolve(schemes[name])) for name in names if name in schemes]
    return "; ".join(text for text in found if text)


def _describe(name: str, scheme: Mapping[str, Any]) -> str:
    kind, place, key = scheme.get("type"), scheme.get("in"), scheme.get("name")
    if kind == "apiKey":
        given = {
            "header": f"--header '{key}: $KEY'",
            "query": f"--query '{key}=$KEY'",
            "cookie": f"--cookie '{key}=$KEY'",
        }
        return f"`{name}` is the {'query parameter' if place == 'query' else place} {key}: {given.get(str(place), '')}"
    if kind == "http" and str(scheme.get("scheme", "")).lower() == "basic":
        return f"`{name}` is a user and a password: --basic 'USER:$PASSWORD'"
    if kind == "oauth2" and "clientCredentials" in scheme.get("flows", {}):
        return f"`{name}` is a client of OAuth 2: --client-id ID --client-secret '$SECRET'"
    if kind in {"http", "oauth2", "openIdConnect"}:
        word = str(scheme.get("scheme", "bearer")).capitalize()
        return f"`{name}` is a token: --header 'Authorization: {word} $TOKEN'"
    return ""
