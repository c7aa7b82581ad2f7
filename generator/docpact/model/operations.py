"""Statements about operations → one for each method and path, with an id of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.statements import OperationStatement
from docpact.model.names import operation_id
from docpact.model.variables import unify_variables


def unify_operations(statements: Sequence[OperationStatement], report: Report) -> dict[str, OperationStatement]:
    """Return operationId → operation: one spelling a path; of two places about one operation the first."""
    kept: dict[tuple[str, str], OperationStatement] = {}
    for statement in unify_variables(_spelled(statements, report), report):
        other = kept.setdefault((statement.method, statement.path), statement)
        if other.origin != statement.origin:
            message = f"{statement.method} {other.path} is documented by another page already; this one is left out"
            related = (other.origin,)
            report(Diagnostic(code="operation-repeated", message=message, origin=statement.origin, related=related))
    return _by_id(list(kept.values()))


def _spelled(statements: Sequence[OperationStatement], report: Report) -> list[OperationStatement]:
    spelling = common_spelling(statement.path for statement in statements)
    found: list[OperationStatement] = []
    for statement in statements:
        path = "/".join(part if "{" in part else spelling.get(part.lower(), part) for part in statement.path.split("/"))
        if path != statement.path:
            message = f"`{statement.path}` is spelled `{path}` on other pages, which is taken"
            report(Diagnostic(code="path-case", message=message, origin=statement.origin))
        found.append(replace(statement, path=path))
    return found


def common_spelling(paths: Iterable[str]) -> dict[str, str]:
    """Return lower-cased literal segment → the spelling that most paths use: one path, one case.

    Of two that are used as often, the one with fewer capitals: that is what most paths look like anywhere.
    """
    counts = Counter(segment for path in paths for segment in path.split("/") if segment and "{" not in segment)
    best: dict[str, str] = {}
    for segment, _ in sorted(counts.items(), key=lambda entry: (-entry[1], _capitals(entry[0]), entry[0])):
        best.setdefault(segment.lower(), segment)
    return best


def _by_id(operations: Sequence[OperationStatement]) -> dict[str, OperationStatement]:
    """Return the operations by their ids; where several would have one id, their methods and paths tell them apart."""
    wanted = [operation_id(operation.group, operation.name) for operation in operations]
    counts = Counter(wanted)
    found: dict[str, OperationStatement] = {}
    for name, operation in zip(wanted, operations, strict=True):
        base = name if counts[name] == 1 else operation_id(name, f"{operation.method} {operation.path}")
        unique, number = base, 1
        while unique in found:
            number += 1
            unique = f"{base}_{number}"
        found[unique] = operation
    return found


def _capitals(segment: str) -> int:
    return sum(letter.isupper() for letter in segment)
