"""What one source file says, as it says it: no meaning yet. Dialects read these types alone.

Blocks are msgspec's structures: each carries its type's name in JSON, so that a page comes back from the cache as it
was. `msgspec.structs.replace` changes one, `dataclasses.replace` the other types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

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
    OBJECT = "object"
    """Something that a dialect's role names: the path in `:http:get:`text </books>`."""


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
    role: str = ""
    """The name of the role that marks it, where a dialect asked for that role."""


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


class Paragraph(Struct, frozen=True, tag=True):
    """A paragraph. `flat_blocks` makes list entries paragraphs, too."""

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
    blocks: tuple[tuple[Block, ...], ...] = ()
    """What stands in each cell, where a cell of the row holds more than running text; else empty."""


class Table(Struct, frozen=True, tag=True):
    """A table."""

    header: tuple[str, ...]
    """The header's words, one a column; empty for a table without one."""
    rows: tuple[Row, ...]
    origin: Origin
    caption: str = ""
    """Its title: the argument of `table`, `list-table` or `csv-table`."""
    labels: tuple[str, ...] = ()
    """The explicit targets right before it."""


class Sample(Struct, frozen=True, tag=True):
    """A literal block."""

    language: str
    caption: str
    """The directive's `:caption:`."""
    text: str
    origin: Origin
    """The line of the text's first line."""


class Note(Struct, frozen=True, tag=True):
    """An admonition."""

    kind: str
    """docutils' word: note, warning, tip …"""
    blocks: tuple[Block, ...]
    origin: Origin


class List(Struct, frozen=True, tag=True):
    """A bullet list or an enumerated one."""

    entries: tuple[tuple[Block, ...], ...]
    """The blocks of each entry."""
    origin: Origin
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what stands indented below it."""

    term: Text
    blocks: tuple[Block, ...]
    origin: Origin


class DefinitionList(Struct, frozen=True, tag=True):
    """Terms with their definitions."""

    definitions: tuple[Definition, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Field:
    """One `:name: body` of a field list."""

    name: Text
    """Everything between the colons: `query int offset`."""
    blocks: tuple[Block, ...]
    origin: Origin


class FieldList(Struct, frozen=True, tag=True):
    """A field list."""

    fields: tuple[Field, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the documentation that a directive names."""

    path: str
    """Relative to the documentation's root."""
    text: str


class Directive(Struct, frozen=True, tag=True):
    """A directive that a dialect asked for, or one that nobody knows."""

    name: str
    """With its domain, also where the page leaves it out: `http:get`."""
    argument: str
    """As it stands, line breaks kept."""
    options: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    """The content, parsed; empty where the dialect wants the text alone."""
    text: str
    """The content as it stands."""
    text_origin: Origin
    """The content's first line."""
    origin: Origin
    known: bool = True
    """Whether a dialect asked for it."""
    file: SourceFile | None = None
    """The file that its argument names, where the dialect asked for it and it can be read."""
    labels: tuple[str, ...] = ()
    """The targets right before it and in it: links to these lead to it."""


Block: TypeAlias = Paragraph | Table | Sample | Note | List | DefinitionList | FieldList | Directive


@dataclass(frozen=True, slots=True)
class Section:
    """What stands between one heading and the next."""

    heading: Text
    """With its markup; no words before the first heading."""
    depth: int
    """0 is the page's own title."""
    labels: tuple[str, ...]
    """The explicit targets that lead here."""
    blocks: tuple[Block, ...]
    origin: Origin

    @property
    def title(self) -> str:
        """The heading's words."""
        return self.heading.plain


@dataclass(frozen=True, slots=True)
class Page:
    """What one source file says."""

    name: str
    """Its path in the tree without the suffix: `endpoints/lock/get-all`."""
    title: str
    sections: tuple[Section, ...]
    """In the order of the page; nesting is told by their depths."""
    origin: Origin


def walk_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks and, after each, what stands in it; cells of tables are not looked into."""
    for block in blocks:
        yield block
        match block:
            case Note(blocks=inner) | Directive(blocks=inner):
                yield from walk_blocks(inner)
            case List(entries=entries):
                for entry in entries:
                    yield from walk_blocks(entry)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    yield from walk_blocks(definition.blocks)
            case FieldList(fields=fields):
                for one in fields:
                    yield from walk_blocks(one.blocks)
            case _:
                pass


def flat_blocks(  # noqa: C901 - one case a type of block.
    blocks: tuple[Block, ...], depth: int = 0
) -> Iterator[Paragraph | Table | Sample | Note | Directive]:
    """Yield the blocks with lists taken apart: each paragraph in them, terms and names too, with its depth.

    For readers to whom an entry is a line like any other. Lists in notes are taken apart as well.
    """
    for block in blocks:
        match block:
            case Paragraph(text=text, depth=own):
                yield Paragraph(text, depth + own) if depth else block
            case List(entries=entries):
                for entry in entries:
                    yield from flat_blocks(entry, depth + 1)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    yield Paragraph(definition.term, depth)
                    yield from flat_blocks(definition.blocks, depth + 1)
            case FieldList(fields=fields):
                for one in fields:
                    yield Paragraph(one.name, depth)
                    yield from flat_blocks(one.blocks, depth + 1)
            case Directive(known=False, blocks=inner):
                yield from flat_blocks(inner, depth)
            case Note(kind=kind, blocks=inner, origin=origin):
                yield Note(kind, tuple(flat_blocks(inner)), origin)
            case _:
                yield block
