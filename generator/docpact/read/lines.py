"""Text → the lines that docutils parses."""

from __future__ import annotations

from docutils import statemachine

LONGEST_LINE = 20_000
"""Characters of a line. docutils' time grows with the square of a line's length."""


class LongLineError(ValueError):
    """A line that docutils would need minutes for; its text says which."""


def split_lines(text: str) -> list[str]:
    """Return the lines as docutils wants them; raises `LongLineError`."""
    lines: list[str] = statemachine.string2lines(text, tab_width=8, convert_whitespace=True)
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise LongLineError(f"line {number} has more than {LONGEST_LINE:,} characters")
    return lines
