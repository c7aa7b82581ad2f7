"""What one source file says, as it says it: no meaning yet. The model is built from these types alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from docpact.diagnostics import Origin


class Style(StrEnum):
    """How a piece of running text is marked."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LITERAL = "literal"


class LinkKind(StrEnum):
    """What a link's target is a name of."""

    DOCUMENT = "doc"
    """A page, by its path without suffix, relative to the linking page or (with a leading slash) to the root."""
    LABEL = "ref"
    """An explicit target, anywhere in the tree."""
    URL = "url"
    """A URL or a relative HTML address, as it stands."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a piece of text leads."""

    kind: LinkKind
    target: str


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running text with one style and at most one link."""

    text: str
    style: Style = Style.PLAIN
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Running text: a paragraph, a table cell, a title."""

    spans: tuple[Span, ...]
    origin: Origin

    @property
    def plain(self) -> str:
        """The words alone, runs of white space as one blank."""
        spans = self.spans
        text = spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
        return " ".join(text.split())

    @property
    def links(self) -> tuple[Span, ...]:
        """The spans that lead somewhere."""
        return tuple(span for span in self.spans if span.link)

    @property
    def label(self) -> str:
        """The words of a paragraph that is bold from end to end, as pages caption a table; else empty."""
        marked = [span for span in self.spans if span.text.strip()]
        return self.plain if marked and all(span.style is Style.STRONG for span in marked) else ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or one entry of a list."""

    text: Text
    depth: int = 0
    """How deep in lists it stands; 0 is outside of any."""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row with one cell a column; a cell that spans rows stands in its first row, the others are empty."""

    cells: tuple[Text, ...]
    origin: Origin
    continued: bool = False
    """Whether the first cell is the lower part of the row above's."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    header: tuple[str, ...]
    """The header's words, one a column; empty for a table without one."""
    rows: tuple[Row, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Sample:
    """A literal block."""

    language: str
    caption: str
    """The directive's `:caption:`."""
    text: str
    origin: Origin
    """The line of the text's first line."""


@dataclass(frozen=True, slots=True)
class Note:
    """An admonition."""

    kind: str
    """docutils' word: note, warning, tip …"""
    blocks: tuple[Block, ...]
    origin: Origin


Block: TypeAlias = Paragraph | Table | Sample | Note


@dataclass(frozen=True, slots=True)
class Section:
    """What stands between one heading and the next."""

    title: str
    depth: int
    """0 is the page's own title."""
    labels: tuple[str, ...]
    """The explicit targets that lead here."""
    blocks: tuple[Block, ...]
    origin: Origin


class PageKind(StrEnum):
    """What a page documents."""

    ENDPOINT = "endpoint"
    STRUCTURE = "structure"
    ENUM = "enum"
    WEBHOOK = "webhook"
    INDEX = "index"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Page:
    """What one source file says."""

    kind: PageKind
    name: str
    """Its path in the tree without the suffix: `endpoints/lock/get-all`."""
    title: str
    sections: tuple[Section, ...]
    """In the order of the page; nesting is told by their depths."""
    origin: Origin

    @property
    def group(self) -> str:
        """The last folder of its name; empty at the root."""
        return self.name.rsplit("/", 2)[-2] if "/" in self.name else ""

    @property
    def stem(self) -> str:
        """The last part of its name."""
        return self.name.rsplit("/", 1)[-1]


def walk_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks and, after a note, what stands in it."""
    for block in blocks:
        yield block
        if isinstance(block, Note):
            yield from walk_blocks(block.blocks)
