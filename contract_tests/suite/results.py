"""What a run found: failures once each, notes, what was covered; never a secret."""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from suite.options import AUTHORIZATION

HIDDEN = "[hidden]"
LONGEST_MESSAGE = 2000
BETTER = {
    "positive_data_acceptance": ("sample_accepted",),
    "ignored_scopes": ("ignored_auth",),
    "deleted_is_gone": ("unknown_is_missing",),
    "read_after_write": ("listed_is_available",),
    "filter_conformance": ("deleted_is_gone", "listed_is_available"),
    "paging_conformance": ("deleted_is_gone", "listed_is_available", "unique_ids"),
    "steady_answer": ("not_a_server_error", "status_code_conformance", "no_answer"),
}
"""Check → those that say the same more plainly, where one operation fails both: the documentation's own sample is
refused; who takes any key can't tell scopes apart; what comes now and then is wrong by itself; a
list of things that aren't there has wrong pages, too."""
# schemathesis hides the header's value itself; the person who copies the line has it in the environment.
FILTERED = re.compile(r"-H '(Authorization): \[Filtered\]'", re.IGNORECASE)

IN_QUERY = "in query"
IGNORING = ("filter_conformance", "paging_conformance", "include_conformance")
"""Checks that tell of a parameter which is ignored: then bad values of it are accepted, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """One failure of one operation."""

    operation: str
    check: str
    message: str
    curl: str
    """A command that sends the request again."""
    expected: str = ""
    got: str = ""
    source: str = ""
    """`file:line` of the documentation; empty where the document doesn't say."""
    cause: str = ""
    """What may be behind it, in the same words wherever it is the same; empty where the message has to tell."""
    after: int = 0
    """How many requests had been sent when it was first seen."""


class ContractFailure(AssertionError):  # noqa: N818 - a failed assertion, not an error.
    """What a test of ours found."""

    def __init__(  # noqa: PLR0913 - a failure's own fields.
        self, operation: str, check: str, message: str, curl: str = "", *, expected: str = "", got: str = "",
        source: str = "", cause: str = "",
    ) -> None:  # fmt: skip
        super().__init__(f"{operation}: {check}: {message}")
        self.failed = Failed(
            operation=operation, check=check, message=message, curl=curl, expected=expected, got=got, source=source,
            cause=cause or check,
        )  # fmt: skip


@dataclass(slots=True)
class Timing:
    """How long one operation's answers took."""

    requests: int = 0
    seconds: float = 0.0
    slowest: float = 0.0

    def add(self, seconds: float) -> None:
        """Count one answer."""
        self.requests += 1
        self.seconds += seconds
        self.slowest = max(self.slowest, seconds)


@dataclass(slots=True)
class Results:
    """Collects what is found."""

    secrets: Sequence[str]
    failures: dict[tuple[str, str], Failed] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    """Operation → why it wasn't called."""
    tested: set[str] = field(default_factory=set)
    checked: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Operation → check → how often it was made."""
    timings: dict[str, Timing] = field(default_factory=lambda: defaultdict(Timing))
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    """Operation and what about it → what is no failure, but worth knowing."""
    sources: dict[str, str] = field(default_factory=dict)
    """Operation → `file:line`."""
    sent: Callable[[], int] = lambda: 0
    """Tells how many requests have been sent."""
    trouble: str = ""
    """Why the run ended before its end; what was found till then stands."""
    error: str = ""
    guarded: bool = False
    """Whether the server is somebody's, so that only what is allowed was called."""
    _start: float = field(default_factory=time.monotonic)

    def add(self, failed: Failed) -> None:
        """Remember a failure: one for each operation and check, the one with the smallest request."""
        shown = {
            "operation": failed.operation,
            "check": failed.check,
            "message": self.redact(failed.message)[:LONGEST_MESSAGE],
            "curl": self.redact(FILTERED.sub(rf'-H "\1: ${AUTHORIZATION}"', failed.curl)),
            "expected": self.redact(failed.expected)[:LONGEST_MESSAGE],
            "got": self.redact(failed.got)[:LONGEST_MESSAGE],
            "source": failed.source or self.sources.get(failed.operation, ""),
        }
        key = (failed.operation, failed.check)
        before = self.failures.get(key)
        self.checked[failed.operation][failed.check] += 1
        if before is None or len(shown["curl"]) < len(before.curl):
            after = before.after if before else self.sent()
            self.failures[key] = Failed(**shown, cause=self.redact(failed.cause), after=after)

    def redact(self, text: str) -> str:
        """Return the text without any secret, by its value: names of headers tell nothing about what is in a body."""
        for secret in self.secrets:
            text = text.replace(secret, HIDDEN)
        return text

    def settled(self) -> list[Failed]:
        """Return the failures, without those that another one of the same operation explains better."""
        return [failed for _, failed in sorted(self.failures.items()) if not self._is_explained(failed)]

    def _is_explained(self, failed: Failed) -> bool:
        others = {check: other for (label, check), other in self.failures.items() if label == failed.operation}
        if others.keys() & set(BETTER.get(failed.check, ())):
            return True
        if IN_QUERY in failed.message and others.keys() & set(IGNORING):
            return True
        # The status that a second PUT is refused with is undocumented for that very reason.
        again = others.get("idempotent_put")
        same = again is not None and bool(failed.got) and failed.got in again.got
        return same and failed.check == "status_code_conformance"

    def as_json(self, requests: int) -> dict[str, Any]:
        """Return everything, ready for JSON."""
        return {
            # What was only asked for its ids wasn't tested.
            "operations": sorted(label for label in self.tested if self.checked.get(label)),
            "requests": requests,
            "seconds": round(time.monotonic() - self._start, 1),
            "failures": [asdict(failed) for failed in self.settled()],
            "left_out": dict(sorted(self.left_out.items())),
            "checked": {label: dict(sorted(made.items())) for label, made in sorted(self.checked.items())},
            "timings": {
                label: {"requests": t.requests, "seconds": round(t.seconds, 3), "slowest": round(t.slowest, 3)}
                for label, t in sorted(self.timings.items())
            },
            "notes": [
                {"operation": label, "about": about, "message": self.redact(message)}
                for (label, about), message in sorted(self.notes.items())
            ],
            "sources": dict(sorted(self.sources.items())),
            "guarded": self.guarded,
            "trouble": self.redact(self.trouble),
            "error": self.redact(self.error),
        }

    def write(self, path: Path, requests: int) -> None:
        """Write everything as JSON, whole or not at all."""
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(self.as_json(requests), stream, indent=2)
        Path(name).replace(path)

    def format(self) -> list[str]:
        """Return the failures for people: what, how, and the line that sends it again."""
        lines: list[str] = []
        for failed in self.settled():
            lines += [f"{failed.operation}: {failed.check}"]
            lines += [f"    {line}" for line in failed.message.splitlines() if line.strip()]
            lines += [f"    documented at {failed.source}"] if failed.source else []
            lines += [f"    {failed.curl}"] if failed.curl else []
        return lines
