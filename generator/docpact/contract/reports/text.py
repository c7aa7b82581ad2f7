"""The report of a contract result on the terminal: findings, most severe first, then coverage, then the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docpact.contract.causes import Cause, group_causes, group_notes
from docpact.contract.result import ContractResult
from docpact.contract.suite import NO_REJECTIONS, describe_check

MOST_NOTES = 10
MOST_OPERATIONS = 5
HINTS = {NO_REJECTIONS: "if rejecting is right, document the response once (`x-responses` in the base document)"}
"""Cause → what to do about it."""


def format_contract(result: ContractResult) -> str:
    """Return the report; each finding with the documentation's line, expected, got, and a command to send it again."""
    return "\n".join(_lines(result))


def _lines(result: ContractResult) -> Iterator[str]:
    for number, cause in enumerate(group_causes(result.failures), 1):
        yield from _cause(number, cause)
        yield ""
    if result.notes:
        yield f"{_many(len(result.notes), 'note')} (notes fail nothing):"
        lines = [f"    {where}: {message}" for message, where in group_notes(result.notes)]
        yield from lines[:MOST_NOTES]
        yield from [f"    and {len(lines) - MOST_NOTES} more"] if len(lines) > MOST_NOTES else []
    if result.known:
        yield f"{len(result.known)} known deviation{'s' * (len(result.known) > 1)}:"
        yield from (f"    {line}" for line in result.known)
    for reason, count in Counter(result.left_out.values()).items():
        yield f"{count} operation{'s' * (count > 1)} not called: {reason}"
    if result.trouble:
        yield f"the run ended early: {result.trouble}"
    yield _verdict(result)


def _cause(number: int, cause: Cause) -> Iterator[str]:
    first, others = cause.failures[0], cause.failures[1:]
    where = f"{first.operation} and {_many(len(others), 'other operation')}" if others else first.operation
    yield f"{number}. {where}: {describe_check(cause.check)} ({cause.check})"
    yield from (f"   {line}" for line in first.message.splitlines() if line.strip())
    facts = {"documented": first.source, "expected": first.expected, "got": first.got}
    yield from (f"   {name:<10}  {text}" for name, text in facts.items() if text and text != first.message)
    if hint := HINTS.get(first.cause):
        yield f"   hint        {hint}"
    if first.curl:
        yield f"   {first.curl}"
    if others:
        named = [failure.operation for failure in others[:MOST_OPERATIONS]]
        rest = [f"and {len(others) - MOST_OPERATIONS} more"] if len(others) > MOST_OPERATIONS else []
        yield f"   also at     {', '.join([*named, *rest])}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _verdict(result: ContractResult) -> str:
    requests = f"{result.requests} requests"
    if result.budget is not None:
        requests += f" of a budget of {result.budget}"
    called = f"{result.operations} operations, {requests}, {result.seconds:.0f} s"
    if result.failures:
        wrong = _many(len({failure.operation for failure in result.failures}), "operation")
        causes = len(group_causes(result.failures))
        found = _many(len(result.failures), "failure")
        behind = f"{_many(causes, 'finding')}: " if causes < len(result.failures) else ""
        return f"{behind}{found} in {wrong} ({called})"
    if result.trouble:
        return f"no verdict: nothing had failed until then ({called})"
    return f"server and documentation agree ({called})"
