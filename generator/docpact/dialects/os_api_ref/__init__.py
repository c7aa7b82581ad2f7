"""OpenStack's os-api-ref: `rest_method`, `rest_parameters` with a YAML file, `rest_status_code`, and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docpact.diagnostics import Report
from docpact.dialects.os_api_ref.vocabulary import DIRECTIVES, MARKUP
from docpact.dialects.protocol import Dialect, PageView
from docpact.dialects.statements import Documentation
from docpact.read.markup import Markup
from docpact.read.page import Directive, Section, walk_blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class OsApiRef:
    """The dialect; see `Dialect`."""

    name: str = "os-api-ref"
    markup: Markup = MARKUP

    def claims(self, section: Section) -> bool:
        """Tell whether one of os-api-ref's directives stands in the section."""
        return any(isinstance(block, Directive) and block.name in DIRECTIVES for block in walk_blocks(section.blocks))

    def read(self, pages: Sequence[PageView], report: Report) -> Documentation:
        """Return the operations of the pages, those with one method and path as one."""
        if not any(view.sections for view in pages):
            return Documentation()
        # Most documentation is written in another dialect, and shouldn't wait for these imports.
        from docpact.dialects.os_api_ref.reading import read_pages  # noqa: PLC0415

        return read_pages(pages, report)


DIALECT: Dialect = OsApiRef()
