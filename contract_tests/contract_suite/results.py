"""Collects what a run finds: failures once each, notes, what was covered; never a secret."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from contract_suite.checks import PARAMETER_CHECKS, find_replaced
from contract_suite.findings import Failure, Findings, Note, Timing
from contract_suite.redaction import Redactor

LONGEST_MESSAGE = 2000
IN_QUERY = "in query"
"""What schemathesis writes where a query parameter was wrong."""


class ContractFailure(AssertionError):  # noqa: N818 - a failed assertion, not an error.
    """The failure of one operation that a test raises."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.operation}: {failure.check}: {failure.message}")
        self.failure = failure


@dataclass(slots=True)
class Results:
    """What is found while a run goes on."""

    secrets: Sequence[str] = ()
    """The texts that are replaced wherever they stand, longest first."""
    sources: dict[str, str] = field(default_factory=dict)
    """Operation → `file:line` of the documentation."""
    left_out: dict[str, str] = field(default_factory=dict)
    """Operation → why it isn't called."""
    guarded: bool = False
    """Whether the server is somebody's, so that only permitted requests are sent."""
    sent: Counter[str] = field(default_factory=Counter)
    """Operation → how many requests were sent."""
    failures: dict[tuple[str, str], Failure] = field(default_factory=dict)
    """Operation and check → the failure with the shortest request."""
    tested: set[str] = field(default_factory=set)
    """The operations that a test sent a request to."""
    checked: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Operation → check → how often it was made."""
    timings: dict[str, Timing] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    """Operation and what of it → what fails nothing, but is worth knowing."""
    selected: tuple[str, ...] = ()
    """The operations that are to be tested."""
    statuses: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Operation → status → how often it came as the response to a request with the credentials of the run."""
    unknown_devices: tuple[str, ...] = ()
    """The ids of `--device` that no list of the server shows."""
    trouble: str = ""
    """Why the run ended early; empty where it didn't."""
    place: str = ""
    """Where the exchange was recorded that is judged now; empty in a run."""
    _redactor: Redactor = field(init=False)
    _start: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._redactor = Redactor(self.secrets)

    def count(self, operation: str, check: str) -> None:
        """Count that a check was made of an operation."""
        self.checked[operation][check] += 1

    def note_time(self, operation: str, seconds: float) -> None:
        """Count one response and its time."""
        this = Timing(requests=1, seconds=seconds, slowest=seconds)
        self.timings[operation] = self.timings.get(operation, Timing()) + this

    def add(self, failure: Failure) -> None:
        """Remember a failure: one for each operation and check, the one with the shortest request."""
        shown = replace(
            failure,
            message=self.redact(failure.message)[:LONGEST_MESSAGE],
            curl=self.redact(failure.curl),
            expected=self.redact(failure.expected)[:LONGEST_MESSAGE],
            got=self.redact(failure.got)[:LONGEST_MESSAGE],
            source=failure.source or self.sources.get(failure.operation, ""),
            cause=self.redact(failure.cause),
            recorded=self.redact(failure.recorded or self.place),
        )
        key = (failure.operation, failure.check)
        before = self.failures.get(key)
        self.count(failure.operation, failure.check)
        if before is None or len(shown.curl) < len(before.curl):
            self.failures[key] = replace(shown, after=before.after if before else self.sent.total())

    def redact(self, text: str) -> str:
        """Return the text without any secret, by its value, in whatever form it stands there."""
        return self._redactor.redact(text)

    def hide(self, secret: str) -> None:
        """Replace this text, too, from now on, and in what was found before."""
        self._redactor.add(secret)

    def _is_chosen(self, operation: str) -> bool:
        return not self.selected or operation in self.selected

    def _redact_again(self, failure: Failure) -> Failure:
        """Return a failure without what turned out to be a secret since it was found."""
        redact = self.redact
        return replace(
            failure, message=redact(failure.message), curl=redact(failure.curl), expected=redact(failure.expected),
            got=redact(failure.got), cause=redact(failure.cause),
        )  # fmt: skip

    def reported(self) -> list[Failure]:
        """Return the failures without those that another failure of the same operation says more plainly."""
        return [failure for _, failure in sorted(self.failures.items()) if not self._is_replaced(failure)]

    def build_findings(self) -> Findings:
        """Return everything that was found so far."""
        return Findings(
            # Operations that are called to collect ids, or to look at a thing in another place, don't count as tested.
            operations=tuple(
                sorted(label for label in self.tested if self.checked.get(label) and self._is_chosen(label))
            ),
            requests=self.sent.total(),
            seconds=round(time.monotonic() - self._start, 1),
            failures=tuple(self._redact_again(failure) for failure in self.reported()),
            left_out=dict(sorted(self.left_out.items())),
            checked={label: dict(sorted(made.items())) for label, made in sorted(self.checked.items())},
            timings={
                label: replace(timing, seconds=round(timing.seconds, 3), slowest=round(timing.slowest, 3))
                for label, timing in sorted(self.timings.items())
            },
            notes=tuple(
                Note(operation=label, about=about, message=self.redact(message))
                for (label, about), message in sorted(self.notes.items())
            ),
            sources=dict(sorted(self.sources.items())),
            guarded=self.guarded,
            selected=self.selected,
            statuses={label: dict(sorted(found.items())) for label, found in sorted(self.statuses.items())},
            unknown_devices=self.unknown_devices,
            trouble=self.redact(self.trouble),
        )

    def format(self) -> list[str]:
        """Return the failures as lines: what failed, where it is documented, and how to send the request again."""
        lines: list[str] = []
        for failure in self.reported():
            lines += [f"{failure.operation}: {failure.check}"]
            lines += [f"    {line}" for line in failure.message.splitlines() if line.strip()]
            lines += [f"    documented at {failure.source}"] if failure.source else []
            lines += [f"    {failure.curl}"] if failure.curl else []
        return lines

    def _is_replaced(self, failure: Failure) -> bool:
        others = {check: other for (label, check), other in self.failures.items() if label == failure.operation}
        if failure.check in find_replaced(set(others)):
            return True
        # A parameter that is ignored is ignored where its value is wrong, too.
        if IN_QUERY in failure.message and others.keys() & PARAMETER_CHECKS:
            return True
        # The status with which a second PUT is rejected is undocumented because nothing rejects it the first time.
        again = others.get("idempotent_put")
        same = again is not None and bool(failure.got) and failure.got in again.got
        return same and failure.check == "status_code_conformance"
