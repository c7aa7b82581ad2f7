"""A page about several operations → a part for each, as if the author had written one file an operation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from docpact.read.page import Section

# What an operation's own sections are headed; a request line under these shows the operation, it doesn't name one.
WITHIN = re.compile(r".*\b(examples?|samples?|requests?|responses?|errors?)\b.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A page, taken apart."""

    rest: tuple[Section, ...]
    """The sections that are about no operation: what stands before, between and after."""
    parts: tuple[tuple[str, tuple[Section, ...]], ...]
    """A name for each operation, made from its heading, and its sections, the first at depth 1."""


def split_operations(sections: Sequence[Section], names_one: Callable[[Section], bool]) -> Split | None:
    """Return the parts where several sections name an operation each, or one does deep inside the page; else None.

    A section with a request line is a part, with the sections nested in it that have none. `Get all` becomes the part
    `get-all`.
    """
    heads = [section for section in sections if names_one(section) and not WITHIN.fullmatch(section.title)]
    if not heads or (len(heads) == 1 and heads[0].depth <= 1):
        return None
    rest, owned = _by_head(sections, heads)
    parts = ((name, tuple(_lifted(own))) for name, own in zip(_names(heads), owned, strict=True))
    return Split(rest=tuple(rest), parts=tuple(parts))


def _by_head(sections: Sequence[Section], heads: Sequence[Section]) -> tuple[list[Section], list[list[Section]]]:
    """Return the sections that are under no head, and for each head itself and those nested under it."""
    wanted = {id(head) for head in heads}
    rest: list[Section] = []
    owned: list[list[Section]] = []
    current, depth = rest, 0
    for section in sections:
        if id(section) in wanted:
            current, depth = [], section.depth
            owned.append(current)
        elif section.depth <= depth:
            current, depth = rest, 0
        current.append(section)
    return rest, owned


def _lifted(sections: Sequence[Section]) -> Iterator[Section]:
    depth = sections[0].depth
    return (replace(section, depth=section.depth - depth + 1) for section in sections)


def _names(heads: Sequence[Section]) -> Iterator[str]:
    taken: dict[str, int] = {}
    for head in heads:
        slug = re.sub(r"\W+", "-", head.title).strip("-").lower() or "operation"
        taken[slug] = taken.get(slug, 0) + 1
        yield slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
