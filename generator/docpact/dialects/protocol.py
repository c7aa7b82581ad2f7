"""What a dialect is: a way of writing API documentation that docpact understands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from docpact.diagnostics import Report
from docpact.dialects.statements import Documentation, OperationStatement
from docpact.read.markup import Markup
from docpact.read.page import Page, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page as one dialect gets it."""

    page: Page
    """The whole page."""
    sections: tuple[Section, ...]
    """Those of its sections that the dialect claims, in their order; none where the page is only there to be linked."""
    marked: tuple[OperationStatement, ...] = ()
    """What the dialects before this one have found in the whole documentation: a request line elsewhere may show it."""


class Dialect(Protocol):
    """One way of writing. A new one is a folder beside this file and a line in `DIALECTS`."""

    @property
    def name(self) -> str:
        """How configuration and reports call it."""

    @property
    def markup(self) -> Markup:
        """The directives and roles that it reads; `read` keeps their names, arguments, options and content."""

    def claims(self, section: Section) -> bool:
        """Tell whether the section is written in this dialect; it then gets the sections nested in it as well."""

    def read(self, pages: Sequence[PageView], report: Report) -> Documentation:
        """Return what the claimed sections say; whatever of them can't be understood is reported with its place."""
