"""Which operations a run tests: those of its part, as far as they may be called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from contract_suite.document import Document, Operation
from contract_suite.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The operations of one run."""

    called: tuple[Operation, ...]
    """The operations that every test may call."""
    chosen: frozenset[str]
    """The labels of those and of the ones that only a life cycle may call: they create or delete something."""
    share: int
    """The most generated requests for each operation, so that the budget is enough for all."""


def select_operations(document: Document, plan: Plan, left_out: Mapping[str, str]) -> Selection:
    """Return the operations that the plan chooses; `left_out` are those that may not be called, with the reason."""
    chosen = choose_shard(document.operations, *plan.shard)
    if plan.only:
        chosen = tuple(operation for operation in chosen if operation.label in plan.only)
    called = tuple(operation for operation in chosen if operation.label not in left_out)
    return Selection(
        called=called,
        chosen=frozenset(operation.label for operation in chosen),
        share=max(1, plan.budget // max(1, len(called))),
    )


def choose_shard(operations: tuple[Operation, ...], part: int, parts: int) -> tuple[Operation, ...]:
    """Return the operations of one of several parts, the same ones in every run.

    Operations on the same kind of resource stay together: parts may run at the same time, and what one deletes another
    must not be looking for. The largest families are dealt out first.
    """
    if parts == 1:
        return operations
    families: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        families[_family(operation)].append(operation)
    loads = [0] * parts
    chosen: set[str] = set()
    for _, family in sorted(families.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        lightest = loads.index(min(loads))
        loads[lightest] += len(family)
        if lightest == part - 1:
            chosen |= {operation.label for operation in family}
    return tuple(operation for operation in operations if operation.label in chosen)


def _family(operation: Operation) -> str:
    """Return the first two words of the path template: `my/thing` for `/my/{id}/thing/{thingId}/part`."""
    words = [part for part in operation.path.split("/") if part and not part.startswith("{")]
    return "/".join(words[:2])
