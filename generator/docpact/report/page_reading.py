"""How a page is read → text."""

from __future__ import annotations

from collections.abc import Sequence

from docpact.dialects.statements import BlockReading
from docpact.plain_text import visible


def format_page_reading(readings: Sequence[BlockReading]) -> str:
    """Return a line for each block, and below it the rule that took it; operations are set off by an empty line."""
    lines: list[str] = []
    for one in readings:
        if one.kind in {"operation", "page"} and lines:
            lines.append("")
        over = f" under `{one.over}`" if one.over and one.over != one.words else ""
        lines.append(f"{one.origin}: {one.kind} `{one.words}`{over}")
        taken = one.role or "description"
        lines.append(f"    {taken}: {one.rule}" if one.rule else f"    {taken}: no rule took it")
    return "\n".join(map(visible, lines))
