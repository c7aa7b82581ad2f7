"""What a run of the contract tests found, all its processes together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docpact.contract.suite import Failure, Findings, Note, Plan, Timing

FINE, FAILED, WRONG = 0, 1, 2


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

    @property
    def operations(self) -> int:
        """Return how many operations were tested."""
        return len(self.tested)

    @property
    def exit_code(self) -> int:
        """Return 1 where there are failures, 2 for a run that ended early without any, 0 otherwise."""
        if self.failures:
            return FAILED
        return WRONG if self.trouble else FINE


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
        trouble=next((part.trouble for part in found if part.trouble), ""),
    )
