"""Pages → statements: one folder a dialect, each knowing one way of writing.

`DIALECTS` is the order in which they are asked for a section; the first that claims it reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from docpact.config import DialectOptions
from docpact.dialects.httpdomain import DIALECT as HTTPDOMAIN
from docpact.dialects.os_api_ref import DIALECT as OS_API_REF
from docpact.dialects.protocol import Dialect
from docpact.dialects.read_documentation import claimed_markup, read_documentation
from docpact.dialects.sections import DIALECT as SECTIONS
from docpact.dialects.sections import Sections
from docpact.read.page import Page

DIALECTS: tuple[Dialect, ...] = (HTTPDOMAIN, OS_API_REF, SECTIONS)


def configured(options: DialectOptions) -> tuple[Dialect, ...]:
    """Return the dialects as the configuration adapts them to an author's own."""
    return (*DIALECTS[:-1], Sections(options))


def without_ignored(pages: Iterable[Page], options: DialectOptions) -> Iterator[Page]:
    """Yield the pages that document something, by the configuration."""
    return (page for page in pages if not any(fnmatchcase(page.name, pattern) for pattern in options.ignore))


__all__ = ["DIALECTS", "claimed_markup", "configured", "read_documentation", "without_ignored"]
