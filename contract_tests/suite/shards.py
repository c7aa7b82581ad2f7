"""Which operations a part of the run tests: the same for everybody, and each resource whole."""

from __future__ import annotations

from collections import defaultdict

from suite.document import Operation


def choose_shard(operations: tuple[Operation, ...], part: int, parts: int) -> tuple[Operation, ...]:
    """Return the operations of one of several parts.

    Operations on the same kind of resource stay together: parts may run at the same time, and what one deletes
    another must not be looking for. The largest families are dealt out first.
    """
    if parts == 1:
        return operations
    families: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        families[_family(operation)].append(operation)
    loads = [0] * parts
    chosen: set[str] = set()
    for _, members in sorted(families.items(), key=lambda family: (-len(family[1]), family[0])):
        lightest = loads.index(min(loads))
        loads[lightest] += len(members)
        if lightest == part - 1:
            chosen |= {operation.label for operation in members}
    return tuple(operation for operation in operations if operation.label in chosen)


def _family(operation: Operation) -> str:
    """Return the words of the path before its first placeholder, and the first after it: `/my/lock`."""
    parts = [part for part in operation.path.split("/") if part]
    words = [part for part in parts if not part.startswith("{")]
    return "/".join(words[:2])
