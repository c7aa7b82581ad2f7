"""Claimed sections → the directives in them, each with what stands before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

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
    lead: tuple[Block, ...] = ()
    """What stands before that, from the heading on, where the section is about this operation alone."""
    alone: bool = False
    """Whether its section is about no other operation, so that the heading is its own."""
    after: list[After] = field(default_factory=list)

    @property
    def method(self) -> str:
        """The directive's, in capitals."""
        return self.directive.name.rpartition(":")[2].upper()

    @property
    def labels(self) -> frozenset[str]:
        """The targets that lead to it, in lower case: its own, and those of a section about it alone."""
        section = self.sections[-1].labels if self.alone else ()
        return frozenset(label.lower() for label in (*self.directive.labels, *section))


def has_own_directive(section: Section) -> bool:
    """Tell whether one of the package's directives stands in the section, at any depth."""
    return any(isinstance(block, Directive) and block.name in OWN for block in walk_blocks(section.blocks))


def find_directives(page: Page, sections: Sequence[Section]) -> Iterator[Found]:
    """Yield the package's directives in the page's order."""
    claimed = {id(section) for section in sections}
    chain: list[Section] = []
    found: list[Found] = []
    for place, section in enumerate(page.sections):
        while chain and chain[-1].depth >= section.depth:
            chain.pop()
        chain.append(section)
        if id(section) in claimed or section in sections:
            own = _in_section(page, section, tuple(chain), found)
            alone = len([one for one in own if one.directive.blocks]) <= 1 and not _has_nested(page, place)
            for one in own:
                one.alone = alone and bool(section.title)
                one.lead = own[0].lead if alone else ()
            found += own
    yield from found


def _has_nested(page: Page, place: int) -> bool:
    """Tell whether a section below the one at that place has directives of the package."""
    below = takewhile(lambda one: one.depth > page.sections[place].depth, page.sections[place + 1 :])
    return any(has_own_directive(section) for section in below)


def _in_section(page: Page, section: Section, chain: tuple[Section, ...], earlier: Sequence[Found]) -> list[Found]:
    found: list[Found] = []
    between: list[Block] = []
    for block in section.blocks:
        inner = [one for one in walk_blocks((block,)) if isinstance(one, Directive) and one.name in OWN]
        if not inner:
            between.append(block)
            continue
        before = tuple(_notes_before(between))
        rest = between[: len(between) - len(before)]
        lead = () if found else tuple(rest)
        _append(found, earlier, section, chain, rest)
        for place, directive in enumerate(inner):
            first = place == 0
            found.append(
                Found(
                    directive=directive,
                    page=page,
                    sections=chain,
                    before=before if first else (),
                    lead=lead if first else (),
                )
            )
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
