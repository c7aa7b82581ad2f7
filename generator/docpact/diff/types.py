"""What a comparison finds: changes, each by a rule, with what it means for those who call and those who read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto

from docpact.diagnostics import Origin


class Impact(Enum):
    """What a change means for somebody's program; the later, the worse."""

    COMPATIBLE = "compatible"
    """A program that worked goes on working."""
    POSSIBLY = "possibly breaking"
    """It depends on what the program does, or on what the server does."""
    BREAKING = "breaking"
    """Something that was valid isn't any more."""

    @property
    def rank(self) -> int:
        """Its place in the order, from 0."""
        return list(Impact).index(self)


class Use(Flag):
    """Which way the values of a schema travel."""

    NONE = 0
    SENT = auto()
    """Callers send them: parameters, request bodies."""
    ANSWERED = auto()
    """Readers get them: responses, webhooks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An entry of the catalogue of changes."""

    callers: Impact
    """For programs that send what the change is about."""
    readers: Impact
    """For programs that read what the change is about."""
    meaning: str
    """What has changed, a sentence."""
    names: bool = False
    """Whether something in the generated client has another name afterwards, so that its users must edit their code."""
    words: bool = False
    """Whether only words and samples changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two documents."""

    rule: str
    """A key of `RULES`."""
    subject: str
    """The operation, webhook or component, and the place in it."""
    holder: str
    """The operation, webhook or component alone."""
    message: str
    """What it was and what it is; empty where the rule says it."""
    callers: Impact
    readers: Impact
    origin: Origin | None
    """Where the documentation says so: in the new documentation, or the old for what is gone from it."""
    gone: bool = False
    """Whether the origin is a place of the old documentation."""
    operations: tuple[str, ...] = ()
    """The operations and webhooks that hold a component."""

    @property
    def impact(self) -> Impact:
        """The worse of the two."""
        return max(self.callers, self.readers, key=lambda impact: impact.rank)
