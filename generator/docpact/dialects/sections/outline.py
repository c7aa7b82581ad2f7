"""A page's blocks with what stands over each: its part of the page and the bold line before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from docpact.dialects.sections.kinds import Topic
from docpact.dialects.sections.vocabulary import BODY_TABLE, EXAMPLES, OPEN_TABLE, RESPONSES, SCOPES, URI_TABLE
from docpact.read.page import Block, Paragraph, Style, Text


class Part(StrEnum):
    """The parts of a page that the dialect knows."""

    LEAD = "lead"
    RESPONSES = "responses"
    SCOPES = "scopes"
    BODY = "body"
    URI = "uri"
    EXAMPLES = "examples"


# A heading's words → the part that it opens.
HEADINGS = ((RESPONSES, Part.RESPONSES), (SCOPES, Part.SCOPES), (EXAMPLES, Part.EXAMPLES), (BODY_TABLE, Part.BODY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block, placed."""

    part: Part
    heading: str
    """The section's title."""
    label: str
    """The last bold paragraph before it in its section."""
    block: Block


def place_blocks(page: Topic) -> Iterator[Placed]:
    """Yield the page's blocks in order, each with its part.

    A heading that lost its underline is a paragraph with exactly that word; it opens its part all the same.
    """
    part, part_depth = Part.LEAD, 0
    for section in page.sections:
        heading = section.title
        opened = _part(heading) if section.depth > 1 else None
        if opened or section.depth <= part_depth:
            part, part_depth = opened or Part.LEAD, section.depth
        label = ""
        for block in section.blocks:
            if isinstance(block, Paragraph):
                words = block.text.plain
                if part is not Part.EXAMPLES and words in {"Scopes", "Responses", "Examples"} and not block.depth:
                    part, label = _part(words) or part, ""
                    continue
                label = bold_words(block.text) or label
            yield Placed(part=part, heading=heading, label=label, block=block)


def table_part(placed: Placed) -> Part:
    """Return what a parameter table in the lead is about: the body, the URI, or (LEAD) whatever its rows say."""
    if placed.part in {Part.BODY, Part.URI}:
        return placed.part
    words = placed.label.strip(" :")
    if BODY_TABLE.fullmatch(words):
        return Part.BODY
    if URI_TABLE.fullmatch(words):
        return Part.URI
    return Part.LEAD if not words or OPEN_TABLE.fullmatch(words) else Part.EXAMPLES


def _part(title: str) -> Part | None:
    return next((part for pattern, part in HEADINGS if pattern.fullmatch(title.strip())), None)


def bold_words(text: Text) -> str:
    """Return the words of a paragraph that is bold from end to end, as pages caption a table; else empty."""
    marked = [span for span in text.spans if span.text.strip()]
    return text.plain if marked and all(span.style is Style.STRONG for span in marked) else ""
