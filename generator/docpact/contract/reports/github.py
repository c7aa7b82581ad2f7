"""Annotations of GitHub's workflows: each finding at the documentation's line.

Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator

from docpact.contract.causes import Cause, group_causes
from docpact.contract.reports.page import locate
from docpact.contract.result import ContractResult
from docpact.contract.suite import describe_check

MOST_OPERATIONS = 10


def format_github(result: ContractResult, docs: str) -> str:
    """Return a line for each finding, and a notice with what was tested; `docs` is the folder of the pages."""
    return "".join(f"{line}\n" for line in _lines(result, docs))


def _lines(result: ContractResult, docs: str) -> Iterator[str]:
    for cause in group_causes(result.failures):
        first = cause.failures[0]
        file, _, line = locate(first.source, docs).rpartition(":") if first.source else ("", "", "")
        where = {"file": file, "line": line if line.isdigit() else "", "title": describe_check(cause.check)}
        properties = ",".join(f"{name}={_escape(text, ':,')}" for name, text in where.items() if text)
        yield f"::error {properties}::{_escape(_describe(cause))}"
    if result.trouble:
        yield f"::warning title=docpact check::{_escape(result.trouble)}"
    tested = f"{result.operations} operations, {result.requests} requests, {len(result.failures)} failures"
    yield f"::notice title=docpact check::{_escape(tested)}"


def _describe(cause: Cause) -> str:
    first, others = cause.failures[0], [failure.operation for failure in cause.failures[1:]]
    lines = [f"{first.operation}: {first.message} ({cause.check})"]
    if others:
        rest = f" and {len(others) - MOST_OPERATIONS} more" if len(others) > MOST_OPERATIONS else ""
        lines.append(f"also at {', '.join(others[:MOST_OPERATIONS])}{rest}")
    return "\n".join([*lines, *([first.curl] if first.curl else [])])


def _escape(text: str, more: str = "") -> str:
    """Return the text as a workflow command has it; in properties, colons and commas are escaped too."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for character in more:
        escaped = escaped.replace(character, f"%{ord(character):02X}")
    return escaped
