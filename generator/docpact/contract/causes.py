"""Failures grouped by what is probably behind them, most severe first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docpact.contract.suite import CHECKS, NO_REJECTIONS, Failure, Note, rank_check

SCHEMA = "response_schema_conformance"
NULLS = "null where no page says so"
"""The cause of schema violations by null: how a server writes that there is nothing, whatever the property."""
VARYING = re.compile(r"'[^']*'|\"[^\"]*\"|[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
PATH = re.compile(r"\b(?:[A-Z]{3,7} )?/\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Failures of one check that probably have one cause: a finding."""

    check: str
    failures: tuple[Failure, ...]
    name: str = ""
    """The cause in the words that are the same for each of its failures."""


def group_causes(failures: Iterable[Failure]) -> tuple[Cause, ...]:
    """Return the failures by cause: the most severe check first, then the cause at the most operations."""
    groups: dict[tuple[str, str], list[Failure]] = {}
    for failure in failures:
        groups.setdefault((failure.check, name_cause(failure)), []).append(failure)
    causes = [Cause(check=check, failures=tuple(found), name=name) for (check, name), found in groups.items()]
    return tuple(sorted(causes, key=_order))


def name_cause(failure: Failure) -> str:
    """Return what is probably behind a failure, in the same words for the same cause."""
    if failure.check == SCHEMA and failure.got == "null":
        return NULLS
    return failure.cause or _shorten(failure)


def group_notes(notes: Iterable[Note]) -> tuple[tuple[str, str], ...]:
    """Return each message once, with the first operation that it is about and the number of other ones."""
    groups: dict[str, list[str]] = {}
    for note in notes:
        groups.setdefault(note.message, []).append(note.operation)
    return tuple(
        (message, found[0] + (f" and {len(found) - 1} more" if len(found) > 1 else ""))
        for message, found in groups.items()
    )


def _order(cause: Cause) -> tuple[int, int, str]:
    first = cause.failures[0]
    # A gap of the document, however often it shows, hides nothing that the server does wrong.
    rank = len(CHECKS) if first.cause == NO_REJECTIONS else rank_check(cause.check)
    return rank, -len(cause.failures), first.operation


def _shorten(failure: Failure) -> str:
    """Return the message without what differs from one operation to the next: names, numbers, ids."""
    last = failure.message.splitlines()[-1] if failure.message else ""
    return PATH.sub("*", VARYING.sub("*", last))
