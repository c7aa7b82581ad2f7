"""Security requirements: alternatives, each of one or several schemes with their scopes.

Source: https://spec.openapis.org/oas/v3.1.0#security-requirement-object.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docpact.document.traverse import resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What one alternative asks for: all of its schemes at once, each with all of its scopes."""

    schemes: Mapping[str, frozenset[str]]
    """The name of a scheme among the components → scopes; empty where a request needs no credentials."""

    def is_met(self, given: Mapping[str, Iterable[str] | None]) -> bool:
        """Tell whether credentials meet it: scheme → the scopes that they have, None for all of them."""
        return all(
            name in given and (given[name] is None or scopes <= frozenset(given[name] or ()))
            for name, scopes in self.schemes.items()
        )


def read_security(document: Mapping[str, Any], operation: Mapping[str, Any]) -> tuple[Requirement, ...]:
    """Return the alternatives of an operation, its own or else the document's; empty where none is asked for."""
    listed = operation["security"] if "security" in operation else document.get("security")
    found = tuple(
        Requirement(schemes={str(name): frozenset(scopes or ()) for name, scopes in entry.items()})
        for entry in listed or ()
        if isinstance(entry, Mapping)
    )
    return found if any(entry.schemes for entry in found) else ()


def read_schemes(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the name of each security scheme → the scheme, resolved."""
    listed = (document.get("components") or {}).get("securitySchemes") or {}
    return {name: resolve(document, scheme) for name, scheme in listed.items()}


def is_met(requirements: Iterable[Requirement], given: Mapping[str, Iterable[str] | None]) -> bool:
    """Tell whether credentials meet one of the alternatives; always without alternatives."""
    listed = list(requirements)
    return not listed or any(requirement.is_met(given) for requirement in listed)
