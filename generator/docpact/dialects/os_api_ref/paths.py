"""What only all paths together show: spellings that differ, and operations of one name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.os_api_ref.rest_method import VARIABLE
from docpact.dialects.statements import OperationStatement


def report_spellings(operations: Sequence[OperationStatement], report: Report) -> None:
    """Report paths that differ from an earlier one by hyphens and underscores alone: one of them is a slip."""
    known: dict[str, OperationStatement] = {}
    for one in operations:
        plain = VARIABLE.sub("{}", one.path)
        first = known.setdefault(plain.replace("_", "-"), one)
        if VARIABLE.sub("{}", first.path) != plain:
            message = f"`{one.path}` is spelled `{first.path}` elsewhere; both are in the document"
            report(Diagnostic(code="path-spelling", message=message, origin=one.origin, related=(first.origin,)))


def tell_apart(operations: Sequence[OperationStatement]) -> Iterator[OperationStatement]:
    """Yield the operations; of several in a group with one title, the later ones are named by method and path too."""
    taken: set[tuple[str, str]] = set()
    for one in operations:
        named = one
        if (one.group, one.name) in taken:
            where = re.sub(r"[^a-z0-9]+", "-", f"{one.method} {one.path}".lower()).strip("-")
            named = replace(one, name=f"{one.name}-{where}")
        taken.add((named.group, named.name))
        yield named
