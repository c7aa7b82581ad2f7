"""Enum pages → members."""

from __future__ import annotations

import re

from docpact.diagnostics import Diagnostic, Report
from docpact.model.types import Enum, Member
from docpact.read import Column, Page, Table, find_column
from docpact.read.page import walk_blocks

FLAGS = re.compile(r"\bflags?\b|\bbit ?mask\b|\bbitwise\b", re.IGNORECASE)
SEVERAL = re.compile(r"-?\d+(?:\s+-?\d+)+")
WHOLE = re.compile(r"-?\d+|0[xX][0-9a-fA-F]+")


def build_enum(page: Page, report: Report) -> Enum | None:
    """Return the enum that the page's first table of numbers and names lists; None where it has none."""
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Table) and find_column(block, Column.VALUE) is not None:
                members = _members(block, report)
                if members:
                    return Enum(members=members, flags=_flags(page) and _powers(members))
    report(Diagnostic(code="enum-empty", message="no table of numbers and names", origin=page.origin))
    return None


def _members(table: Table, report: Report) -> tuple[Member, ...]:
    values, names = find_column(table, Column.VALUE) or 0, find_column(table, Column.NAME)
    descriptions = find_column(table, Column.DESCRIPTION)
    found: dict[int | str, Member] = {}
    for row in table.rows:
        text = row.cells[values].plain
        if not text:
            continue
        if SEVERAL.fullmatch(text):
            message = f"two rows without a line between them: `{text:.40}`; they are left out"
            report(Diagnostic(code="row-nameless", message=message, origin=row.origin))
            continue
        value: int | str = int(text, 0) if WHOLE.fullmatch(text) and not text.startswith("00") else text
        if value in found:
            report(Diagnostic(code="row-repeated", message=f"the value {value} is listed twice", origin=row.origin))
            continue
        name = row.cells[names].plain if names is not None else ""
        more = row.cells[descriptions].plain if descriptions is not None else ""
        found[value] = Member(value=value, name=name, description=more)
    kinds = {type(value) for value in found}
    return tuple(found.values()) if len(kinds) == 1 else ()


def _flags(page: Page) -> bool:
    return any(
        FLAGS.search(block.text.plain)
        for section in page.sections
        for block in walk_blocks(section.blocks)
        if hasattr(block, "text") and not isinstance(block.text, str)
    )


def _powers(members: tuple[Member, ...]) -> bool:
    """Tell whether every member is a single bit, or 0: the prose alone may speak of another enum's flags."""
    return all(isinstance(m.value, int) and m.value >= 0 and m.value & (m.value - 1) == 0 for m in members)
