"""The sections of a page → its operations: where each begins, what belongs to it, and in which group it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.os_api_ref.rest_method import RequestLine, read_rest_method
from docpact.dialects.os_api_ref.vocabulary import DIRECTIVES, METHOD, Direction, direction_of
from docpact.dialects.protocol import PageView
from docpact.dialects.statements import TagStatement
from docpact.read.page import Block, Directive, Page, Paragraph, Section, Span, Style, Text, walk_blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of an operation's description."""

    title: str
    """The heading's words; empty for what stands right below the operation's own."""
    direction: Direction | None
    """What it is about, by its heading or the one that it stands under."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An operation as a page tells it: one `rest_method` and what belongs to it."""

    page: Page
    line: RequestLine
    section: Section
    tag: TagStatement
    parts: tuple[Part, ...]


@dataclass(slots=True)
class _Owner:
    """A section with operations, while its sub-sections are collected."""

    section: Section
    heads: list[tuple[RequestLine | None, list[Part]]]
    """Each request line with its parts; None for one that is reported. Lines that follow one another share the list."""
    tag: Section | None
    open: list[tuple[int, Direction | None]] = field(default_factory=list)
    """The headings that the next section may stand under: depth and direction."""


def find_operations(view: PageView, report: Report) -> list[Outline]:
    """Return the operations of a page's claimed sections, in their order.

    A section belongs to the operation that it is nested in; every other one is prose about the group that it stands in.
    """
    claimed = {id(section) for section in view.sections}
    owners: list[_Owner] = []
    above: list[tuple[Section, _Owner | None]] = []
    prose: dict[int, list[Section]] = {}
    for section in view.page.sections:
        while above and above[-1][0].depth >= section.depth:
            above.pop()
        heads = _heads(section, report) if id(section) in claimed else []
        owner = _Owner(section, heads, _group(above)) if heads else next((o for _, o in reversed(above) if o), None)
        if heads and owner:
            owners.append(owner)
        elif owner:
            _add(owner, section)
        else:
            _report_unplaced(section, report)
            for outer, _ in above:
                prose.setdefault(id(outer), []).append(section)
        above.append((section, owner))
    tags = _tags(owners, prose, view.page)
    return [
        Outline(page=view.page, line=line, section=owner.section, tag=tags[id(owner.tag)], parts=tuple(parts))
        for owner in owners
        for line, parts in owner.heads
        if line is not None
    ]


def _heads(section: Section, report: Report) -> list[tuple[RequestLine | None, list[Part]]]:
    """Return the request lines of a section with what stands below each, up to the next.

    Of several that follow one another directly, all have what stands below the last. What stands before the first is
    the first's.
    """
    heads: list[tuple[RequestLine | None, list[Part]]] = []
    blocks: list[Block] = []
    shared: list[Part] = []
    for block in section.blocks:
        lines = [b for b in walk_blocks((block,)) if isinstance(b, Directive) and b.name == METHOD]
        if not lines:
            blocks.append(block)
            continue
        if heads and blocks:
            shared.append(Part(title="", direction=None, blocks=tuple(blocks)))
            blocks, shared = [], []
        heads += [(read_rest_method(one, report), shared) for one in lines]
    shared.append(Part(title="", direction=None, blocks=tuple(blocks)))
    return heads


def _add(owner: _Owner, section: Section) -> None:
    """Add a sub-section to the section's last request line, and to those that share its description."""
    while owner.open and owner.open[-1][0] >= section.depth:
        owner.open.pop()
    direction = direction_of(section.title) or next((known for _, known in reversed(owner.open) if known), None)
    owner.open.append((section.depth, direction))
    owner.heads[-1][1].append(Part(title=section.title, direction=direction, blocks=section.blocks))


def _group(above: Sequence[tuple[Section, _Owner | None]]) -> Section | None:
    """Return the section that a group of operations stands in: the nearest one with a title and no operation."""
    return next((section for section, owner in reversed(above) if owner is None and section.title), None)


def _tags(owners: Sequence[_Owner], prose: dict[int, list[Section]], page: Page) -> dict[int, TagStatement]:
    groups = {id(owner.tag): owner.tag for owner in owners}
    # What stands in a group within a group is the inner one's.
    return {
        key: TagStatement(
            name=group.title if group else page.title or page.name.rsplit("/", 1)[-1],
            page=page.name,
            blocks=tuple(_introduction(group, prose.get(key, ()), groups)) if group else (),
        )
        for key, group in groups.items()
    }


def _introduction(group: Section, nested: Sequence[Section], groups: dict[int, Section | None]) -> Iterator[Block]:
    yield from group.blocks
    inner: int | None = None
    for section in nested:
        if inner is not None and section.depth > inner:
            continue
        inner = section.depth if id(section) in groups else None
        if inner is None:
            yield heading(section)
            yield from section.blocks


def heading(section: Section) -> Paragraph:
    """Return a heading as a paragraph: descriptions have no sections."""
    return Paragraph(Text((Span(section.title, Style.STRONG),), section.origin))


def _report_unplaced(section: Section, report: Report) -> None:
    for block in walk_blocks(section.blocks):
        if isinstance(block, Directive) and block.name in DIRECTIVES - {METHOD}:
            message = f"`{block.name}` belongs to no operation; what it lists is left out"
            report(Diagnostic(code="parameters-unplaced", message=message, origin=block.origin))
