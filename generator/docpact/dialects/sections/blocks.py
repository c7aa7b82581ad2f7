"""What every topic has: a description, labels, and page statements for links."""

from __future__ import annotations

from docpact.dialects.sections.kinds import Topic
from docpact.dialects.sections.outline import bold_words
from docpact.read.page import Block, Note, Paragraph


def description_blocks(topic: Topic) -> tuple[Block, ...]:
    """Return the paragraphs and notes that describe the topic: no captions, tables or samples."""
    return tuple(
        block
        for section in topic.sections
        for block in section.blocks
        if isinstance(block, Note) or (isinstance(block, Paragraph) and not bold_words(block.text))
    )


def labels_of(topic: Topic) -> tuple[str, ...]:
    """Return the explicit targets on the topic, in its order."""
    return tuple(label for section in topic.sections for label in section.labels)
