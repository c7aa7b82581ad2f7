"""A page → a part for each operation, as if the author had written one file an operation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.sections.captions import is_example_title, is_outcome_title
from docpact.dialects.sections.line_calls import calls_in, is_guide
from docpact.dialects.sections.line_labels import spot_of_titles, stated_path
from docpact.dialects.sections.line_sentences import SENTENCE_THAT_ASKS
from docpact.dialects.sections.line_tables import OVERVIEW
from docpact.dialects.sections.line_titles import heading_path, is_method
from docpact.dialects.sections.part_cutting import Named, Part, cut_parts, describes, lists_fields, with_names
from docpact.dialects.sections.request_rules import find_spots
from docpact.read.page import (
    Section,
)

# What an operation's own sections are headed: they hold its request line, or stand beside the one that does.
PART_TITLE = re.compile(
    r".*\b(function|ur[il]s?|endpoints?|requests?|syntax|resource|path|route|methods?|usage|definition|call|synopsis"
    r"|param(eter)?s?|arguments?|inputs?|body|payload|headers?|responses?|returns?|results?|outputs?|status(es)?"
    r"|codes?|errors?|examples?|samples?|description|permissions?|authorization|scopes?|notes?)\b.*",
    re.IGNORECASE,
)
MOST_WORDS = 4
"""The title of a part has no more."""
LINE_TITLE = re.compile(
    r"(?:\W|the|an?|http|api|rest|request|ur[il]|endpoint|syntax|resource|path|route|methods?|usage|definition|call"
    r"|line|format|synopsis|address|and|command|verb|query)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A page, taken apart."""

    parts: tuple[Part, ...]
    rest: tuple[Section, ...]
    """The sections that are about no operation: what stands before, between and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """What is asked of a page's headings again and again, worked out once: a page may have thousands."""

    parents: Sequence[int]
    """Of each section the index of the one that it is nested in; -1 for none."""
    children: Mapping[int, int]
    """How many sections are nested directly in each."""
    titled: Sequence[str]
    """The titles."""
    parts: frozenset[int]
    """The sections whose title is that of a part."""
    short: frozenset[int]
    """Those of `parts` that are titled with few words."""
    parts_below: Mapping[int, int]
    """How many of `short` are nested directly in each."""


def _family(sections: Sequence[Section], parents: Sequence[int]) -> _Family:
    titled = [section.title for section in sections]
    parts = frozenset(i for i, title in enumerate(titled) if PART_TITLE.fullmatch(title[:120]))
    short = frozenset(i for i in parts if len(titled[i].split()) <= MOST_WORDS)
    return _Family(
        parents=parents,
        children=Counter(parents),
        titled=titled,
        parts=parts,
        short=short,
        parts_below=Counter(parents[i] for i in short),
    )


def find_parts(sections: Sequence[Section], report: Report, *, lenient: bool = False, by_calls: bool = False) -> Parts:
    """Return a part for each operation that the sections name.

    `lenient` lets a sentence name an operation that nothing but samples describes; `by_calls` lets a `curl` line name
    one, in a section that has no other request line.
    """
    parents = _parents(sections)
    family = _family(sections, parents)
    spots = _counting(sections, family, _all_spots(sections, parents, report), lenient=lenient)
    if by_calls:
        spots = sorted([*spots, *_calls(sections, parents, spots)], key=lambda one: (one.section, one.spot.index))
    heads = _heads(family, spots)
    owned, rest = _territories(sections, heads)
    inside: dict[int, list[Named]] = {}
    for named, at in zip(spots, heads, strict=True):
        inside.setdefault(at, []).append(named)
    found: list[Part] = []
    for head, own in owned.items():
        found += cut_parts(sections, own, inside[head])
    whole = len(found) == 1 and sections[min(owned)].depth <= 1
    if whole:
        found = [replace(found[0], sections=tuple(sections), whole=True)]
    return Parts(parts=tuple(with_names(found)), rest=() if whole else tuple(sections[i] for i in rest))


def _parents(sections: Sequence[Section]) -> list[int]:
    """Return for each section the index of the one that it is nested in; -1 for none."""
    found: list[int] = []
    stack: list[int] = []
    for index, section in enumerate(sections):
        while stack and sections[stack[-1]].depth >= section.depth:
            stack.pop()
        found.append(stack[-1] if stack else -1)
        stack.append(index)
    return found


def _chain(index: int, parents: Sequence[int]) -> Iterator[int]:
    while index >= 0:
        yield index
        index = parents[index]


def _all_spots(sections: Sequence[Section], parents: Sequence[int], report: Report) -> list[Named]:
    """Return the spots of all sections but examples, responses and errors, and what is nested in those."""
    found: list[Named] = []
    paths = [heading_path(section.heading) for section in sections]
    titles = [section.title for section in sections]
    examples = [is_example_title(title) for title in titles]
    beside: dict[int, bool] = {}
    for index, section in enumerate(sections):
        # A title that is a path is no words for a part of an operation.
        over = [at for at in _chain(index, parents) if sections[at].depth > 0] if not paths[index] else []
        if any(examples[at] for at in over):
            continue
        if over and is_outcome_title(titles[index]):
            parent = parents[index]
            if parent not in beside:
                beside[parent] = _is_beside_operations(parent, sections, parents)
            if not beside[parent]:
                continue
        path = next((paths[at] for at in _chain(index, parents) if paths[at]), "")
        if not path and is_method(section.title) and parents[index] >= 0:
            path = stated_path(sections[parents[index]])
        spots = (spot for spot in find_spots(section, path, report) if spot.lines)
        found += [Named(section=index, spot=spot) for spot in spots]
    holders = {named.section for named in found}
    nested: dict[int, list[tuple[str, Section]]] = {}
    for title, section, at in zip(titles, sections, parents, strict=True):
        nested.setdefault(at, []).append((title, section))
    for index, below in nested.items():
        spot = spot_of_titles(below, report) if index >= 0 and index not in holders else None
        if spot is not None:
            found.append(Named(section=index, spot=spot))
    return sorted(found, key=lambda named: (named.section, named.spot.index))


def _is_beside_operations(parent: int, sections: Sequence[Section], parents: Sequence[int]) -> bool:
    """Tell whether sections below that one name operations each, so that `Status` among them is no part of one."""
    below = [section for section, at in zip(sections, parents, strict=True) if at == parent]
    others = [section for section in below if not is_outcome_title(section.title)]
    naming = [section for section in others if any(spot.lines for spot in find_spots(section, "", _ignore))]
    return bool(naming) and not any(PART_TITLE.fullmatch(section.title[:120]) for section in naming)


def _ignore(_: Diagnostic) -> None:
    """Pass over a diagnostic: it is reported where the section itself is read."""


def _counting(sections: Sequence[Section], family: _Family, spots: Sequence[Named], *, lenient: bool) -> list[Named]:
    """Return the certain spots, and uncertain ones of sections that describe something and are in no operation's."""
    parents = family.parents
    certain = [named for named in spots if named.spot.certain]
    taken = {at for named in certain for at in _chain(named.section, parents)}
    within = {named.section for named in certain}
    below_line = Counter(parents[i] for i in within)
    heads = {_climbed(named.section, family, within, below_line) for named in certain}
    found = list(certain)
    rules: dict[int, set[str]] = {}
    for named in spots:
        if named.spot.certain or named.section in taken:
            continue
        if (within | heads).intersection(_chain(named.section, parents)):
            continue
        below = _below(named.section, sections)
        overview = named.spot.rule == OVERVIEW
        described = describes(below, by_samples=lenient) or (_asks(named) and lists_fields(below))
        others = rules.setdefault(named.section, set())
        listed = overview and lenient and others <= {OVERVIEW}
        if (described and not overview and not others) or listed:
            found.append(named)
            others.add(named.spot.rule)
    found += _alike(spots, found, parents)
    return sorted(found, key=lambda named: (named.section, named.spot.index))


def _below(index: int, sections: Sequence[Section]) -> list[Section]:
    """Return a section and those that are nested in it."""
    found = [sections[index]]
    for section in islice(sections, index + 1, None):
        if section.depth <= sections[index].depth:
            break
        found.append(section)
    return found


def count_calls(sections: Sequence[Section]) -> tuple[int, int]:
    """Return how many sections name an operation by a call alone, and how many do in another way."""
    parents = _parents(sections)
    spots = _counting(sections, _family(sections, parents), _all_spots(sections, parents, _ignore), lenient=False)
    return sum(1 for _ in _calls(sections, parents, spots)), len({named.section for named in spots})


def _calls(sections: Sequence[Section], parents: Sequence[int], spots: Sequence[Named]) -> Iterator[Named]:
    """Yield the first call of each section that has a title of its own and no other request line, nor is in a guide."""
    taken = {at for named in spots for at in _chain(named.section, parents)}
    within = {named.section for named in spots}
    for index, section in enumerate(sections):
        chain = list(_chain(index, parents))
        if index in taken or within.intersection(chain) or not section.title:
            continue
        if any(is_guide(sections[at].title) for at in chain):
            continue
        first = next(calls_in(list(enumerate(section.blocks))), None)
        if first is not None:
            yield Named(section=index, spot=first)


def _asks(named: Named) -> bool:
    return named.spot.rule == SENTENCE_THAT_ASKS


def _alike(spots: Sequence[Named], found: Sequence[Named], parents: Sequence[int]) -> Iterator[Named]:
    """Yield the sentences that ask for a request, one a section, where others of the page are operations.

    What such a sentence asks for may need no description: "Make a DELETE request to /books/{id} to remove the book."
    """
    taken = {named.section for named in found}
    number = Counter(named.section for named in spots)
    for named in spots if any(map(_asks, found)) else ():
        if _asks(named) and number[named.section] == 1 and taken.isdisjoint(_chain(named.section, parents)):
            yield named


def _heads(family: _Family, spots: Sequence[Named]) -> list[int]:
    """Return for each spot the section that begins its operation: a title such as `URI` is one of its parts."""
    holders = {named.section for named in spots}
    below_line = Counter(family.parents[i] for i in holders)
    found = [_climbed(named.section, family, holders, below_line) for named in spots]
    by_head: dict[int, set[int]] = {}
    for head, named in zip(found, spots, strict=True):
        by_head.setdefault(head, set()).add(named.section)
    # Where several sections claim one head, none of them is a part of it.
    return [head if len(by_head[head]) == 1 else named.section for head, named in zip(found, spots, strict=True)]


def _climbed(index: int, family: _Family, holders: set[int], below_line: Mapping[int, int]) -> int:
    """Return the section whose operation the request line in that section is.

    `below_line` counts, for each section, the `holders` of request lines that are nested directly in it.
    """
    while family.parents[index] >= 0 and not is_method(family.titled[index]):
        parent = family.parents[index]
        nested = bool(family.children.get(index))
        parts = family.parts_below.get(parent, 0) - (index in family.short)
        other_lines = below_line.get(parent, 0) - (index in holders)
        beside = parts > 0 and not nested and not other_lines
        title = family.titled[index]
        generic = bool(title) and LINE_TITLE.fullmatch(title[:120])
        if not generic and not (beside and index in family.parts):
            return index
        index = parent
    return index


def _territories(sections: Sequence[Section], heads: Sequence[int]) -> tuple[dict[int, list[int]], list[int]]:
    """Return head → its section and those nested in it without a head of their own; and the sections of no head."""
    wanted = set(heads)
    owned: dict[int, list[int]] = {head: [] for head in sorted(wanted)}
    rest: list[int] = []
    stack: list[int] = []
    for index, section in enumerate(sections):
        while stack and sections[stack[-1]].depth >= section.depth:
            stack.pop()
        if index in wanted:
            stack.append(index)
        (owned[stack[-1]] if stack else rest).append(index)
    return owned, rest
