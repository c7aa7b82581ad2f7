"""All pages → what they claim together: each section is given to the first dialect that claims it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docpact.diagnostics import Report
from docpact.dialects.protocol import Dialect, PageView
from docpact.dialects.statements import Documentation, merge_documentation
from docpact.dialects.words.servers import find_servers
from docpact.read.markup import Markup, merge_markup
from docpact.read.page import Page, Section


def claimed_markup(dialects: Sequence[Dialect]) -> Markup:
    """Return the directives and roles that the dialects read together."""
    return merge_markup(tuple(dialect.markup for dialect in dialects))


def read_documentation(pages: Iterable[Page], dialects: Sequence[Dialect], report: Report) -> Documentation:
    """Return everything that the pages claim, whatever the dialects that they are written in."""
    pages = tuple(pages)
    claims = [list(claims_of(page, dialects)) for page in pages]
    parts: list[Documentation] = []
    for number, dialect in enumerate(dialects):
        marked = tuple(operation for part in parts for operation in part.operations)
        views = [
            PageView(page=page, sections=tuple(section for section, by in own if by == number), marked=marked)
            for page, own in zip(pages, claims, strict=True)
        ]
        parts.append(dialect.read(views, report))
    return merge_documentation((Documentation(servers=find_servers(pages)), *parts))


def claims_of(page: Page, dialects: Sequence[Dialect]) -> Iterator[tuple[Section, int]]:
    """Yield each section with the number of its dialect: a section that is nested in a claimed one goes with it."""
    depth, holder = -1, -1
    for section in page.sections:
        if holder < 0 or section.depth <= depth:
            holder = next((number for number, dialect in enumerate(dialects) if dialect.claims(section)), -1)
            depth = section.depth
            # The last dialect takes what is left; nothing is left below it that another could not claim.
            if holder == len(dialects) - 1:
                yield section, holder
                holder = -1
                continue
        yield section, holder
