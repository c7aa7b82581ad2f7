"""An operation while its statements are made: what its directive and the blocks after it hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docpact.diagnostics import Origin
from docpact.dialects.httpdomain.content import CaptionedTable, Shown
from docpact.dialects.httpdomain.fields import Entry
from docpact.dialects.httpdomain.placement import Step, rows
from docpact.dialects.httpdomain.signature import Signature
from docpact.dialects.httpdomain.statuses import StatusLine
from docpact.read.page import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A JSON property or form field with its place in the body."""

    entry: Entry
    parents: tuple[Step, ...] = ()
    """The way from the body to it, where its place says one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One method on one path."""

    method: str
    """In capitals."""
    signature: Signature
    entries: tuple[Entry, ...]
    statuses: tuple[StatusLine, ...]
    tables: tuple[CaptionedTable, ...]
    shown: tuple[Shown, ...]
    description: tuple[Block, ...]
    synopsis: str
    deprecated: bool
    content: bool
    """Whether the directive has any content of its own."""
    title: str
    """The heading that it stands under."""
    origin: Origin

    @property
    def requests(self) -> tuple[Shown, ...]:
        """What is shown as sent."""
        return tuple(one for one in self.shown if _is_sent(one))

    @property
    def responses(self) -> tuple[Shown, ...]:
        """What is shown as received; a body of which nobody says which is taken for that."""
        return tuple(one for one in self.shown if not _is_sent(one))

    @property
    def sent(self) -> tuple[Any, ...]:
        """The JSON values of the requests."""
        return tuple(one.message.value for one in self.requests if one.message.is_json)

    @property
    def received(self) -> tuple[Any, ...]:
        """The JSON values of the responses that aren't errors."""
        return tuple(
            one.message.value
            for one in self.responses
            if one.message.is_json and one.message.status[:1] not in {"4", "5"}
        )


def _is_sent(one: Shown) -> bool:
    """Tell whether a message is a request: its start line counts for more than a caption."""
    return bool(one.message.method) or (one.direction == "request" and not one.message.status)


def top_names(values: Sequence[Any]) -> set[str]:
    """Return the keys of the objects that the values are or list."""
    return {name for row in rows(values) for name in row}
