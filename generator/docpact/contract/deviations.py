"""`deviations.toml`: disagreements that are known and don't fail a run, each with a reason and a last day."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - `date` is a key of the file.
from pathlib import Path

from docpact.contract.causes import name_cause
from docpact.contract.result import ContractResult
from docpact.contract.suite import Failure
from docpact.errors import UsageError

FILE = "deviations.toml"
GONE, OVERDUE = "deviation_is_gone", "deviation_is_overdue"
KEYS = {"check": str, "reason": str, "date": Day, "until": Day}
PLACES = {"operation": str, "operations": list}
"""One of them says where; `operations` may have a `cause` beside it."""
UNEXPLAINED = "not explained yet"
"""The reason that `--write-baseline` gives: somebody has to say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One disagreement that doesn't fail a run until its last day."""

    operations: tuple[str, ...]
    check: str
    reason: str
    date: Day
    until: Day
    where: str
    """`file: number`, for messages."""
    cause: str = ""
    """What is behind it, as `causes.name_cause` says; empty for whatever it is."""

    def fits(self, failure: Failure) -> bool:
        """Whether a failure is this disagreement."""
        known = failure.operation in self.operations and failure.check == self.check
        return known and self.cause in {"", name_cause(failure)}


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
        found.append(_read(entry, f"{path}, deviation {number}"))
    return tuple(found)


def _read(entry: object, where: str) -> Deviation:
    places = [key for key in PLACES if isinstance(entry, dict) and key in entry]
    allowed = {*KEYS, *places, *(["cause"] if places == ["operations"] else [])}
    if not isinstance(entry, dict) or len(places) != 1 or not {*KEYS, *places} <= set(entry) <= allowed:
        hint = "in place of `operation` there may be `operations`, a list, with a `cause`"
        raise UsageError(f"needs exactly operation, {', '.join(KEYS)}", where=where, hint=hint)
    kinds = {**KEYS, **PLACES, "cause": str}
    wrong = next((key for key in entry if not isinstance(entry[key], kinds[key]) or not entry[key]), None)
    operations = entry.get("operations", [entry.get("operation")])
    if wrong is None and not all(isinstance(operation, str) for operation in operations):
        wrong = "operations"
    if wrong:
        hint = "a date is written 2026-11-30, without quotes" if kinds[wrong] is Day else "give a text"
        hint = 'give a list of texts, ["GET /a"]' if wrong == "operations" else hint
        raise UsageError(f"`{wrong}` has the wrong type, or is empty", where=where, hint=hint)
    given = {key: value for key, value in entry.items() if key not in PLACES}
    return Deviation(**given, operations=tuple(operations), where=where)


def apply_deviations(result: ContractResult, deviations: Sequence[Deviation], today: Day) -> ContractResult:
    """Return the result without the known failures, with a failure for each deviation that is gone or overdue.

    A deviation is gone where its operation was tested, in a run that didn't end early, and its check held. Recorded
    traffic shows that of none: nobody knows whether it has what would fail.
    """
    left = {(failure.operation, failure.check): failure for failure in result.failures}
    lines: list[str] = []
    for deviation in deviations:
        fitting = [key for key, failure in left.items() if deviation.fits(failure)]
        where = _name(deviation.operations)
        if fitting and deviation.until >= today:
            for key in fitting:
                del left[key]
            lines.append(f"{where}: {deviation.check}: {deviation.reason} (until {deviation.until})")
        elif fitting:
            message = f"{deviation.check} was to be fixed until {deviation.until}: {deviation.reason}"
            for key in fitting:
                left[key[0], OVERDUE] = replace(left.pop(key), check=OVERDUE, message=message)
        elif set(deviation.operations) <= set(result.tested) and not result.trouble and result.coverage is None:
            message = f"{deviation.check} no longer fails: take it out ({deviation.where})"
            first = deviation.operations[0]
            left[first, GONE] = Failure(
                operation=first, check=GONE, message=message, curl="",
                expected=f"{deviation.check} to fail: {deviation.reason}", got="no failure",
            )  # fmt: skip
    return replace(result, failures=tuple(left[key] for key in sorted(left)), known=tuple(lines))


def _name(operations: Sequence[str]) -> str:
    return operations[0] + (f" and {len(operations) - 1} more" if len(operations) > 1 else "")
