"""Security schemes and requirements: how callers authenticate, and what each operation needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docpact.dialects.statements import SchemeStatement
from docpact.model.types import Api, Operation

HTTP_SCHEMES = frozenset({"bearer", "basic"})


def emit_schemes(api: Api) -> dict[str, Any]:
    """Return security schemes for what pages and sample requests show, where no base document has any."""
    return _schemes(api, api.schemes)


def emit_usual_schemes(api: Api) -> dict[str, Any]:
    """Return those that requests need unless their page says otherwise."""
    return _schemes(api, [statement for statement in api.schemes if statement.everywhere])


def emit_requirements(
    operation: Operation, api: Api, schemes: Mapping[str, Any], usual: Mapping[str, Any]
) -> list[Any] | None:
    """Return the operation's `security`; None where nothing is known of it.

    Where pages say of single operations what they need, the others are left open; where only samples show how callers
    authenticate, every operation is called so. `usual` are the schemes that requests need without a word about it.
    """
    if operation.security is not None:
        needed = [name for word in operation.security for name in schemes if _is_called(name, schemes[name], word)]
        return [{name: []} for name in needed] if needed or not operation.security else None
    if not usual or any(other.security for other in api.operations):
        return None
    if operation.scopes:
        return [{scheme: [scope.name]} for scheme in usual for scope in operation.scopes]
    return [{scheme: []} for scheme in usual]


def _schemes(api: Api, statements: Iterable[SchemeStatement]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for statement in statements:
        name, scheme = _scheme(statement, api)
        found.setdefault(name, scheme)
    return found


def _scheme(statement: SchemeStatement, api: Api) -> tuple[str, dict[str, Any]]:
    word = statement.scheme
    if statement.name:
        name = f"{statement.location}Key" if statement.location != "header" else statement.name
        return name, {"type": "apiKey", "in": statement.location, "name": statement.name}
    if word.lower() == "bearer" and api.oauth:
        scopes = {scope.name: scope.description for operation in api.operations for scope in operation.scopes}
        flow = {"authorizationUrl": api.oauth.authorization_url, "tokenUrl": api.oauth.token_url}
        flows = {"authorizationCode": {**flow, "scopes": {**scopes, **dict(api.oauth.scopes)}}}
        return "oauth2", {"type": "oauth2", "flows": flows}
    if word.lower() in HTTP_SCHEMES:
        return f"{word.lower()}Auth", {"type": "http", "scheme": word.lower()}
    described = f"The word `{word}`, a blank, and the key."
    return f"{word[0].lower()}{word[1:]}", {
        "type": "apiKey", "in": "header", "name": "Authorization", "description": described, "x-prefix": word,
    }  # fmt: skip


def _is_called(name: str, scheme: Mapping[str, Any], word: str) -> bool:
    """Tell whether a page means that scheme by the word: its name, its HTTP scheme, its prefix or its header."""
    names = (name, scheme.get("scheme"), scheme.get("x-prefix"), scheme.get("name"))
    return word.lower() in {str(one).lower() for one in names if one} or (
        word.lower() == "bearer" and scheme.get("type") == "oauth2"
    )
