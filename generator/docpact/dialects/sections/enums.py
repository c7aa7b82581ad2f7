"""Topics about enums → their values."""

from __future__ import annotations

import re

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.sections.blocks import description_blocks, labels_of
from docpact.dialects.sections.columns import Column, find_column
from docpact.dialects.sections.kinds import Topic
from docpact.dialects.statements import EnumStatement, Member
from docpact.read.page import Paragraph, Table, walk_blocks

FLAGS = re.compile(r"\bflags?\b|\bbit ?mask\b|\bbitwise\b", re.IGNORECASE)
SEVERAL = re.compile(r"-?\d+(?:\s+-?\d+)+")
# A value of more digits is a name.
WHOLE = re.compile(r"-?[0-9]{1,18}|0[xX][0-9a-fA-F]{1,16}")
PADDED = re.compile(r"-?0[0-9]+")


def read_enum(topic: Topic, report: Report) -> EnumStatement | None:
    """Return the enum that the topic's first table of numbers and names lists; None where it has none."""
    for section in topic.sections:
        for block in section.blocks:
            if isinstance(block, Table) and find_column(block, Column.VALUE) is not None:
                members = _members(block, report)
                if members:
                    return EnumStatement(
                        key=topic.name,
                        page=topic.name,
                        title=topic.title,
                        labels=labels_of(topic),
                        members=members,
                        flags=_flags(topic) and _powers(members),
                        blocks=description_blocks(topic),
                        origin=topic.origin,
                    )
    report(Diagnostic(code="enum-empty", message="no table of numbers and names", origin=topic.origin))
    return None


def _members(table: Table, report: Report) -> tuple[Member, ...]:
    values, names = find_column(table, Column.VALUE) or 0, find_column(table, Column.NAME)
    descriptions = find_column(table, Column.DESCRIPTION)
    # Codes such as `01` and `10` are words of digits: as numbers they would lose their zeros.
    padded = any(PADDED.fullmatch(row.cells[values].plain) for row in table.rows)
    found: dict[int | str, Member] = {}
    for row in table.rows:
        text = row.cells[values].plain
        if not text:
            continue
        if SEVERAL.fullmatch(text):
            message = f"two rows without a line between them: `{text:.40}`; they are left out"
            report(Diagnostic(code="row-nameless", message=message, origin=row.origin))
            continue
        value: int | str = int(text, 0) if WHOLE.fullmatch(text) and not padded else text
        if value in found:
            report(Diagnostic(code="row-repeated", message=f"the value {value} is listed twice", origin=row.origin))
            continue
        name = row.cells[names].plain if names is not None else ""
        more = row.cells[descriptions].plain if descriptions is not None else ""
        found[value] = Member(value=value, name=name, description=more)
    kinds = {type(value) for value in found}
    return tuple(found.values()) if len(kinds) == 1 else ()


def _flags(topic: Topic) -> bool:
    return any(
        isinstance(block, Paragraph) and FLAGS.search(block.text.plain)
        for section in topic.sections
        for block in walk_blocks(section.blocks)
    )


def _powers(members: tuple[Member, ...]) -> bool:
    """Tell whether every member is a single bit, or 0: the prose alone may speak of another enum's flags."""
    return all(isinstance(m.value, int) and m.value >= 0 and m.value & (m.value - 1) == 0 for m in members)
