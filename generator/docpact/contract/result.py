"""What a run of the contract tests found, all its processes together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from docpact.contract.coverage import Coverage
from docpact.contract.suite import INTERRUPTED, Failure, Findings, Note, Plan, Timing

FINE, FAILED, WRONG = 0, 1, 2
STOPPED = 130
"""By Ctrl-C, as shells say it."""
SUCCESSES = "23"
"""The first digits of statuses that an operation may document as what it does; a redirect may be one."""
LEAST_REACHED = 3 / 4
"""The part of the operations to be tested that must have been called for a verdict."""
LEAST_SUCCESSFUL = 1 / 3
"""The part of the called operations that must have succeeded at least once for a verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractResult:
    """What a run of the contract tests found."""

    base_url: str
    seed: int
    tested: tuple[str, ...]
    """The operations that were tested."""
    requests: int
    """How many requests were sent."""
    failures: tuple[Failure, ...]
    left_out: Mapping[str, str]
    """Operation → why it was not called."""
    seconds: float
    budget: int | None = None
    """The most requests that the server could have got; None where there is no such limit."""
    checked: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Operation → check → how often it was made."""
    timings: Mapping[str, Timing] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    """Operation → `file:line` of the documentation."""
    trouble: str = ""
    """Why the run ended early; the findings up to then stand."""
    known: tuple[str, ...] = ()
    """Lines about known deviations that occurred."""
    coverage: Coverage | None = None
    """What recorded traffic shows of the document; None for a run, which sends its requests itself."""
    document: str = ""
    """The file or URL of the document; empty where nobody said."""
    ended: str = ""
    """The day and time in UTC when it was over, `2026-11-27 18:00`; empty where nobody said."""

    selected: tuple[str, ...] = ()
    """The operations that were to be tested; empty where tests were chosen by their names."""
    statuses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Operation → status → how often it came as the response to a request with the credentials of the run."""
    unknown_devices: tuple[str, ...] = ()
    """The ids of `--device` that no list of the server shows, and that nothing was sent to."""

    @property
    def unreached(self) -> tuple[str, ...]:
        """Return the operations that were to be tested and weren't."""
        return tuple(operation for operation in self.selected if operation not in self.tested)

    @property
    def unsuccessful(self) -> tuple[str, ...]:
        """Return the tested operations that never succeeded: only their failures could be checked."""
        return tuple(operation for operation in self.tested if not self.count_successes(operation))

    def count_successes(self, operation: str) -> int:
        """Return how many requests of the run to an operation succeeded."""
        return sum(count for status, count in self.statuses.get(operation, {}).items() if status[:1] in SUCCESSES)

    @property
    def doubt(self) -> str:
        """Return why too little was tested for a verdict; empty where it was enough."""
        if self.coverage is not None:
            # Nobody wanted recorded traffic to be of all operations.
            return ""
        if not self.tested:
            return "no operation was tested"
        reached = len(self.selected) - len(self.unreached)
        if reached < LEAST_REACHED * len(self.selected):
            why = (
                " before the budget was used up"
                if self.budget and self.requests >= self.budget - len(self.tested)
                else ""
            )
            return f"only {reached} of {len(self.selected)} operations were tested{why}"
        if self.unknown_devices:
            return f"nothing was sent to --device {', '.join(self.unknown_devices)}, which no list of the server shows"
        good = len(self.tested) - len(self.unsuccessful)
        if good < LEAST_SUCCESSFUL * len(self.tested):
            statuses = Counter[str]()
            for operation in self.unsuccessful:
                statuses.update(self.statuses.get(operation, {}))
            most = f", most with {statuses.most_common(1)[0][0]}" if statuses else ""
            return f"{good or 'none'} of {len(self.tested)} operations ever succeeded{most}"
        return ""

    @property
    def operations(self) -> int:
        """Return how many operations were tested."""
        return len(self.tested)

    @property
    def exit_code(self) -> int:
        """Return 130 after Ctrl-C, 1 for failures, 2 for a run without any that ended early or tested too little."""
        if self.trouble == INTERRUPTED:
            return STOPPED
        if self.failures:
            return FAILED
        return WRONG if self.trouble or self.doubt else FINE


def date_result(result: ContractResult, document: str) -> ContractResult:
    """Return a result that says of which document it is, and that it ended now."""
    path = Path(document)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        document = str(path.relative_to(Path.cwd()))
    return replace(result, document=document, ended=datetime.now(UTC).strftime("%Y-%m-%d %H:%M"))


def merge_findings(found: Sequence[Findings], plan: Plan) -> ContractResult:
    """Return one result for the processes of a run."""
    failures = {(failure.operation, failure.check): failure for part in found for failure in part.failures}
    tested = {operation for part in found for operation in part.operations}
    left_out = {operation: why for part in found for operation, why in part.left_out.items()}
    checked: dict[str, Counter[str]] = {}
    timings: dict[str, Timing] = {}
    for part in found:
        for operation, made in part.checked.items():
            checked.setdefault(operation, Counter()).update(made)
        for operation, timing in part.timings.items():
            timings[operation] = timings.get(operation, Timing()) + timing
    statuses: dict[str, Counter[str]] = {}
    for part in found:
        for operation, counted in part.statuses.items():
            statuses.setdefault(operation, Counter()).update(counted)
    notes = {(note.operation, note.about): note for part in found for note in part.notes}
    return ContractResult(
        base_url=plan.base_url,
        seed=plan.seed,
        budget=plan.budget if any(part.guarded for part in found) else None,
        tested=tuple(sorted(tested)),
        requests=sum(part.requests for part in found),
        failures=tuple(failures[key] for key in sorted(failures)),
        left_out={operation: why for operation, why in sorted(left_out.items()) if operation not in tested},
        seconds=max(part.seconds for part in found),
        checked=checked,
        timings=timings,
        notes=tuple(notes[key] for key in sorted(notes)),
        sources={operation: source for part in found for operation, source in part.sources.items()},
        selected=() if plan.keyword else tuple(sorted({operation for part in found for operation in part.selected})),
        statuses={operation: dict(counted) for operation, counted in sorted(statuses.items())},
        unknown_devices=tuple(sorted({device for part in found for device in part.unknown_devices})),
        trouble=next((part.trouble for part in found if part.trouble), ""),
    )
