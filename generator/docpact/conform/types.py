"""What a comparison of documentation with an implementation's own description finds."""

from __future__ import annotations

from dataclasses import dataclass

from docpact.diagnostics import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """An entry of the catalogue of disagreements."""

    meaning: str
    """What the two disagree about, a sentence."""
    serious: bool
    """Whether a program that follows the documentation can fail; otherwise it only knows less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One thing that the documentation and the implementation state differently, or only one of them states."""

    kind: str
    """A key of `KINDS`."""
    subject: str
    """The operation or schema, and the place in it, as the documentation calls it."""
    documented: str
    """What the documentation states; empty where it states nothing."""
    implemented: str
    """What the implementation states; empty where it states nothing."""
    origin: Origin | None = None
    """Where the documentation speaks of it, or of what it is part of."""
    operations: tuple[str, ...] = ()
    """The operations that it is seen in, if its subject isn't one."""

    @property
    def key(self) -> str:
        """What stays the same when lines move: a line of a baseline."""
        return f"{self.kind} {self.subject}: {self.documented or '-'} | {self.implemented or '-'}"


KINDS: dict[str, Kind] = {
    "operation": Kind(meaning="Only one of the two has the operation.", serious=True),
    "path": Kind(meaning="The operation's path is spelled otherwise.", serious=True),
    "parameter": Kind(meaning="Only one of the two has the parameter.", serious=True),
    "parameter-required": Kind(meaning="One says that the parameter must be sent.", serious=True),
    "body": Kind(meaning="Only one of the two has a request body.", serious=True),
    "body-required": Kind(meaning="One says that a body must be sent.", serious=True),
    "status": Kind(meaning="Only one of the two has the status.", serious=False),
    "response-body": Kind(meaning="Only one of the two says that the response has a body.", serious=False),
    "media-type": Kind(meaning="Only one of the two has the media type.", serious=True),
    "property": Kind(meaning="Only one of the two has the property.", serious=True),
    "property-required": Kind(meaning="One says that the property is always there.", serious=True),
    "type": Kind(meaning="The types are different.", serious=True),
    "null": Kind(meaning="One says that it can be null.", serious=True),
    "values": Kind(meaning="The listed values are different.", serious=True),
    "format": Kind(meaning="The formats are different.", serious=False),
    "credentials": Kind(meaning="The credentials are different.", serious=True),
}
"""Every kind that can be found, in the order of the report."""
