"""A page → a part for each operation, as if the author had written one file an operation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from docpact.diagnostics import Diagnostic, Report
from docpact.dialects.sections.captions import is_example_title, is_outcome_title, parse_caption
from docpact.dialects.sections.entries import read_list
from docpact.dialects.sections.line_calls import calls_in, is_guide
from docpact.dialects.sections.line_labels import spot_of_titles, stated_path
from docpact.dialects.sections.line_sentences import SENTENCE_THAT_ASKS
from docpact.dialects.sections.line_tables import OVERVIEW
from docpact.dialects.sections.line_titles import heading_path, is_method
from docpact.dialects.sections.request_line import RequestLine
from docpact.dialects.sections.request_rules import find_spots
from docpact.dialects.sections.spots import Spot
from docpact.dialects.words.paths import is_path_of
from docpact.read.page import (
    Block,
    DefinitionList,
    FieldList,
    List,
    Paragraph,
    Sample,
    Section,
    Span,
    Style,
    Table,
    Text,
)

# What an operation's own sections are headed: they hold its request line, or stand beside the one that does.
PART_TITLE = re.compile(
    r".*\b(function|ur[il]s?|endpoints?|requests?|syntax|resource|path|route|methods?|usage|definition|call|synopsis"
    r"|param(eter)?s?|arguments?|inputs?|body|payload|headers?|responses?|returns?|results?|outputs?|status(es)?"
    r"|codes?|errors?|examples?|samples?|description|permissions?|authorization|scopes?|notes?)\b.*",
    re.IGNORECASE,
)
# A line that begins so leads to another request line of the same text.
JOINT = re.compile(r"(?:or|and|also|alternatively|you can)\b", re.IGNORECASE)
MOST_WORDS = 4
"""The title of a part has no more."""
LINE_TITLE = re.compile(
    r"(?:\W|the|an?|http|api|rest|request|ur[il]|endpoint|syntax|resource|path|route|methods?|usage|definition|call"
    r"|line|format|synopsis|address|and|command|verb|query)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is about one operation."""

    name: str
    """Made from its heading; the page's other parts have others."""
    title: str
    line: RequestLine
    rule: str
    """Which rule found the request line."""
    siblings: tuple[RequestLine, ...]
    """Other request lines that the same text describes."""
    sections: tuple[Section, ...]
    """The first at depth 1."""
    head: str
    """The title of the section that begins it."""
    whole: bool = False
    """Whether it takes the page as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A page, taken apart."""

    parts: tuple[Part, ...]
    rest: tuple[Section, ...]
    """The sections that are about no operation: what stands before, between and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A spot with its place on the page."""

    section: int
    spot: Spot


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
    inside: dict[int, list[_Named]] = {}
    for named, at in zip(spots, heads, strict=True):
        inside.setdefault(at, []).append(named)
    found: list[Part] = []
    for head, own in owned.items():
        found += _parts_of(sections, own, inside[head])
    whole = len(found) == 1 and sections[min(owned)].depth <= 1
    if whole:
        found = [replace(found[0], sections=tuple(sections), whole=True)]
    return Parts(parts=tuple(_with_names(found)), rest=() if whole else tuple(sections[i] for i in rest))


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


def _all_spots(sections: Sequence[Section], parents: Sequence[int], report: Report) -> list[_Named]:
    """Return the spots of all sections but examples, responses and errors, and what is nested in those."""
    found: list[_Named] = []
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
        found += [_Named(section=index, spot=spot) for spot in spots]
    holders = {named.section for named in found}
    nested: dict[int, list[tuple[str, Section]]] = {}
    for title, section, at in zip(titles, sections, parents, strict=True):
        nested.setdefault(at, []).append((title, section))
    for index, below in nested.items():
        spot = spot_of_titles(below, report) if index >= 0 and index not in holders else None
        if spot is not None:
            found.append(_Named(section=index, spot=spot))
    return sorted(found, key=lambda named: (named.section, named.spot.index))


def _is_beside_operations(parent: int, sections: Sequence[Section], parents: Sequence[int]) -> bool:
    """Tell whether sections below that one name operations each, so that `Status` among them is no part of one."""
    below = [section for section, at in zip(sections, parents, strict=True) if at == parent]
    others = [section for section in below if not is_outcome_title(section.title)]
    naming = [section for section in others if any(spot.lines for spot in find_spots(section, "", _ignore))]
    return bool(naming) and not any(PART_TITLE.fullmatch(section.title[:120]) for section in naming)


def _ignore(_: Diagnostic) -> None:
    """Pass over a diagnostic: it is reported where the section itself is read."""


def _counting(sections: Sequence[Section], family: _Family, spots: Sequence[_Named], *, lenient: bool) -> list[_Named]:
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
        described = _describes(below, by_samples=lenient) or (_asks(named) and _lists_fields(below))
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


def _calls(sections: Sequence[Section], parents: Sequence[int], spots: Sequence[_Named]) -> Iterator[_Named]:
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
            yield _Named(section=index, spot=first)


def _asks(named: _Named) -> bool:
    return named.spot.rule == SENTENCE_THAT_ASKS


def _alike(spots: Sequence[_Named], found: Sequence[_Named], parents: Sequence[int]) -> Iterator[_Named]:
    """Yield the sentences that ask for a request, one a section, where others of the page are operations.

    What such a sentence asks for may need no description: "Make a DELETE request to /books/{id} to remove the book."
    """
    taken = {named.section for named in found}
    number = Counter(named.section for named in spots)
    for named in spots if any(map(_asks, found)) else ():
        if _asks(named) and number[named.section] == 1 and taken.isdisjoint(_chain(named.section, parents)):
            yield named


def _lists_fields(sections: Sequence[Section]) -> bool:
    """Tell whether a bullet list there is one of named fields."""
    return any(isinstance(block, List) and read_list(block).rows for section in sections for block in section.blocks)


def _describes(sections: Sequence[Section], *, by_samples: bool = True) -> bool:
    """Tell whether there is more than prose: something that an operation's description consists of."""
    kinds = (Table, FieldList, DefinitionList, Sample) if by_samples else (Table, FieldList, DefinitionList)
    return any(isinstance(block, kinds) for section in sections for block in section.blocks)


def _heads(family: _Family, spots: Sequence[_Named]) -> list[int]:
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


def _parts_of(sections: Sequence[Section], own: Sequence[int], spots: Sequence[_Named]) -> Iterator[Part]:
    """Yield the parts of one head: one, or one for each request line of its section."""
    lines = _unified([line for named in spots for line in named.spot.lines])
    head = sections[own[0]]
    territory = tuple(replace(sections[i], depth=sections[i].depth - head.depth + 1) for i in own)
    groups = _groups(sections[spots[0].section], [named.spot for named in spots])
    if len(lines) == 1:
        title = spots[0].spot.title or head.title
        territory = _with_own(territory, own.index(spots[0].section), spots[0].spot)
        yield _part(title, lines[0], spots[0].spot, lines, territory)
        return
    if len(groups) == 1:
        for line in lines:
            spot = next((n.spot for n in spots if line in n.spot.lines), spots[0].spot)
            yield _part(spot.title or head.title, line, spot, lines, territory)
        return
    at = own.index(spots[0].section)
    first = min(spot.index for group in groups for spot in group)
    section = territory[at]
    last_described = _describes([replace(section, blocks=section.blocks[groups[-1][-1].index + 1 :])])
    for number, group in enumerate(groups):
        content, title = _content(section, groups, number)
        intro = _without_label(section.blocks[: max(first, 0)])
        blocks = (*intro, *content)
        nested = territory[at + 1 :] if number == len(groups) - 1 or not last_described else ()
        if number < len(groups) - 1 and _describes([replace(section, blocks=content)]):
            nested = ()
        mine = _unified([line for spot in group for line in spot.lines])
        heading = _heading(section, title) if title else section.heading
        for line in mine:
            name = next((spot.title for spot in group if spot.title), "") or title or head.title
            sections_ = (*territory[:at], replace(section, blocks=blocks, heading=heading), *nested)
            yield _part(name, line, group[0], mine, sections_)


def _with_own(sections: tuple[Section, ...], at: int, spot: Spot) -> tuple[Section, ...]:
    """Return the sections with what a row says of its operation in place of the table: its other rows name none."""
    section = sections[at]
    block = section.blocks[spot.index] if spot.own is not None and 0 <= spot.index < len(section.blocks) else None
    if not isinstance(block, Table) or len(block.rows) == 1:
        return sections
    blocks = (*section.blocks[: spot.index], *(spot.own or ()), *section.blocks[spot.index + 1 :])
    return (*sections[:at], replace(section, blocks=blocks), *sections[at + 1 :])


def _part(
    title: str, line: RequestLine, spot: Spot, lines: Sequence[RequestLine], sections: tuple[Section, ...]
) -> Part:
    others = tuple(one for one in lines if one is not line)
    head = sections[0].title
    return Part(name="", title=title, head=head, line=line, rule=spot.rule, siblings=others, sections=sections)


def _groups(section: Section, spots: Sequence[Spot]) -> list[list[Spot]]:
    """Return the spots in groups: one text describes those that nothing but prose stands between.

    Where nothing but prose stands below the last one either, each has its own.
    """
    described = _describes([replace(section, blocks=section.blocks[spots[-1].index + 1 :])])
    found: list[list[Spot]] = []
    for spot in spots:
        between = section.blocks[found[-1][-1].index + 1 : spot.index] if found else ()
        joined = bool(found) and spot.own is None and found[-1][-1].own is None
        if (
            joined
            and all(
                isinstance(block, Paragraph) and (not _label_words(block) or _is_purpose(block, found[-1], spot))
                for block in between
            )
            and (described or all(isinstance(block, Paragraph) and _is_joint(block) for block in between))
        ):
            found[-1].append(spot)
        else:
            found.append([spot])
    return found


def _is_purpose(block: Paragraph, before: Sequence[Spot], spot: Spot) -> bool:
    """Tell whether `To get one book:` leads to another line of what a line with the same method began."""
    methods = {line.method for one in (*before, spot) for line in one.lines}
    return len(methods) == 1 and bool(PURPOSE.match(block.text.plain))


PURPOSE = re.compile(r"to [a-z]", re.IGNORECASE)


def _is_joint(block: Paragraph) -> bool:
    words = block.text.plain.strip(" :.").lower()
    return words in {"or", "and", "also", "or alternatively", "alternatively"}


def _content(section: Section, groups: Sequence[Sequence[Spot]], number: int) -> tuple[tuple[Block, ...], str]:
    """Return what stands between a group of spots and the next, and the label right before it."""
    group = groups[number]
    own = tuple(block for spot in group for block in spot.own or ())
    begin = group[0].index
    end = groups[number + 1][0].index if number + 1 < len(groups) else len(section.blocks)
    before = section.blocks[begin - 1] if begin > 0 else None
    title = _label_words(before) if before is not None else ""
    if any(spot.own is not None for spot in group):
        after = section.blocks[begin + 1 : end] if end > begin else ()
        return (*own, *after), title or (group[0].title)
    content = section.blocks[max(begin, 0) : end]
    return (_without_label(content) if number + 1 < len(groups) else content), title


def _without_label(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without the label at their end: it belongs to what comes after."""
    return blocks[:-1] if blocks and _label_words(blocks[-1]) else blocks


def _label_words(block: Block) -> str:
    """Return the words of a bold paragraph, or of a short one that ends with a colon; else empty."""
    if not isinstance(block, Paragraph):
        return ""
    words = block.text.plain
    marked = [span for span in block.text.spans if span.text.strip()]
    if parse_caption(words).direction is None and marked and all(span.style is Style.STRONG for span in marked):
        return words.strip(" :")
    if JOINT.match(words):
        return ""
    short = len(words.split()) <= 8 and words.endswith(":")  # noqa: PLR2004 - a caption's length.
    return words.strip(" :") if short and parse_caption(words).direction is None else ""


def _heading(section: Section, title: str) -> Text:
    return Text((Span(title),), section.heading.origin)


def _unified(lines: Sequence[RequestLine]) -> list[RequestLine]:
    """Return the lines without repetitions, and without instances of another: `/books/7` beside `/books/{id}`."""
    found: list[RequestLine] = []
    for line in lines:
        same = next((i for i, one in enumerate(found) if (one.method, one.path) == (line.method, line.path)), None)
        if same is None:
            found.append(line)
        else:
            kept = found[same]
            found[same] = replace(kept, query=kept.query or line.query, server=kept.server or line.server)
    return [line for line in found if not any(_is_instance(line, other) for other in found)]


def _is_instance(line: RequestLine, other: RequestLine) -> bool:
    fewer = len(line.placeholders) < len(other.placeholders)
    return line.method == other.method and fewer and is_path_of(other.path, line.path, anywhere=False)


def _with_names(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts with names; where titles are the same, methods and paths tell them apart."""
    slugs = [_slug(part.title) for part in parts]
    taken: dict[str, int] = {}
    for part, slug in zip(parts, slugs, strict=True):
        taken[slug] = taken.get(slug, 0) + 1
        yield replace(part, name=slug if taken[slug] == 1 else f"{slug}-{taken[slug]}")


def _slug(title: str) -> str:
    return re.sub(r"\W+", "-", title).strip("-").lower() or "operation"
