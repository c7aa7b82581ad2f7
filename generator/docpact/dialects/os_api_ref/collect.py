"""An operation's sections → what stands in them: entries, statuses, samples and prose, sorted by direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docpact.dialects.os_api_ref.codes_in_words import (
    Kind,
    Status,
    announced_kind,
    read_codes,
    read_codes_in_words,
)
from docpact.dialects.os_api_ref.definitions import Library
from docpact.dialects.os_api_ref.outline import Outline, Part
from docpact.dialects.os_api_ref.rest_parameters import Entry, read_rest_parameters
from docpact.dialects.os_api_ref.rest_status_code import read_rest_status_code
from docpact.dialects.os_api_ref.samples import is_caption, read_sample
from docpact.dialects.os_api_ref.vocabulary import (
    DIRECTIVES,
    MARKUP,
    NO_CONTENT,
    PARAMETERS,
    STATUS_CODES,
    WITHOUT_BODY,
    Direction,
)
from docpact.dialects.statements import CallStatement, SampleStatement
from docpact.read.page import (
    Block,
    DefinitionList,
    Directive,
    LinkKind,
    List,
    Note,
    Paragraph,
    Sample,
    Span,
    Style,
    Text,
    flat_blocks,
    walk_blocks,
)

KNOWN = frozenset(spec.name for spec in MARKUP.directives)
ABOUT_PARTS = re.compile(r"\W*(?:requests?|responses?|examples?|parameters?|status codes?|body)\b.*", re.IGNORECASE)


@dataclass(slots=True)
class Collected:
    """What the sections of one operation hold."""

    outline: Outline
    entries: dict[Direction, list[Entry]] = field(default_factory=lambda: {"request": [], "response": []})
    statuses: list[Status] = field(default_factory=list)
    samples: list[SampleStatement] = field(default_factory=list)
    calls: list[CallStatement] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    """The prose."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing but prose describes the operation."""
        return not (self.entries["request"] or self.entries["response"] or self.statuses or self.samples)

    def shown(self, direction: Direction) -> list[SampleStatement]:
        """Return the samples of a direction; of responses, those that aren't errors."""
        return [one for one in self.samples if one.direction == direction and one.status[:1] not in {"4", "5"}]


def collect(outline: Outline, library: Library) -> Collected:
    """Return what the operation's sections hold; nothing of it is compared with anything yet."""
    found = Collected(outline)
    for part in outline.parts:
        reader = _PartReader(part, found, library)
        reader.read()
        # What stands below `Request` needs no heading, but a sample that is no JSON body is shown where it was.
        shown = any(isinstance(block, Sample) for block in reader.prose)
        if reader.prose and part.title and (shown or not ABOUT_PARTS.fullmatch(part.title)):
            title = Span(part.title, Style.STRONG)
            found.blocks.append(Paragraph(Text((title,), outline.section.origin)))
        found.blocks += reader.prose
    return found


@dataclass(slots=True)
class _PartReader:
    """Takes what a part holds, block by block; the rest is prose."""

    part: Part
    found: Collected
    library: Library
    prose: list[Block] = field(default_factory=list)
    caption: Paragraph | None = None
    """The paragraph before, where it can be a sample's caption."""
    announced: Kind | None = None
    """The kind of codes that the paragraph before announces without listing any."""

    def read(self) -> None:
        for block in _opened(self.part.blocks):
            caption, self.caption = self.caption, None
            announced, self.announced = self.announced, None
            taken = self._take(block, caption, announced)
            if caption is not None and not (taken and isinstance(block, Sample)):
                self.prose.append(caption)
            if not taken:
                self.prose.append(block)
        if self.caption is not None:
            self.prose.append(self.caption)

    def _take(self, block: Block, caption: Paragraph | None, announced: Kind | None) -> bool:
        match block:
            case Directive():
                return self._directive(block)
            case Sample():
                title = self.found.outline.section.title
                shown = read_sample(block, self.part, caption, title, self.library.report)
                if shown is not None:
                    self.found.samples += [shown.sample] if shown.sample else []
                    self.found.calls += [shown.call] if shown.call else []
                return shown is not None
            case List() if announced is not None:
                self._codes((block,), announced)
                return True
            case DefinitionList():
                return self._definitions(block)
            case Paragraph():
                return self._paragraph(block)
            case _:
                return False

    def _definitions(self, block: DefinitionList) -> bool:
        """Take an announcement of codes with a list indented below it."""
        kinds = [announced_kind(definition.term) for definition in block.definitions]
        if None in kinds:
            return False
        for kind, definition in zip(kinds, block.definitions, strict=True):
            self._codes(definition.blocks, kind or "")
        return True

    def _codes(self, blocks: Sequence[Block], kind: Kind) -> None:
        for entry in flat_blocks(tuple(blocks)):
            if isinstance(entry, Paragraph):
                self.found.statuses += read_codes(entry.text.plain, kind, entry.text.origin, self.library.report)

    def _directive(self, block: Directive) -> bool:
        if block.name == PARAMETERS:
            direction = self.part.direction or _direction_by_method(self.found.outline)
            self.found.entries[direction] += read_rest_parameters(block, self.library)
        elif block.name == STATUS_CODES:
            self.found.statuses += read_rest_status_code(block, self.library)
        return block.name in KNOWN

    def _paragraph(self, block: Paragraph) -> bool:
        kind = announced_kind(block.text)
        if kind is not None:
            codes = read_codes_in_words(block.text, self.library.report)
            self.found.statuses += codes
            self.announced = None if codes else kind
            return True
        if is_caption(block):
            self.caption = block
            return True
        return self.part.direction == "response" and bool(NO_CONTENT.search(block.text.plain))


def _opened(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; a note or list that holds directives of os-api-ref's is replaced by what stands in it."""
    for block in blocks:
        inside = [
            b for b in walk_blocks((block,)) if b is not block and isinstance(b, Directive) and b.name in DIRECTIVES
        ]
        match block:
            case Note(blocks=inner) | Directive(blocks=inner) if inside:
                yield from _opened(inner)
            case List(entries=entries) if inside:
                for entry in entries:
                    yield from _opened(entry)
            case _:
                yield block


def _direction_by_method(outline: Outline) -> Direction:
    """Return what a list below no heading is about: what is sent if the method sends a body, else what comes back."""
    return "response" if outline.line.method in WITHOUT_BODY else "request"


def follow_references(collected: Sequence[Collected]) -> list[Collected]:
    """Return the operations with what others say for them.

    A bare operation whose prose links to the section of another (`#show-rule-details`) is described there.
    """
    by_anchor: Mapping[str, Collected] = {anchor(one.outline.section.title): one for one in reversed(collected)}
    return [_followed(one, by_anchor) if one.is_bare else one for one in collected]


def _followed(bare: Collected, by_anchor: Mapping[str, Collected]) -> Collected:
    links = [
        span.link
        for block in walk_blocks(tuple(bare.blocks))
        if isinstance(block, Paragraph)
        for span in block.text.links
        if span.link and span.link.kind is not LinkKind.DOCUMENT
    ]
    targets = [by_anchor[name] for link in links if (name := link.target.lstrip("#").lower()) in by_anchor]
    targets = [one for one in targets if one.outline.line.method == bare.outline.line.method and not one.is_bare]
    if not targets:
        return bare
    # Its path has variables of its own; those of the other path are left where they are.
    known = bare.outline.line.variables
    asked = [e for e in targets[0].entries["request"] if e.definition.location != "path" or e.name in known]
    return replace(
        bare,
        entries={"request": asked, "response": targets[0].entries["response"]},
        statuses=targets[0].statuses,
        samples=targets[0].samples,
    )


def anchor(title: str) -> str:
    """Return the id that docutils gives to a heading."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
