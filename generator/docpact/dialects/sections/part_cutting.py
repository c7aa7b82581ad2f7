"""The sections of one request line or of several → a part for each operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docpact.dialects.sections.captions import parse_caption
from docpact.dialects.sections.entries import read_list
from docpact.dialects.sections.request_line import RequestLine
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

# A line that begins so leads to another request line of the same text.
JOINT = re.compile(r"(?:or|and|also|alternatively|you can)\b", re.IGNORECASE)


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
class Named:
    """A spot with its place on the page."""

    section: int
    spot: Spot


def cut_parts(sections: Sequence[Section], own: Sequence[int], spots: Sequence[Named]) -> Iterator[Part]:
    """Yield the parts of one head: one, or one for each request line of its section."""
    lines = unified([line for named in spots for line in named.spot.lines])
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
    last_described = describes([replace(section, blocks=section.blocks[groups[-1][-1].index + 1 :])])
    for number, group in enumerate(groups):
        content, title = _content(section, groups, number)
        intro = _without_label(section.blocks[: max(first, 0)])
        blocks = (*intro, *content)
        nested = territory[at + 1 :] if number == len(groups) - 1 or not last_described else ()
        if number < len(groups) - 1 and describes([replace(section, blocks=content)]):
            nested = ()
        mine = unified([line for spot in group for line in spot.lines])
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
    described = describes([replace(section, blocks=section.blocks[spots[-1].index + 1 :])])
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


def unified(lines: Sequence[RequestLine]) -> list[RequestLine]:
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


def with_names(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts with names; where titles are the same, methods and paths tell them apart."""
    slugs = [_slug(part.title) for part in parts]
    taken: dict[str, int] = {}
    for part, slug in zip(parts, slugs, strict=True):
        taken[slug] = taken.get(slug, 0) + 1
        yield replace(part, name=slug if taken[slug] == 1 else f"{slug}-{taken[slug]}")


def _slug(title: str) -> str:
    return re.sub(r"\W+", "-", title).strip("-").lower() or "operation"


def lists_fields(sections: Sequence[Section]) -> bool:
    """Tell whether a bullet list there is one of named fields."""
    return any(isinstance(block, List) and read_list(block).rows for section in sections for block in section.blocks)


def describes(sections: Sequence[Section], *, by_samples: bool = True) -> bool:
    """Tell whether there is more than prose: something that an operation's description consists of."""
    kinds = (Table, FieldList, DefinitionList, Sample) if by_samples else (Table, FieldList, DefinitionList)
    return any(isinstance(block, kinds) for section in sections for block in section.blocks)
