"""`--write-baseline`: today's findings as known deviations, a table for each cause, for people to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from docpact.contract.causes import Cause, group_causes
from docpact.contract.deviations import GONE, OVERDUE, UNEXPLAINED, read_deviations
from docpact.contract.result import ContractResult
from docpact.contract.suite import Failure
from docpact.errors import UsageError
from docpact.files import write_text

PERIOD = timedelta(days=90)
"""For how long a finding is known, where nobody says when it is to be fixed."""
NEVER = frozenset({GONE, OVERDUE, "changes_taken_back"})
"""The checks whose failures nobody can live with: of the list itself, and what a run left changed behind."""
HEAD = """# Known disagreements between the server and its documentation: they don't fail a run.
# Say for each why it is there, and until when it is to be fixed; whichever of the two is wrong.
"""


def write_baseline(path: Path, result: ContractResult, today: date) -> ContractResult:
    """Add the result's failures to a list of deviations; return the result with these as known.

    What stands in the file already stays as it is. Raises `UsageError` where it is no such list.
    """
    before = ""
    if path.is_file():
        read_deviations(path)
        before = path.read_text("utf-8")
    recorded = [failure for failure in result.failures if failure.check not in NEVER]
    causes = group_causes(recorded)
    text = (before.rstrip("\n") + "\n" if before.strip() else HEAD) + "".join(
        f"\n{_format(cause, today)}" for cause in causes
    )
    if causes or not before:
        write_text(path, text)
        read_deviations(path)
    lines = tuple(f"{_name(cause)}: {cause.check}: recorded in {path.name}" for cause in causes)
    left = tuple(failure for failure in result.failures if failure.check in NEVER)
    return replace(result, failures=left, known=(*result.known, *lines))


def check_baseline(path: Path | None) -> None:
    """Raise `UsageError` for a file that is there and holds something else, before anything is tested."""
    if path is not None and path.exists():
        if not path.is_file():
            raise UsageError("is no file", where=str(path))
        read_deviations(path)


def _format(cause: Cause, today: date) -> str:
    first = cause.failures[0]
    lines = [*_comment(first), "[[deviation]]", f"check = {_quote(cause.check)}"]
    if cause.name:
        lines.append(f"cause = {_quote(cause.name)}")
    operations = sorted(failure.operation for failure in cause.failures)
    lines += ["operations = [", *(f"  {_quote(operation)}," for operation in operations), "]"]
    lines += [f"reason = {_quote(UNEXPLAINED)}", f"date = {today}", f"until = {today + PERIOD}"]
    return "\n".join(lines) + "\n"


def _comment(failure: Failure) -> Iterator[str]:
    """Yield what is wrong, for whoever fills in why."""
    for line in (failure.message.splitlines() or [""])[0], failure.source:
        if line:
            yield f"# {''.join(one if one.isprintable() else '?' for one in line)}"


def _name(cause: Cause) -> str:
    others = len(cause.failures) - 1
    return cause.failures[0].operation + (f" and {others} more" if others else "")


def _quote(text: str) -> str:
    """Return a TOML string: those of JSON are, but for what TOML wants escaped besides."""
    quoted = json.dumps(text.encode("utf-8", "replace").decode("utf-8"), ensure_ascii=False)
    return quoted.replace("\x7f", "\\u007f")
