"""The root extensions that tell how an API wraps its payloads and names its conventions.

`x-envelope: {payload: result, success: success, status: statusCode, messages: errorMessages}`, of which only `payload`
is always there, and `x-conventions: {correlation-header: …, filter-prefix: …, pending-id: …, revision: …}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docpact.document.faults import fault

ENVELOPE = "x-envelope"
CONVENTIONS = "x-conventions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The property names of what an API wraps its payloads in."""

    payload: str
    """The property that holds the payload."""
    success: str = ""
    """The property that says whether it went well; empty where there is none."""
    status: str = ""
    """The property that repeats the HTTP status; empty where there is none."""
    messages: str = ""
    """The property with the error messages; empty where there is none."""

    @property
    def names(self) -> frozenset[str]:
        """All names that there are."""
        return frozenset(filter(None, (self.payload, self.success, self.status, self.messages)))


def read_envelope(document: Mapping[str, Any], file: str) -> Envelope | None:
    """Return the envelope; None for an API without one. Raises `InputError` where it makes no sense."""
    node = document.get(ENVELOPE)
    if node is None:
        return None
    names = _names(node, f"{file}#/{ENVELOPE}")
    if not names.get("payload"):
        raise fault(f"{file}#/{ENVELOPE}", "must name the property with the `payload`")
    return Envelope(**{name: names.get(name, "") for name in ("payload", "success", "status", "messages")})


def read_conventions(document: Mapping[str, Any], file: str) -> dict[str, str]:
    """Return the conventions by name; empty where none is said. Raises `InputError` where they make no sense."""
    return _names(document.get(CONVENTIONS) or {}, f"{file}#/{CONVENTIONS}")


def _names(node: Any, where: str) -> dict[str, str]:  # noqa: ANN401 - any JSON value.
    if not isinstance(node, Mapping) or not all(isinstance(value, str) for value in node.values()):
        raise fault(where, "must be a mapping of names to texts")
    return dict(node)
