"""What of a document recorded traffic covers: operations, parameters, statuses, properties; and what no page has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The parts of one kind that an operation documents, or was seen with."""

    seen: Mapping[str, int] = field(default_factory=dict)
    """What is documented → in how many exchanges it was seen."""
    never: tuple[str, ...] = ()
    """What is documented and was never seen."""
    unknown: Mapping[str, int] = field(default_factory=dict)
    """What was seen and is on no page → in how many exchanges."""
    types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What was seen and is on no page → the JSON types that it was seen with."""


PARTS = ("statuses", "parameters", "sent", "properties")


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationCoverage:
    """What of one operation was seen."""

    requests: int
    statuses: Part
    parameters: Part
    """By location and name: `query page`."""
    sent: Part
    """Properties of request bodies, by their places: `list[].name`."""
    properties: Part
    """Properties of response bodies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What of a document was seen."""

    exchanges: int
    """All that was read."""
    judged: int
    """The exchanges of documented operations."""
    operations: Mapping[str, OperationCoverage]
    """By label, those never seen too: with 0 requests."""
    undocumented: Mapping[str, int]
    """`METHOD /path` that no page has, ids in braces → how often."""
    elsewhere: Mapping[str, int]
    """Host → how many exchanges were none of this API's."""
    without_response: int
    """Exchanges without a response: blocked, broken off, still open."""
    without_body: int
    """Judged exchanges whose response body wasn't recorded whole."""

    def count(self, part: str) -> tuple[int, int]:
        """Return how many of all documented parts of a kind were seen, and how many there are; of seen operations."""
        found: list[Part] = [getattr(operation, part) for operation in self.operations.values()]
        return sum(len(p.seen) for p in found), sum(len(p.seen) + len(p.never) for p in found)

    @property
    def seen(self) -> tuple[str, ...]:
        """Return the operations that were seen."""
        return tuple(label for label, operation in self.operations.items() if operation.requests)

    @property
    def never(self) -> tuple[str, ...]:
        """Return the operations that were never seen."""
        return tuple(label for label, operation in self.operations.items() if not operation.requests)
