"""The blocks of a directive, sorted: field lists, samples, statuses, tables, and what describes the operation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docpact.diagnostics import Report
from docpact.dialects.httpdomain.captions import Direction, caption_direction, caption_title, is_caption
from docpact.dialects.httpdomain.enums import announced_names, read_value_list
from docpact.dialects.httpdomain.fields import is_entry_list
from docpact.dialects.httpdomain.listed import has_parameters
from docpact.dialects.httpdomain.mentions import name_mentions
from docpact.dialects.httpdomain.messages import Message, read_messages
from docpact.dialects.httpdomain.statuses import StatusLine, read_status_block
from docpact.dialects.httpdomain.tables import is_field_table
from docpact.dialects.statements import Member
from docpact.read.page import (
    Block,
    DefinitionList,
    Directive,
    FieldList,
    List,
    Note,
    Paragraph,
    Sample,
    Table,
    Text,
    walk_blocks,
)

HEADING_WORDS = 6
PARAMETERS = re.compile(
    r"(?:param[eè]t(?:er|re)s?|arguments?|headers?|en-t[eê]tes?|filters?|filtres?)\b[^.]{0,40}$", re.IGNORECASE
)
"""What a list of parameters has over it."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
RUBRIC_WORDS = 3
"""So many words without a full stop are a rubric: `Query parameters`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message as its place shows it."""

    message: Message
    direction: Direction | None
    """Of a body without a start line: what its caption says."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionedTable:
    """A table of fields and what is written over it."""

    table: Table | List | DefinitionList
    """A list has an entry for each field."""
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What stands in a directive, or after it."""

    lists: tuple[tuple[FieldList, Text | None], ...] = ()
    """Field lists, each with the paragraph before it."""
    shown: tuple[Shown, ...] = ()
    statuses: tuple[StatusLine, ...] = ()
    tables: tuple[CaptionedTable, ...] = ()
    values: tuple[tuple[str, tuple[Member, ...]], ...] = ()
    """Names of fields and the values that a list or table of its own gives for them."""
    description: tuple[Block, ...] = ()
    synopsis: str = ""
    """Of a `:synopsis:` that stands among the content, after a blank line."""
    deprecated: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not (self.lists or self.shown or self.statuses or self.tables or self.description)


def sort_content(blocks: Sequence[Block], report: Report, title: str = "") -> Content:
    """Return the blocks sorted; `title` is the heading that they stand under, where that is not the operation's own."""
    sorter = _Sorter(report, title=title, direction=caption_direction(title))
    sorter.sort(name_mentions(blocks))
    return Content(
        lists=tuple(sorter.lists),
        shown=tuple(sorter.shown),
        statuses=tuple(sorter.statuses),
        tables=tuple(sorter.tables),
        values=tuple(sorter.values),
        description=tuple(sorter.description),
        synopsis=sorter.synopsis,
        deprecated=sorter.deprecated,
    )


@dataclass(slots=True)
class _Sorter:
    report: Report
    lists: list[tuple[FieldList, Text | None]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    statuses: list[StatusLine] = field(default_factory=list)
    tables: list[CaptionedTable] = field(default_factory=list)
    values: list[tuple[str, tuple[Member, ...]]] = field(default_factory=list)
    description: list[Block] = field(default_factory=list)
    synopsis: str = ""
    deprecated: bool = False
    title: str = ""
    """The caption that counts for the next sample."""
    direction: Direction | None = None
    last: Paragraph | None = None
    """The paragraph right before, a caption or not."""

    def sort(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            match block:
                case Paragraph():
                    self.paragraph(block)
                    continue
                case FieldList():
                    self.field_list(block)
                case Sample():
                    self.sample(block)
                case Note():
                    self.note(block)
                case Directive(name=name, blocks=inner) if not name.startswith("http:"):
                    self.sort(inner)
                case Directive():
                    pass
                case List() | DefinitionList() | Table():
                    self.listing(block)
            self.last = None

    def paragraph(self, block: Paragraph) -> None:
        if is_caption(block) or block.text.plain.endswith((":", ",")):
            self.title = caption_title(block.text)
            self.direction = caption_direction(block.text.plain)
        self.last = block
        self.description.append(block)

    def drop_caption(self) -> None:
        """Take the paragraph right before out of the description if it announces what is said elsewhere."""
        if self.last is not None and self.description and self.description[-1] is self.last and is_caption(self.last):
            self.description.pop()

    def drop_heading(self) -> None:
        """Take a line such as `HTTP status codes:` right before out of the description."""
        self.drop_caption()
        if self.last is not None and self.description and self.description[-1] is self.last:
            words = self.last.text.plain
            count = len(words.split())
            if (words.endswith(":") and count <= HEADING_WORDS) or (count <= RUBRIC_WORDS and words[-1:].isalnum()):
                self.description.pop()

    def field_list(self, block: FieldList) -> None:
        options = {
            one.name.plain: one for one in block.fields if one.name.plain in {"synopsis", "deprecated", "noindex"}
        }
        if "synopsis" in options:
            texts = [inner.text.plain for inner in options["synopsis"].blocks if isinstance(inner, Paragraph)]
            self.synopsis = self.synopsis or " ".join(texts)
        self.deprecated = self.deprecated or "deprecated" in options
        kept = FieldList(tuple(one for one in block.fields if one.name.plain not in options), block.origin)
        if not kept.fields:
            return
        if is_entry_list(kept):
            self.lists.append((kept, self.last.text if self.last else None))
        else:
            self.description.append(kept)

    def sample(self, block: Sample) -> None:
        title = block.caption or self.title
        messages = read_messages(block, self.report)
        for message in messages:
            said = caption_direction(block.caption) if block.caption else self.direction or self._announced()
            self.shown.append(Shown(message=message, direction=said, title=title))
        if messages:
            self.drop_caption()
            # After a request comes what it is answered, if nothing else is announced.
            self.direction = "response" if messages[-1].method else None
            self.title = ""
        elif not block.text.lstrip().startswith(("$ http ", "$ curl", "$ echo", "$ wget", "curl ", "http ")):
            self.description.append(block)
        else:
            self.drop_caption()

    def note(self, block: Note) -> None:
        self.deprecated = self.deprecated or block.kind == "deprecated"
        if any(isinstance(inner, Sample) for inner in walk_blocks(block.blocks)):
            kept = len(self.description)
            self.sort(block.blocks)
            text = tuple(self.description[kept:])
            del self.description[kept:]
            if text:
                self.description.append(Note(block.kind, text, block.origin))
        else:
            self.description.append(block)

    def listing(self, block: List | DefinitionList | Table) -> None:
        if found := read_status_block(block):
            self.drop_heading()
            self.statuses += found
        elif isinstance(block, Table) and is_field_table(block):
            caption = block.caption or (self.last.text.plain if self.last else self.title)
            self.drop_heading()
            self.tables.append(CaptionedTable(table=block, caption=caption))
        elif not isinstance(block, Table) and PARAMETERS.search(caption := self._caption()) and has_parameters(block):
            self.tables.append(CaptionedTable(table=block, caption=caption))
            self.description.append(block)
        else:
            self.value_list(block)
            self.description.append(block)

    def _announced(self) -> Direction | None:
        """Return what the sentence right before a sample announces."""
        return caption_direction(SENTENCE.split(self.last.text.plain)[-1]) if self.last is not None else None

    def _caption(self) -> str:
        """Return the words right before a block, else the heading over it."""
        return self.last.text.plain if self.last is not None else self.title

    def value_list(self, block: List | DefinitionList | Table) -> None:
        """Take the values that the paragraph before the block announces for a field; they stay in the text, too."""
        names = announced_names(self.last.text) if self.last is not None else ()
        if names and (members := read_value_list(block)):
            self.values += [(name, members) for name in names]
