"""Folders of endpoint pages → tags."""

from __future__ import annotations

from docpact.dialects.sections.kinds import Topic, Topics
from docpact.dialects.sections.outline import bold_words
from docpact.dialects.statements import TagStatement
from docpact.read.page import Paragraph


def read_tag(topics: Topics, topic: Topic) -> TagStatement:
    """Return the group's index page as the tag, or the folder's name; topics at the root share one tag."""
    index = topics.by_name.get(topic.name.rsplit("/", 1)[0] + "/index") if "/" in topic.name else None
    if index is None:
        return TagStatement(name=topic.group or "default")
    return TagStatement(name=index.title or topic.group or "default", page=index.name, blocks=_lead(index))


def _lead(index: Topic) -> tuple[Paragraph, ...]:
    """Return the first paragraph, unless it is a list's entry, a caption, or nothing but links."""
    for block in index.sections[0].blocks if index.sections else ():
        if isinstance(block, Paragraph) and not block.depth and not bold_words(block.text):
            plain = [span for span in block.text.spans if span.text.strip() and not span.link]
            return (block,) if plain else ()
    return ()
