"""The blocks of a section that may name an operation: no examples, no notes."""

from __future__ import annotations

from collections.abc import Iterator

from docpact.dialects.sections.captions import parse_caption
from docpact.dialects.sections.request_line import LINE_ALONE, REQUEST_LINE
from docpact.dialects.sections.spots import first_words, is_marked_label
from docpact.read.page import Block, Directive, Note, Paragraph, Sample, Section


def outside_examples(section: Section) -> list[tuple[int, Block]]:
    """Return the blocks that no label calls an example, unknown directives opened; notes name no operations."""
    found: list[tuple[int, Block]] = []
    example, shown = False, False
    for index, block in enumerate(section.blocks):
        if isinstance(block, Paragraph) and REQUEST_LINE.match(block.text.plain):
            # A line that is a label itself ends an example that has been shown.
            example = example and not (shown and is_marked_label(block.text))
        elif isinstance(block, Paragraph):
            words, shown = block.text.plain, False
            label = is_marked_label(block.text)
            if label or words.endswith(":"):
                example = parse_caption(words).example
            elif not label:
                example = False
        shown = shown or isinstance(block, Sample)
        if not example:
            found += [(index, inner) for inner in _opened(block)]
    return found


def _opened(block: Block) -> Iterator[Block]:
    """Yield what an unknown directive holds, or an admonition with nothing but a request line; else the block."""
    held = without_title(block) if isinstance(block, Note) else ()
    lone = held[0] if len(held) == 1 else None
    words = first_words((lone,)) if lone is not None else ""
    if lone is not None and LINE_ALONE.fullmatch(words):
        yield lone
    elif isinstance(block, Directive) and not block.known:
        for inner in block.blocks:
            yield from _opened(inner)
    else:
        yield block


def without_title(note: Note) -> tuple[Block, ...]:
    """Return what an admonition holds below its title."""
    first = note.blocks[0] if note.blocks else None
    titled = isinstance(first, Paragraph) and len(note.blocks) > 1 and is_marked_label(first.text)
    return note.blocks[1:] if titled else note.blocks
