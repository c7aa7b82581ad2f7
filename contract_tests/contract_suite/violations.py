"""What is wrong with one response, before it becomes an operation's failure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contract_suite.checks import find_explained
from contract_suite.findings import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One check that a response fails."""

    check: str
    message: str
    expected: str = ""
    got: str = ""
    cause: str = ""
    """What is probably behind it, in the same words for the same cause: failures are grouped by it."""


def drop_explained(violations: Sequence[Violation]) -> list[Violation]:
    """Return the violations of one response without those that another one of them explains."""
    explained = find_explained({violation.check for violation in violations})
    return [violation for violation in violations if violation.check not in explained]


def describe_unreadable(error: Exception) -> Violation:
    """Return as a violation that a response could not be checked."""
    got = type(error).__name__
    return Violation(
        check="unreadable_response", message=f"the response can't be checked: {got}", cause=got, got=got,
        expected="a response that can be read",
    )  # fmt: skip


def as_failure(label: str, violation: Violation, curl: str) -> Failure:
    """Return a violation as the failure of an operation, with the command that sends the request again."""
    return Failure(
        operation=label, check=violation.check, message=violation.message, curl=curl, expected=violation.expected,
        got=violation.got, cause=violation.cause or violation.check,
    )  # fmt: skip
