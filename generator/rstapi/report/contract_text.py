"""A contract result → lines for people: failures by cause, worst first, then what was covered, then the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rstapi.contract import Cause, ContractResult, group_causes

MOST_NOTES = 10
MOST_OPERATIONS = 5


def format_contract(result: ContractResult) -> str:
    """Return the result for people; each failure with documentation, expected, got, and a line that shows it again."""
    return "\n".join(_lines(result))


def _lines(result: ContractResult) -> Iterator[str]:
    for cause in group_causes(result.failures):
        yield from _cause(cause)
        yield ""
    if result.notes:
        yield f"{len(result.notes)} note{'s' * (len(result.notes) > 1)}, which fail nothing:"
        yield from (f"    {note.operation}: {note.message}" for note in result.notes[:MOST_NOTES])
        yield from [f"    and {len(result.notes) - MOST_NOTES} more"] if len(result.notes) > MOST_NOTES else []
    if result.known:
        yield f"{len(result.known)} known deviation{'s' * (len(result.known) > 1)}:"
        yield from (f"    {line}" for line in result.known)
    for reason, count in Counter(result.left_out.values()).items():
        yield f"{count} operation{'s' * (count > 1)} not called: {reason}"
    if result.trouble:
        yield f"the run was broken off: {result.trouble}"
    yield _verdict(result)


def _cause(cause: Cause) -> Iterator[str]:
    first = cause.failures[0]
    others = cause.failures[1:]
    more = f" and {len(others)} other operation{'s' * (len(others) > 1)}" if others else ""
    yield f"{first.operation}{more}: {cause.check}"
    yield from (f"    {line}" for line in first.message.splitlines() if line.strip())
    if first.source:
        yield f"    documented  {first.source}"
    if first.expected and f"expected {first.expected}" not in first.message:
        yield f"    expected    {first.expected}"
        yield f"    got         {first.got}"
    if first.curl:
        yield f"    {first.curl}"
    if others:
        named = [failure.operation for failure in others[:MOST_OPERATIONS]]
        rest = [f"and {len(others) - MOST_OPERATIONS} more"] if len(others) > MOST_OPERATIONS else []
        yield f"    also at     {', '.join([*named, *rest])}"


def _verdict(result: ContractResult) -> str:
    asked = f"{result.requests} requests"
    if result.budget is not None:
        asked += f" of a budget of {result.budget}"
    called = f"{result.operations} operations, {asked}, {result.seconds:.0f} s"
    if result.failures:
        wrong = len({failure.operation for failure in result.failures})
        causes = len(group_causes(result.failures))
        found = f"{len(result.failures)} failure{'s' * (len(result.failures) > 1)}"
        behind = f", {causes} cause{'s' * (causes > 1)}" if causes < len(result.failures) else ""
        return f"{found} in {wrong} operation{'s' * (wrong > 1)}{behind} ({called})"
    if result.trouble:
        return f"no verdict: nothing had failed till then ({called})"
    return f"server and documentation agree ({called})"
