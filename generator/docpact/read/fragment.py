"""A piece of reStructuredText that stands in another file, such as a description in YAML → blocks."""

from __future__ import annotations

import re

from docpact.diagnostics import Origin, Report
from docpact.read.context import NO_SETTINGS
from docpact.read.page import Block, Paragraph, Span, Text
from docpact.read.sections import read_sections

WORDS = re.compile(r"(?:[A-Za-z]+[ ,][A-Za-z0-9 ,.;()'\"/%-]*(?<![ -])(?:\n(?=[A-Za-z])|\n?\Z))+")
"""Lines of one paragraph without any markup, most descriptions: docutils takes longer to start than to read them."""


def read_fragment(text: str, path: str, line: int, report: Report) -> tuple[Block, ...]:
    """Return the blocks of a text whose first line is that line of that file; headings are none in a fragment.

    What docutils refuses is reported, and left out. Names of the documentation's own directives mean nothing here.
    """
    if WORDS.fullmatch(text):
        return (Paragraph(Text((Span(text.rstrip("\n")),), Origin(path, line))),)
    read = read_sections(text, path, NO_SETTINGS, report, line)
    return tuple(block for section in read.sections or () for block in section.blocks)
