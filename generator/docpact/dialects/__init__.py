"""Pages → statements: one folder a dialect, each knowing one way of writing.

`DIALECTS` is the order in which they are asked for a section; the first that claims it reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from docpact.config import DialectOptions
from docpact.dialects.httpdomain import DIALECT as HTTPDOMAIN
from docpact.dialects.os_api_ref import DIALECT as OS_API_REF
from docpact.dialects.protocol import Dialect, PageView
from docpact.dialects.read_documentation import claimed_markup, claims_of, read_documentation
from docpact.dialects.sections import DIALECT as SECTIONS
from docpact.dialects.sections import Sections
from docpact.dialects.sections.page_reading import read_page_blocks
from docpact.dialects.statements import BlockReading
from docpact.read.page import Page

DIALECTS: tuple[Dialect, ...] = (HTTPDOMAIN, OS_API_REF, SECTIONS)


def configured(options: DialectOptions) -> tuple[Dialect, ...]:
    """Return the dialects as the configuration adapts them to an author's own."""
    return (*DIALECTS[:-1], Sections(options))


def read_blocks_of(pages: Sequence[Page], name: str, options: DialectOptions) -> tuple[BlockReading, ...]:
    """Return how the page of that name is read: its blocks with the rules that took them.

    What stands in sections that another dialect claims isn't among them: directives say themselves what they are.
    """
    dialects = configured(options)
    last = len(dialects) - 1
    views = [
        PageView(page=page, sections=tuple(section for section, by in claims_of(page, dialects) if by == last))
        for page in without_ignored(pages, options)
    ]
    return read_page_blocks(views, name, options)


def dialects_by_place(pages: Iterable[Page], dialects: Sequence[Dialect]) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Return, for each file, the lines at which its sections begin, in order, with the names of their dialects."""
    found: dict[str, list[tuple[int, str]]] = {}
    for page in pages:
        for section, by in claims_of(page, dialects):
            found.setdefault(section.origin.path, []).append((section.origin.line, dialects[by].name))
    return {path: sorted(lines) for path, lines in found.items()}


def without_ignored(pages: Iterable[Page], options: DialectOptions) -> Iterator[Page]:
    """Yield the pages that document something, by the configuration."""
    return (page for page in pages if not any(fnmatchcase(page.name, pattern) for pattern in options.ignore))


__all__ = [
    "DIALECTS",
    "claimed_markup",
    "configured",
    "dialects_by_place",
    "read_blocks_of",
    "read_documentation",
    "without_ignored",
]
