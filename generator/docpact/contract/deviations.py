"""`deviations.toml`: disagreements that are known and don't fail a run, each with a reason and a last day."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - `date` is a key of the file.
from pathlib import Path

from docpact.contract.result import ContractResult
from docpact.contract.suite import Failure
from docpact.errors import UsageError

FILE = "deviations.toml"
GONE, OVERDUE = "deviation_is_gone", "deviation_is_overdue"
KEYS = {"operation": str, "check": str, "reason": str, "date": Day, "until": Day}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One disagreement that doesn't fail a run until its last day."""

    operation: str
    check: str
    reason: str
    date: Day
    until: Day
    where: str
    """`file: number`, for messages."""


def read_deviations(path: Path) -> tuple[Deviation, ...]:
    """Return the file's deviations; raises `UsageError` for one that is incomplete or malformed."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"cannot be read: {error}", where=str(path)) from None
    entries = raw.pop("deviation", [])
    if raw or not isinstance(entries, list):
        raise UsageError("must hold [[deviation]] tables only", where=str(path))
    found: list[Deviation] = []
    for number, entry in enumerate(entries, 1):
        where = f"{path}, deviation {number}"
        if not isinstance(entry, dict) or set(entry) != set(KEYS):
            raise UsageError(f"needs exactly {', '.join(KEYS)}", where=where)
        wrong = next((key for key, kind in KEYS.items() if not isinstance(entry[key], kind) or not entry[key]), None)
        if wrong:
            hint = "a date is written 2026-11-30, without quotes" if KEYS[wrong] is Day else "give a text"
            raise UsageError(f"`{wrong}` has the wrong type, or is empty", where=where, hint=hint)
        found.append(Deviation(**entry, where=where))
    return tuple(found)


def apply_deviations(result: ContractResult, deviations: Sequence[Deviation], today: Day) -> ContractResult:
    """Return the result without the known failures, with a failure for each deviation that is gone or overdue.

    A deviation is gone where its operation was tested, in a run that didn't end early, and its check held. Recorded
    traffic shows that of none: nobody knows whether it has what would fail.
    """
    left = {(failure.operation, failure.check): failure for failure in result.failures}
    lines: list[str] = []
    for deviation in deviations:
        key = (deviation.operation, deviation.check)
        if key in left and deviation.until >= today:
            del left[key]
            lines.append(f"{deviation.operation}: {deviation.check}: {deviation.reason} (until {deviation.until})")
        elif key in left:
            message = f"{deviation.check} was to be fixed until {deviation.until}: {deviation.reason}"
            left[deviation.operation, OVERDUE] = replace(left.pop(key), check=OVERDUE, message=message)
        elif deviation.operation in result.tested and not result.trouble and result.coverage is None:
            message = f"{deviation.check} no longer fails: take it out ({deviation.where})"
            left[deviation.operation, GONE] = Failure(
                operation=deviation.operation, check=GONE, message=message, curl="",
                expected=f"{deviation.check} to fail: {deviation.reason}", got="no failure",
            )  # fmt: skip
    return replace(result, failures=tuple(left[key] for key in sorted(left)), known=tuple(lines))
