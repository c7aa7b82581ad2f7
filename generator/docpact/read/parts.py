"""A page about several operations → a page for each, as if the author had written one file an operation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from docpact.read.page import Page, PageKind, Section

# What an operation's own sections are headed; a request line under these shows the operation, it doesn't name one.
WITHIN = re.compile(r".*\b(examples?|samples?|requests?|responses?|errors?)\b.*", re.IGNORECASE)


def split_operations(page: Page, names_one: Callable[[Section], bool]) -> Iterator[Page]:
    """Yield the page itself, or where several sections name an operation each, their pages and an index before them.

    A section's page is called by the page and its heading, `endpoints/lock/get-all` for *Get all* on
    `endpoints/lock`, and what stands before, between or after these sections is the index's.
    """
    heads = [section for section in page.sections if names_one(section) and not WITHIN.fullmatch(section.title)]
    depth = min((section.depth for section in heads), default=0)
    heads = [section for section in heads if section.depth == depth]
    if len(heads) < 2:  # noqa: PLR2004 - one operation is a page of its own.
        yield page
        return
    before, owned = _by_head(page.sections, heads)
    yield replace(page, name=f"{page.name}/index", kind=PageKind.INDEX, sections=tuple(before))
    taken: dict[str, int] = {}
    for head, own in zip(heads, owned, strict=True):
        slug = re.sub(r"\W+", "-", head.title).strip("-").lower() or "operation"
        taken[slug] = taken.get(slug, 0) + 1
        yield replace(
            page,
            kind=PageKind.ENDPOINT,
            name=f"{page.name}/{slug}" if taken[slug] == 1 else f"{page.name}/{slug}-{taken[slug]}",
            title=head.title,
            sections=tuple(replace(section, depth=section.depth - depth + 1) for section in own),
            origin=head.origin,
        )


def _by_head(sections: Sequence[Section], heads: Sequence[Section]) -> tuple[list[Section], list[list[Section]]]:
    """Return the sections that are under no head, and for each head itself and those nested under it."""
    wanted = {id(head) for head in heads}
    rest: list[Section] = []
    owned: list[list[Section]] = []
    current = rest
    for section in sections:
        if id(section) in wanted:
            current = []
            owned.append(current)
        elif section.depth <= heads[0].depth:
            current = rest
        current.append(section)
    return rest, owned
