"""The report of a contract result on the terminal: findings, most severe first, then coverage, then the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from docpact.contract.causes import NULLS, Cause, group_causes, group_notes
from docpact.contract.reports.about import describe_run
from docpact.contract.reports.coverage import format_coverage
from docpact.contract.result import ContractResult
from docpact.contract.suite import NO_REJECTIONS, describe_check

MOST_NOTES = 10
MOST_OPERATIONS = 5
NEVER_TRUSTED = "no response to good credentials"
HINTS = {
    NULLS: "if null is right, let the pages say that these may be null",
    NO_REJECTIONS: "if rejecting is right, document the response once (`x-responses` in the base document)",
}
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
    if result.coverage is not None:
        yield from format_coverage(result.coverage)
    if result.known:
        yield f"{len(result.known)} known deviation{'s' * (len(result.known) > 1)}:"
        yield from (f"    {line}" for line in result.known)
    for reason, count in Counter(result.left_out.values()).items():
        yield f"{count} operation{'s' * (count > 1)} not called: {reason}"
    yield from _reach(result) if result.coverage is None else ()
    if result.trouble:
        early = "the run ended early" if result.coverage is None else "not all could be judged"
        yield f"{early}: {result.trouble}"
    if result.ended:
        yield ", ".join(f"{name} {text}" if name == "seed" else text for name, text in describe_run(result).items())
    yield _verdict(result)


def _reach(result: ContractResult) -> Iterator[str]:
    """Yield what could not be tested, or hardly."""
    for device in result.unknown_devices:
        yield f"--device {device}: no list of the server shows this id"
    if result.unreached:
        yield f"{_many(len(result.unreached), 'operation')} not tested: {_name_some(result.unreached)}"
    if result.unsuccessful:
        named = _name_some(
            [f"{o} ({', '.join(result.statuses.get(o, {})) or NEVER_TRUSTED})" for o in result.unsuccessful]
        )
        yield f"{_many(len(result.unsuccessful), 'operation')} never succeeded, so only failures were tested: {named}"


def _name_some(names: Sequence[str]) -> str:
    rest = [f"and {len(names) - MOST_OPERATIONS} more"] if len(names) > MOST_OPERATIONS else []
    return ", ".join([*names[:MOST_OPERATIONS], *rest])


def _cause(number: int, cause: Cause) -> Iterator[str]:
    first, others = cause.failures[0], cause.failures[1:]
    where = f"{first.operation} and {_many(len(others), 'other operation')}" if others else first.operation
    yield f"{number}. {where}: {describe_check(cause.check)} ({cause.check})"
    yield from (f"   {line}" for line in first.message.splitlines() if line.strip())
    facts = {"documented": first.source, "expected": first.expected, "got": first.got,
             "recorded": first.recorded}  # fmt: skip
    yield from (f"   {name:<10}  {text}" for name, text in facts.items() if text and text != first.message)
    if hint := HINTS.get(cause.name):
        yield f"   hint        {hint}"
    if first.curl:
        yield f"   {first.curl}"
    if others:
        # Of nulls, each is another property.
        nulls = cause.name == NULLS
        named = [f"{f.operation} ({f.message.partition(':')[0]})" if nulls else f.operation for f in others]
        yield f"   also at     {_name_some(named)}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _verdict(result: ContractResult) -> str:
    requests = f"{result.requests} requests"
    if result.coverage is not None:
        requests = f"{result.coverage.judged} of {_many(result.coverage.exchanges, 'exchange')} judged, none sent"
    if result.budget is not None:
        requests += f" of a budget of {result.budget}"
    called = f"{result.operations} operations, {requests}, {result.seconds:.0f} s"
    if result.failures:
        wrong = _many(len({failure.operation for failure in result.failures}), "operation")
        causes = len(group_causes(result.failures))
        found = _many(len(result.failures), "failure")
        behind = f"{_many(causes, 'finding')}: " if causes < len(result.failures) else ""
        little = f"; too little was tested: {result.doubt}" if result.doubt else ""
        return f"{behind}{found} in {wrong} ({called}){little}"
    if result.trouble:
        return f"no verdict: nothing had failed until then ({called})"
    if result.doubt:
        return f"no verdict: {result.doubt} ({called})"
    return f"{'server' if result.coverage is None else 'recorded responses'} and documentation agree ({called})"
