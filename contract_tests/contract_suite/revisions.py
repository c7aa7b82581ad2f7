"""The current revision of each thing, as responses show it: a request with an old one tests nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contract_suite.document import KEY

DEEPEST = 6
"""How deep in a response things with a revision may be."""


@dataclass(slots=True)
class Revisions:
    """The revisions that responses have shown, the latest of each thing."""

    property: str = ""
    """The property that counts the changes of a thing; empty for an API without one."""
    current: dict[str, int] = field(default_factory=dict)
    """A thing's id → its revision."""

    def note(self, value: object, depth: int = 0) -> None:
        """Take note of the revisions in a response."""
        if not self.property or depth > DEEPEST:
            return
        if isinstance(value, list):
            for entry in value:
                self.note(entry, depth + 1)
        elif isinstance(value, dict):
            key, revision = value.get(KEY), value.get(self.property)
            if isinstance(key, str | int) and isinstance(revision, int) and not isinstance(revision, bool):
                self.current[str(key)] = revision
            for inner in value.values():
                if isinstance(inner, dict | list):
                    self.note(inner, depth + 1)

    def refresh(self, body: Any, ids: Mapping[str, object]) -> Any:  # noqa: ANN401 - any JSON value.
        """Return a body with the current revision of the thing that it names, or that the path's last id names."""
        if not self.property or not isinstance(body, dict) or not isinstance(body.get(self.property), int):
            return body
        named = [str(body[KEY])] if KEY in body else [str(value) for value in list(ids.values())[-1:]]
        revision = self.current.get(named[0]) if named else None
        return body if revision is None else {**body, self.property: revision}
