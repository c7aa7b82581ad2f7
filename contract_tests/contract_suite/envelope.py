"""The envelope of an API's responses and its conventions, as the document's root declares them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from contract_suite.errors import SuiteError

ENVELOPE = "x-envelope"
CONVENTIONS = "x-conventions"
FIRST_SUCCESS, FIRST_REDIRECT, FIRST_FAILURE = 200, 300, 400
NOTHING: tuple[object, ...] = (None, "", [], {})
"""What a property with messages holds where it says nothing."""


def is_success(status: int) -> bool:
    """Whether a status is of the class 2xx: a redirect, to a login page say, is no success."""
    return FIRST_SUCCESS <= status < FIRST_REDIRECT


def is_redirect(status: int) -> bool:
    """Whether a status is of the class 3xx: it neither accepts a request nor says that it failed."""
    return FIRST_REDIRECT <= status < FIRST_FAILURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The object that nearly every response wraps its payload in. Each field is the name of a property."""

    payload: str
    success: str = ""
    """The property that says whether the request succeeded; empty where the API has none."""
    status: str = ""
    """The property that repeats the HTTP status; empty where the API has none."""
    messages: str = ""
    """The property that says why a request failed; empty where the API has none."""
    message_types: frozenset[str] = field(default=frozenset())
    """The JSON types that the document gives `messages`; empty where it doesn't say."""

    @property
    def markers(self) -> frozenset[str]:
        """Return the properties that an envelope has and a bare payload hasn't."""
        return frozenset(name for name in (self.success, self.status) if name) or frozenset({self.payload})

    def wraps(self, properties: Collection[str]) -> bool:
        """Whether an object with those properties is an envelope."""
        return self.markers <= set(properties)

    def unwrap(self, value: Any) -> Any:  # noqa: ANN401 - any JSON value.
        """Return the payload of an envelope; a value without an envelope as it is."""
        return value.get(self.payload) if isinstance(value, dict) and self.wraps(value) else value

    def says_failure(self, value: object) -> bool:
        """Whether a body says that its request failed, whatever the HTTP status."""
        return isinstance(value, dict) and bool(self.success) and value.get(self.success) is False

    def find_contradiction(self, status: int, body: object) -> str:
        """Return how an envelope contradicts the HTTP status; empty where it agrees, or where the body is no envelope.

        A property of another type than documented is left to the check of the schema.
        """
        if not isinstance(body, dict) or not self.wraps(body):
            return ""
        good = status < FIRST_FAILURE
        if self.status and body[self.status] != status:
            return f"{self.status} is {body[self.status]!r}, the HTTP status {status}"
        if self.success and body[self.success] is not good:
            return f"{self.success} is {body[self.success]!r} with the HTTP status {status}"
        return self._find_wrong_messages(status, body) if self.messages else ""

    def _find_wrong_messages(self, status: int, body: Mapping[str, Any]) -> str:
        messages = body.get(self.messages)
        if self.messages in body and self.message_types and json_type(messages) not in self.message_types:
            return ""
        if status >= FIRST_FAILURE and messages in NOTHING:
            return f"{self.messages} says nothing about a failure with the HTTP status {status}"
        if status < FIRST_FAILURE and messages not in NOTHING:
            return f"{self.messages} is not empty with the HTTP status {status}"
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What holds for many operations of an API and no schema says; a field is empty where the API has no such habit."""

    revision: str = ""
    """The property that counts the changes of a resource."""
    filter_prefix: str = ""
    """What the names of query parameters that filter a list begin with, letters' case aside."""
    include_prefix: str = ""
    """What the names of query parameters that include a property begin with, letters' case aside."""


def read_envelope(raw: Mapping[str, Any], message_types: frozenset[str] = frozenset()) -> Envelope | None:
    """Return the envelope that a document declares, None for none; raises `SuiteError` for a malformed declaration."""
    if ENVELOPE not in raw:
        return None
    declared = _read_names(raw, ENVELOPE)
    if not declared.get("payload"):
        raise SuiteError(f"{ENVELOPE}: names no `payload` (write the property that holds the payload)")
    names = ("payload", "success", "status", "messages")
    return Envelope(**{name: declared.get(name, "") for name in names}, message_types=message_types)


def read_conventions(raw: Mapping[str, Any]) -> Conventions:
    """Return the conventions that a document declares; raises `SuiteError` for a malformed declaration."""
    declared = _read_names(raw, CONVENTIONS)
    return Conventions(**{f.name: declared.get(f.name.replace("_", "-"), "") for f in fields(Conventions)})


def json_type(value: object) -> str:
    """Return the name that JSON Schema has for the type of a value."""
    types = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return types.get(type(value), "null")


def _read_names(raw: Mapping[str, Any], extension: str) -> Mapping[str, str]:
    declared = raw.get(extension, {})
    if not isinstance(declared, dict) or not all(isinstance(value, str) for value in declared.values()):
        raise SuiteError(f"{extension}: must map names to texts (see the root of the document)")
    return declared
