"""The root extensions `x-envelope` and `x-conventions`: what one API does in all of its operations.

The document declares it, so that links, client and mock read it there and know no API's property names themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

ENVELOPE, CONVENTIONS = "x-envelope", "x-conventions"
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""RFC 9110, section 5.1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """`x-envelope`: the properties around the payload of a response, by their roles.

    A role is empty where no property of the envelope plays it.
    """

    payload: str
    """The property that holds the payload."""
    success: str = ""
    """The boolean that is true in successes and false in failures."""
    status: str = ""
    """The integer that repeats the HTTP status."""
    messages: str = ""
    """What went wrong, for people: a list of strings, or one string (null or missing in successes)."""

    @property
    def markers(self) -> tuple[str, ...]:
        """The properties that a body with the envelope has: those beside the payload, or the payload if it is alone."""
        return tuple(filter(None, (self.success, self.status, self.messages))) or (self.payload,)

    def wraps(self, properties: Collection[str]) -> bool:
        """Return whether an object with these properties is the envelope."""
        return all(name in properties for name in self.markers)

    def dump(self) -> dict[str, str]:
        """Return the value of `x-envelope`."""
        return _dump(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """`[conventions]` of docpact.toml and `x-conventions`: names that an API uses the same way in all operations.

    A key that is empty means that the API has no such convention.
    """

    correlation_header: str = ""
    """The response header that identifies one exchange, to be quoted in reports of problems."""
    versions_header: str = ""
    """The response header that names the API's version."""
    filter_prefix: str = ""
    """How names of query parameters begin that filter a list by the property that the rest of the name says."""
    include_prefix: str = ""
    """How names of query parameters begin that ask for the property that the rest of the name says."""
    pending_id: str = ""
    """The property that identifies an accepted command, and the path parameter of the operation that reports on it."""
    pending_status: str = ""
    """The property of such a report that says whether the command has ended."""
    pending_result: str = ""
    """The integer property of such a report that is 0 if the command succeeded."""
    revision: str = ""
    """The property that every change of a thing must repeat as it was read."""

    def dump(self) -> dict[str, str]:
        """Return the value of `x-conventions`, without the keys that are empty."""
        return _dump(self)


NO_CONVENTIONS = Conventions()


def read_envelope(document: Mapping[str, Any]) -> Envelope | None:
    """Return the envelope that a document declares; None without one, or where no property holds the payload."""
    values = _read(Envelope, document.get(ENVELOPE))
    return Envelope(**values) if "payload" in values else None


def read_conventions(document: Mapping[str, Any]) -> Conventions:
    """Return the conventions that a document declares.

    Keys that are unknown, hold no text, or would be no header's name are ignored: documents are untrusted.
    """
    found = _read(Conventions, document.get(CONVENTIONS))
    return Conventions(**{
        name: value for name, value in found.items() if not name.endswith("_header") or HEADER_NAME.fullmatch(value)
    })  # fmt: skip


def _dump(declared: Envelope | Conventions) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in asdict(declared).items() if value}


def _read(kind: type[Envelope | Conventions], written: object) -> dict[str, str]:
    if not isinstance(written, Mapping):
        return {}
    named = {field.name: written.get(field.name.replace("_", "-")) for field in fields(kind)}
    return {name: value for name, value in named.items() if isinstance(value, str) and value}
