"""The dialect: what it asks of the reader and what it claims; `reading` is imported where it claims anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docpact.diagnostics import Report
from docpact.dialects.httpdomain.scope import has_own_directive
from docpact.dialects.httpdomain.vocabulary import CONNECTION, GENERATED, METHODS, OTHER_METHODS
from docpact.dialects.protocol import PageView
from docpact.dialects.statements import Documentation
from docpact.read.markup import DirectiveSpec, Markup
from docpact.read.page import Section

ROLES = (*METHODS, *OTHER_METHODS, "statuscode", "method", "header")


MARKUP = Markup(
    directives=(
        *(DirectiveSpec(name=f"http:{name}") for name in (*METHODS, *OTHER_METHODS)),
        DirectiveSpec(name=CONNECTION),
        *(DirectiveSpec(name=name, generates=True) for name in GENERATED),
    ),
    roles=(*(f"http:{name}" for name in ROLES), "websocket:connection", "mimetype", "mailheader"),
)


@dataclass(frozen=True, slots=True)
class HttpDomain:
    """Pages written with sphinxcontrib-httpdomain."""

    name: str = "httpdomain"
    markup: Markup = MARKUP

    def claims(self, section: Section) -> bool:
        """Tell whether one of the package's directives stands in the section."""
        return has_own_directive(section)

    def read(self, pages: Sequence[PageView], report: Report) -> Documentation:
        """Return the operations of all claimed sections, in the pages' order."""
        if not any(view.sections for view in pages):
            return Documentation()
        # Most documentation is written in another dialect, and shouldn't wait for these imports.
        from docpact.dialects.httpdomain.reading import read_pages  # noqa: PLC0415

        return read_pages(pages, report)
