"""A piece of reStructuredText that stands in another file, such as a description in YAML → blocks."""

from __future__ import annotations

from docpact.diagnostics import Report
from docpact.read.context import NO_SETTINGS
from docpact.read.page import Block
from docpact.read.sections import read_sections


def read_fragment(text: str, path: str, line: int, report: Report) -> tuple[Block, ...]:
    """Return the blocks of a text whose first line is that line of that file; headings are none in a fragment.

    What docutils refuses is reported, and left out. Names of the documentation's own directives mean nothing here.
    """
    read = read_sections(text, path, NO_SETTINGS, report, line)
    return tuple(block for section in read.sections or () for block in section.blocks)
