"""Claimed sections → the directives in them, each with what stands before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docpact.dialects.httpdomain.vocabulary import CONNECTION, GENERATED, METHODS, OTHER_METHODS
from docpact.read.page import Block, Directive, Note, Page, Section, walk_blocks

OWN = frozenset({*(f"http:{name}" for name in (*METHODS, *OTHER_METHODS)), CONNECTION, *GENERATED})
"""The directives that make a section this dialect's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """Blocks after a directive that no other directive stands before."""

    title: str
    """The heading that they stand under, if it is another than the directive's."""
    blocks: tuple[Block, ...]

    @property
    def is_nested(self) -> bool:
        """Whether they stand in a section below the directive's."""
        return bool(self.title)


@dataclass(slots=True, kw_only=True)
class Found:
    """A directive and its surroundings."""

    directive: Directive
    page: Page
    sections: tuple[Section, ...]
    """The sections that it stands in, the outermost first."""
    before: tuple[Block, ...]
    """The notes right before it."""
    after: list[After] = field(default_factory=list)

    @property
    def method(self) -> str:
        """The directive's, in capitals."""
        return self.directive.name.rpartition(":")[2].upper()


def has_own_directive(section: Section) -> bool:
    """Tell whether one of the package's directives stands in the section, at any depth."""
    return any(isinstance(block, Directive) and block.name in OWN for block in walk_blocks(section.blocks))


def find_directives(page: Page, sections: Sequence[Section]) -> Iterator[Found]:
    """Yield the package's directives in the page's order."""
    claimed = {id(section) for section in sections}
    chain: list[Section] = []
    found: list[Found] = []
    for section in page.sections:
        while chain and chain[-1].depth >= section.depth:
            chain.pop()
        chain.append(section)
        if id(section) in claimed or section in sections:
            found += _in_section(page, section, tuple(chain), found)
    yield from found


def _in_section(page: Page, section: Section, chain: tuple[Section, ...], earlier: Sequence[Found]) -> list[Found]:
    found: list[Found] = []
    between: list[Block] = []
    for block in section.blocks:
        inner = [one for one in walk_blocks((block,)) if isinstance(one, Directive) and one.name in OWN]
        if not inner:
            between.append(block)
            continue
        before = tuple(_notes_before(between))
        _append(found, earlier, section, chain, between[: len(between) - len(before)])
        for place, directive in enumerate(inner):
            found.append(Found(directive=directive, page=page, sections=chain, before=before if place == 0 else ()))
        between = []
    _append(found, earlier, section, chain, between)
    return found


def _append(
    found: Sequence[Found], earlier: Sequence[Found], section: Section, chain: tuple[Section, ...], blocks: list[Block]
) -> None:
    """Give blocks to the directive that they stand behind: in this section, or in one that this section is part of."""
    if not blocks:
        return
    if found:
        found[-1].after.append(After(title="", blocks=tuple(blocks)))
    elif earlier and earlier[-1].sections[-1] in chain[:-1]:
        earlier[-1].after.append(After(title=section.title, blocks=tuple(blocks)))


def _notes_before(blocks: Sequence[Block]) -> list[Block]:
    """Return the notes at the end: `versionadded`, a warning that the operation is deprecated."""
    place = len(blocks)
    while place and isinstance(blocks[place - 1], Note):
        place -= 1
    return list(blocks[place:])
