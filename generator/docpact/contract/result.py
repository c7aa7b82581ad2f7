"""What a run of the contract tests found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docpact.contract.severity import CHECKS, rank

FINE, FAILED, WRONG = 0, 1, 2
NO_REFUSALS = "the document lists no answer for refused input"
"""The cause of undocumented refusals where no operation documents any; the contract tests give it."""
VARYING = re.compile(r"'[^']*'|\"[^\"]*\"|[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
PATH = re.compile(r"\b(?:[A-Z]{3,7} )?/\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Where server and document disagree."""

    operation: str
    """`GET /my/lock`."""
    check: str
    """What it doesn't keep to, as schemathesis names its checks."""
    message: str
    curl: str
    """A command that shows it again; the credentials are left to the environment."""
    expected: str = ""
    got: str = ""
    source: str = ""
    """`file:line` of the documentation; empty where the document doesn't say."""
    cause: str = ""
    """What may be behind it, in the same words wherever it is the same; empty where the message has to tell."""
    after: int = 0
    """How many requests had been sent when it was first seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long the answers of one operation took."""

    requests: int
    seconds: float
    slowest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is no failure, but worth knowing."""

    operation: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Failures that look as if one thing were behind them."""

    check: str
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractResult:
    """What a run of the contract tests found."""

    base_url: str
    seed: int
    tested: tuple[str, ...]
    """The operations that were called."""
    requests: int
    failures: tuple[Failure, ...]
    left_out: Mapping[str, str]
    """Operation → why it was not called."""
    seconds: float
    budget: int | None = None
    """How many requests the server could have got; None where there is no such limit."""
    checked: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Operation → check → how often it was made."""
    timings: Mapping[str, Timing] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    """Operation → `file:line` of the documentation."""
    trouble: str = ""
    """Why the run ended before its end; what is here was found till then."""
    known: tuple[str, ...] = ()
    """Lines about deviations that are known and were seen."""

    @property
    def operations(self) -> int:
        """Return how many operations were called."""
        return len(self.tested)

    @property
    def exit_code(self) -> int:
        """Return 1 for failures, 2 for a run that found none till it was broken off, 0 otherwise."""
        if self.failures:
            return FAILED
        return WRONG if self.trouble else FINE


def group_causes(failures: Iterable[Failure]) -> tuple[Cause, ...]:
    """Return the failures by what seems to be behind them, worst first; more operations are worse than fewer."""
    groups: dict[tuple[str, str], list[Failure]] = {}
    for failure in failures:
        groups.setdefault((failure.check, failure.cause or _gist(failure)), []).append(failure)
    causes = [Cause(check=check, failures=tuple(found)) for (check, _), found in groups.items()]
    return tuple(sorted(causes, key=_badness))


def group_notes(notes: Iterable[Note]) -> tuple[tuple[str, str], ...]:
    """Return each message once, with the operation that it is about, and how many others."""
    groups: dict[str, list[str]] = {}
    for note in notes:
        groups.setdefault(note.message, []).append(note.operation)
    return tuple(
        (message, found[0] + (f" and {len(found) - 1} more" if len(found) > 1 else ""))
        for message, found in groups.items()
    )


def _badness(cause: Cause) -> tuple[int, int, str]:
    first = cause.failures[0]
    # A gap of the document, however often it shows, hides nothing that the server does wrong.
    badness = len(CHECKS) if first.cause == NO_REFUSALS else rank(cause.check)
    return badness, -len(cause.failures), first.operation


def merge_results(found: list[Mapping[str, Any]], *, base_url: str, seed: int, budget: int | None) -> ContractResult:
    """Return one result for the parts of a run, each as the contract tests write it."""
    failures = {(f["operation"], f["check"]): Failure(**f) for part in found for f in part["failures"]}
    tested = {operation for part in found for operation in part["operations"]}
    left_out = {operation: why for part in found for operation, why in part["left_out"].items()}
    checked: dict[str, dict[str, int]] = {}
    timings: dict[str, Timing] = {}
    for part in found:
        for operation, made in part["checked"].items():
            counts = checked.setdefault(operation, {})
            for check, count in made.items():
                counts[check] = counts.get(check, 0) + count
        for operation, timing in part["timings"].items():
            timings[operation] = _add(timings.get(operation), Timing(**timing))
    notes = {(n["operation"], n["about"]): n["message"] for part in found for n in part["notes"]}
    return ContractResult(
        base_url=base_url,
        seed=seed,
        budget=budget,
        tested=tuple(sorted(tested)),
        requests=sum(part["requests"] for part in found),
        failures=tuple(failures[key] for key in sorted(failures)),
        left_out={operation: why for operation, why in sorted(left_out.items()) if operation not in tested},
        seconds=max(part["seconds"] for part in found),
        checked=checked,
        timings=timings,
        notes=tuple(Note(operation=operation, message=notes[operation, about]) for operation, about in sorted(notes)),
        sources={operation: source for part in found for operation, source in part["sources"].items()},
        trouble=next((part["trouble"] for part in found if part["trouble"]), ""),
    )


def _add(one: Timing | None, other: Timing) -> Timing:
    if one is None:
        return other
    return Timing(
        requests=one.requests + other.requests,
        seconds=one.seconds + other.seconds,
        slowest=max(one.slowest, other.slowest),
    )


def _gist(failure: Failure) -> str:
    """Return the message without what differs from one operation to the next: names, numbers, ids."""
    last = failure.message.splitlines()[-1] if failure.message else ""
    return PATH.sub("*", VARYING.sub("*", last))
