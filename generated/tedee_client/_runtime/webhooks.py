# Generated from the API's documentation; the next build replaces it.
"""Webhooks: bodies that the API sends to us."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .discretion import show
from .exceptions import UnexpectedResponse
from .parsing import Parser


@dataclass(frozen=True, slots=True)
class UnknownWebhook:
    """An event that the documentation doesn't know; more may be added at any time."""

    event: str | None
    """Its name; None where it has none."""
    content: Mapping[str, Any]
    """The whole body."""

    def __repr__(self) -> str:
        return f"UnknownWebhook(event={self.event!r}, content={show(self.content)})"


def read_webhook(
    parser: Parser, events: tuple[tuple[str, str, str], ...], body: bytes | str | Mapping[str, Any]
) -> Any:  # noqa: ANN401
    """Return the event's model, or an `UnknownWebhook`; raises `UnexpectedResponse` for what is no JSON object."""
    content: Any = body
    if isinstance(body, bytes | bytearray | str):
        try:
            content = json.loads(body)
        except (ValueError, RecursionError):
            raise UnexpectedResponse("a webhook's body must be JSON") from None
    if not isinstance(content, Mapping):
        raise UnexpectedResponse("a webhook's body must be a JSON object")
    content = dict(content)
    for member, event, spec in events:
        if content.get(member) == event:
            return parser.parse(spec, content)
    named = next((content[member] for member, _, _ in events if isinstance(content.get(member), str)), None)
    return UnknownWebhook(named, content)
