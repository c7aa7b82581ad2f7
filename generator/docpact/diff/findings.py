"""Where a comparison stands, and how it says what it finds."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from docpact.diagnostics import Origin
from docpact.diff.rules import RULES
from docpact.diff.types import Change, Impact, Use
from docpact.plain_text import code_span

Record: TypeAlias = Callable[[Change], None]
Node: TypeAlias = Mapping[str, Any]

SOURCE = "x-source"
WORDS = frozenset({"description", "summary", "title", "externalDocs", "$comment"})
EXAMPLES = frozenset({"example", "examples"})
RATE_LIMIT = "x-rate-limit"
LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that both documents have."""

    subject: str
    holder: str
    """What the subject begins with: the operation, webhook or component that all is in."""
    use: Use
    record: Record
    origin: Origin | None = None
    operations: tuple[str, ...] = ()

    def deeper(self, step: str, new: Any = None, old: Any = None) -> Place:  # noqa: ANN401 - any JSON value.
        """Return a place inside, with the new node's own origin where it has one."""
        return replace(
            self, subject=f"{self.subject}{step}", origin=read_origin(new) or self.origin or read_origin(old)
        )

    def report(self, rule: str, message: str, *, origin: Origin | None = None, gone: bool = False) -> None:
        """Record a change; whom it concerns goes by which way the values travel."""
        entry = RULES[rule]
        self.record(
            Change(
                rule=rule,
                subject=self.subject,
                holder=self.holder,
                message=message,
                callers=entry.callers if Use.SENT in self.use else Impact.COMPATIBLE,
                readers=entry.readers if Use.ANSWERED in self.use else Impact.COMPATIBLE,
                origin=origin or self.origin,
                gone=gone,
                operations=self.operations,
            )
        )


def read_origin(node: Any) -> Origin | None:  # noqa: ANN401 - any JSON value.
    """Return the place of the documentation that a node names; None where it names none."""
    source = node.get(SOURCE) if isinstance(node, Mapping) else None
    path, _, line = str(source or "").rpartition(":")
    return Origin(path, int(line)) if path and line.isdecimal() else None


def strip_sources(node: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a copy without origins: a line that moved is no change."""
    if isinstance(node, Mapping):
        return {key: strip_sources(value) for key, value in node.items() if key != SOURCE}
    return [strip_sources(entry) for entry in node] if isinstance(node, list) else node


def differ(old: Any, new: Any) -> bool:  # noqa: ANN401 - any JSON value.
    """Tell whether two values are different as JSON, origins apart; unlike Python's, JSON's `1` and `true` are."""
    if isinstance(old, dict) and isinstance(new, dict):
        names = {*old, *new} - {SOURCE}
        return any((name in old) != (name in new) or differ(old.get(name), new.get(name)) for name in names)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) != len(new) or any(map(differ, old, new))
    return isinstance(old, bool) != isinstance(new, bool) or bool(old != new)


def dump(value: Any) -> str:  # noqa: ANN401 - any JSON value.
    """Return the value as JSON, the same text for the same value."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def show(value: Any) -> str:  # noqa: ANN401 - any JSON value.
    """Return the value as it is shown in a message, cut where it is long."""
    text = dump(strip_sources(value))
    return code_span(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def compare_words(old: Node, new: Node, place: Place) -> None:
    """Report other words, samples and marks of a node."""
    for key in sorted(WORDS):
        if differ(old.get(key), new.get(key)):
            place.report("documentation-changed", f"{key}: {_words(old.get(key), new.get(key))}")
    for key in sorted(EXAMPLES):
        if differ(old.get(key), new.get(key)):
            place.report("example-changed", "")
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        place.report("deprecated" if new.get("deprecated") else "undeprecated", "")


def compare_rest(old: Node, new: Node, place: Place, known: Collection[str], rule: str) -> None:
    """Report by that rule what differs in keys that nobody else looked at, so that nothing goes unsaid."""
    skipped = {*known, *WORDS, *EXAMPLES, "deprecated", SOURCE}
    for key in sorted({*old, *new} - skipped):
        if differ(old.get(key), new.get(key)) or (key in old) != (key in new):
            name = rule
            if key == RATE_LIMIT:
                name = "rate-limit-changed"
            elif key.startswith("x-"):
                name = "extension-changed"
            place.report(name, f"{key}: {_pair(old, new, key)}")


def _pair(old: Node, new: Node, key: str) -> str:
    if key not in old:
        return f"{show(new[key])} is new"
    return f"{show(old[key])} is gone" if key not in new else f"{show(old[key])} became {show(new[key])}"


def _words(old: Any, new: Any) -> str:  # noqa: ANN401 - any JSON value.
    if old is None:
        return f"{show(new)} is new"
    return f"{show(old)} is gone" if new is None else f"{show(old)} became {show(new)}"
