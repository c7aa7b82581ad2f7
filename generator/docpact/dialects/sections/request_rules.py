"""Where request lines stand: one rule a function, each with its reason. The rules look at one section at a time.

A rule yields spots. A spot is certain where the words are nothing but a method and a path; a mention in a sentence is
not, and counts only where the section has no certain spot and describes something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from docpact.diagnostics import Report
from docpact.dialects.sections.candidates import outside_examples
from docpact.dialects.sections.line_blocks import block_is_line
from docpact.dialects.sections.line_labels import labelled_line, method_and_path_apart
from docpact.dialects.sections.line_sentences import sentence_is_line
from docpact.dialects.sections.line_tables import table_of_lines
from docpact.dialects.sections.line_titled_tables import methods_of_a_path, paths_of_a_method
from docpact.dialects.sections.line_titles import heading_is_line, path_with_example
from docpact.dialects.sections.spots import Spot, entries_of, lines_of_text
from docpact.read.page import Block, Paragraph, Section


def find_spots(section: Section, path: str, report: Report) -> list[Spot]:
    """Return the section's spots in its order. `path` is that of the nearest title that is one; empty without."""
    found = [*heading_is_line(section, path, report)]
    blocks = outside_examples(section)
    found += block_is_line(blocks, report, section.title)
    for rule in RULES:
        found += rule(blocks, report)
    found += methods_of_a_path(blocks, path, report)
    found += paths_of_a_method(blocks, section.title, report)
    found += method_and_path_apart(section, blocks, path, report)
    if not found:
        found += path_with_example(section, report)
    certain = [spot for spot in found if spot.certain]
    return sorted(certain or found, key=lambda spot: spot.index)


def _paragraph_is_line(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find paragraphs, and lines of them, that are a method and a path however they are marked."""
    for index, block in blocks:
        if isinstance(block, Paragraph):
            lines = lines_of_text(block.text, report)
            if lines:
                yield Spot(index=index, lines=lines, rule="paragraph")


def _entry_is_line(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find lines that begin an entry of a list: what is indented below them is about the operation."""
    for index, block in blocks:
        for text, own in entries_of(block):
            lines = lines_of_text(text, report)
            if lines:
                yield Spot(index=index, lines=lines, rule="entry of a list", own=own)


RULES: tuple[Callable[[Sequence[tuple[int, Block]], Report], Iterator[Spot]], ...] = (
    _paragraph_is_line, _entry_is_line, labelled_line, table_of_lines, sentence_is_line,
)  # fmt: skip
